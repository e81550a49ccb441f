import { describe, expect, it } from "vitest";
import type { ReadTariffOptions } from "../../../src/io/urdb/tariff-fields.ts";
import { demandParts } from "../../../src/io/urdb/demand.ts";
import { UrdbFields } from "../../../src/io/urdb/fields.ts";
import { allMonths, coincident, flat, touDemand } from "../../support/urdb-rates.ts";

const everyMonth = Array.from({ length: 12 }, (_, month) => month);

function read(fields: Record<string, unknown>, options: ReadTariffOptions = {}, months = everyMonth) {
  const urdb = new UrdbFields({ demandwindow: 15, ...fields });
  const parts = demandParts(urdb, months, options);
  urdb.throwIfAny();
  return parts;
}

describe("demandParts", () => {
  it("reads a flat rate, rates by time of use and the window", () => {
    const parts = read({ ...flat, ...touDemand });
    expect(parts).toMatchObject({
      demandCharge: { usdPerMwMonth: 8000 },
      touDemandCharge: { usdPerMwMonth: { "period 0": 0, "period 1": 10_500 } },
      billingIntervalMinutes: 15,
    });
    expect(parts.touDemandCharge?.weekday[6][14]).toBe("period 1");
  });

  it("nothing without demand rates", () => expect(read({})).toEqual({}));

  it("flat rates that differ by month are twelve, beside rates by time of use and a ratchet too", () => {
    const seasons = {
      flatdemandstructure: [[{ rate: 5 }], [{ rate: 9 }]],
      flatdemandmonths: everyMonth.map((month) => (month >= 5 && month <= 8 ? 1 : 0)),
    };
    const rates = everyMonth.map((month) => (month >= 5 && month <= 8 ? 9000 : 5000));
    expect(read(seasons).demandCharge).toEqual({ usdPerMwMonth: rates });
    expect(read(seasons)).not.toHaveProperty("touDemandCharge");
    expect(read(seasons, {}, [6]).demandCharge).toEqual({ usdPerMwMonth: 9000 });
    const both = read({ ...seasons, ...touDemand, lookbackpercent: 0.8, lookbackrange: 11 });
    expect(both.demandCharge).toEqual({ usdPerMwMonth: rates, ratchet: { share: 0.8, lastMonths: 11 } });
    expect(both.touDemandCharge).toEqual(read(touDemand).touDemandCharge);
  });

  it.each([
    [
      { lookbackpercent: 0.8, lookbackrange: 11 },
      { share: 0.8, lastMonths: 11 },
    ],
    [
      { lookbackPercent: 0.5, lookbackMonths: everyMonth.map((month) => month === 6), lookbackRange: 0 },
      { share: 0.5, months: [7] },
    ],
    [
      { lookbackpercent: 0.5, lookbackmonths: everyMonth.map((month) => (month >= 5 && month <= 8 ? 1 : 0)) },
      { share: 0.5, months: [6, 7, 8, 9] },
    ],
  ])("reads the ratchet %j", (fields, ratchet) => {
    expect(read({ ...flat, ...fields }).demandCharge).toEqual({ usdPerMwMonth: 8000, ratchet });
  });

  // 8 USD/kVA at 0.8 kW per kVA are 10 USD/kW.
  it("takes kVA by a power factor that is given, and no other way", () => {
    expect(read({ ...flat, flatdemandunit: "kVA" }, { powerFactor: 0.8 }).demandCharge?.usdPerMwMonth).toBe(10_000);
    expect(() => read({ ...flat, flatdemandunit: "kVA" })).toThrow(
      'flatdemandunit: got "kVA", wanted kW, because reactive power is not modelled; give options.powerFactor',
    );
  });

  it(
    "takes the unit of a tier where the structure has none, kW where nobody says, and no unit from " +
      "demandunits, which is of customers",
    () => {
      expect(
        read(
          { flatdemandstructure: [[{ rate: 8, unit: "kVA" }]], flatdemandmonths: allMonths(0) },
          { powerFactor: 0.8 },
        ).demandCharge?.usdPerMwMonth,
      ).toBe(10_000);
      expect(read({ ...touDemand, demandunits: "kVA" }, { powerFactor: 0.8 }).touDemandCharge?.usdPerMwMonth).toEqual({
        "period 0": 0,
        "period 1": 10_500,
      });
      const urdb = new UrdbFields({ demandwindow: 15, ...flat, flatdemandunit: null });
      demandParts(urdb, everyMonth, {});
      expect(urdb.notices).toEqual(["the rate has no flatdemandunit: its demand rates are read as per kW."]);
    },
  );

  it("takes coincident peaks at the intervals that are given: 12.5 USD/kW in each of four months", () => {
    const listed = {
      intervalMinutes: 15 as const,
      intervals: [{ start: "2026-07-14T17:00:00-05:00", probability: 0.5 }],
    };
    expect(read(coincident, { coincident: listed }).coincidentPeak).toEqual({
      usdPerMwYear: 50_000,
      months: [6, 7, 8, 9],
      ...listed,
    });
    expect(() => read(coincident)).toThrow(
      "coincidentratestructure: got a charge on coincident peaks, wanted the intervals",
    );
  });

  it.each<[string, Record<string, unknown>]>([
    [
      "flatdemandstructure[0]: got 2 tiers, wanted one rate per period",
      { ...flat, flatdemandstructure: [[{ rate: 5, max: 100 }, { rate: 8 }]] },
    ],
    ["flatdemandstructure[0][0].rate: got -1 USD/kW", { ...flat, flatdemandstructure: [[{ rate: -1 }]] }],
    [
      "flatdemandstructure[0][0].rate: got 1001 USD/kW with adj, wanted 0 to 1000 USD/kW",
      { ...flat, flatdemandstructure: [[{ rate: 1001 }]] },
    ],
    ["flatdemandmonths: got nothing", { ...flat, flatdemandmonths: null }],
    [
      "flatdemandmonths[3]: got nothing, wanted a number",
      { ...flat, flatdemandmonths: allMonths(0).map((period, month) => (month === 3 ? null : period)) },
    ],
    ["flatdemandmonths[0]: got 1, wanted a period from 0 to 0", { ...flat, flatdemandmonths: allMonths(1) }],
    ['demandrateunit: got "kW daily"', { ...touDemand, demandrateunit: "kW daily" }],
    ['demandrateunit: got "hp", wanted kW, or kVA with options.powerFactor', { ...touDemand, demandrateunit: "hp" }],
    [
      'demandratestructure[0][0].unit: got "kVA", wanted kW, the unit of demandrateunit',
      { ...touDemand, demandratestructure: [[{ rate: 3, unit: "kVA" }], [{ rate: 9 }]] },
    ],
    [
      'flatdemandstructure[0][0].unit: got "kVA", wanted kW, because',
      { flatdemandstructure: [[{ rate: 3, unit: "kVA" }]], flatdemandmonths: allMonths(0) },
    ],
    ["lookbackmonths[0]: got 2, wanted true or false", { ...flat, lookbackpercent: 0.8, lookbackmonths: allMonths(2) }],
    ["demandwindow: got 5 minutes, wanted 15, 30 or 60 minutes", { ...flat, demandwindow: 5 }],
    ["lookbackpercent: got 80, wanted a share from 0 to 1", { ...flat, lookbackpercent: 80, lookbackrange: 11 }],
    ["lookbackpercent: got 0.8 without lookbackrange", { ...flat, lookbackpercent: 0.8 }],
    ["lookbackpercent: got 0.8, wanted a flat demand rate", { ...touDemand, lookbackpercent: 0.8, lookbackrange: 11 }],
    ["demandratchetpercentage: got a ratchet by month", { ...flat, demandratchetpercentage: allMonths(0.5) }],
  ])("refuses %s", (message, fields) => {
    expect(() => read(fields)).toThrow(message);
  });
});
