import { describe, expect, it } from "vitest";
import { quantity, type Quantity } from "../../src/assets/quantities.ts";
import type { Edge } from "../../src/input/edge.ts";
import { checkValues } from "../../src/input/value-check.ts";

function faultsOf(values: readonly unknown[] | Float64Array, of: Quantity) {
  const edge: Edge = { faults: [], notices: [] };
  checkValues(values, of, "x", edge, (i) => `[${i}]`, (i) => ` (hour ${i})`);
  return edge.faults;
}

describe("checkValues", () => {
  it("passes values in range, ends included", () => {
    expect(faultsOf([0, 10_000, 5], quantity.powerMw)).toEqual([]);
    expect(faultsOf(Float64Array.of(0, 1), quantity.fraction)).toEqual([]);
    expect(faultsOf([-250, 0, 0.5, 5_000], quantity.priceUsdPerMwh)).toEqual([]);
  });

  it("names the entries that are no number, with index and time", () => {
    const faults = faultsOf([1, null, Number.NaN, undefined, "7", Infinity, {}], quantity.powerMw);
    expect(faults.map(({ path, given }) => [path, given])).toEqual([
      ["x[1]", "null (hour 1)"],
      ["x[2]", "NaN (hour 2)"],
      ["x[3]", "nothing (hour 3)"],
      ["x", "that fault in 3 more, the last at [6]"],
    ]);
  });

  it("names what is out of range, with the hint of the quantity", () => {
    expect(faultsOf([5, 80_000, -1], quantity.powerMw)).toEqual([
      { path: "x[1]", given: "80000 (hour 1)", wanted: "a number of MW from 0 to 10000", fix: "is this kW? divide by 1000" },
      { path: "x[2]", given: "-1 (hour 2)", wanted: "a number of MW from 0 to 10000", fix: "correct the value or its sign" },
    ]);
    expect(faultsOf([0], quantity.efficiency)).toHaveLength(1);
  });

  it("suspects a series whose every value is too small for its unit, not one with a large value or of zeros", () => {
    expect(faultsOf([0.04, 0.031, 0, -0.01], quantity.priceUsdPerMwh)).toEqual([
      { path: "x", given: "values of 0.04 at most in size", wanted: "a plausible size in USD/MWh", fix: "is this USD/kWh? multiply by 1000" },
    ]);
    expect(faultsOf([0.04, 31], quantity.priceUsdPerMwh)).toEqual([]);
    expect(faultsOf([0, 0], quantity.priceUsdPerMwh)).toEqual([]);
  });
});
