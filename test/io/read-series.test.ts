import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSeries, type ReadSeriesOptions } from "../../src/io/read-series.ts";
import { faultsOf } from "../support/price-lines.ts";

const base: ReadSeriesOptions = { value: "load_kw", unit: "kW", stamp: { column: "time" }, stampIs: "start" };
const read = (text: string, options: Partial<ReadSeriesOptions> = {}) => readSeries(text, { ...base, ...options });
const values = (text: string, options: Partial<ReadSeriesOptions> = {}) =>
  read(text, options).values.map(({ start, minutes, value }) => `${start.slice(0, 16)} ${minutes} ${value}`);

describe("readSeries", () => {
  it("reads a column in the stated unit", () => {
    const text = "time,load_kw\n2024-02-29T23:00:00Z,1234.5\n2024-03-01T00:00:00Z,-7\n";
    expect(values(text)).toEqual(["2024-02-29T23:00 60 1.2345", "2024-03-01T00:00 60 -0.007"]);
    expect(read(text)).toMatchObject({
      unit: "MW",
      filled: [],
      gaps: [],
      notices: [expect.stringContaining("60 minutes")],
    });
  });

  it.each<[ReadSeriesOptions["unit"], string, number, string]>([
    ["W", "5120.5", 0.0051205, "MW"],
    ["GW", "0.25", 250, "MW"],
    ["requests", "17", 17, "requests"],
    ["per unit", "0.85", 0.85, "per unit"],
    ["per kWh", "0.03205", 32.05, "per MWh"],
    ["g/kWh", "412", 0.412, "t/MWh"],
  ])("reads %s", (unit, given, value, becomes) => {
    const series = read(`time,x\n2024-01-01T00:00Z,${given}\n2024-01-01T01:00Z,${given}\n`, { value: "x", unit });
    expect([series.unit, series.values.map((each) => each.value)]).toEqual([becomes, [value, value]]);
  });

  it("refuses a gap, an hour twice and a blank with their lines, unless a policy is given", () => {
    const text = "time,load_kw\n2024-01-01T00:00Z,1\n2024-01-01T01:00Z,\n2024-01-01T02:00Z,3\n2024-01-01T04:00Z,5\n";
    expect(faultsOf(() => read(text, { minutes: 60 })).map(({ line, given }) => [line, given])).toEqual([
      [3, "a blank for 2024-01-01T01:00:00.000Z, 60 minutes"],
      [4, "no row for 2024-01-01T03:00:00.000Z, 60 minutes"],
    ]);
    const filled = read(text, { minutes: 60, gaps: "interpolate" });
    expect(filled.filled.map(({ start, value }) => [start, value])).toEqual([
      ["2024-01-01T01:00:00.000Z", 0.002],
      ["2024-01-01T03:00:00.000Z", 0.004],
    ]);
    expect(read(text, { minutes: 60, gaps: "omit" }).gaps).toHaveLength(2);
    expect(
      faultsOf(() => read(text.replace("T02:00Z,3", "T00:00Z,3"), { minutes: 60, gaps: "omit" }))[0],
    ).toMatchObject({ line: 4, given: expect.stringContaining("again, as in line 2") });
  });

  it("reads wall clocks with a layout, ends and starts", () => {
    const text = "time,load_kw\n11/3/2024 0:00,1\n11/3/2024 1:00,2\n11/3/2024 1:00,3\n11/3/2024 2:00,4\n";
    const options = { stamp: { column: "time", layout: "M/d/yyyy H:mm" }, timeZone: "America/Chicago" };
    expect(values(text, options)).toEqual([
      "2024-11-03T05:00 60 0.001",
      "2024-11-03T06:00 60 0.002",
      "2024-11-03T07:00 60 0.003",
      "2024-11-03T08:00 60 0.004",
    ]);
    expect(values(text, { ...options, stampIs: "end" })[0]).toBe("2024-11-03T04:00 60 0.001");
    expect(faultsOf(() => read(text.replace("11/3/2024 1:00,3\n", ""), options))[0]).toMatchObject({
      line: 3,
      given: "2024-11-03 01:00 once",
    });
    expect(
      values(text.replace("11/3/2024 1:00,3\n", ""), {
        ...options,
        loneRepeatedHour: "second",
        gaps: "interpolate",
      })[1],
    ).toBe("2024-11-03T06:00 60 0.0015");
  });

  it("reads dates and hours ending", () => {
    const text = "day,he,load_kw\n2024-03-10,2,1\n2024-03-10,4,2\n";
    expect(values(text, { stamp: { dateColumn: "day", hourEndingColumn: "he" }, timeZone: "America/Chicago" })).toEqual(
      ["2024-03-10T07:00 60 0.001", "2024-03-10T08:00 60 0.002"],
    );
  });

  it("resamples by duration", () => {
    const text =
      "time,load_kw\n2024-01-01T00:00Z,1000\n2024-01-01T00:15Z,2000\n2024-01-01T00:30Z,3000\n2024-01-01T00:45Z,6000\n";
    expect(values(text, { resampleMinutes: 60 })).toEqual(["2024-01-01T00:00 60 3"]);
    expect(faultsOf(() => read(text, { resampleMinutes: 7 }))[0]).toMatchObject({ given: "options.resampleMinutes 7" });
  });

  it.each<[string, Partial<ReadSeriesOptions>, string]>([
    ["a unit the heading contradicts", { unit: "MW" }, 'options.unit "MW"'],
    ["a unit that does not exist", { unit: "hp" as "MW" }, 'options.unit "hp"'],
    ["a column that is not there", { value: "load" }, 'no column "load"'],
    ["stamps of no kind", { stampIs: undefined }, "no options.stampIs"],
    ["a layout without its zone", { stamp: { column: "time", layout: "yyyy-MM-ddTHH:mmZ" } }, "no options.timeZone"],
    [
      "a layout that does not exist",
      { stamp: { column: "time", layout: "HH:mm" }, timeZone: "UTC" },
      'options.stamp.layout "HH:mm"',
    ],
    ["no stamp", { stamp: undefined as unknown as { column: string } }, "options.stamp nothing"],
  ])("refuses %s", (_, options, given) => {
    expect(
      faultsOf(() => read("time,load_kw\n2024-01-01T00:00Z,1\n2024-01-01T01:00Z,1\n", options)).map(
        (fault) => fault.given,
      ),
    ).toContain(given);
  });

  it("refuses values beyond what their unit can have, and no number", () => {
    expect(
      faultsOf(() => read("time,load_kw\n2024-01-01T00:00Z,1\n2024-01-01T01:00Z,2e10\n2024-01-01T02:00Z,1e999\n")).map(
        ({ line, given, wanted }) => [line, given, wanted],
      ),
    ).toEqual([
      [3, "20000000 MW", "a value from -10000000 to 10000000 MW"],
      [4, '"1e999"', "a number"],
    ]);
    expect(
      faultsOf(() =>
        read("time,price\n2024-01-01T00:00Z,1\n2024-01-01T01:00Z,99\n", { value: "price", unit: "per kWh" }),
      )[0],
    ).toMatchObject({ line: 3, wanted: "a value from -5000 to 25000 per MWh" });
  });

  it("tells every fault by line and column", () => {
    const faults = faultsOf(() =>
      read("time,load_kw\n2024-01-01T00:00Z,1\n2024-01-01 1am,2\n2024-01-01T02:00Z,two\n2024-01-01T03:00Z\n"),
    );
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [3, 1],
      [4, 2],
      [5, undefined],
    ]);
  });

  it("reads what was written", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.constantFrom(5, 15, 60),
        fc.array(fc.double({ min: -1e5, max: 1e5, noNaN: true }), { minLength: 2, maxLength: 50 }),
        (quarter, minutes, given) => {
          const written = given.map((value, i) => ({
            start: new Date((quarter * 15 + i * minutes) * 60_000).toISOString(),
            minutes,
            value: value + 0,
          }));
          const text = `time;MW\r\n${written.map(({ start, value }) => `${start};${value}`).join("\r\n")}`;
          expect(read(text, { value: "MW", unit: "MW" }).values).toEqual(written);
        },
      ),
      { seed: 20261122, numRuns: 200 },
    );
  });
});
