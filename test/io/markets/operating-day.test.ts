import { describe, expect, it } from "vitest";
import { FaultLog } from "../../../src/io/fault-log.ts";
import { dayOf, operatingDay } from "../../../src/io/markets/operating-day.ts";
import { PriceSink } from "../../../src/io/price-sink.ts";

const leapDay = Date.UTC(2024, 1, 29);

describe("dayOf", () => {
  it.each([
    ["2024-02-29", leapDay],
    ["02/29/2024", leapDay],
    ["20240229", leapDay],
  ])("reads %s", (text, ms) => expect(dayOf(text)).toBe(ms));
  it.each(["2023-02-29", "29.02.2024", "", undefined])("refuses %s", (text) => expect(dayOf(text)).toBeNaN());
});

describe("operatingDay", () => {
  it.each([
    ["2024-02-29", Number.NaN, leapDay, undefined],
    [undefined, leapDay, leapDay, undefined],
    ["2024-02-29", leapDay, leapDay, undefined],
    [undefined, Number.NaN, Number.NaN, "no day in the file"],
    ["soon", Number.NaN, Number.NaN, 'options.date "soon"'],
    ["2024-03-01", leapDay, Number.NaN, "the day in the file, 2024-02-29"],
  ])("of options %s and the file's %d is %d", (stated, inFile, expected, fault) => {
    const faults = new FaultLog();
    expect(operatingDay(stated, inFile, new PriceSink(faults, {}))).toEqual(expected);
    if (fault === undefined) expect(faults.isEmpty).toBe(true);
    else expect(() => faults.throwIfAny()).toThrow(fault);
  });
});
