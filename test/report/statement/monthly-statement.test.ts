import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PowerPlan } from "../../../src/plan/plan-result.ts";
import { monthlyStatement } from "../../../src/report/statement/monthly-statement.ts";
import { optimal } from "../../support/handoff-plan.ts";
import { randomSite } from "../../support/random-sites.ts";
import { TARIFF_HOURS, TARIFF_START, tariffs } from "../../support/random-tariffs.ts";
import { planPower } from "../../support/untyped.ts";

/**
 * Two hours of October and two of November, 20 MW of import at 30, 30, 60, 300 USD/MWh, a demand charge of 100 USD/MW
 * in October. AI takes 10 MW all the time and pays 100 USD/MWh. Rigs of 3,500 W and 200 TH/s (1,000 of them, PUE 1.05,
 * uptime 1, no standby): 3.675 MW, income 41.667 x 40 / 17.5 x 0.99 / 1.05 = 89.796 USD/MWh; off at 300.
 */
const plan = optimal({
  unitsAsStated: ["assets[0].demandCharge.usdPerMwMonth"],
  horizon: { start: "2026-10-31T22:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 4 },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: 20,
      importPriceUsdPerMwh: [30, 30, 60, 300],
      demandCharge: { usdPerMwMonth: [0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 0, 0] },
    },
    { kind: "ai-firm", name: "ai", facilityMw: 10, vollUsdPerMwh: 5000, revenueUsdPerFacilityMwh: 100 },
    {
      kind: "mining-fleet",
      name: "rigs",
      rig: { hashrateThPerS: 200, powerW: 3500 },
      rigs: 1000,
      uptime: 1,
      standbyWPerRig: 0,
    },
  ],
});
const RIG_MW = 3.675;
const INCOME = (((200 * 40) / 24) * 0.99) / 1000 / (0.0035 * 1.05);

describe("a statement of two months", () => {
  const { months, plan: whole, rule } = monthlyStatement(plan);
  const row = (month: string, load: string) => months.find((found) => found.month === month && found.load === load);

  it("has income, power cost and margin of each load", () => {
    expect(months.map(({ month, load }) => `${month} ${load}`)).toEqual([
      "2026-10 ai",
      "2026-10 rigs",
      "2026-10 all",
      "2026-11 ai",
      "2026-11 rigs",
      "2026-11 all",
    ]);
    const october = row("2026-10", "ai");
    // 20 MWh at 30; its share of a peak of 13.675 MW at 100 USD/MW is by energy: 10 of 13.675.
    expect(october).toMatchObject({ energyMwh: 20, revenueUsd: 2000 });
    expect(october?.powerCostUsd).toBeCloseTo(20 * 30 + 1367.5 * (10 / 13.675), 9);
    expect(october?.marginUsdPerMwh).toBeCloseTo((2000 - 600 - 1000) / 20, 9);
    const november = row("2026-11", "rigs");
    expect(november?.energyMwh).toBeCloseTo(RIG_MW, 9);
    expect(november?.revenueUsd).toBeCloseTo(RIG_MW * INCOME, 9);
    expect(november?.powerCostUsd).toBeCloseTo(RIG_MW * 60, 9);
    expect(november?.marginUsdPerMwh).toBeCloseTo(INCOME - 60, 9);
    expect(rule).toMatch(/^Costs of power that belong to no load are shared/u);
  });

  it("sums over loads and months", () => {
    expect(whole.map(({ load }) => load)).toEqual(["ai", "rigs", "all"]);
    expect(whole[2].marginUsd).toBeCloseTo(-plan.objectiveUsd, 9);
    expect(whole[0].energyMwh).toBe(40);
  });
});

it("what belongs to no load is the site's, and nothing is divided by no energy", () => {
  const empty = optimal({
    horizon: { start: "2026-10-31T23:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 2 },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    assets: [
      {
        kind: "grid",
        name: "grid",
        importLimitMw: 20,
        exportLimitMw: 20,
        importPriceUsdPerMwh: 50,
        exportPriceUsdPerMwh: 40,
      },
      { kind: "renewable", name: "sun", technology: "solar", capacityMw: 4, availability: 1 },
      { kind: "ai-firm", name: "ai", facilityMw: [0, 2], vollUsdPerMwh: 5000 },
    ],
  });
  const { months } = monthlyStatement(empty);
  // October has no load: its export is the site's. In November the export of the other 2 MW is the load's.
  expect(months.map(({ month, load, powerCostUsd }) => [month, load, powerCostUsd])).toEqual([
    ["2026-10", "ai", 0],
    ["2026-10", "site", -160],
    ["2026-10", "all", -160],
    ["2026-11", "ai", -80],
    ["2026-11", "all", -80],
  ]);
  expect(months[0]).not.toHaveProperty("marginUsdPerMwh");
});

it("keeps stated worths apart from cash", () => {
  const short = optimal({
    horizon: { start: "2026-10-05T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 1 },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 3, importPriceUsdPerMwh: 50 },
      { kind: "ai-firm", name: "ai", facilityMw: 4, vollUsdPerMwh: 5000 },
    ],
  });
  expect(monthlyStatement(short).months[0]).toMatchObject({ notPaidUsd: 5000, powerCostUsd: 150, marginUsd: -150 });
});

function expectLedger(given: PowerPlan): void {
  const { months, plan: whole } = monthlyStatement(given);
  const { ledger } = given;
  const usdOf = (rows: typeof months) =>
    rows
      .filter(({ load }) => load !== "all")
      .reduce((usd, row) => usd + row.ownCostUsd + row.powerCostUsd + row.notPaidUsd - row.revenueUsd, 0);
  const rounding = 1e-9 * Math.max(1, ledger.absoluteUsd);
  expect(Math.abs(usdOf(months) - ledger.totalUsd)).toBeLessThanOrEqual(rounding);
  expect(Math.abs(usdOf(whole) - ledger.totalUsd)).toBeLessThanOrEqual(rounding);
  const all = months.filter(({ load }) => load === "all");
  const notPaid = ledger.usdByKind.penalty + ledger.usdByKind.valuation;
  expect(Math.abs(all.reduce((usd, row) => usd + row.notPaidUsd, 0) - notPaid)).toBeLessThanOrEqual(rounding);
  const ownUsd = new Map<string, number>();
  for (const { asset, usd } of ledger.lines) ownUsd.set(asset, (ownUsd.get(asset) ?? 0) + usd);
  for (const row of whole.filter(({ load }) => load !== "all" && load !== "site")) {
    // A load's own lines stay with it.
    const reading = given.assets[row.load];
    const drawnMwh = -reading.netBusMw.reduce((mw, at) => mw + Math.min(0, at), 0) * given.stepHours;
    expect(row.energyMwh).toBeCloseTo(drawnMwh, 6);
  }
}

it("rows of random sites add up to the ledger", () => {
  let plans = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const result = planPower(randomSite(seed));
      if (result.status !== "optimal") return;
      plans++;
      expectLedger(result);
    }),
    { seed: 20261130, numRuns: 80 },
  );
  expect(plans).toBeGreaterThan(40);
});

it("so do those of random tariffs over the end of a month", () => {
  fc.assert(
    fc.property(tariffs, (tariff) => {
      const result = planPower({
        horizon: { start: TARIFF_START, timeZone: "America/Chicago", intervalMinutes: 60, count: TARIFF_HOURS },
        bitcoin: { hashpriceUsdPerPhDay: 40 },
        assets: [
          {
            kind: "grid",
            name: "grid",
            importLimitMw: 20,
            importPriceUsdPerMwh: 30,
            exportLimitMw: 5,
            exportPriceUsdPerMwh: 10,
            ...tariff,
          },
          { kind: "ai-firm", name: "ai", facilityMw: 6, vollUsdPerMwh: 5000 },
          { kind: "mining-fleet", name: "rigs", rig: "Antminer S21", rigs: 2000 },
        ],
      });
      if (result.status === "optimal") expectLedger(result);
      else expect(result.status).not.toBe("numerical-trouble");
    }),
    { seed: 20261130, numRuns: 25 },
  );
});

it("refuses what is not a plan", () => {
  expect(() => monthlyStatement({ status: "infeasible" } as never)).toThrow(/monthlyStatement/);
});
