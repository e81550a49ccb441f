import { describe, expect, it } from "vitest";
import { energyParts } from "../../../src/io/urdb/energy.ts";
import { UrdbFields } from "../../../src/io/urdb/fields.ts";
import type { ReadTariffOptions } from "../../../src/io/urdb/tariff-fields.ts";
import { readTariff } from "../../../src/io/read-tariff.ts";
import { firm, grid, horizon } from "../../support/small-sites.ts";
import { allMonths, energy } from "../../support/urdb-rates.ts";
import { planPower } from "../../support/untyped.ts";

const everyMonth = Array.from({ length: 12 }, (_, month) => month);

function read(over: Record<string, unknown>, months = everyMonth, options: ReadTariffOptions = {}) {
  const urdb = new UrdbFields({ ...energy, ...over });
  const parts = energyParts(urdb, months, options);
  urdb.throwIfAny();
  return { ...parts, notices: urdb.notices };
}

const sells = { energyratestructure: [[{ rate: 0.05, sell: 0.02 }], [{ rate: 0.12, sell: 0.09 }]] };
const one = {
  energyweekdayschedule: allMonths(Array<number>(24).fill(0)),
  energyweekendschedule: allMonths(Array<number>(24).fill(0)),
};

describe("net metering of a rate", () => {
  it.each([[{ dgrules: "Net Metering" }], [{ usenetmetering: true }]])("is read of %j, by period", (rule) => {
    const { netMetering, touExportPrice, notices } = read(rule);
    expect(netMetering).toMatchObject({
      periods: { "period 0": { leftUsdPerMwh: 50 }, "period 1": { leftUsdPerMwh: 120 } },
    });
    expect(netMetering?.weekday?.[6][14]).toBe("period 1");
    expect(netMetering).not.toHaveProperty("trueUp");
    expect(touExportPrice).toBeUndefined();
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain("is read as netMetering");
    expect(notices[0]).toContain("Credits do not end: give options.netMetering.trueUp where they do.");
  });

  it("takes what ends credits from the options, and the least rate of a period for what credits left are worth", () => {
    const fuel = { fueladjustmentsmonthly: everyMonth.map((month) => (month === 6 ? 0.01 : 0.002)) };
    const { netMetering, notices } = read({ dgrules: "Net Metering", ...fuel }, [5, 6], {
      netMetering: { trueUp: { month: 3, usdPerMwh: 25 } },
    });
    expect(netMetering?.trueUp).toEqual({ month: 3, usdPerMwh: 25 });
    expect(netMetering?.periods).toEqual({ "period 0": { leftUsdPerMwh: 52 }, "period 1": { leftUsdPerMwh: 122 } });
    expect(notices[0]).not.toContain("Credits do not end");
  });

  it("goes before sell rates where dgrules names it, after them by the older flag, and not at all if false", () => {
    const named = read({ ...sells, dgrules: "Net Metering" });
    expect(named.netMetering).toBeDefined();
    expect(named.notices[0]).toBe(
      'energyratestructure[0][0].sell is not read: under dgrules "Net Metering" exported energy is credited in kWh.',
    );
    const flagged = read({ ...sells, usenetmetering: true });
    expect(flagged.netMetering).toBeUndefined();
    expect(flagged.touExportPrice?.usdPerMwh).toEqual({ "period 0": 20, "period 1": 90 });
    const off = read({ ...sells, dgrules: "Net Metering" }, everyMonth, { netMetering: false });
    expect(off.netMetering).toBeUndefined();
    expect(off.touExportPrice).toBeDefined();
    expect(off.notices[0]).toBe('dgrules "Net Metering" is not read, as options.netMetering says.');
  });

  // Tuesday 2026-07-14: 30 MW in for 24 h, 100 MW of sun from 14 to 15 h, so that 70 MWh of peak are exported. Peak: 5
  // h in, 150 MWh less 70 at 120. Off peak: 18 h, 540 MWh at 50.
  it("is billed by the planner within each period", () => {
    const { fields } = readTariff({ ...energy, dgrules: "Net Metering" });
    const sun = {
      kind: "renewable",
      name: "sun",
      technology: "solar",
      capacityMw: 100,
      availability: Array.from({ length: 24 }, (_, t) => (t === 14 ? 1 : 0)),
    };
    const plan = planPower({
      horizon: horizon(24),
      assets: [{ ...grid(), ...fields, exportLimitMw: 90 }, firm(), sun],
    });
    if (plan.status !== "optimal") throw new Error(plan.status);
    expect(plan.objectiveUsd).toBeCloseTo(80 * 120 + 540 * 50, 6);
  });
});

describe("sell rates", () => {
  it("are a price of export by period, USD/MWh", () => {
    const { touExportPrice, notices } = read(sells);
    expect(touExportPrice?.usdPerMwh).toEqual({ "period 0": 20, "period 1": 90 });
    expect(touExportPrice?.weekday[6][14]).toBe("period 1");
    expect(touExportPrice?.weekend.flat().includes("period 1")).toBe(false);
    expect(notices).toContain("the sell rates are read as touExportPrice: set exportLimitMw if the site may export.");
    // One period without a rate earns nothing; without any there is no price of export.
    const half = { energyratestructure: [[{ rate: 0.05 }], [{ rate: 0.12, sell: 0.09 }]] };
    expect(read(half).touExportPrice?.usdPerMwh).toEqual({ "period 0": 0, "period 1": 90 });
    expect(read({}).touExportPrice).toBeUndefined();
    // A season in which nothing is bought.
    expect(read(half, [0, 1]).touExportPrice).toBeUndefined();
  });

  it.each([
    ["Net Billing Instantaneous", sells, "the sell rates are read as touExportPrice"],
    ["Net Billing Instantaneous", {}, 'dgrules "Net Billing Instantaneous" without sell rates'],
    ["Net Billing Hourly", sells, 'dgrules "Net Billing Hourly" nets by the hour'],
    [
      "Buy All Sell All",
      sells,
      'dgrules "Buy All Sell All" is not read: the planner nets generation behind the meter.',
    ],
    ["Feed-in", {}, 'dgrules "Feed-in" is not read: set exportPriceUsdPerMwh'],
  ])("under %s with %j say what is read", (dgrules, over, notice) => {
    const { netMetering, notices } = read({ ...over, dgrules });
    expect(netMetering).toBeUndefined();
    expect(notices[0]).toContain(notice);
  });

  it("that differ by tier, or in cents, are refused", () => {
    const tiers = [
      { rate: 0.04, max: 1e6, sell: 0.02 },
      { rate: 0.05, sell: 0.03 },
    ];
    expect(() => read({ ...one, energyratestructure: [tiers] })).toThrow(
      "energyratestructure[0][1].sell: got 0.03 beside 0.02 USD/kWh",
    );
    expect(() => read({ ...one, energyratestructure: [[{ rate: 0.05, sell: 9 }]] })).toThrow(
      "energyratestructure[0][0].sell: got 9 USD/kWh of export",
    );
  });
});
