import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSeries, type ReadSeriesOptions } from "../../src/io/read-series.ts";
import { runs } from "../support/runs.ts";

const options: ReadSeriesOptions = { value: "gpu_w", unit: "W", stamp: { column: "ts" }, stampIs: "start" };
const START_MS = Date.UTC(2026, 0, 1);
const textOf = (rows: readonly (readonly [ms: number, watts: number])[]) =>
  `ts,gpu_w\n${rows.map(([ms, watts]) => `${new Date(START_MS + ms).toISOString()},${watts}`).join("\n")}`;
const watts = (mw: number) => Number((mw * 1e6).toPrecision(9));

describe("logs finer than a minute", () => {
  // 300 W for 5.2 s, 310 for 4.8, 320 for 4; 330 for the median of 4.8 s, since 30 s to the next row are more than five
  // times that.
  it("repeat each value until the next row, and find a gap where rows are far apart", () => {
    const text = textOf([
      [0, 300],
      [5200, 310],
      [10_000, 320],
      [14_000, 330],
      [44_000, 340],
      [48_000, 350],
    ]);
    const { values, gaps, notices } = readSeries(text, { ...options, gaps: "omit" });
    expect(
      values.map(({ start, minutes, value }) => [
        Date.parse(start) - START_MS,
        Math.round(minutes * 60_000),
        watts(value),
      ]),
    ).toEqual([
      [0, 5200, 300],
      [5200, 4800, 310],
      [10_000, 4000, 320],
      [14_000, 4800, 330],
      [44_000, 4000, 340],
      [48_000, 4800, 350],
    ]);
    expect(gaps).toHaveLength(6);
    expect(notices[0]).toContain("median 4.8 s");
    expect(() => readSeries(text, options)).toThrow(/line 5: got no row for 2026-01-01T00:00:18.800Z/);
  });

  it("hold since the row before where stamps are ends", () => {
    const { values } = readSeries(
      textOf([
        [5000, 300],
        [10_000, 310],
        [15_000, 320],
        [22_000, 330],
      ]),
      { ...options, stampIs: "end" },
    );
    expect(values.map(({ start, value }) => [Date.parse(start) - START_MS, watts(value)])).toEqual([
      [0, 300],
      [5000, 310],
      [10_000, 320],
      [15_000, 330],
    ]);
  });

  // Two hours of rows 2 to 8 s apart: the mean over each hour is the sum of value x duration over 3600 s.
  it("give means over the hour weighted by duration", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 2000, max: 8000 }), fc.integer({ min: 50, max: 700 })), {
          minLength: 20,
          maxLength: 100,
        }),
        (given) => {
          const rows: [number, number][] = [];
          for (let ms = 0; ms < 7_200_000; ms += given[(rows.length - 1) % given.length][0])
            rows.push([ms, given[rows.length % given.length][1]]);
          const energy = [0, 0];
          rows.forEach(([from, value], i) => {
            const to = rows[i + 1]?.[0] ?? 7_200_000;
            energy[0] += value * Math.max(Math.min(to, 3_600_000) - from, 0);
            energy[1] += value * Math.max(to - Math.max(from, 3_600_000), 0);
          });
          const { values } = readSeries(textOf(rows), { ...options, resampleMinutes: 60 });
          expect(values.map(({ start, minutes }) => [Date.parse(start) - START_MS, minutes])).toEqual([
            [0, 60],
            [3_600_000, 60],
          ]);
          values.forEach(({ value }, hour) => expect(Math.abs(value * 1e6 - energy[hour] / 3_600_000)).toBeLessThan(2));
        },
      ),
      { seed: 20261130, numRuns: runs(20, 2) },
    );
  });

  it("that begin within the hour say so, and are cut or averaged as asked", () => {
    const rows = Array.from({ length: 1000 }, (_, i): [number, number] => [1_800_000 + i * 5400, i < 334 ? 100 : 200]);
    const text = textOf(rows);
    expect(() => readSeries(text, { ...options, resampleMinutes: 60 })).toThrow(
      /30 minutes of data in the 60 from 2026-01-01T00:00:00[^]*options.partialIntervals, "drop" or "mean"/,
    );
    expect(readSeries(text, { ...options, resampleMinutes: 60, partialIntervals: "drop" })).toMatchObject({
      values: [{ start: "2026-01-01T01:00:00.000Z", minutes: 60 }],
    });
    const { values, notices } = readSeries(text, { ...options, resampleMinutes: 60, partialIntervals: "mean" });
    expect(values.map(({ start, value }) => [start.slice(11, 13), Number((value * 1e6).toFixed(1))])).toEqual([
      ["00", 100],
      ["01", 199.9],
    ]);
    expect(notices.at(-1)).toBe(
      "1 interval of 60 minutes partly covered, the first from 2026-01-01T00:00:00.000Z: the mean of the covered part.",
    );
  });
});
