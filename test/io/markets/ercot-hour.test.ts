import { describe, expect, it } from "vitest";
import { FaultLog } from "../../../src/io/fault-log.ts";
import { Header } from "../../../src/io/header.ts";
import { clockOfFlag, ErcotHour } from "../../../src/io/markets/ercot-hour.ts";
import { PriceSink } from "../../../src/io/price-sink.ts";
import { Clock } from "../../../src/io/series-rows.ts";
import { faultsOf } from "../../support/price-lines.ts";

describe("the flag of the repeated hour", () => {
  it("marks the second of the two", () => {
    for (const text of ["Y", " y ", "true", "TRUE", "1"]) expect(clockOfFlag(text), text).toBe(Clock.wallSecond);
    for (const text of ["N", "n", "false", "0", "", " "]) expect(clockOfFlag(text), text).toBe(Clock.wallFirst);
  });

  it("is nothing else", () => {
    expect(clockOfFlag("CDT")).toBeUndefined();
  });
});

describe("the hour of a row", () => {
  const hourIn = (...fields: string[]) => {
    const faults = new FaultLog();
    const hour = new ErcotHour(new Header(["day", "he", "flag"]), new PriceSink(faults, {}), {
      day: 0,
      hour: 1,
      flag: 2,
    });
    return { isRead: hour.parse(fields, 7), hour, faults };
  };

  it("begins an hour before its label", () => {
    const { isRead, hour } = hourIn("11/03/2024", "02:00", "Y");
    expect([isRead, hour.startMs, hour.clock]).toEqual([true, Date.UTC(2024, 10, 3, 1), Clock.wallSecond]);
  });

  it("tells every field that is wrong, and what reports mean by an hour 25", () => {
    const { isRead, faults } = hourIn("13/13/2024", "25", "CDT");
    expect(isRead).toBe(false);
    expect(faultsOf(() => faults.throwIfAny()).map(({ line, column, given }) => [line, column, given])).toEqual([
      [7, 1, '"13/13/2024"'],
      [7, 2, '"25"'],
      [7, 3, '"CDT"'],
    ]);
    expect(() => faults.throwIfAny()).toThrow(
      "25 is the last hour of the day in some reports and the repeated one in others",
    );
  });
});
