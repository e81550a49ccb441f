import { describe, expect, it } from "vitest";
import { SolvedSite } from "../../../src/model/solved-site.ts";
import { buildSite } from "../../../src/plan/build-site.ts";
import { gridAsset, optimalPlan, planOf, readingOf } from "../../support/plans.ts";

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

describe("a deadline past the end of the plan", () => {
  // Four hours in the plan, six after it.
  const late = (fields: Record<string, unknown>) =>
    job({ energyFacilityMwh: 10, release: at("00:00"), deadline: at("10:00"), ...fields });

  it("keeps the pace, the share of the window's hours that lie in the plan; the rest stays open, by name", () => {
    // Six hours at 5 MW could do all of it: nothing is due. Power at 50 is worth it, behind the pace stands at 100.
    const plan = optimalPlan({ count: 4, assets: priced(50, [late({ maxMw: 5 })]) });
    const [training] = read(plan).jobs;
    expect(training).toMatchObject({ dueMwh: 0, unmetMwh: 0 });
    expect(training.paceMwh).toBeCloseTo(4, 9);
    expect(training.servedMwh).toBeCloseTo(4, 7);
    expect(training.openMwh).toBeCloseTo(6, 7);
    expect(training.usdPerMwh).toBeCloseTo(50, 6);
    expect(read(plan).totals).toMatchObject({ demandMwh: 0, unservedMwh: 0 });
    expect(plan.notices).toContain(
      'batch: job "training" is due after the plan ends; of 10.000 MWh 0.000 cannot wait until then. The ' +
        "pace is 4.000 MWh; what is behind it stays open, valued at 100.00 USD/MWh.",
    );
  });

  it("at an unmet price of 0 reports no more given up than was due, whichever of equal optima the solver finds", () => {
    const { site, assets } = buildSite(
      planOf({ count: 4, assets: priced(50, [late({ maxMw: 5, unmetUsdPerMwh: 0 })]) }),
    );
    const [, { planned, kind, handles }] = assets;
    const x = new Float64Array(site.colLower.length);
    x[site.columnBlocks.find(({ name }) => name === "unmetMwh training")?.start ?? -1] = 4;
    const zeros = { y: new Float64Array(site.rowLower.length), reducedCost: x };
    const { jobs } = kind.read(
      planned.spec,
      planned.initial,
      handles,
      new SolvedSite(site.time, { x, ...zeros }),
    ) as ReturnType<typeof read>;
    expect(jobs[0]).toMatchObject({ unmetMwh: 0, openMwh: 10 });
  });

  it("goes on in the next plan with what is open", () => {
    const jobs = [late({ maxMw: 5 })];
    const first = optimalPlan({ count: 4, assets: priced(50, jobs) });
    const second = optimalPlan({
      count: 8,
      start: at("04:00"),
      assets: priced(50, jobs),
      initialState: { batch: first.endState.batch },
    });
    expect(read(second).jobs[0].dueMwh).toBeCloseTo(6, 7);
    expect(first.objectiveUsd + second.objectiveUsd).toBeCloseTo(500, 5);
    const third = optimalPlan({
      count: 1,
      start: at("12:00"),
      assets: priced(50, jobs),
      initialState: { batch: second.endState.batch },
    });
    expect(third.objectiveUsd).toBe(0);
  });
});
