import { describe, expect, it } from "vitest";
import { factorsAxis, valuesAxis } from "../../src/cli/axis-option.ts";

describe("--axis", () => {
  it.each([
    ["bitcoin.hashpriceUsdPerPhDay=30,40.5,-1", [30, 40.5, -1]],
    ["grid.importLimitMw=60..120:20", [60, 80, 100, 120]],
    ["grid.importLimitMw=60..119:20", [60, 80, 100]],
    ["a.b=0..0.3:0.1", [0, 0.1, 0.2, 0.3]],
    ["a.b=3..1:-1", [3, 2, 1]],
    ["a.b=5..5:1", [5]],
    ['rigs.rig=Antminer S21,"40",true,null', ["Antminer S21", "40", true, null]],
    ["a.b=x=y", ["x=y"]],
  ])("%s", (text, values) => expect(valuesAxis(text)).toEqual({ path: text.split("=")[0], values }));

  it.each(["grid.importLimitMw", "=1", "a.b=", "a.b=1..2:0", "a.b=2..1:1", "a.b=1..:1", "a.b=0..1:1e-9", "a.b=x..2:1"])(
    "refuses %s",
    (text) => expect(() => valuesAxis(text)).toThrow(/^--axis .*e\.g\. bitcoin/u),
  );
});

it("--factor takes numbers alone", () => {
  expect(factorsAxis("a.b=0.8,1")).toEqual({ path: "a.b", factors: [0.8, 1] });
  expect(() => factorsAxis("a.b=0.8,x")).toThrow("--factor a.b=0.8,x: x is not a number");
});
