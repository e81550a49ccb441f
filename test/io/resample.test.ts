import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { resampled } from "../../src/io/resample.ts";

const MINUTE = 60_000;
const series = (given: readonly (readonly [start: number, minutes: number, value: number])[]) => ({
  startMs: Float64Array.from(given, ([start]) => start * MINUTE),
  minutes: Float64Array.from(given, ([, minutes]) => minutes),
  value: Float64Array.from(given, ([, , value]) => value),
  filled: [],
  gaps: [],
});

describe("resampled", () => {
  // 0-20 holds 3, 20-60 holds 9: (3 * 20 + 9 * 40) / 60 = 7. An interval of two hours fills two.
  it("weights by duration and keeps energy", () => {
    const faults = new FaultLog();
    const { startMs, minutes, value } = resampled(
      series([
        [0, 20, 3],
        [20, 40, 9],
        [60, 120, 4],
      ]),
      60,
      faults,
    );
    expect([[...startMs].map((ms) => ms / MINUTE), [...minutes], [...value]]).toEqual([
      [0, 60, 120],
      [60, 60, 60],
      [7, 4, 4],
    ]);
    expect(faults.isEmpty).toBe(true);
  });

  it("refuses intervals that are covered in part, and invalid lengths", () => {
    const faults = new FaultLog();
    resampled(
      series([
        [0, 30, 3],
        [60, 60, 1],
      ]),
      60,
      faults,
    );
    expect(() => faults.throwIfAny()).toThrow("30 minutes of data in the 60 from 1970-01-01T00:00:00.000Z");
    const other = new FaultLog();
    resampled(series([]), 45, other);
    expect(other.isEmpty).toBe(false);
  });
});
