import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { orderedSeries } from "../../src/io/ordered-series.ts";
import { Clock, SeriesRows } from "../../src/io/series-rows.ts";
import { zoneClock } from "../../src/io/zone-clock.ts";

const HOUR = 3_600_000;

function order(given: readonly (readonly [hour: number, minutes: number, value: number])[], minutes?: number) {
  const rows = new SeriesRows();
  given.forEach(([hour, length, value], i) => rows.add(hour * HOUR, Clock.utc, length, value, i + 2));
  const faults = new FaultLog();
  const notices: string[] = [];
  const series = orderedSeries(
    rows,
    { clock: zoneClock("UTC"), timeZone: "UTC", stampsAreEnds: false, minutes },
    faults,
    notices,
  );
  return { series, faults, notices };
}

describe("orderedSeries", () => {
  it("sorts rows and keeps their lines", () => {
    const { series, notices } = order([
      [2, 60, 20],
      [0, 60, 10],
      [1, 60, Number.NaN],
    ]);
    expect(series && [...series.startMs]).toEqual([0, HOUR, 2 * HOUR]);
    expect(series && [...series.value]).toEqual([10, Number.NaN, 20]);
    expect(series && [...series.line]).toEqual([3, 4, 2]);
    expect(notices).toEqual([]);
  });

  it("takes the usual distance for the length, and tells", () => {
    const { series, notices } = order([
      [0, Number.NaN, 1],
      [1, Number.NaN, 2],
      [2, Number.NaN, 3],
      [5, Number.NaN, 4],
    ]);
    expect(series && [...series.minutes]).toEqual([60, 60, 60, 60]);
    expect(notices).toEqual([
      "Intervals are 60 minutes, the usual spacing of the rows; options.minutes can change that.",
    ]);
    expect(() => order([[0, Number.NaN, 1]]).faults.throwIfAny()).toThrow("give options.minutes");
    expect(() =>
      order([
        [0, Number.NaN, 1],
        [9000, Number.NaN, 1],
      ]).faults.throwIfAny(),
    ).toThrow("rows 540000 minutes apart");
  });

  it("refuses an instant twice and intervals that overlap, by line", () => {
    expect(() =>
      order([
        [0, 60, 1],
        [0, 60, 2],
      ]).faults.throwIfAny(),
    ).toThrow("line 3: got 1970-01-01T00:00:00.000Z again, as in line 2");
    expect(() =>
      order([
        [0, 60, 1],
        [0.5, 60, 2],
      ]).faults.throwIfAny(),
    ).toThrow("inside the 60 minutes of line 2");
  });
});
