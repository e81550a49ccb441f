import { describe, expect, it } from "vitest";
import { intervalCost, intervalPoint, type IntervalProgram } from "../../src/branch/interval-cost.ts";

/**
 * Import i <= 10 at 20, wind w <= 4 at 0, battery charge c <= 3, and a need of 6: i + w - c = 6, store q = 0.9 c. With
 * nothing stored 4 of wind and 2 of import: 40. Every MW charged is one more of import: 20 / 0.9 a unit of q, to 2.7.
 */
const charge: IntervalProgram = {
  price: Float64Array.of(20, 0, 0),
  a: Float64Array.of(1, 1, -1),
  b: 6,
  lower: new Float64Array(3),
  upper: Float64Array.of(10, 4, 3),
  push: Float64Array.of(0, 0, 0.9),
  order: [1, 0],
};

describe("intervalCost", () => {
  it("rises with what is stored", () => {
    expect(intervalCost(charge)).toEqual([0, 40, 2.7, 100]);
  });

  it("has a breakpoint where one column replaces another, and ends with the last column", () => {
    // A discharge d <= 8 with q = -2 d: to 2 MW it takes the place of import, to 6 that of wind; more has nowhere to
    // go.
    const discharge = {
      ...charge,
      a: Float64Array.of(1, 1, 1),
      upper: Float64Array.of(10, 4, 8),
      push: Float64Array.of(0, 0, -2),
    };
    expect(intervalCost(discharge)).toEqual([-12, 0, -4, 0, -4, 0, 0, 40]);
  });

  // Two batteries charge, c1 <= 3 with 0.9 and c2 <= 2 with 0.5: the better first, 20 / 0.9 and then 20 / 0.5 a unit.
  it("uses the cheapest column first if several columns charge", () => {
    const two = {
      price: Float64Array.of(20, 0, 0, 0),
      a: Float64Array.of(1, 1, -1, -1),
      b: 6,
      lower: new Float64Array(4),
      upper: Float64Array.of(10, 4, 3, 2),
      push: Float64Array.of(0, 0, 0.9, 0.5),
      order: [1, 0],
    };
    expect(intervalCost(two)).toEqual(
      [0, 40, 2.7, 100, 2.7, 100, 3.7, 140].map((value) => expect.closeTo(value, 9) as number),
    );
  });

  it("is a point where no column pushes, empty where nothing is feasible, and undefined without limits", () => {
    expect(intervalCost({ ...charge, upper: Float64Array.of(10, 4, 0) })).toEqual([0, 40, 0, 40]);
    expect(intervalCost({ ...charge, b: 20 })).toEqual([]);
    expect(intervalCost({ ...charge, b: -20, upper: Float64Array.of(10, 4, 0) })).toEqual([]);
    expect(intervalCost({ ...charge, upper: Float64Array.of(Infinity, 4, 3) })).toBeUndefined();
    expect(intervalCost({ ...charge, upper: Float64Array.of(10, 4, Infinity) })).toBeUndefined();
  });
});

describe("intervalPoint", () => {
  // As above: 1.8 into the store is 2 MW of charge, which is import like the 2 MW of need.
  it("is the point behind the cost, also between two ends of a segment", () => {
    const cost = intervalCost(charge) ?? [];
    expect([...intervalPoint(charge, cost, 0)]).toEqual([2, 4, 0]);
    expect([...intervalPoint(charge, cost, 1.8)]).toEqual([4, 4, 2].map((mw) => expect.closeTo(mw, 9) as number));
    const idle = { ...charge, upper: Float64Array.of(10, 4, 0) };
    expect([...intervalPoint(idle, [0, 40, 0, 40], 0)]).toEqual([2, 4, 0]);
  });
});
