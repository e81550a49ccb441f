import { describe, expect, it } from "vitest";
import { quantity, type Quantity } from "../../src/assets/fields/quantities.ts";
import type { ParseContext } from "../../src/input/parse-context.ts";
import { checkValues } from "../../src/input/value-check.ts";

function faultsOf(values: readonly unknown[] | Float64Array, of: Quantity, unitsAsStated: readonly string[] = []) {
  const context: ParseContext = { faults: [], notices: [], unitsAsStated };
  checkValues(
    values,
    of,
    "x",
    context,
    (i) => `[${i}]`,
    (i) => ` (hour ${i})`,
  );
  return context.faults;
}

describe("checkValues", () => {
  it("passes values in range, ends included", () => {
    expect(faultsOf([0, 10_000, 5], quantity.powerMw)).toEqual([]);
    expect(faultsOf(Float64Array.of(0, 1), quantity.fraction)).toEqual([]);
    expect(faultsOf([-250, 0, 0.5, 5_000], quantity.priceUsdPerMwh)).toEqual([]);
  });

  it("names the entries that are not numbers, with index and time", () => {
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
      {
        path: "x[1]",
        given: "80000 (hour 1)",
        wanted: "a number of MW from 0 to 10000",
        fix: "is this kW? divide by 1000",
      },
      {
        path: "x[2]",
        given: "-1 (hour 2)",
        wanted: "a number of MW from 0 to 10000",
        fix: "correct the value or its sign",
      },
    ]);
    expect(faultsOf([0], quantity.efficiency)).toHaveLength(1);
  });

  it("suspects a series whose every value is too small for its unit, not one with a large value or of zeros", () => {
    expect(faultsOf([0.04, 0.031, 0, -0.01], quantity.priceUsdPerMwh)).toEqual([
      {
        path: "x",
        given: "3 values of 0.04 at most in size",
        wanted: "a plausible size in USD/MWh",
        fix: 'is this USD/kWh? multiply by 1000; if it is intended, list "x" in unitsAsStated',
      },
    ]);
    expect(faultsOf([0.04, 31], quantity.priceUsdPerMwh)).toEqual([]);
    expect(faultsOf([0, 0], quantity.priceUsdPerMwh)).toEqual([]);
  });

  it("takes the small values that the input says are meant so", () => {
    expect(faultsOf([0.04, 0.031, 0, -0.01], quantity.priceUsdPerMwh, ["x"])).toEqual([]);
    expect(faultsOf([0.04, 0.031, 0, -0.01], quantity.priceUsdPerMwh, ["y"])).toHaveLength(1);
    expect(faultsOf([0.04, Number.NaN, 30_000], quantity.priceUsdPerMwh, ["x"])).toHaveLength(2);
  });

  // Eight hours at 0.02 to 0.09, the others at 20 to 90: a factor of 222 between the largest small and the least large
  // one.
  it("suspects a part of a series in another unit, where a gap tells it from prices near zero", () => {
    const prices = Array.from({ length: 24 }, (_, t) => 20 + 10 * (t % 8));
    const mixed = prices.map((usd, t) => (t < 8 ? usd / 1000 : usd));
    expect(faultsOf(mixed, quantity.priceUsdPerMwh)).toEqual([
      {
        path: "x",
        given: "8 values of 0.09 at most in size, beside 16 of 20 or more",
        wanted: "a plausible size in USD/MWh",
        fix: 'is this USD/kWh? multiply by 1000; if it is intended, list "x" in unitsAsStated',
      },
    ]);
    expect(faultsOf(mixed, quantity.priceUsdPerMwh, ["x"])).toEqual([]);
    // Prices that pass through the gap, too few of them, and too small a share.
    expect(faultsOf([...mixed, 0.9, 1.3], quantity.priceUsdPerMwh)).toEqual([]);
    expect(faultsOf(mixed.slice(1), quantity.priceUsdPerMwh)).toEqual([]);
    expect(faultsOf([...mixed, ...prices, ...prices, ...prices], quantity.priceUsdPerMwh)).toEqual([]);
  });

  it("suspects a BTC price in thousands and a GPU price that is a node's", () => {
    expect(faultsOf([84.7], quantity.btcUsd)).toMatchObject([
      { given: "84.7", fix: expect.stringMatching(/^is this in thousands of USD\? multiply by 1000;/) },
    ]);
    expect(faultsOf([84_700], quantity.btcUsd)).toEqual([]);
    expect(faultsOf([2.5, 100], quantity.usdPerGpuHour)).toEqual([]);
    expect(faultsOf([101], quantity.usdPerGpuHour)).toMatchObject([
      { fix: "is this per node, day or month? give USD per GPU and hour" },
    ]);
  });
});
