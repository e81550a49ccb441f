import { describe, expect, it } from "vitest";
import { instantFix, instantFault, offsetLabel, stampLabel } from "../../src/input/instant.ts";

describe("offsetLabel", () => {
  it.each([
    [-300, "-05:00"],
    [0, "+00:00"],
    [330, "+05:30"],
    [-570, "-09:30"],
    [825, "+13:45"],
  ])("writes %d minutes as %s", (minutes, label) => {
    expect(offsetLabel(minutes)).toBe(label);
  });
});

describe("stampLabel", () => {
  it("writes local time with offset, or UTC without a zone", () => {
    expect(stampLabel(Date.UTC(2026, 6, 14, 22), { timeZone: "America/Chicago" })).toBe("2026-07-14 17:00-05:00");
    expect(stampLabel(Date.UTC(2026, 6, 14, 22), {})).toBe("2026-07-14 22:00+00:00");
    expect(stampLabel(Number.NaN, { timeZone: "America/Chicago" })).toBe("no date");
  });
});

describe("words on an instant", () => {
  const zoned = { timeZone: "America/Chicago" };

  it("tell what is missing from what is mistaken", () => {
    expect(instantFault(undefined, zoned)).toEqual([
      "nothing",
      "an ISO-8601 date and time with its UTC offset",
      "add it",
    ]);
    expect(instantFault("2026-07-14T17:00", zoned)[2]).toBe("add the offset: America/Chicago has -05:00 at that time");
    expect(instantFault(null, zoned)).toEqual([
      "null",
      "an ISO-8601 date and time with its UTC offset",
      "write it like 2026-07-14T17:00:00-05:00",
    ]);
  });
});

describe("advice on a time without offset", () => {
  it("names the offset of the plan's zone in summer and winter", () => {
    expect(instantFix("2026-07-14T17:00:00", "America/Chicago")).toBe(
      "add the offset: America/Chicago has -05:00 at that time",
    );
    expect(instantFix("2026-01-14 17:00", "America/Chicago")).toBe(
      "add the offset: America/Chicago has -06:00 at that time",
    );
    expect(instantFix("2026-07-14T17:00", "Asia/Kolkata")).toBe("add the offset: Asia/Kolkata has +05:30 at that time");
  });

  // On 1 November 2026 the clock goes from 02:00 CDT back to 01:00 CST.
  it("says that the autumn hour occurs twice", () => {
    for (const text of ["2026-11-01T01:00:00", "2026-11-01T01:59:59"]) {
      expect(instantFix(text, "America/Chicago")).toBe(
        "that local time occurs twice in America/Chicago; add -05:00 for the first or -06:00 for the second",
      );
    }
    expect(instantFix("2026-11-01T00:59:59", "America/Chicago")).toContain("has -05:00");
    expect(instantFix("2026-11-01T02:00:00", "America/Chicago")).toContain("has -06:00");
  });

  // On 8 March 2026 the clock goes from 02:00 CST to 03:00 CDT.
  it("says that the spring hour does not exist", () => {
    for (const text of ["2026-03-08T02:00:00", "2026-03-08T02:30:00"]) {
      const advice = instantFix(text, "America/Chicago");
      expect(advice).toContain("does not exist in America/Chicago");
      expect(advice).toContain("from -06:00 to -05:00");
    }
    expect(instantFix("2026-03-08T01:59:00", "America/Chicago")).toContain("has -06:00");
    expect(instantFix("2026-03-08T03:00:00", "America/Chicago")).toContain("has -05:00");
  });

  // New York was at -04:56:02 until 1883, Monrovia at -00:44:30 until 1972.
  it("sends who means an offset with seconds to UTC", () => {
    for (const [text, zone] of [
      ["1883-01-01T12:00", "America/New_York"],
      ["1972-01-02T12:00", "Africa/Monrovia"],
    ]) {
      expect(instantFix(text, zone)).toBe(
        `${zone} had an offset with seconds at that time, which ISO-8601 cannot write; give the time in UTC, with Z`,
      );
    }
    expect(stampLabel(Date.UTC(1972, 0, 2), { timeZone: "Africa/Monrovia" })).toBe("1972-01-01 23:15-00:45");
    expect(stampLabel(Date.UTC(1840, 0, 2), { timeZone: "Europe/London" })).toBe("1840-01-01 23:59-00:01");
  });

  // Lord Howe puts its clock back by half an hour, on 5 April 2026 from 02:00 (+11:00) to 01:30 (+10:30).
  it("knows half-hour changes", () => {
    expect(instantFix("2026-04-05T01:45:00", "Australia/Lord_Howe")).toContain(
      "add +11:00 for the first or +10:30 for the second",
    );
    expect(instantFix("2026-04-05T01:15:00", "Australia/Lord_Howe")).toContain("has +11:00");
  });

  it("falls back to an example, or to any offset where no zone is known", () => {
    expect(instantFix("14.07.2026", "America/Chicago")).toBe("write it like 2026-07-14T17:00:00-05:00");
    expect(instantFix("2026-02-30T00:00:00", "America/Chicago")).toBe("write it like 2026-07-14T17:00:00-05:00");
    expect(instantFix("2026-07-14T17:00:00", undefined)).toContain("or Z for UTC");
  });
});
