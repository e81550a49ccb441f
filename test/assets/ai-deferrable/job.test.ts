import { describe, expect, it } from "vitest";
import { expectSeries, faultsOf, gridAsset, optimalPlan, readingOf } from "../../support/plans.ts";

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

describe("window", () => {
  it("takes the cheapest hours between release and deadline", () => {
    // Hours 1 to 3 at 50, 20, 60: 5 MWh at 20, 3 at 50; one more would cost 50. The hours at 10 lie outside.
    const plan = optimalPlan({ count: 5, assets: priced([10, 50, 20, 60, 10], [job()]) });
    expectSeries(read(plan).series.servedMw, [0, 3, 5, 0, 0]);
    expect(plan.objectiveUsd).toBeCloseTo(250, 6);
    expect(read(plan).jobs[0].usdPerMwh).toBeCloseTo(50, 6);
    expect(read(plan).jobs[0]).toMatchObject({ name: "training", dueMwh: 8, unmetMwh: 0, openMwh: 0 });
    expect(read(plan).totals.servedMwh).toBeCloseTo(8, 8);
    expect(plan.endState).toEqual({ batch: { openMwh: { training: 0 } } });
  });

  it("uses an interval by the share that lies in the window", () => {
    // 00:30 to 02:00 at 5 MW: mean power of the first hour at most 2.5 MW; 7.5 MWh fill it.
    const plan = optimalPlan({
      count: 3,
      assets: priced(50, [job({ energyFacilityMwh: 7.5, release: at("00:30"), deadline: at("02:00") })]),
    });
    expectSeries(read(plan).series.servedMw, [2.5, 5, 0]);
  });

  it("counts energy by the hour", () => {
    // Quarters of an hour: 5 MW for four of them are 5 MWh.
    const plan = optimalPlan({
      count: 4,
      intervalMinutes: 15,
      assets: priced(50, [job({ energyFacilityMwh: 5, release: at("00:00"), deadline: at("01:00") })]),
    });
    expectSeries(read(plan).series.servedMw, [5, 5, 5, 5]);
    expect(plan.objectiveUsd).toBeCloseTo(250, 6);
  });

  it("IT energy is taken times PUE", () => {
    const { energyFacilityMwh: energyItMwh, ...rest } = job();
    const plan = optimalPlan({ count: 4, assets: priced(50, [{ ...rest, energyItMwh }], { pue: 1.25 }) });
    expect(read(plan).jobs[0].dueMwh).toBeCloseTo(10, 9);
    expect(plan.objectiveUsd).toBeCloseTo(500, 6);
  });

  it("GPU-hours are taken times the power of a GPU and PUE", () => {
    // 4000 GPU-h x 1.275 kW = 5.1 MWh of IT, x 1.25 = 6.375 MWh at the bus.
    const { energyFacilityMwh: _, ...rest } = job();
    const plan = optimalPlan({
      count: 4,
      assets: priced(50, [{ ...rest, energyGpuHours: 4000 }], { pue: 1.25, kwPerGpu: 1.275 }),
    });
    expect(read(plan).jobs[0].dueMwh).toBeCloseTo(6.375, 9);
    expect(plan.objectiveUsd).toBeCloseTo(318.75, 6);
  });

  it("all jobs share the cap", () => {
    // 12 MWh of two jobs under 6 MW in hours at 20, 30 and 90: 6 + 6; without the cap 10 at 20 and 2 at 30.
    const jobs = [
      job({ name: "a", energyFacilityMwh: 6, release: at("00:00"), deadline: at("03:00") }),
      job({ name: "b", energyFacilityMwh: 6, release: at("00:00"), deadline: at("03:00") }),
    ];
    const plan = optimalPlan({ count: 3, assets: priced([20, 30, 90], jobs, { capMw: 6 }) });
    expectSeries(read(plan).series.servedMw, [6, 6, 0]);
    expect(plan.objectiveUsd).toBeCloseTo(300, 6);
    expect(optimalPlan({ count: 3, assets: priced([20, 30, 90], jobs) }).objectiveUsd).toBeCloseTo(260, 6);
  });
});

describe("jobs outside the plan", () => {
  it("released later: left open, by name", () => {
    const plan = optimalPlan({
      count: 2,
      assets: priced(50, [
        job({ energyFacilityMwh: 1, release: at("00:00"), deadline: at("02:00") }),
        job({ name: "tomorrow", release: at("02:00"), deadline: at("09:00") }),
      ]),
    });
    expect(plan.notices).toContain('batch: job "tomorrow" is released after the plan ends and is left open.');
    expect(plan.endState.batch).toEqual({ openMwh: { training: 0, tomorrow: 8 } });
    expect(read(plan).totals.demandMwh).toBeCloseTo(1, 9);
    expect(read(plan).jobs[1]).toEqual({
      name: "tomorrow",
      dueMwh: 0,
      paceMwh: 0,
      servedMwh: 0,
      unmetMwh: 0,
      openMwh: 8,
      usdPerMwh: 0,
      powerMw: new Float64Array(2),
    });
  });

  it("due before the start: a fault while energy is open, nothing once it is done", () => {
    const assets = priced(50, [job({ deadline: at("02:00") })]);
    expect(faultsOf({ count: 2, start: at("02:00"), assets })).toMatchObject([{ path: "assets[1].jobs[0].deadline" }]);
    expect(
      faultsOf({ count: 2, start: at("02:00"), assets, initialState: { batch: { openMwh: { training: 0 } } } }),
    ).toEqual([]);
  });
});
