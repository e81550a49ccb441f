import { describe, expect, it } from "vitest";
import { expectSeries, faultsOf, gridAsset, optimalPlan, readingOf, resultOf, ruleOf, usdOf } from "../support/plans.ts";

const at = (time: string, day = 14) => `2026-07-${day}T${time}:00-05:00`;
const job = (fields: Record<string, unknown> = {}) => ({ name: "training", energyFacilityMwh: 8, release: at("01:00"), deadline: at("04:00"), maxMw: 5, ...fields });
const load = (jobs: unknown[], fields: Record<string, unknown> = {}) => ({ kind: "ai-deferrable", name: "batch", jobs, ...fields });
const priced = (importPriceUsdPerMwh: unknown, jobs: unknown[], fields = {}) => [gridAsset({ importPriceUsdPerMwh }), load(jobs, fields)];
const read = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "batch", "ai-deferrable");

describe("window", () => {
  it("takes the cheapest hours between release and deadline", () => {
    // Hours 1 to 3 at 50, 20, 60: 5 MWh at 20, 3 at 50; one more would cost 50. The hours at 10 lie outside.
    const plan = optimalPlan({ count: 5, assets: priced([10, 50, 20, 60, 10], [job()]) });
    expectSeries(read(plan).series.servedMw, [0, 3, 5, 0, 0]);
    expect(plan.objectiveUsd).toBeCloseTo(250, 6);
    expect(read(plan).jobs[0].usdPerMwh).toBeCloseTo(50, 6);
    expect(read(plan).jobs[0]).toMatchObject({ name: "training", dueMwh: 8, unmetMwh: 0, openMwh: 0 });
    expect(read(plan).totals.servedMwh).toBeCloseTo(8, 8);
    expect(plan.endState).toEqual({ batch: { openMwh: { training: 0 } }, grid: { peakMw: {} } });
  });

  it("uses an interval by the share that lies in the window", () => {
    // 00:30 to 02:00 at 5 MW: mean power of the first hour at most 2.5 MW; 7.5 MWh fill it.
    const plan = optimalPlan({ count: 3, assets: priced(50, [job({ energyFacilityMwh: 7.5, release: at("00:30"), deadline: at("02:00") })]) });
    expectSeries(read(plan).series.servedMw, [2.5, 5, 0]);
  });

  it("counts energy by the hour", () => {
    // Quarters of an hour: 5 MW for four of them are 5 MWh.
    const plan = optimalPlan({ count: 4, intervalMinutes: 15, assets: priced(50, [job({ energyFacilityMwh: 5, release: at("00:00"), deadline: at("01:00") })]) });
    expectSeries(read(plan).series.servedMw, [5, 5, 5, 5]);
    expect(plan.objectiveUsd).toBeCloseTo(250, 6);
  });

  it("IT energy is taken times PUE", () => {
    const { energyFacilityMwh: energyItMwh, ...rest } = job();
    const plan = optimalPlan({ count: 4, assets: priced(50, [{ ...rest, energyItMwh }], { pue: 1.25 }) });
    expect(read(plan).jobs[0].dueMwh).toBeCloseTo(10, 9);
    expect(plan.objectiveUsd).toBeCloseTo(500, 6);
  });

  it("all jobs share the cap", () => {
    // 12 MWh of two jobs under 6 MW in hours at 20, 30 and 90: 6 + 6; without the cap 10 at 20 and 2 at 30.
    const jobs = [job({ name: "a", energyFacilityMwh: 6, release: at("00:00"), deadline: at("03:00") }), job({ name: "b", energyFacilityMwh: 6, release: at("00:00"), deadline: at("03:00") })];
    const plan = optimalPlan({ count: 3, assets: priced([20, 30, 90], jobs, { capMw: 6 }) });
    expectSeries(read(plan).series.servedMw, [6, 6, 0]);
    expect(plan.objectiveUsd).toBeCloseTo(300, 6);
    expect(optimalPlan({ count: 3, assets: priced([20, 30, 90], jobs) }).objectiveUsd).toBeCloseTo(260, 6);
  });
});

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
  const late = (fields: Record<string, unknown>) => job({ energyFacilityMwh: 10, release: at("00:00"), deadline: at("10:00"), ...fields });

  it("owes the share of the window's hours that lie in the plan; the rest stays open, by name", () => {
    const plan = optimalPlan({ count: 4, assets: priced(50, [late({ maxMw: 5 })]) });
    expect(read(plan).jobs[0].dueMwh).toBeCloseTo(4, 9);
    expect(read(plan).jobs[0].openMwh).toBeCloseTo(6, 7);
    expect(plan.notices).toContain(
      'batch: job "training" is due after the plan ends (2026-07-14T04:00:00-05:00); 4.000 of 10.000 MWh are due in the plan, the rest stays open.',
    );
  });

  it("owes what could not be done afterwards, if that is more", () => {
    // At 0.9 MW only 5.4 MWh fit into the six hours after: 4.6 are due, of which 3.6 can be served, 1 of 10 never.
    const plan = optimalPlan({ count: 4, assets: priced(50, [late({ maxMw: 0.9, unmetUsdPerMwh: 900 })]) });
    expect(read(plan).jobs[0].dueMwh).toBeCloseTo(4.6, 9);
    expect(read(plan).jobs[0].unmetMwh).toBeCloseTo(1, 7);
  });

  it("goes on in the next plan with what is open", () => {
    const jobs = [late({ maxMw: 5 })];
    const first = optimalPlan({ count: 4, assets: priced(50, jobs) });
    const second = optimalPlan({ count: 8, start: at("04:00"), assets: priced(50, jobs), initialState: { batch: first.endState.batch } });
    expect(read(second).jobs[0].dueMwh).toBeCloseTo(6, 7);
    expect(first.objectiveUsd + second.objectiveUsd).toBeCloseTo(500, 5);
    const third = optimalPlan({ count: 1, start: at("12:00"), assets: priced(50, jobs), initialState: { batch: second.endState.batch } });
    expect(third.objectiveUsd).toBe(0);
  });
});

describe("jobs outside the plan", () => {
  it("released later: left open, by name", () => {
    const plan = optimalPlan({ count: 2, assets: priced(50, [job({ energyFacilityMwh: 1, release: at("00:00"), deadline: at("02:00") }), job({ name: "tomorrow", release: at("02:00"), deadline: at("09:00") })]) });
    expect(plan.notices).toContain('batch: job "tomorrow" is released after the plan ends and is left open.');
    expect(plan.endState.batch).toEqual({ openMwh: { training: 0, tomorrow: 8 } });
    expect(read(plan).totals.demandMwh).toBeCloseTo(1, 9);
  });

  it("due before the start: a fault while energy is open, nothing once it is done", () => {
    const assets = priced(50, [job({ deadline: at("02:00") })]);
    expect(faultsOf({ count: 2, start: at("02:00"), assets })).toMatchObject([{ path: "batch.jobs.training.deadline" }]);
    expect(faultsOf({ count: 2, start: at("02:00"), assets, initialState: { batch: { openMwh: { training: 0 } } } })).toEqual([]);
  });
});

describe("edges", () => {
  it.each<[string, Record<string, unknown>[], string]>([
    ["two jobs of one name", [job(), job()], "assets[1].jobs[1].name"],
    ["no energy", [job({ energyFacilityMwh: undefined })], "assets[1].jobs[0].energyItMwh"],
    ["energy twice", [job({ energyItMwh: 4 })], "assets[1].jobs[0].energyItMwh"],
    ["a deadline before the release", [job({ deadline: at("00:30") })], "assets[1].jobs[0].deadline"],
  ])("refuses %s", (_what, jobs, path) => {
    const assets = JSON.parse(JSON.stringify(priced(50, jobs))) as Record<string, unknown>[];
    expect(faultsOf({ count: 5, assets }).map((fault) => fault.path)).toContain(path);
  });

  it("refuses IT energy without a PUE, and a state of a job that is not listed", () => {
    const { energyFacilityMwh: _, ...rest } = job();
    expect(faultsOf({ count: 5, assets: priced(50, [{ ...rest, energyItMwh: 4 }]) })).toMatchObject([{ path: "assets[1].pue" }]);
    expect(faultsOf({ count: 5, assets: priced(50, [job()]), initialState: { batch: { openMwh: { gone: 4 } } } })).toMatchObject([{ path: "initialState.batch.openMwh.gone" }]);
  });
});

describe("under the threshold rule", () => {
  const jobs = [job({ name: "a", release: at("00:00"), deadline: at("03:00") }), job({ name: "b", release: at("00:00"), deadline: at("03:00") })];

  it("jobs run as soon as they may, in their order, within what they owe", () => {
    const [a, b] = ruleOf({ count: 3, assets: priced(50, jobs) }, "batch").flows;
    expect([a.role, b.role]).toEqual(["as-soon-as-possible", "as-soon-as-possible"]);
    expect([a.reachMw(0), b.reachMw(0)]).toEqual([5, 5]);
    a.tookMw?.(0, 5);
    // 8 - 5 = 3 MWh left of a.
    expect([a.reachMw(1), b.reachMw(1)]).toEqual([3, 5]);
    expect(a.fixes.map(({ columns, value }) => [columns.name, value(0, 4)])).toEqual([["powerMw a", 4]]);
  });

  it("jobs of one interval never reach beyond the cap together", () => {
    const [a, b] = ruleOf({ count: 3, assets: priced(50, jobs, { capMw: 6 }) }, "batch").flows;
    expect([a.reachMw(0), b.reachMw(0)]).toEqual([5, 1]);
    a.tookMw?.(0, 5);
    b.tookMw?.(0, 1);
    expect([a.reachMw(1), b.reachMw(1)]).toEqual([3, 3]);
  });
});
