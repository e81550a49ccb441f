import { describe, expect, it } from "vitest";
import { wholeUnits } from "../../../src/assets/limits/whole-units.ts";

describe("wholeUnits", () => {
  const rating = { unitMw: 2, minLoadFraction: 0.3 };

  it("runs as many as the power needs", () => {
    // 3 MW by two, 0.5 MW by one below its 0.6, none, 5 MW by three: 2 and 3 starts, half an hour each.
    const { units, totals } = wholeUnits(Float64Array.of(3, 0.5, 0, 5), 0.5, rating);
    expect([...units]).toEqual([2, 1, 0, 3]);
    expect(totals).toEqual({ unitHours: 3, hours: 1.5, starts: 5, intervalsUnderMinLoad: 1 });
  });

  it("or as many as are committed, and starts only what did not run before", () => {
    // 6 MW online by three of which two ran before; 1.7 MW are under 30 % of 6 MW, 1.8 are not.
    const { units, totals } = wholeUnits(Float64Array.of(1.7, 1.8), 1, rating, Float64Array.of(6, 6), 4);
    expect([...units]).toEqual([3, 3]);
    expect(totals).toEqual({ unitHours: 6, hours: 2, starts: 1, intervalsUnderMinLoad: 1 });
  });

  it("takes rounding of the solver for no unit", () => {
    expect([...wholeUnits(Float64Array.of(1e-7, -1e-9, 4 + 1e-7), 1, rating).units]).toEqual([0, 0, 2]);
  });
});
