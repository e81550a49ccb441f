import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { Clock, SeriesRows } from "../../src/io/series-rows.ts";
import { listedGaps, intervalsOf, wholeSeries } from "../../src/io/whole-series.ts";

const HOUR = 3_600_000;

/** Rows at hours of 1970, NaN a blank. */
function rowsAt(...given: readonly (readonly [hour: number, value: number])[]): SeriesRows {
  const rows = new SeriesRows();
  given.forEach(([hour, value], i) => rows.add(hour * HOUR, Clock.wall, 60, value, i + 2));
  return rows;
}

const options = { timeZone: "UTC", stampsAreEnds: false } as const;

describe("wholeSeries", () => {
  it("orders rows, fills by the policy and tells both", () => {
    const series = wholeSeries(rowsAt([2, 30], [0, 10]), { ...options, gaps: "interpolate" }, new FaultLog(), []);
    expect(intervalsOf(series, (start, minutes, value) => `${start} ${minutes} ${value}`)).toEqual([
      "1970-01-01T00:00:00.000Z 60 10",
      "1970-01-01T01:00:00.000Z 60 20",
      "1970-01-01T02:00:00.000Z 60 30",
    ]);
    expect(series.filled).toEqual([1]);
    expect(
      listedGaps(wholeSeries(rowsAt([0, 10], [1, Number.NaN]), { ...options, gaps: "omit" }, new FaultLog(), [])),
    ).toEqual([{ start: "1970-01-01T01:00:00.000Z", minutes: 60 }]);
  });

  it("throws the faults of a look at the values with those of the holes", () => {
    const faults = new FaultLog();
    const check = () => faults.add({ line: 0 }, "small", "great", "mend");
    expect(() => wholeSeries(rowsAt([0, 10], [2, 30]), options, faults, [], check)).toThrow(
      /2 faults[^]*got small[^]*line 2: got no row for 1970-01-01T01:00/,
    );
  });

  it("reads wall clocks of a zone and ends of intervals", () => {
    const [only] = intervalsOf(
      wholeSeries(rowsAt([5, 1]), { ...options, timeZone: "-05:00", stampsAreEnds: true }, new FaultLog(), []),
      (start) => start,
    );
    expect(only).toBe("1970-01-01T09:00:00.000Z");
  });
});
