import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLayout, firstFittingParser, stampParser, usualLayoutsOf } from "../../src/io/stamp-format.ts";

const iso = (layout: string, text: string) => new Date(stampParser(layout)(text)).toISOString().slice(0, 19);

describe("stampFormat", () => {
  it.each([
    ["MM/dd/yyyy", "11/03/2024", "2024-11-03T00:00:00"],
    ["M/d/yyyy H:mm", "1/1/2020 1:00", "2020-01-01T01:00:00"],
    ["MM/dd/yyyy h:mm:ss a", "1/1/2021 4:55:00 AM", "2021-01-01T04:55:00"],
    ["MM/dd/yyyy h:mm:ss a", "1/1/2021 12:00:00 pm", "2021-01-01T12:00:00"],
    ["MM/dd/yyyy hh:mm a", "01/01/2021 12:30 AM", "2021-01-01T00:30:00"],
    ["yyyy-MM-dd HH:mm", " 2024-02-29 24:00 ", "2024-03-01T00:00:00"],
    ["dd.MM.yy HH:mm", "31.12.24 23:59", "2024-12-31T23:59:00"],
    ["yyyyMMddHHmm", "202402290105", "2024-02-29T01:05:00"],
    ["yyyy-MM-ddTHH:mm:ss", "2024-02-29T01:05:09", "2024-02-29T01:05:09"],
  ])("reads %j: %j", (layout, text, expected) => {
    expect(iso(layout, text)).toBe(expected);
  });

  it.each([
    ["MM/dd/yyyy", "02/30/2024"],
    ["MM/dd/yyyy", "13/01/2024"],
    ["MM/dd/yyyy", "1/1/24"],
    ["MM/dd/yyyy", "01/01/20245"],
    ["MM/dd/yyyy HH:mm", "01/01/2024 24:01"],
    ["MM/dd/yyyy HH:mm", "01/01/2024 10:60"],
    ["MM/dd/yyyy h:mm a", "01/01/2024 0:10 AM"],
    ["MM/dd/yyyy h:mm a", "01/01/2024 1:10 XM"],
    ["MM/dd/yyyy", ""],
  ])("refuses by %j: %j", (layout, text) => {
    expect(stampParser(layout)(text)).toBeNaN();
  });

  it("reads fractions of a second, whatever their digits, and stamps without one", () => {
    const read = stampParser("yyyy-MM-dd HH:mm:ss.SSS");
    const ms = (text: string) => read(`2024-05-26 18:51:${text}`) - Date.UTC(2024, 4, 26, 18, 51);
    expect([ms("23"), ms("23.5"), ms("23.769030"), ms("23.7690309")]).toEqual([23_000, 23_500, 23_769, 23_769]);
    expect([ms("23."), ms("23.1234567890"), ms("23.x")]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it("reads what was written, every minute of any day", () => {
    const read = stampParser("yyyy-MM-dd HH:mm");
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1950, 0) / 60_000, max: Date.UTC(2150, 0) / 60_000 }), (minute) => {
        expect(read(new Date(minute * 60_000).toISOString().slice(0, 16).replace("T", " "))).toBe(minute * 60_000);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

describe("layoutOf and isLayout", () => {
  it("finds the first layout that reads the text", () => {
    expect(firstFittingParser("03.11.2024", ["MM/dd/yyyy", "dd.MM.yyyy"])?.("04.11.2024")).toBe(Date.UTC(2024, 10, 4));
    expect(firstFittingParser("x", ["MM/dd/yyyy"])).toBeUndefined();
  });

  it("names the usual layouts of a text, two where day and month may change places", () => {
    expect(usualLayoutsOf("2024-05-26 18:51:23.769030")).toEqual(["yyyy-MM-dd HH:mm:ss.SSS"]);
    expect(usualLayoutsOf("2024-05-26 18:51:23")).toEqual(["yyyy-MM-dd HH:mm:ss"]);
    expect(usualLayoutsOf("9/1/2022 0:05")).toEqual(["MM/dd/yyyy HH:mm", "dd/MM/yyyy HH:mm"]);
    expect(usualLayoutsOf("9/13/2022 0:05")).toEqual(["MM/dd/yyyy HH:mm"]);
    expect(usualLayoutsOf("noon")).toEqual([]);
  });

  it("wants a day in a layout, each part once, and a half day with its half", () => {
    expect(["M/d/yyyy H:mm", "yyyy-MM-dd", "MM/dd/yy h:mm a"].map(isLayout)).toEqual([true, true, true]);
    expect(["HH:mm", "MM/yyyy", "MM/dd/yyyy h:mm", "MM/dd/yyyy HH:mm a", "dd/dd/yyyy MM", ""].map(isLayout)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
