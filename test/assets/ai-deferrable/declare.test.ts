import { describe, expect, it } from "vitest";
import { firmAsset, gridAsset, optimalPlan, readingOf, renewableAsset, resultOf, usdOf } from "../../support/plans.ts";

const at = (time: string, day = 14) => `2026-07-${day}T${time}:00-05:00`;

const job = (fields: Record<string, unknown> = {}) => ({
  name: "training",
  energyFacilityMwh: 8,
  release: at("01:00"),
  deadline: at("04:00"),
  maxMw: 5,
  ...fields,
});

const load = (jobs: unknown[], fields: Record<string, unknown> = {}) => ({
  kind: "ai-deferrable",
  name: "batch",
  jobs,
  ...fields,
});

const priced = (importPriceUsdPerMwh: unknown, jobs: unknown[], fields = {}) => [
  gridAsset({ importPriceUsdPerMwh }),
  load(jobs, fields),
];

const read = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "batch", "ai-deferrable");

describe("energy not done", () => {
  it.each([
    { unmetUsdPerMwh: 30, unmetMwh: 8, usd: 240 },
    // 5 MWh at 20 and the rest (50) not worth 45: 100 + 3 x 45.
    { unmetUsdPerMwh: 45, unmetMwh: 3, usd: 235 },
    { unmetUsdPerMwh: 900, unmetMwh: 0, usd: 250 },
  ])("is priced at $unmetUsdPerMwh", ({ unmetUsdPerMwh, unmetMwh, usd }) => {
    const price = unmetUsdPerMwh === 30 ? 50 : [10, 50, 20, 60, 10];
    const plan = optimalPlan({ count: 5, assets: priced(price, [job({ unmetUsdPerMwh })]) });
    expect(read(plan).jobs[0].unmetMwh).toBeCloseTo(unmetMwh, 7);
    expect(usdOf(plan, "unmet deferrable AI", "penalty")).toBeCloseTo(unmetMwh * unmetUsdPerMwh, 6);
    expect(plan.objectiveUsd).toBeCloseTo(usd, 6);
    expect(read(plan).service?.unservedMwh).toBeCloseTo(unmetMwh, 7);
  });

  it(
    "in a blackout costs its own price, not that of the more expensive load beside it: the finite difference on both " +
      "sides",
    () => {
      // 6 of 10 MW of firm load at 5000; nothing is left for the job at 700.
      const site = (energyFacilityMwh: number) =>
        optimalPlan({
          count: 4,
          assets: [
            gridAsset({ importLimitMw: 6 }),
            firmAsset(10, { vollUsdPerMwh: 5000 }),
            load([job({ energyFacilityMwh, unmetUsdPerMwh: 700 })]),
          ],
        });
      const { objectiveUsd } = site(8);
      expect(read(site(8)).jobs[0].unmetMwh).toBeCloseTo(8, 9);
      expect(read(site(8)).jobs[0].usdPerMwh).toBeCloseTo(700, 6);
      expect((site(8.01).objectiveUsd - objectiveUsd) / 0.01).toBeCloseTo(700, 4);
      expect((objectiveUsd - site(7.99).objectiveUsd) / 0.01).toBeCloseTo(700, 4);
    },
  );

  it("is a conflict where it must be done", () => {
    // 3 hours x 5 MW = 15 of 16 MWh.
    const result = resultOf({ count: 5, assets: priced(50, [job({ energyFacilityMwh: 16 })]) });
    expect(result.status).toBe("infeasible");
    if (result.status !== "infeasible") return;
    expect(result.conflicts[0]).toMatchObject({ asset: "batch", limit: "energy of training", unit: "MWh" });
    expect(result.conflicts[0].amount).toBeCloseTo(1, 6);
  });
});

describe("a deadline past the end of the plan", () => {
  // Four hours in the plan, six after it.
  const late = (fields: Record<string, unknown>) =>
    job({ energyFacilityMwh: 10, release: at("00:00"), deadline: at("10:00"), ...fields });

  it("falls behind where power is scarce: a valuation, no penalty, nothing unserved", () => {
    // Six hours at 10, then two at 200: mean 57.5, valued at 115. Two of the ten hours from 06:00 lie in the plan.
    const plan = optimalPlan({
      count: 8,
      assets: priced(
        [10, 10, 10, 10, 10, 10, 200, 200],
        [late({ release: at("06:00"), deadline: at("16:00"), maxMw: 5, unmetUsdPerMwh: 900 })],
      ),
    });
    expect(read(plan).jobs[0]).toMatchObject({ dueMwh: 0, unmetMwh: 0 });
    expect(read(plan).jobs[0].openMwh).toBeCloseTo(10, 7);
    expect(read(plan).service?.unservedMwh).toBe(0);
    expect(usdOf(plan, "deferrable AI behind its pace", "valuation")).toBeCloseTo(2 * 115, 6);
    expect(plan.ledger.usdByKind).toMatchObject({ penalty: 0, cash: 0 });
  });

  it("a job without a price for unmet energy is not a contradiction where it can be done afterwards", () => {
    const site = (maxMw: number) =>
      resultOf({ count: 4, assets: [gridAsset({ importLimitMw: 0 }), load([late({ maxMw })])] });
    expect(site(10 / 6).status).toBe("optimal");
    // 6 x 1.6 = 9.6 of 10 MWh.
    expect(site(1.6).status).toBe("infeasible");
  });

  it("owes what could not be done afterwards, and pays for that only", () => {
    // At 0.9 MW 5.4 MWh fit into the six hours after: 4.6 are due, 3.6 are served, 1 never, 5.4 stay open.
    const slow = optimalPlan({ count: 4, assets: priced(50, [late({ maxMw: 0.9, unmetUsdPerMwh: 900 })]) });
    expect(read(slow).jobs[0].dueMwh).toBeCloseTo(4.6, 9);
    expect(read(slow).jobs[0].unmetMwh).toBeCloseTo(1, 7);
    expect(read(slow).jobs[0].openMwh).toBeCloseTo(5.4, 7);
    // At 1.2 MW 7.2 fit: 2.8 due, a pace of 4. With 0.5 MW of supply 2 are served, 0.8 never, 1.2 fall behind.
    const plan = optimalPlan({
      count: 4,
      assets: [gridAsset({ importLimitMw: 0.5 }), load([late({ maxMw: 1.2, unmetUsdPerMwh: 900 })])],
    });
    expect(read(plan).jobs[0].unmetMwh).toBeCloseTo(0.8, 7);
    expect(read(plan).jobs[0].openMwh).toBeCloseTo(7.2, 7);
    expect(read(plan).totals.unservedMwh).toBeCloseTo(0.8, 7);
    expect(usdOf(plan, "unmet deferrable AI", "penalty")).toBeCloseTo(720, 6);
    expect(usdOf(plan, "deferrable AI behind its pace", "valuation")).toBeCloseTo(120, 6);
  });

  it.each([
    // Twice the mean of 50, or nine tenths of the price of giving up: 54 is worth buying for, 36 is not, nor is 0.
    { unmetUsdPerMwh: 900, usdPerMwh: 100, servedMwh: 4 },
    { unmetUsdPerMwh: 60, usdPerMwh: 54, servedMwh: 4 },
    { unmetUsdPerMwh: 40, usdPerMwh: 36, servedMwh: 0 },
    { unmetUsdPerMwh: 0, usdPerMwh: 0, servedMwh: 0 },
  ])(
    "never gives up what can still be done, at an unmet price of $unmetUsdPerMwh",
    ({ unmetUsdPerMwh, usdPerMwh, servedMwh }) => {
      const plan = optimalPlan({ count: 4, assets: priced(50, [late({ maxMw: 5, unmetUsdPerMwh })]) });
      expect(plan.notices.join()).toContain(`valued at ${usdPerMwh.toFixed(2)} USD/MWh`);
      expect(read(plan).jobs[0].unmetMwh).toBe(0);
      expect(read(plan).jobs[0].openMwh).toBeCloseTo(10 - servedMwh, 7);
    },
  );

  it("works at the pace on free import, and ahead of it if power would be curtailed or pays for itself", () => {
    const free = optimalPlan({ count: 4, assets: priced(0, [late({ maxMw: 5 })]) });
    expect(read(free).jobs[0].servedMwh).toBeCloseTo(4, 7);
    const island = optimalPlan({ count: 4, assets: [renewableAsset(3), load([late({ maxMw: 5 })])] });
    expect(read(island).jobs[0].servedMwh).toBeCloseTo(10, 7);
    const paid = optimalPlan({ count: 4, assets: priced(-5, [late({ maxMw: 5 })]) });
    expect(read(paid).jobs[0].servedMwh).toBeCloseTo(10, 7);
    expect(read(paid).jobs[0].openMwh).toBeCloseTo(0, 7);
  });
});
