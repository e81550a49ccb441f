import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { fillGaps, type GapPolicy } from "../../src/io/fill-gaps.ts";

const HOUR = 3_600_000;

function fill(given: readonly (readonly [hour: number, value: number])[], policy: GapPolicy) {
  const faults = new FaultLog();
  const series = {
    startMs: Float64Array.from(given, ([hour]) => hour * HOUR),
    minutes: new Float64Array(given.length).fill(60),
    value: Float64Array.from(given, ([, value]) => value),
    line: Int32Array.from(given.keys()),
  };
  const { startMs, value, filled, gaps } = fillGaps(series, policy, faults);
  return { series: [...startMs].map((ms, i) => [ms / HOUR, value[i]]), filled, gaps, faults };
}

describe("fillHoles", () => {
  // Hours 2 and 3 have no row, hour 4 is blank.
  const withGaps = [
    [0, 10],
    [1, 20],
    [4, Number.NaN],
    [5, 60],
  ] as const;

  it("faults each by default, with its line", () => {
    const { faults } = fill(withGaps, "error");
    expect(() => faults.throwIfAny()).toThrow(
      /3 faults[^]*no row for 1970-01-01T02:00[^]*no row for 1970-01-01T03:00[^]*a blank for 1970-01-01T04:00/,
    );
  });

  it("keeps them", () => {
    const { series, gaps } = fill(withGaps, "omit");
    expect(series).toEqual([
      [0, 10],
      [1, 20],
      [5, 60],
    ]);
    expect(gaps.map(({ startMs, isBlank }) => [startMs / HOUR, isBlank])).toEqual(
      [
        [4, true],
        [2, false],
        [3, false],
      ].sort(([a], [b]) => Number(a) - Number(b)),
    );
  });

  it("holds the value before, or goes straight to the next", () => {
    expect(fill(withGaps, "previous").series).toEqual([
      [0, 10],
      [1, 20],
      [2, 20],
      [3, 20],
      [4, 20],
      [5, 60],
    ]);
    expect(fill(withGaps, "interpolate").series).toEqual([
      [0, 10],
      [1, 20],
      [2, 30],
      [3, 40],
      [4, 50],
      [5, 60],
    ]);
    expect(fill(withGaps, "previous").filled).toEqual([2, 3, 4]);
  });

  it("takes the same hour of the day or the week before", () => {
    const days = (num: number) =>
      Array.from({ length: num * 24 }, (_, hour) => [hour, hour % 24 === 7 && hour > 100 ? Number.NaN : hour] as const);
    expect(fill(days(9), "day-before").series[103][1]).toBe(79);
    // Hour 127 takes hour 103, which was itself filled from 79.
    expect(fill(days(9), "day-before").series[127][1]).toBe(79);
    expect(
      fill(
        [[0, 5], ...Array.from({ length: 168 }, (_, i) => [i + 1, i === 167 ? Number.NaN : 1] as const)],
        "week-before",
      ).series[168][1],
    ).toBe(5);
  });

  it("refuses what a policy cannot fill, and gaps that no file has", () => {
    for (const policy of ["previous", "interpolate", "day-before", "week-before"] as const) {
      expect(
        () =>
          fill(
            [
              [0, Number.NaN],
              [1, 2],
            ],
            policy,
          ).faults.throwIfAny(),
        policy,
      ).toThrow(`a value that "${policy}" can fill it from`);
    }
    expect(() =>
      fill(
        [
          [0, 1],
          [9_000_000, 2],
        ],
        "omit",
      ).faults.throwIfAny(),
    ).toThrow("at most 105408 missing intervals");
  });
});
