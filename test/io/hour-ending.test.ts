import { describe, expect, it } from "vitest";
import { hourEndingOf } from "../../src/io/hour-ending.ts";

describe("hourEndingOf", () => {
  it.each([["1", 1], ["01", 1], ["24:00", 24], [" 07:00 ", 7], ["24", 24]])("reads %j as %i", (text, hour) => {
    expect(hourEndingOf(text)).toBe(hour);
  });

  it.each(["0", "25", "01:30", "x", "", "1.5"])("refuses %j", (text) => {
    expect(hourEndingOf(text)).toBeNaN();
  });
});
