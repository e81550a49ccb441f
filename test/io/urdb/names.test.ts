import { describe, expect, it } from "vitest";
import { apiName, tiersIn } from "../../../src/io/urdb/names.ts";

describe("apiName", () => {
  it.each([
    ["energyRateStrux", "energyratestructure"],
    ["coincidentSched", "coincidentrateschedule"],
    ["coincidentschedule", "coincidentrateschedule"],
    ["lookbackPercent", "lookbackpercent"],
    ["MinCharge", "mincharge"],
  ])("%s is %s", (given, name) => {
    expect(apiName(given)).toBe(name);
  });
});

describe("tiersIn", () => {
  it("takes tiers out of the download's object, and leaves everything else", () => {
    expect(tiersIn({ energyRateTiers: [{ rate: 1 }] })).toEqual([{ rate: 1 }]);
    for (const other of [[{ rate: 1 }], { rate: 1 }, { energyRateTiers: [], more: 1 }, {}, null, 3])
      expect(tiersIn(other)).toBe(other);
  });
});
