import { describe, expect, it } from "vitest";
import { marketTimeUnit } from "../../../src/io/markets/market-time-unit.ts";

describe("marketTimeUnit", () => {
  // From 01:45 to 03:00 in spring the wall shows 75 minutes, from 02:45 to 02:00 in autumn -45.
  it.each([
    [15, 15],
    [60, 60],
    [75, 15],
    [-45, 15],
    [0, 60],
    [120, 60],
    [90, 30],
    [-30, 30],
  ])("of %i minutes on the wall is %i", (wall, unit) => {
    expect(marketTimeUnit(wall)).toBe(unit);
  });

  it("is NaN for anything else", () => {
    for (const wall of [1440, -60, -120, 7, Number.NaN]) expect(marketTimeUnit(wall)).toBeNaN();
  });
});
