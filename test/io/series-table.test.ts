import { describe, expect, it } from "vitest";
import { readSeries, type ReadSeriesOptions } from "../../src/io/read-series.ts";
import { faultsOf } from "../support/price-lines.ts";

const base: ReadSeriesOptions = { value: "mw", unit: "MW", stamp: { column: "time" }, stampIs: "start" };
const read = (text: string, options: Partial<ReadSeriesOptions> = {}) => readSeries(text, { ...base, ...options });
const numbers = (text: string, options: Partial<ReadSeriesOptions> = {}) =>
  read(text, options).values.map(({ value }) => value);

describe("rows of units below the headings", () => {
  const text = (units: string) => `time,mw,note\n${units}\n2026-01-01T00:00Z,30,\n2026-01-01T01:00Z,31,`;

  it.each([",MW,", "UTC,MW,text", ",[MW],-", "(utc),megawatts,"])("%s is one, and said", (units) => {
    expect(numbers(text(units))).toEqual([30, 31]);
    expect(read(text(units)).notices[0]).toContain("Line 2 is read as a row of units");
  });

  it("of another unit is a fault", () => {
    expect(faultsOf(() => read(text(",kW,")))[0]).toMatchObject({
      line: 2,
      column: 2,
      given: 'options.unit "MW"',
      wanted: "the unit of the row of units, kW",
    });
  });

  it.each([",30,", "x,y,", ",,note", "time,mw,note"])("%s is not a row of units", (units) => {
    expect(faultsOf(() => read(text(units)))[0]).toMatchObject({
      line: 2,
      wanted: "an ISO-8601 instant with its offset",
    });
  });
});

describe("decimal commas in a table of commas", () => {
  const text = "time,power (W)\n2026-01-01T00:00Z,30,3\n2026-01-01T01:00Z,31,5\n2026-01-01T02:00Z,32";
  const options = { value: "power (W)", unit: "W", stampIs: "start" } as const;

  it("are reported as the likely cause of fields without a heading, with their line", () => {
    const [fault] = faultsOf(() => read(text, options));
    expect(fault).toMatchObject({
      line: 2,
      given: '3 fields under 2 headings, the last "3"',
      fix: expect.stringContaining("options.decimalComma"),
    });
    expect(fault.fix).toContain("options.separator");
  });

  it("are joined where the caller says there are some", () => {
    expect(numbers(text, { ...options, decimalComma: true })).toEqual([30.3e-6, 31.5e-6, 32e-6]);
    expect(
      numbers("time,mw,temp\n2026-01-01T00:00Z,30,3,21,5\n2026-01-01T01:00Z,-1,25,22,0", { decimalComma: true }),
    ).toEqual([30.3, -1.25]);
  });

  it("that may be joined in two ways are not", () => {
    expect(() => read("time,mw,temp\n2026-01-01T00:00Z,30,3,21", { decimalComma: true })).toThrow(
      "4 fields under 3 headings",
    );
    expect(() => read("time,mw\n2026-01-01T00:00Z,30,x", { decimalComma: true })).toThrow("3 fields under 2 headings");
  });
});

describe("stamps that cannot be read", () => {
  it("are reported with the layouts that read them, both where day and month are in doubt", () => {
    expect(faultsOf(() => read("time,mw\n2026-01-01 00:00:00,1"))[0].fix).toBe(
      'state its layout with options.stamp.layout: "yyyy-MM-dd HH:mm:ss", with options.timeZone, or correct it',
    );
    expect(faultsOf(() => read("time,mw\n1/2/2026 0:00,1"))[0].fix).toContain(
      '"MM/dd/yyyy HH:mm" or "dd/MM/yyyy HH:mm"',
    );
    expect(faultsOf(() => read("time,mw\nnoon,1"))[0].fix).toBe(
      "correct it, or state its layout with options.stamp.layout",
    );
  });

  it("with fractions of a second are read by a layout that has them", () => {
    const text = "time,mw\n2024-05-26 18:51:23.769030,18\n2024-05-26 18:51:26,17\n2024-05-26 18:51:29.5,16";
    const { values } = read(text, { stamp: { column: "time", layout: "yyyy-MM-dd HH:mm:ss.SSSSSS" }, timeZone: "UTC" });
    expect(values.map(({ start }) => start.slice(17))).toEqual(["23.769Z", "26.000Z", "29.500Z"]);
  });
});

describe("hours ending", () => {
  const options = {
    value: "LMP",
    unit: "per MWh",
    stamp: { dateColumn: "Date", hourEndingColumn: "Hr_End" },
    timeZone: "America/New_York",
  } as const;
  const hours = (...rows: string[]) =>
    read(`Date,Hr_End,LMP\n${rows.join("\n")}`, options).values.map(
      ({ start, value }) => `${start.slice(11, 13)} ${value}`,
    );

  it("02X and 02* are the second of two, 02 beside them the first, in any order", () => {
    expect(hours("2025-11-02,01,30", "2025-11-02,02,33", "2025-11-02,02X,32", "2025-11-02,03,31")).toEqual([
      "04 30",
      "05 33",
      "06 32",
      "07 31",
    ]);
    expect(hours("2025-11-02,1,30", "2025-11-02,2*,32", "2025-11-02,2,33", "2025-11-02,3,31")).toEqual([
      "04 30",
      "05 33",
      "06 32",
      "07 31",
    ]);
    expect(hours("2025-11-02,01,30", "2025-11-02,02,33", "2025-11-02,02,32", "2025-11-02,03,31")).toEqual([
      "04 30",
      "05 33",
      "06 32",
      "07 31",
    ]);
  });

  it("skip 02 or 03 in spring, as two reports of one operator do", () => {
    const expected = ["05 30", "06 31", "07 32"];
    expect(hours("2025-03-09,01,30", "2025-03-09,03,31", "2025-03-09,04,32")).toEqual(expected);
    expect(hours("2025-03-09,01,30", "2025-03-09,02,31", "2025-03-09,04,32")).toEqual(expected);
    expect(hours("2025-03-09,01,30", "2025-03-09,02,", "2025-03-09,03,31", "2025-03-09,04,32")).toEqual(expected);
    expect(hours("2025-03-09,01,30", "2025-03-09,02,31", "2025-03-09,03,", "2025-03-09,04,32")).toEqual(expected);
    expect(() => hours("2025-03-09,01,30", "2025-03-09,02,31", "2025-03-09,03,31", "2025-03-09,04,32")).toThrow(
      "the clock skips it",
    );
    expect(() => hours("2025-07-09,02X,30", "2025-07-09,03,31")).toThrow("flagged as the second of two");
  });
});
