import { describe, expect, it } from "vitest";
import { keysOf, valueAt, withValueAt } from "../../src/sweep/field-path.ts";

const input = {
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    { name: "grid", importLimitMw: 10, tiers: [{ usd: 1 }, { usd: 2 }] },
    { name: "S19 v1.2", rigs: 5 },
    { name: "S19 v1", rigs: 6 },
  ],
};
const at = (path: string) => keysOf(input, path, "axes[0].path");

describe("keysOf", () => {
  it("finds a field of the input, of an asset by name, and of a list by index", () => {
    expect(at("bitcoin.hashpriceUsdPerPhDay")).toEqual(["bitcoin", "hashpriceUsdPerPhDay"]);
    expect(at("grid.importLimitMw")).toEqual(["assets", 0, "importLimitMw"]);
    expect(at("grid.tiers.1.usd")).toEqual(["assets", 0, "tiers", 1, "usd"]);
    expect(at("assets")).toEqual(["assets"]);
  });

  it("takes the longer of two names with dots", () => {
    expect(at("S19 v1.2.rigs")).toEqual(["assets", 1, "rigs"]);
    expect(at("S19 v1.rigs")).toEqual(["assets", 2, "rigs"]);
  });

  it("accepts a field that the input does not have yet, in an object that it has", () => {
    expect(valueAt(input, at("grid.exportLimitMw"))).toBeUndefined();
  });

  it.each(["grid", "", "grid.", "gird.importLimitMw", "grid.tiers.2.usd", "grid.importLimitMw.x", "bitcoin.a.b"])(
    "refuses %j",
    (path) => expect(() => at(path)).toThrow(/axes\[0\]\.path: got "/u),
  );
});

describe("withValueAt", () => {
  it("changes that field and shares all others", () => {
    const changed = withValueAt(input, at("grid.tiers.1.usd"), 7) as typeof input;
    expect(changed.assets[0].tiers).toEqual([{ usd: 1 }, { usd: 7 }]);
    expect(changed.assets[1]).toBe(input.assets[1]);
    expect(changed.bitcoin).toBe(input.bitcoin);
    expect(input.assets[0].tiers?.[1].usd).toBe(2);
  });
});
