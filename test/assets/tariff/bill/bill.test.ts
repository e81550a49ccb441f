import { describe, expect, it } from "vitest";
import { Bill } from "../../../../src/assets/tariff/bill/bill.ts";
import { toLinearProgram } from "../../../../src/model/to-linear-program.ts";
import { SolvedSite } from "../../../../src/model/solved-site.ts";
import { firmAsset, gridAsset, emptySite, optimalPlan, readingOf } from "../../../support/plans.ts";
import { dayWithPeak } from "../../../support/tariffs.ts";

describe("Bill", () => {
  const site = emptySite(2, 30);
  const importMw = site.addSeries("grid", "importMw", { unit: "MW", upper: 9 });
  const bill = new Bill(site, "grid", importMw, undefined, undefined, {});
  const column = site.addColumn("grid", "peakMw", { unit: "MW", lower: 4 });
  bill.energy("price", "import energy", Float64Array.of(40, 60));
  bill.energy("adder", "import adders", Float64Array.of(1, 2));
  bill.series("coincident", "coincident peak", "expected", importMw, Float64Array.of(0, 7));
  bill.month("demand", bill.months[0], "demand charge", column, 10, {
    alreadyUsd: 40,
    detail: () => ({ usdPerMw: 10 }),
  });
  bill.constant("fixed", bill.months[0], "fixed charge", 25);
  // Import 3 and 5 MW for half an hour each, peak 6 MW.
  const solved = new SolvedSite(site.time, {
    x: Float64Array.of(3, 5, 6),
    y: new Float64Array(2),
    reducedCost: new Float64Array(3),
  });

  it("has a line for every charge of a month, without what was owed before", () => {
    const [energy, adder, coincident, demand, fixed] = bill.read(solved);
    expect(energy).toEqual({
      month: "2026-07",
      part: "price",
      item: "import energy",
      kind: "cash",
      usd: 0.5 * (3 * 40 + 5 * 60),
    });
    expect(adder.usd).toBeCloseTo(0.5 * (3 + 10), 12);
    expect(coincident).toMatchObject({ kind: "expected", usd: 35 });
    expect(demand).toEqual({
      month: "2026-07",
      part: "demand",
      item: "demand charge 2026-07",
      kind: "cash",
      usd: 20,
      alreadyUsd: 40,
      usdPerMw: 10,
    });
    expect(fixed).toMatchObject({ item: "fixed charge 2026-07", kind: "sunk", usd: 25 });
  });

  it("puts the same amounts in the objective, and what was charged before beside it", () => {
    const { cost, objectiveOffset } = toLinearProgram(site);
    expect([...cost]).toEqual([20.5, 38, 10]);
    expect(objectiveOffset).toBe(25 - 40);
    expect(site.constantCosts).toEqual([
      { asset: "grid", item: "demand charge 2026-07", kind: "cash", usd: -40 },
      { asset: "grid", item: "fixed charge 2026-07", kind: "sunk", usd: 25 },
    ]);
    expect(site.alreadySet).toEqual([{ asset: "grid", item: "demand charge 2026-07", usd: 40 }]);
  });

  it("knows what energy costs at the meter", () => {
    expect([...bill.energyUsdPerMwh]).toEqual([41, 62]);
  });
});

it("the bill's lines add up to the connection's ledger, and earlier charges to what is reported beside it", () => {
  const plan = optimalPlan({
    count: 48,
    start: "2026-07-31T00:00:00-05:00",
    initialState: {
      grid: {
        peakMw: { "2026-07": 11, "2026-06": 40 },
        monthMwh: { "2026-07": 100 },
        touPeakMw: { "2026-07": { peak: 9 } },
        bill: { "2026-07": { usd: 5000 } },
      },
    },
    assets: [
      gridAsset({
        importAdderUsdPerMwh: 3,
        demandCharge: { usdPerMwMonth: 900, ratchet: { share: 0.5, lastMonths: 6 } },
        touEnergyCharge: { usdPerMwh: { peak: 30, "off-peak": 4 }, weekday: dayWithPeak(16, 20), weekend: "off-peak" },
        touDemandCharge: {
          usdPerMwMonth: { peak: 700, "off-peak": 0 },
          weekday: dayWithPeak(16, 20),
          weekend: "off-peak",
        },
        energyTiers: { tiers: [{ upToMwh: 150, usdPerMwh: 2 }, { usdPerMwh: 6 }] },
        fixedCharge: { usdPerDay: 10 },
        contractedCapacity: { mw: 10, usdPerMwMonth: 800, aboveUsdPerMwMonth: 2000 },
        minimumBill: { usdPerMonth: 2_000_000 },
        coincidentPeak: {
          usdPerMwYear: 40_000,
          months: [7, 8],
          intervalMinutes: 60,
          intervals: [{ start: "2026-07-31T17:00:00-05:00", probability: 0.1 }],
        },
      }),
      firmAsset(Array.from({ length: 48 }, (_, t) => 8 + (t % 7))),
    ],
  });
  const { bill } = readingOf(plan, "grid", "grid");
  const ledgerUsd = plan.ledger.lines.filter(({ asset }) => asset === "grid").reduce((sum, { usd }) => sum + usd, 0);
  expect(bill.reduce((sum, { usd }) => sum + usd, 0)).toBeCloseTo(ledgerUsd, 4);
  expect(bill.reduce((sum, { alreadyUsd = 0 }) => sum + alreadyUsd, 0)).toBeCloseTo(plan.alreadySetUsd, 6);
  expect(plan.alreadySetUsd).toBeGreaterThan(1000);
  expect(new Set(bill.map(({ part }) => part)).size).toBe(10);
  expect(plan.certificate.ok).toBe(true);
});
