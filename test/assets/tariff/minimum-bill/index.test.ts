import { describe, expect, it } from "vitest";
import {
  faultsOf,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
  usdOf,
  type TestSite,
} from "../../../support/plans.ts";
import { billOf } from "../../../support/tariffs.ts";

/** July has 744 hours: so many USD of the minimum for each. */
const perHour = (usd: number, fields: Record<string, unknown> = {}) => ({ usdPerMonth: 744 * usd, ...fields });
const site = (minimumBill: unknown, load: unknown = 10, fields: Record<string, unknown> = {}): TestSite => ({
  count: 1,
  assets: [gridAsset({ minimumBill, ...fields }), firmAsset(load)],
});
const soFar = (usd: number, shortfallUsd = 0) => ({ grid: { bill: { "2026-07": { usd, shortfallUsd } } } });

describe("minimum bill", () => {
  it("binding, it charges what is missing", () => {
    // 10 MWh x 50 = 500 of 800.
    const plan = optimalPlan(site(perHour(800)));
    expect(usdOf(plan, "minimum bill 2026-07", "cash")).toBeCloseTo(300, 6);
    expect(plan.objectiveUsd).toBeCloseTo(800, 6);
    expect(billOf(plan, "minimum bill")).toMatchObject([{ part: "minimumBill", usd: expect.closeTo(300, 6) }]);
    // Another MWh of import is free as long as it binds.
    expect(plan.prices.powerUsdPerMwh[0]).toBeCloseTo(0, 6);
  });

  it("not binding, it charges nothing", () => {
    const plan = optimalPlan(site(perHour(400)));
    expect(usdOf(plan, "minimum bill 2026-07")).toBeCloseTo(0, 6);
    expect(plan.objectiveUsd).toBeCloseTo(500, 6);
    expect(plan.prices.powerUsdPerMwh[0]).toBeCloseTo(50, 6);
  });

  it("makes mining worth while at a price above its strike, as long as it binds", () => {
    // Strike 40 (19.2 USD/PH/day at 20 J/TH) below 50; 800 USD cover 16 MWh: firm 10 and 6 of mining, which earn 240.
    const plan = optimalPlan({
      ...site(perHour(800)),
      hashpriceUsdPerPhDay: (HASHPRICE_FOR_100 * 40) / 100,
      assets: [gridAsset({ minimumBill: perHour(800) }), firmAsset(10), fleetAsset()],
    });
    expect(readingOf(plan, "rigs", "mining-fleet").totals.energyMwh).toBeCloseTo(6, 6);
    expect(plan.objectiveUsd).toBeCloseTo(800 - 240, 6);
  });

  it("counts every charge on import but expected ones; what export earns only where listed", () => {
    // 500 of energy, 10 MW x 20 x 1 h's share of a demand charge prorated, 1 x 30 fixed: 730 of 1000. The expected
    // charge is beside it.
    const fields = {
      demandCharge: { usdPerMwMonth: 744 * 20, prorate: true },
      fixedCharge: { usdPerMonth: 744 * 30 },
      coincidentPeak: {
        usdPerMwYear: 2000,
        months: [7],
        intervalMinutes: 60,
        intervals: [{ start: "2026-07-14T00:00:00-05:00", probability: 0.5 }],
      },
    };
    const plan = optimalPlan(site(perHour(1000), 10, fields));
    expect(usdOf(plan, "minimum bill 2026-07")).toBeCloseTo(270, 5);
    expect(plan.notices.join()).toContain("grid: minimumBill counts importPriceUsdPerMwh, demandCharge, fixedCharge.");
    const few = optimalPlan(site(perHour(1000, { counts: ["demandCharge"] }), 10, fields));
    expect(usdOf(few, "minimum bill 2026-07")).toBeCloseTo(800, 5);
    expect(usdOf(few, "demand charge 2026-07")).toBeCloseTo(200, 5);
  });

  it("export counts against it only where it is listed", () => {
    // 20 MW of sun over 5 of load, no import: 15 MWh x 30 = 450 earned beside a minimum of 100. Where export counts,
    // what it earns is missing from the bill, and it is worth nothing.
    const sun = { kind: "renewable", name: "sun", technology: "solar", capacityMw: 20, availability: 1 };
    const costUsd = (counts: string[] | undefined) =>
      optimalPlan({
        count: 1,
        assets: [
          gridAsset({
            importLimitMw: 0,
            minimumBill: perHour(100, counts && { counts }),
            exportLimitMw: 50,
            exportPriceUsdPerMwh: 30,
          }),
          firmAsset(5),
          sun,
        ],
      }).objectiveUsd;
    expect(costUsd(undefined)).toBeCloseTo(100 - 450, 6);
    expect(costUsd(["importPriceUsdPerMwh", "exportPriceUsdPerMwh"])).toBeCloseTo(100, 6);
  });

  it("adds what the month was billed before the plan", () => {
    // By 01:00 of the 14th 313 of 744 hours are gone: 313 x 800 = 250,400, of which 250,100 are billed with this plan's
    // 500.
    const plan = optimalPlan({ ...site(perHour(800)), initialState: soFar(249_600) });
    expect(usdOf(plan, "minimum bill 2026-07")).toBeCloseTo(300, 4);
    // 100 charged before: 200 more.
    expect(
      usdOf(optimalPlan({ ...site(perHour(800)), initialState: soFar(249_600, 100) }), "minimum bill 2026-07"),
    ).toBeCloseTo(200, 4);
    expect(plan.endState.grid).toEqual({
      bill: { "2026-07": { usd: expect.closeTo(250_100, 4), shortfallUsd: expect.closeTo(300, 4) } },
    });
  });

  it("a month in two plans costs what it costs in one: a later surplus makes up for an earlier shortfall", () => {
    // 10 and 40 MWh x 50 = 2500 against 2 x 1000: no shortfall in one; in two, 500 accrue and are given back.
    const part = (hour: number, load: number[], initialState: TestSite["initialState"]) =>
      optimalPlan({
        ...site(perHour(1000), load),
        count: load.length,
        start: `2026-07-01T0${hour}:00:00-05:00`,
        ...(initialState && { initialState }),
      });
    expect(part(0, [10, 40], undefined).objectiveUsd).toBeCloseTo(2500, 5);
    const first = part(0, [10], undefined);
    const second = part(1, [40], first.endState);
    expect(first.objectiveUsd).toBeCloseTo(1000, 5);
    expect(usdOf(second, "minimum bill 2026-07")).toBeCloseTo(-500, 5);
    expect(first.objectiveUsd + second.objectiveUsd).toBeCloseTo(2500, 5);
  });

  it("a plan that starts inside a month without its bill says what it takes, and its end state agrees with it", () => {
    const first = optimalPlan(site(perHour(800)));
    expect(first.notices.join()).toContain("inside 2026-07 without its bill in initialState");
    // The next hour's 500 miss 300 again, no more.
    const second = optimalPlan({
      ...site(perHour(800)),
      start: "2026-07-14T01:00:00-05:00",
      initialState: first.endState,
    });
    expect(usdOf(second, "minimum bill 2026-07")).toBeCloseTo(300, 4);
  });

  it("a demand charge counts by what the plan adds", () => {
    // 12 MW are set: 3 MW more x 100 = 300 and 15 x 50 = 750 of 2000.
    const plan = optimalPlan({
      ...site(perHour(2000), 15, { demandCharge: { usdPerMwMonth: 200 } }),
      initialState: { grid: { peakMw: { "2026-07": 12 } } },
    });
    expect(usdOf(plan, "minimum bill 2026-07")).toBeCloseTo(2000 - 600 - 750, 4);
  });

  it("refuses to count what has no charge", () => {
    expect(faultsOf(site(perHour(1, { counts: ["importPriceUsdPerMwh", "fixedCharge"] })))).toMatchObject([
      { path: "assets[0].minimumBill.counts[1]", given: '"fixedCharge"', wanted: "one of importPriceUsdPerMwh" },
    ]);
  });
});

it("where it binds, every other item is still what was metered", () => {
  // Every charge is free under so high a minimum: in which item its money stands is the solver's choice until it is
  // settled.
  const plan = optimalPlan({
    ...site(perHour(1e6), 10, {
      demandCharge: { usdPerMwMonth: 300, ratchet: { share: 0.5, lastMonths: 3 } },
      contractedCapacity: { mw: 8, usdPerMwMonth: 200, aboveUsdPerMwMonth: 700 },
      energyTiers: { tiers: [{ upToMwh: 4, usdPerMwh: 2 }, { upToMwh: 8, usdPerMwh: 3 }, { usdPerMwh: 5 }] },
      touDemandCharge: { usdPerMwMonth: { all: 400 }, weekday: "all", weekend: "all" },
    }),
    initialState: {
      grid: {
        peakMw: { "2026-05": 26, "2026-07": 3 },
        monthMwh: { "2026-07": 1 },
        touPeakMw: { "2026-07": { all: 2 } },
      },
    },
  });
  // Billed 13 MW by the ratchet; 2 MW above contract; 1 MWh of the first tier gone: 3 x 2 + 4 x 3 + 3 x 5; 10 - 2 MW x
  // 400.
  expect(usdOf(plan, "demand charge 2026-07", "cash")).toBeCloseTo(0, 5);
  expect(usdOf(plan, "above contracted capacity 2026-07", "cash")).toBeCloseTo(1400, 5);
  expect([1, 2, 3].map((tier) => usdOf(plan, `energy tier ${tier} 2026-07`))).toEqual([
    expect.closeTo(6, 6),
    expect.closeTo(12, 6),
    expect.closeTo(15, 6),
  ]);
  expect(usdOf(plan, "demand charge all 2026-07", "cash")).toBeCloseTo(3200, 5);
  expect(plan.certificate.ok).toBe(true);
  expect(plan.certificate.ledgerResidual).toBeLessThan(1e-12);
});
