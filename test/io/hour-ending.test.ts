import { describe, expect, it } from "vitest";
import { parseHourEnding, parseHourLabel } from "../../src/io/hour-ending.ts";

describe("hourEndingOf", () => {
  it.each([
    ["1", 1],
    ["01", 1],
    ["24:00", 24],
    [" 07:00 ", 7],
    ["24", 24],
  ])("reads %j as %i", (text, hour) => {
    expect(parseHourEnding(text)).toBe(hour);
  });

  it.each(["0", "25", "01:30", "x", "", "1.5"])("refuses %j", (text) => {
    expect(parseHourEnding(text)).toBeNaN();
  });
});

describe("hourLabelOf", () => {
  it.each([
    ["02X", 2],
    ["2x", 2],
    ["02*", 2],
    ["HE 2X", 2],
  ])("takes %j for the second of two", (text, hour) => {
    expect(parseHourLabel(text)).toEqual({ hour, isSecond: true });
    expect(parseHourEnding(text)).toBeNaN();
  });

  it("takes no mark for none", () => {
    expect(parseHourLabel("HE 3")).toEqual({ hour: 3, isSecond: false });
    expect(parseHourLabel("2XX")).toEqual({ hour: Number.NaN, isSecond: false });
  });
});
