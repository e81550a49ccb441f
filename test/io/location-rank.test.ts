import { describe, expect, it } from "vitest";
import { byRank } from "../../src/io/location-rank.ts";
import { readMarketPrices } from "../../src/io/read-market-prices.ts";
import { misoDay } from "../support/market-texts.ts";

const ranked = (...given: readonly (readonly [name: string, kind?: string])[]) =>
  byRank(new Map(given.map(([name, kind]) => [name, kind])));

describe("locations in a message", () => {
  it("are hubs, then zones, then nodes, by the kind that the file says", () => {
    expect(ranked(["A", "Gennode"], ["B", "Loadzone"], ["C", "Hub"], ["D", "Interface"], ["E.HUB", "Gennode"])).toEqual(
      ["C", "B", "D", "A", "E.HUB"],
    );
    expect(ranked(["N", "RN"], ["L", "LZ"], ["H", "HU"], ["Av", "AH"], ["P", "PUN"])).toEqual([
      "H",
      "Av",
      "L",
      "N",
      "P",
    ]);
    expect(ranked(["1", "NETWORK NODE"], ["2", "LOAD ZONE"], ["3", "HUB"])).toEqual(["3", "2", "1"]);
  });

  it("or else by their names, and equal ones in the order given", () => {
    expect(
      ranked(
        ["0096WD_7_N001"],
        ["DLAP_PGAE"],
        ["TH_NP15_GEN-APND"],
        ["LZ_WEST"],
        ["HB_NORTH"],
        ["SPPNORTH_HUB"],
        ["HUBBARD"],
      ),
    ).toEqual(["TH_NP15_GEN-APND", "HB_NORTH", "SPPNORTH_HUB", "DLAP_PGAE", "LZ_WEST", "0096WD_7_N001", "HUBBARD"]);
  });

  it("stand so where one must be chosen", () => {
    const [head, tail] = misoDay.split("ARKANSAS.HUB,Hub,LMP");
    const node = `AECI,Gennode,LMP${tail.split("\n")[0]}\n`;
    expect(() => readMarketPrices(`${head}${node}ARKANSAS.HUB,Hub,LMP${tail}`, { date: "2024-03-10" })).toThrow(
      "3 locations: ARKANSAS.HUB, ILLINOIS.HUB, AECI",
    );
  });
});
