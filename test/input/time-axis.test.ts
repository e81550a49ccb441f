import { describe, expect, it, vi } from "vitest";
import type { ParseContext } from "../../src/input/parse-context.ts";
import { parseTimeAxis, parseTimeZone, timeGrid } from "../../src/input/time-axis.ts";
import { localDay, monthLabel, localMonth, isoStamp } from "../../src/time/time-grid.ts";
import { zoneOffsetMs } from "../../src/time/zone-offset.ts";

const valid = { start: "2026-07-13T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 168 };

function read(horizon: unknown) {
  const timeZone = parseTimeZone(horizon);
  const context: ParseContext = { faults: [], notices: [], ...(timeZone === undefined ? {} : { timeZone }) };
  const time = parseTimeAxis(horizon, context);
  return { time, faults: context.faults, notices: context.notices };
}

const faultOf = (horizon: unknown) => {
  const { time, faults } = read(horizon);
  expect(time).toBeUndefined();
  expect(faults).toHaveLength(1);
  return faults[0];
};

describe("offsets of the time axis", () => {
  const zones = [
    "America/Chicago",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "America/St_Johns",
    "Pacific/Apia",
    "UTC",
  ];
  // Probing and bisection against asking for every interval: a leap year at 15 minutes, spring and autumn changes
  // within.
  it.each(zones)("equal those of every interval asked alone: %s", (zone) => {
    const start = Date.UTC(2028, 0, 1);
    const time = timeGrid(start, 15, 35_136, zone);
    const wrong = Array.from(time.offsetMinutes.keys()).filter(
      (t) => time.offsetMinutes[t] !== zoneOffsetMs(zone, start + t * 900_000) / 60_000,
    );
    expect(time.offsetMinutes).toHaveLength(35_137);
    expect(wrong).toEqual([]);
  });

  it("equal those of every interval for intervals longer than a day", () => {
    const start = Date.UTC(2026, 0, 1);
    const time = timeGrid(start, 4 * 1440, 90, "America/Chicago");
    for (let t = 0; t <= 90; t++)
      expect(time.offsetMinutes[t]).toBe(zoneOffsetMs("America/Chicago", start + t * 4 * 86_400_000) / 60_000);
  });

  it("change at 2:00 local time in spring and autumn, to the interval", () => {
    const spring = timeGrid(Date.parse("2026-03-08T00:00:00-06:00"), 30, 8, "America/Chicago");
    expect([...spring.offsetMinutes]).toEqual([-360, -360, -360, -360, -300, -300, -300, -300, -300]);
    const autumn = timeGrid(Date.parse("2026-11-01T00:00:00-05:00"), 60, 4, "America/Chicago");
    expect([...autumn.offsetMinutes]).toEqual([-300, -300, -360, -360, -360]);
  });

  // Liberia was 44 min 30 s behind UTC until 00:00 local time of 7 January 1972, and at UTC from then on. Its day
  // begins at 00:44:30Z; an offset of whole minutes in print, -00:45, with the wall time that belongs to it.
  it("may have seconds: Monrovia in January 1972", () => {
    const time = timeGrid(Date.UTC(1972, 0, 1), 15, 4 * 24 * 7, "Africa/Monrovia");
    expect([0, 3, 4].map((t) => monthLabel(localMonth(time, t)))).toEqual(["1971-12", "1972-01", "1972-01"]);
    expect([2, 3].map((t) => localDay(time, t))).toEqual([729, 730]);
    expect(time.offsetMinutes[0]).toBe(-44.5);
    expect(time.offsetMinutes[4 * 24 * 6 + 3]).toBe(0);
    expect([0, 4 * 24 * 6 + 3].map((t) => isoStamp(time, t))).toEqual([
      "1971-12-31T23:15:00-00:45",
      "1972-01-07T00:45:00+00:00",
    ]);
    for (let t = 0; t <= time.count; t++) expect(Date.parse(isoStamp(time, t))).toBe(time.startMs + t * 900_000);
  });

  it("cost little: a 5-minute leap year asks once a day", () => {
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype as { format: unknown }, "format", "get");
    timeGrid(Date.UTC(2028, 0, 1), 5, 105_408, "America/Chicago");
    expect(asked.mock.calls.length).toBeLessThan(3 * 366);
    asked.mockRestore();
  });
});

describe("horizon", () => {
  it("takes a count or an end, and both mean the same", () => {
    const counted = read(valid);
    const { count: _, ...rest } = valid;
    const ended = read({ ...rest, end: "2026-07-20T00:00:00-05:00" });
    expect(counted.faults).toEqual([]);
    expect(counted.time).toMatchObject({
      startMs: Date.UTC(2026, 6, 13, 5),
      stepHours: 1,
      count: 168,
      timeZone: "America/Chicago",
    });
    expect(ended.time).toEqual(counted.time);
  });

  // From local midnight to local midnight over the autumn change are 25 hours.
  it("counts the hours between two local midnights as the clock does", () => {
    const day = { timeZone: "America/Chicago", intervalMinutes: 60 };
    expect(read({ ...day, start: "2026-11-01T00:00:00-05:00", end: "2026-11-02T00:00:00-06:00" }).time?.count).toBe(25);
    expect(read({ ...day, start: "2026-03-08T00:00:00-06:00", end: "2026-03-09T00:00:00-05:00" }).time?.count).toBe(23);
    expect(read({ ...day, start: "2028-01-01T00:00:00-06:00", end: "2029-01-01T00:00:00-06:00" }).time?.count).toBe(
      8784,
    );
  });

  it.each([5, 15, 30, 60, 120, 1440])("takes intervals of %d minutes", (intervalMinutes) => {
    expect(read({ ...valid, intervalMinutes }).time?.stepHours).toBe(intervalMinutes / 60);
  });

  it.each([0, -60, 1, 10, 45, 90, 61, 1e-3])("refuses intervals of %d minutes", (intervalMinutes) => {
    expect(faultOf({ ...valid, intervalMinutes })).toEqual({
      path: "horizon.intervalMinutes",
      given: String(intervalMinutes),
      wanted: "5, 15, 30 or a multiple of 60 minutes",
      fix: "choose one of these",
    });
  });

  // 144e9 minutes are 273,785 years; JavaScript's dates end with the year 275,760.
  it.each([
    [144e9, 1],
    [144e9, 1000],
    [6e5, 1000],
    [60, 1e6 * 2],
  ])("refuses a plan that ends after 2200: %d minutes x %d", (intervalMinutes, count) => {
    const { path } = faultOf({ ...valid, intervalMinutes, count });
    expect(path).toBe(count > 1e6 ? "horizon.count" : "horizon");
  });

  it.each([
    ["2300-01-01T00:00:00Z", 60, "an instant from 1972 to 2200"],
    ["2027-01-01T00:00:00Z", 144e9, "a whole number of 144000000000-minute intervals after horizon.start"],
  ])("refuses an end that no interval reaches: %s by %d minutes", (end, intervalMinutes, wanted) => {
    const { count: _, ...rest } = valid;
    expect(faultOf({ ...rest, intervalMinutes, end })).toMatchObject({ path: "horizon.end", wanted });
  });

  it("refuses an unknown zone and names near ones", () => {
    expect(faultOf({ ...valid, timeZone: "America/Chigaco" })).toMatchObject({
      path: "horizon.timeZone",
      given: 'the text "America/Chigaco"',
      fix: expect.stringContaining("America/Chicago"),
    });
    expect(faultOf({ ...valid, timeZone: "the moon and back again" }).fix).toBe("look it up in the IANA database");
    expect(faultOf({ ...valid, timeZone: "Mars/Base+05" }).path).toBe("horizon.timeZone");
    expect(faultOf({ ...valid, timeZone: "-05:00" }).path).toBe("horizon.timeZone");
  });

  it("refuses a start without offset, and says which offset was meant", () => {
    expect(faultOf({ ...valid, start: "2026-07-13T00:00:00" })).toEqual({
      path: "horizon.start",
      given: 'the text "2026-07-13T00:00:00"',
      wanted: "an ISO-8601 date and time with its UTC offset",
      fix: "add the offset: America/Chicago has -05:00 at that time",
    });
  });

  it("refuses a start off the quarter of an hour (off the five minutes for 5-minute intervals)", () => {
    expect(faultOf({ ...valid, start: "2026-07-13T00:03:00-05:00" })).toMatchObject({
      path: "horizon.start",
      wanted: "a whole multiple of 15 minutes past the hour",
      fix: "move it to 2026-07-13 00:00-05:00",
    });
    expect(faultOf({ ...valid, intervalMinutes: 5, start: "2026-07-13T00:03:00-05:00" }).wanted).toContain("5 minutes");
    expect(read({ ...valid, intervalMinutes: 5, start: "2026-07-13T00:05:00-05:00" }).faults).toEqual([]);
    expect(faultOf({ ...valid, start: "2026-07-13T00:00:30-05:00" }).path).toBe("horizon.start");
  });

  it("says so where hourly intervals do not begin on the local hour, and not where they do", () => {
    expect(read({ ...valid, start: "2026-07-13T00:15:00-05:00" }).notices[0]).toContain(
      "begin at 2026-07-13 00:15-05:00",
    );
    expect(read({ ...valid, timeZone: "Asia/Kolkata", start: "2026-07-13T00:00:00+05:30" }).notices).toEqual([]);
    expect(read({ ...valid, timeZone: "Asia/Kathmandu", start: "2026-07-13T00:00:00+05:45" }).notices).toEqual([]);
    expect(read(valid).notices).toEqual([]);
  });

  // Spring in Chicago on 2026-03-08 at 02:00: a day of 24 h from that midnight ends at 01:00.
  it("says from when on intervals longer than the clock's step drift from the local clock", () => {
    const days = { start: "2026-03-06T00:00:00-06:00", timeZone: "America/Chicago", intervalMinutes: 1440, count: 7 };
    expect(read(days).notices).toEqual([
      "horizon.intervalMinutes: the clock changes in this plan; from 2026-03-09 01:00-05:00 on intervals of " +
        "1440 minutes no longer begin at 00:00.",
    ]);
    expect(read({ ...days, count: 3 }).notices).toEqual([]);
    expect(read({ ...days, timeZone: "UTC", start: "2026-03-06T00:00:00Z" }).notices).toEqual([]);
    expect(read({ ...days, intervalMinutes: 60, count: 168 }).notices).toEqual([]);
    // Lord Howe puts its clock back by half an hour on 2026-04-05 at 02:00 (+11:00).
    const howe = { start: "2026-04-05T00:00:00+11:00", timeZone: "Australia/Lord_Howe", count: 6 };
    expect(read({ ...howe, intervalMinutes: 60 }).notices).toEqual([
      expect.stringContaining("from 2026-04-05 01:30+10:30 on intervals of 60 minutes"),
    ]);
    expect(read({ ...howe, intervalMinutes: 30 }).notices).toEqual([]);
  });

  it("refuses a year that cannot be meant", () => {
    expect(faultOf({ ...valid, start: "0206-07-13T00:00:00-05:00" }).wanted).toBe("an instant from 1972 to 2200");
    expect(faultOf({ ...valid, start: "2620-07-13T00:00:00-05:00" }).wanted).toBe("an instant from 1972 to 2200");
  });

  it("wants exactly one of count and end", () => {
    const { count: _, ...neither } = valid;
    expect(faultOf(neither)).toMatchObject({ path: "horizon", given: "neither count nor end" });
    expect(faultOf({ ...valid, end: "2026-07-20T00:00:00-05:00" })).toMatchObject({
      path: "horizon",
      given: "both count and end",
    });
  });

  it("refuses an end before the start, or off the intervals", () => {
    const { count: _, ...open } = valid;
    expect(faultOf({ ...open, end: "2026-07-12T00:00:00-05:00" })).toMatchObject({
      path: "horizon.end",
      wanted: "an instant after horizon.start",
    });
    expect(faultOf({ ...open, end: valid.start }).wanted).toBe("an instant after horizon.start");
    expect(faultOf({ ...open, end: "2026-07-13T05:30:00-05:00" })).toMatchObject({
      wanted: "a whole number of 60-minute intervals after horizon.start",
      fix: "move it, e.g. to 2026-07-13 06:00-05:00",
    });
    expect(faultOf({ ...open, end: "2026-07-13T00:30:00-05:00" }).fix).toBe("move it, e.g. to 2026-07-13 01:00-05:00");
  });

  it("refuses more than a million intervals, counted or by end", () => {
    expect(faultOf({ ...valid, count: 1_000_001 })).toMatchObject({ path: "horizon.count", wanted: "at most 1000000" });
    const { count: _, ...open } = valid;
    expect(faultOf({ ...open, end: "2199-07-13T00:00:00-05:00" })).toMatchObject({
      path: "horizon.end",
      wanted: "at most 1000000 intervals",
    });
    expect(read({ ...valid, intervalMinutes: 5, count: 105_408 }).time?.count).toBe(105_408);
  });

  it.each([0, -1, 1.5])("refuses a count of %d", (count) => {
    expect(faultOf({ ...valid, count }).path).toBe("horizon.count");
  });

  it.each([undefined, null, "next week", []])("refuses %o as a horizon", (horizon) => {
    expect(faultOf(horizon)).toMatchObject({ path: "horizon", wanted: "an object" });
  });

  it("names every fault of a horizon at once, and unknown keys with the known one", () => {
    const { faults } = read({ start: "soon", timeZone: "Nowhere", intervalMinutes: 7, cuont: 5, end: 3 });
    expect(faults.map(({ path }) => path).sort()).toEqual([
      "horizon.cuont",
      "horizon.end",
      "horizon.intervalMinutes",
      "horizon.start",
      "horizon.timeZone",
    ]);
    expect(faults.find(({ path }) => path === "horizon.cuont")?.fix).toBe('did you mean "count"?');
  });
});
