import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { Header } from "../../src/io/header.ts";
import { checkUnit, numColumnsNamed, seriesColumns, type SeriesSource } from "../../src/io/series-columns.ts";

const source: SeriesSource = { value: "Load MW", unit: "MW", stamp: { column: "Time Stamp" }, stampIs: "start" };
const columnsOf = (headings: string[], own: Partial<SeriesSource> = {}) => {
  const faults = new FaultLog();
  return { columns: seriesColumns({ ...source, ...own }, new Header(headings), 1, faults), faults };
};

describe("seriesColumns", () => {
  it("finds columns however their headings are spelled", () => {
    expect(columnsOf(["TIME_STAMP", "load_mw"]).columns).toEqual({ value: 1, stamp: 0, hour: -1, layout: undefined });
    expect(numColumnsNamed(source, new Header(["load_mw", "x"]))).toBe(1);
  });

  it("refuses a heading that stands twice", () => {
    expect(() => columnsOf(["Time Stamp", "Load MW", "load mw"]).faults.throwIfAny()).toThrow(
      'line 1, column 3 (load mw): got a second column "Load MW", wanted one column of this heading',
    );
  });

  it("lets rows be read where only stampIs is missing", () => {
    const { columns, faults } = columnsOf(["Time Stamp", "Load MW"], { stampIs: undefined });
    expect(columns).toBeDefined();
    expect(() => faults.throwIfAny()).toThrow("no options.stampIs");
  });
});

describe("checkUnit", () => {
  const judge = (own: Partial<SeriesSource>, text: string) => {
    const faults = new FaultLog();
    checkUnit({ ...source, ...own }, text, { line: 2, column: 1 }, "row of units", faults);
    return faults;
  };

  it("holds unit and currency against the options", () => {
    expect(
      judge({}, "MW").isEmpty &&
        judge({}, "").isEmpty &&
        judge({ unit: "per MWh", currency: "EUR" }, "EUR/MWh").isEmpty,
    ).toBe(true);
    expect(() => judge({}, "kW").throwIfAny()).toThrow(
      'got options.unit "MW", wanted the unit of the row of units, kW',
    );
    expect(() => judge({ unit: "per MWh", currency: "USD" }, "EUR/MWh").throwIfAny()).toThrow(
      'got options.currency "USD", wanted the currency of the row of units, EUR',
    );
  });
});
