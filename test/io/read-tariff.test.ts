import { describe, expect, it } from "vitest";
import { readTariff } from "../../src/io/read-tariff.ts";
import { firm, grid, horizon } from "../support/small-sites.ts";
import { energy, flat, touDemand } from "../support/urdb-rates.ts";
import { planPower } from "../support/untyped.ts";

const rate = {
  utility: "Plains Electric",
  name: "Large Power",
  label: "x",
  ...energy,
  ...flat,
  ...touDemand,
  fixedchargefirstmeter: 310,
  fixedchargeunits: "$/month",
};

describe("readTariff", () => {
  // Tuesday 2026-07-14, 24 h of 30 MW: 18 h at 50 and 6 h at 120 USD/MWh = 27,000 + 21,600; 30 MW at 8,000 flat and
  // 10,500 in the peak; 310 USD a month by 24 of 744 h = 10.
  it("is billed by the planner as the utility would", () => {
    const { fields, name, notices } = readTariff(JSON.stringify({ items: [rate] }));
    expect(name).toBe("Plains Electric, Large Power");
    expect(notices).toEqual([
      "the rate has no demandwindow: demand is billed by the plan's intervals unless billingIntervalMinutes is given.",
    ]);
    const plan = planPower({ horizon: horizon(24), assets: [{ ...grid(), ...fields }, firm()] });
    if (plan.status !== "optimal") throw new Error(plan.status);
    expect(plan.objectiveUsd).toBeCloseTo(27_000 + 21_600 + 240_000 + 315_000 + 10, 6);
  });

  it.each([
    [{ fixedchargefirstmeter: 12, fixedchargeunits: "$/day" }, { fixedCharge: { usdPerDay: 12 } }],
    [{ fixedchargefirstmeter: 1200, fixedchargeunits: "$/year" }, { fixedCharge: { usdPerMonth: 100 } }],
    [{ fixedmonthlycharge: 55 }, { fixedCharge: { usdPerMonth: 55 } }],
    [{ mincharge: 500, minchargeunits: "$/month" }, { minimumBill: { usdPerMonth: 500 } }],
    [{ minmonthlycharge: 400 }, { minimumBill: { usdPerMonth: 400 } }],
    [{ annualmincharge: 0 }, {}],
  ])("reads %j", (charge, fields) => {
    expect(readTariff({ ...energy, ...charge }).fields).toEqual({
      importPriceUsdPerMwh: 0,
      touEnergyCharge: readTariff(energy).fields.touEnergyCharge,
      ...fields,
    });
  });

  it("names what is not read and what was chosen", () => {
    expect(
      readTariff(
        { fixedchargefirstmeter: 5, fixedchargeeaaddl: 3, peakkwcapacitymin: 500, energycomments: "c", "Rider 7": 4 },
        { months: [7] },
      ).notices,
    ).toEqual([
      "fixedchargeeaaddl is not read: the plan has one meter.",
      "the rate has no energy rates: importPriceUsdPerMwh is 0.",
      "rates are used for these months only: 7.",
      "the rate is for customers of peakkwcapacitymin 500: check that the site is one.",
      "comments that may name further charges, for you to read: energycomments.",
      "not read: Rider 7.",
    ]);
  });

  // As the database's whole download has it: other names, tiers inside an object, a list of pairs of words.
  it("reads the words of the download as those of the API", () => {
    const tiers = (structure: readonly unknown[], name: string) => structure.map((period) => ({ [name]: period }));
    const download = {
      _id: { $oid: "0" },
      utilityName: "Plains Electric",
      rateName: "Large Power",
      eiaId: 1,
      effectiveDate: { $date: "2026-01-01T00:00:00Z" },
      revisions: [],
      energyRateStrux: tiers(energy.energyratestructure, "energyRateTiers"),
      energyWeekdaySched: energy.energyweekdayschedule,
      energyWeekendSched: energy.energyweekendschedule,
      demandRateStrux: tiers(touDemand.demandratestructure, "demandRateTiers"),
      demandWeekdaySched: touDemand.demandweekdayschedule,
      demandWeekendSched: touDemand.demandweekendschedule,
      demandRateUnits: "kW",
      flatDemandStrux: tiers(flat.flatdemandstructure, "flatDemandTiers"),
      flatDemandMonths: flat.flatdemandmonths,
      flatDemandUnits: "kW",
      fixedChargeFirstMeter: 310,
      fixedChargeUnits: "$/month",
      demandWindow: 15,
      demandMin: 500,
      energyKeyVals: [{ key: "Voltage discount", val: "-0.001 $/kWh" }],
      dgRules: "Net Metering",
    };
    const { name, fields, notices } = readTariff(download, { netMetering: false });
    expect({ name, fields }).toEqual({
      name: "Plains Electric, Large Power",
      fields: readTariff({ ...rate, demandwindow: 15 }).fields,
    });
    expect(notices).toEqual([
      'dgrules "Net Metering" is not read, as options.netMetering says.',
      "the rate is for customers of peakkwcapacitymin 500: check that the site is one.",
      'energyattrs is not read, [{"key":"Voltage discount","val":"-0.001 $/kWh"}]: add this charge yourself.',
    ]);
    expect(() => readTariff({ ...download, flatDemandMonths: [1] })).toThrow(
      "flatDemandMonths: got [1], wanted 12 numbers",
    );
  });

  it.each<[string, unknown]>([
    ["rateName: got beside name", { name: "a", rateName: "b", fixedmonthlycharge: 5 }],
    ["wanted a complete JSON document", "{"],
    ["tariff: got 3, wanted a URDB rate", 3],
    ["items: got 2 rates, wanted one rate", { items: [{}, {}] }],
    ['fixedchargeunits: got "$/kw"', { fixedchargefirstmeter: 5, fixedchargeunits: "$/kW" }],
    ["fixedmonthlycharge: got 5 beside fixedchargefirstmeter", { fixedchargefirstmeter: 5, fixedmonthlycharge: 5 }],
    ["minmonthlycharge: got 5 beside mincharge", { mincharge: 5, minmonthlycharge: 5 }],
    ['minchargeunits: got "$/year"', { mincharge: 5, minchargeunits: "$/year" }],
    ["annualmincharge: got 900", { annualmincharge: 900 }],
    ["demandreactivepowercharge: got a charge per kVAr", { demandreactivepowercharge: 0.3 }],
    ["energyratestructure: got nothing, wanted energy rates", { fueladjustmentsmonthly: Array<number>(12).fill(0.01) }],
  ])("refuses %s", (message, json) => {
    expect(() => readTariff(json)).toThrow(message);
  });

  it("rejects invalid options", () => {
    expect(() => readTariff(rate, { months: [0] })).toThrow(
      "options.months: got [0], wanted an array of months from 1 to 12",
    );
    for (const netMetering of [true, 5, { trueUp: {} }, { trueUp: { month: 13 } }, { trueUp: null }])
      expect(() => readTariff(rate, { netMetering } as never)).toThrow("options.netMetering: got");
    expect(() => readTariff(rate, { powerFactor: 95 })).toThrow("options.powerFactor: got 95");
  });

  it("refuses what holds no charge at all: free power is not a tariff", () => {
    expect(() => readTariff({})).toThrow("no known charge");
    expect(() => readTariff({ label: "x", energyrates: [] })).toThrow("no known charge");
  });
});
