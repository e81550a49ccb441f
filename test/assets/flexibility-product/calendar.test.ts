import { describe, expect, it } from "vitest";
import { productCalendar } from "../../../src/assets/flexibility-product/calendar.ts";
import { timeGrid } from "../../../src/input/time-axis.ts";

type Fields = Parameters<typeof productCalendar>[0];

const at = (text: string) => Date.parse(text);
/** Hours from 22:00 in Chicago. */
const evening = timeGrid(at("2026-07-14T22:00:00-05:00"), 60, 6, "America/Chicago");
const calendarOf = (fields: Fields, time = evening) => {
  const reported: string[] = [];
  const { open, joined, called, ...rest } = productCalendar(fields, time, (path) => reported.push(path));
  return { open: [...open].join(""), joined: [...joined].join(""), called: [...called].join(""), reported, ...rest };
};
const hour = (t: number) => at("2026-07-14T22:00:00-05:00") + t * 3_600_000;

describe("productCalendar", () => {
  it("without blocks every interval stands alone", () => {
    expect(calendarOf({})).toEqual({
      open: "111111",
      joined: "000000",
      called: "000000",
      reported: [],
      callsOutside: 0,
      beginsBefore: false,
      goesOn: false,
    });
  });

  it("blocks begin at local midnight", () => {
    // 20-24, 0-4: from 22:00 two hours of the first, then four of the second.
    expect(calendarOf({ blockHours: 4 })).toMatchObject({ joined: "010111", beginsBefore: true, goesOn: false });
    expect(calendarOf({ blockHours: 3 })).toMatchObject({ joined: "010110", beginsBefore: true, goesOn: true });
    expect(calendarOf({ blockHours: 2 })).toMatchObject({ joined: "010101", beginsBefore: false, goesOn: false });
  });

  it("have an hour more where clocks go back", () => {
    // 2026-11-01 in Chicago: 00, 01, 01, 02, 03, then 04.
    const autumn = timeGrid(at("2026-11-01T00:00:00-05:00"), 60, 6, "America/Chicago");
    expect(calendarOf({ blockHours: 4 }, autumn)).toMatchObject({
      joined: "011110",
      beginsBefore: false,
      goesOn: true,
    });
  });

  it("windows are blocks, and nothing is sold outside them", () => {
    const windows = [
      { start: hour(-2), end: hour(1) },
      { start: hour(1), end: hour(3) },
      { start: hour(5), end: hour(7) },
      { start: hour(20), end: hour(21) },
    ];
    expect(calendarOf({ windows })).toMatchObject({
      open: "111001",
      joined: "001000",
      beginsBefore: true,
      goesOn: true,
    });
    expect(calendarOf({ windows: windows.slice(1, 2) })).toMatchObject({
      open: "011000",
      joined: "001000",
      beginsBefore: false,
      goesOn: false,
    });
  });

  it("calls are intervals; those outside the plan are counted", () => {
    expect(
      calendarOf({
        calls: [
          { start: hour(-1), end: hour(1) },
          { start: hour(4), end: hour(9) },
          { start: hour(6), end: hour(7) },
        ],
      }),
    ).toMatchObject({ called: "100011", callsOutside: 1, reported: [] });
  });

  it("tells of borders inside an interval, of the plan only", () => {
    const half = 0.5;
    expect(
      calendarOf({
        windows: [
          { start: hour(half), end: hour(3) },
          { start: hour(4), end: hour(6 + half) },
        ],
      }).reported,
    ).toEqual(["windows[0].start"]);
    expect(calendarOf({ calls: [{ start: hour(-half), end: hour(1 + half) }] }).reported).toEqual(["calls[0].end"]);
    const fives = timeGrid(evening.startMs, 5, 72, "America/Chicago");
    expect(calendarOf({ calls: [{ start: hour(1 / 12), end: hour(7 / 12) }] }, fives).reported).toEqual([]);
  });
});
