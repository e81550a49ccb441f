import { describe, expect, it } from "vitest";
import { type ForecastBasis, persistence, quantileByHour, sameHourLastWeek } from "../../src/replay/forecast.ts";

const basis = (known: ArrayLike<number>, count: number, stepHours = 1): ForecastBasis => ({
  known: Float64Array.from(known),
  count,
  stepHours,
  from: 0,
});
const upTo = (count: number) => Array.from({ length: count }, (_, k) => k);

describe("persistence", () => {
  it("goes on with the last known value", () => {
    expect([...persistence(basis([3, 8], 3))]).toEqual([8, 8, 8]);
  });

  it("needs one value", () => {
    expect(() => persistence(basis([], 2))).toThrow("forecast.history: got 0 known values, wanted at least 1");
  });
});

describe("sameHourLastWeek", () => {
  it("takes the value of 168 hours before, and of 336 where that is not known either", () => {
    const known = upTo(200);
    expect([...sameHourLastWeek(basis(known, 3))]).toEqual([32, 33, 34]);
    expect([...sameHourLastWeek(basis(known, 170))].slice(167)).toEqual([199, 32, 33]);
    expect([...sameHourLastWeek(basis(upTo(400), 1, 0.5))]).toEqual([64]);
  });

  it("needs a week", () => {
    expect(() => sameHourLastWeek(basis(upTo(167), 1))).toThrow("got 167 known values, wanted at least 168");
  });
});

describe("quantileByHour", () => {
  it("takes the quantile of the same time of the last days", () => {
    // Hour h of day d is 100 d + h, so the median of three days is that of the middle one.
    const known = upTo(72).map((k) => 100 * Math.floor(k / 24) + (k % 24));
    expect(Array.from(quantileByHour({ quantile: 0.5, days: 3 })(basis(known, 2)))).toEqual([100, 101]);
    expect(Array.from(quantileByHour({ quantile: 0.25, days: 3 })(basis(known, 25))).slice(23)).toEqual([73, 50]);
    expect(Array.from(quantileByHour({ quantile: 1, days: 2 })(basis(known, 1)))).toEqual([200]);
  });

  it("refuses what is not a quantile, and a history that is too short", () => {
    expect(() => quantileByHour({ quantile: 1.5 })).toThrow("forecast.quantile: got 1.5");
    expect(() => quantileByHour({ quantile: 0.5, days: 0 })).toThrow("forecast.days: got 0");
    expect(() => quantileByHour({ quantile: 0.5, days: 3 })(basis(upTo(71), 1))).toThrow("wanted at least 72");
  });
});
