import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { rowInstants, wallText } from "../../src/io/row-instants.ts";
import { Clock, SeriesRows } from "../../src/io/series-rows.ts";
import { zoneClock } from "../../src/io/zone-clock.ts";

const wall = (text: string) => Date.parse(`${text}Z`);

function instantsOf(
  stamps: readonly (readonly [string, Clock, number?])[],
  options: { loneRepeatedHour?: "first" | "second"; stampsAreEnds?: boolean } = {},
) {
  const rows = new SeriesRows();
  stamps.forEach(([text, clock, value = 1], i) => rows.add(wall(text), clock, 60, value, i + 2));
  const faults = new FaultLog();
  const ms = rowInstants(
    rows,
    60,
    { clock: zoneClock("America/Chicago"), timeZone: "America/Chicago", stampsAreEnds: false, ...options },
    faults,
  );
  return {
    instants: [...ms].map((at) => (Number.isNaN(at) ? "none" : new Date(at).toISOString().slice(0, 13))),
    faults,
  };
}

describe("rowInstants", () => {
  it("takes the first row of a repeated hour for the earlier, in a falling file the last", () => {
    const rows = [
      ["2024-11-03T00:00", Clock.wall],
      ["2024-11-03T01:00", Clock.wall],
      ["2024-11-03T01:00", Clock.wall],
      ["2024-11-03T02:00", Clock.wall],
    ] as const;
    expect(instantsOf(rows).instants).toEqual(["2024-11-03T05", "2024-11-03T06", "2024-11-03T07", "2024-11-03T08"]);
    expect(instantsOf([...rows].reverse()).instants).toEqual([
      "2024-11-03T08",
      "2024-11-03T07",
      "2024-11-03T06",
      "2024-11-03T05",
    ]);
  });

  it("believes flags, and takes ends for ends", () => {
    expect(
      instantsOf([
        ["2024-11-03T01:00", Clock.wallSecond],
        ["2024-11-03T01:00", Clock.wallFirst],
      ]).instants,
    ).toEqual(["2024-11-03T07", "2024-11-03T06"]);
    expect(instantsOf([["2024-11-03T08:00", Clock.utc]], { stampsAreEnds: true }).instants).toEqual(["2024-11-03T07"]);
  });

  it("asks which a lone hour is, and faults three of it", () => {
    const lone = [["2024-11-03T01:00", Clock.wall]] as const;
    expect(() => instantsOf(lone).faults.throwIfAny()).toThrow("line 2: got 2024-11-03 01:00 once");
    expect(instantsOf(lone, { loneRepeatedHour: "first" }).instants).toEqual(["2024-11-03T06"]);
    expect(instantsOf(lone, { loneRepeatedHour: "second" }).instants).toEqual(["2024-11-03T07"]);
    expect(() => instantsOf([...lone, ...lone, ...lone]).faults.throwIfAny()).toThrow(
      "line 4: got 2024-11-03 01:00 3 times",
    );
  });

  it("leaves a blank at the hour that spring skips, and faults a value there", () => {
    expect(instantsOf([["2024-03-10T02:00", Clock.wall, Number.NaN]])).toMatchObject({
      instants: ["none"],
      faults: { isEmpty: true },
    });
    expect(() => instantsOf([["2024-03-10T02:00", Clock.wall]]).faults.throwIfAny()).toThrow("the clock skips it");
  });

  it("writes wall times", () => {
    expect(wallText(wall("2024-03-10T02:30"))).toBe("2024-03-10 02:30");
  });
});
