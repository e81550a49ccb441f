import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSite } from "../../../src/plan/build-site.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";
import {
  expectSeries,
  firmAsset,
  gridAsset,
  optimalPlan,
  planOf,
  readingOf,
  usdOf,
  type TestSite,
} from "../../support/plans.ts";
import { solveWithHighs } from "../../support/highs-oracle.ts";
import { runs } from "../../support/runs.ts";

const at = (hour: number) => new Date(Date.parse("2026-07-14T00:00:00-05:00") + hour * 3_600_000).toISOString();
/** 10 MW for four hours; stopping one of them early is priced at 100 USD. */
const training = (fields: Record<string, unknown> = {}) => ({
  name: "training",
  energyFacilityMwh: 40,
  release: at(0),
  deadline: at(8),
  maxMw: 10,
  interruption: { usdPerMw: 100 },
  ...fields,
});
const batch = (...jobs: unknown[]) => ({ kind: "ai-deferrable", name: "batch", jobs });
const site = (importPriceUsdPerMwh: unknown, job: unknown, fields: Partial<TestSite> = {}): TestSite => ({
  count: 8,
  assets: [gridAsset({ importPriceUsdPerMwh }), batch(job)],
  ...fields,
});
const read = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "batch", "ai-deferrable");

/** Least cost with the job's power held at a schedule; NaN where that is not possible. */
function costOf(plan: TestSite, scheduleMw: readonly number[]): number {
  const { lp, site: model } = buildSite(planOf(plan));
  const { start, count } = model.columnBlocks.find(({ name }) => name === "powerMw training") ?? {
    start: -1,
    count: 0,
  };
  const colLower = lp.colLower.slice();
  const colUpper = lp.colUpper.slice();
  for (let i = 0; i < count; i++) colLower[start + i] = colUpper[start + i] = scheduleMw[i];
  return solveLp({ ...lp, colLower, colUpper }).objective;
}

/** All schedules of `count` hours, on or off. */
const onOff = (count: number) =>
  Array.from({ length: 2 ** count }, (_, bits) => Array.from({ length: count }, (_hour, t) => (bits >> t) & 1));
const stretches = (on: readonly number[]) => on.filter((now, t) => now === 1 && (on[t - 1] ?? 0) === 0).length;

describe("an interrupted job", () => {
  // Two cheap hours, two at 70, two cheap, two at 70. Stopping over the expensive ones saves 2 x 10 x 50 = 1000.
  const price = [20, 20, 70, 70, 20, 20, 70, 70];

  it.each([
    // Stopped: 4 x 10 x 20 and 10 MW interrupted: 1400. Gone through with 40 / 6 MW in six hours: 4 of them at 20, 2 at
    // 70, 1466.67; so stopping is worth at most 66.67 USD/MW.
    { usdPerMw: 60, powerMw: [10, 10, 0, 0, 10, 10, 0, 0], interruptedMw: 10, usd: 800 + 600 },
    { usdPerMw: 70, powerMw: [20 / 3, 20 / 3, 20 / 3, 20 / 3, 20 / 3, 20 / 3, 0, 0], interruptedMw: 0, usd: 4400 / 3 },
  ])(
    "stops where that is worth $usdPerMw USD/MW, and completion costs nothing",
    ({ usdPerMw, powerMw, interruptedMw, usd }) => {
      const plan = optimalPlan(site(price, training({ interruption: { usdPerMw } })));
      expect(plan.objectiveUsd).toBeCloseTo(usd, 6);
      expect(read(plan).jobs[0].interruptedMw).toBeCloseTo(interruptedMw, 7);
      expect(usdOf(plan, "interrupted deferrable AI", "valuation")).toBeCloseTo(interruptedMw * usdPerMw, 6);
      expectSeries(read(plan).series.servedMw, powerMw);
    },
  );

  it("does its lost work again: half an hour of 10 MW", () => {
    // Stopped after two cheap hours 5 MWh are to be done again: 40 at 20 and 5 at 30. Going on costs 2 x 10 x (70 - 20)
    // more.
    const plan = optimalPlan(site([20, 20, 70, 70, 20, 20, 30, 30], training({ interruption: { lostHours: 0.5 } })));
    expectSeries(read(plan).series.servedMw, [10, 10, 0, 0, 10, 10, 5, 0]);
    expect(read(plan).jobs[0]).toMatchObject({ unmetMwh: 0 });
    expect(read(plan).jobs[0].lostMwh).toBeCloseTo(5, 7);
    expect(read(plan).jobs[0].servedMwh).toBeCloseTo(45, 7);
    expect(plan.objectiveUsd).toBeCloseTo(800 + 150, 6);
  });

  it("is charged for what falls away where power is short, and finishes", () => {
    // 10 MW of firm load take the import in the third hour: all 10 MW stop, once; six hours suffice.
    const assets = [
      gridAsset({ importLimitMw: 20 }),
      firmAsset([0, 0, 20, 0, 0, 0, 0, 0]),
      batch(training({ deadline: at(5) })),
    ];
    const plan = optimalPlan({ count: 8, assets });
    expectSeries(read(plan).series.servedMw, [10, 10, 0, 10, 10, 0, 0, 0]);
    expect(usdOf(plan, "interrupted deferrable AI")).toBeCloseTo(1000, 6);
  });

  it("that is given up at its deadline is not interrupted: its unmet energy is paid", () => {
    const plan = optimalPlan({
      count: 3,
      assets: [gridAsset(), batch(training({ deadline: at(2.5), unmetUsdPerMwh: 500 }))],
    });
    // 10, 10 and 5 (half of the third hour): 15 MWh unmet.
    expect(plan.objectiveUsd).toBeCloseTo(25 * 50 + 15 * 500, 6);
  });
});

describe("what counts as an interruption: every schedule of eight hours, on or off", () => {
  const zero = (job: unknown) => site(0, job);

  it("is every stop but that at completion", () => {
    let schedules = 0;
    for (const on of onOff(8)) {
      if (on.reduce((sum, now) => sum + now, 0) !== 4) continue;
      schedules++;
      expect(
        costOf(
          zero(training()),
          on.map((now) => 10 * now),
        ),
        on.join(""),
      ).toBeCloseTo(1000 * (stretches(on) - 1), 5);
    }
    expect(schedules).toBe(70);
  });

  it("lengthens the job by what it loses, no less", () => {
    // An hour of 10 MW lost at each stop: on for 4 + stops hours, else work is left or there is none to do.
    const job = training({ interruption: { lostHours: 1 } });
    let possible = 0;
    for (const on of onOff(8)) {
      const hours = on.reduce((sum, now) => sum + now, 0);
      const needed = 4 + Math.max(0, stretches(on) - 1);
      // With more hours than needed the last stop does not complete the job: it is a loss that is not resumed.
      if (hours > needed) continue;
      const cost = costOf(
        zero(job),
        on.map((now) => 10 * now),
      );
      if (hours < needed) expect(cost, on.join("")).toBeNaN();
      else expect(cost, on.join("")).toBeCloseTo(0, 6);
      possible += Number(hours === needed);
    }
    expect(possible).toBeGreaterThan(30);
  });

  it("is never power paid for being drawn: nothing is lost that did not run and pause", () => {
    // At -20 every MWh earns 20. Each stop lets 10 MWh more be drawn and takes an hour of pause: hours on <= 4 + stops
    // and hours on + stops <= 8, so at most six hours, e.g. 11101101: 6 x 10 x 20.
    const job = training({ interruption: { lostHours: 1 } });
    const best = optimalPlan(site(-20, job));
    expect(best.objectiveUsd).toBeCloseTo(-1200, 5);
    // Six hours in one go hold one stop, at their end: 60 - 10 = 50 of 40 MWh, not possible. Nor by an interruption in
    // the first hour of power that had not run.
    expect(costOf(site(-20, job), [0, 10, 10, 10, 10, 10, 10, 0])).toBeNaN();
  });
});

describe("power as runs side by side", () => {
  const ramp = (from: number, hours: number, mw: number) =>
    Array.from({ length: 12 }, (_, t) => (t >= from && t < from + hours ? mw : 0));
  const plan = site(0, training({ deadline: at(12) }), { count: 12 });

  it("half the job early, half late, interrupts nothing; a half that stops after an hour does", () => {
    expect(
      costOf(
        plan,
        ramp(0, 4, 5).map((mw, t) => mw + ramp(7, 4, 5)[t]),
      ),
    ).toBeCloseTo(0, 6);
    // 5 MW for one hour, none for three, 5 MW for seven: the first hour's MW are charged, though all stay below maxMw.
    expect(
      costOf(
        plan,
        ramp(0, 1, 5).map((mw, t) => mw + ramp(4, 7, 5)[t]),
      ),
    ).toBeCloseTo(500, 6);
  });

  it("a MW that joins late and stops with the job counts", () => {
    // 5 MW for six hours, 5 more in the last two: the latter have worked two of four hours.
    expect(
      costOf(
        plan,
        ramp(0, 6, 5).map((mw, t) => mw + ramp(4, 2, 5)[t]),
      ),
    ).toBeCloseTo(500, 6);
  });

  it("any sum of runs of four hours, begun at any minute, interrupts nothing", () => {
    const quarter = fc.integer({ min: 0, max: 32 });
    fc.assert(
      fc.property(fc.array(quarter, { minLength: 1, maxLength: 5 }), (starts) => {
        const scheduleMw = new Array<number>(12).fill(0);
        for (const start of starts)
          for (let q = start; q < start + 16; q++) scheduleMw[Math.floor(q / 4)] += 10 / starts.length / 4;
        expect(costOf(plan, scheduleMw)).toBeCloseTo(0, 6);
      }),
      { seed: 20260714, numRuns: runs(60, 6) },
    );
  });

  it("and where nothing is interrupted, every MW worked its hours in one go: first in, first out", () => {
    const price = fc.array(fc.integer({ min: -20, max: 100 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(price, (importPriceUsdPerMwh) => {
        const solved = optimalPlan(
          site(importPriceUsdPerMwh, training({ deadline: at(12), interruption: { usdPerMw: 1e5 } }), { count: 12 }),
        );
        expect(read(solved).jobs[0].interruptedMw).toBeCloseTo(0, 6);
        const mw = read(solved).series.servedMw;
        // Rises and falls summed: what has fallen by hour t had risen by hour t - 4 (or the window ends).
        let risen = 0;
        const risenBy = mw.map((now, t) => (risen += Math.max(0, now - (mw[t - 1] ?? 0))));
        let fallen = 0;
        mw.forEach((now, t) => {
          fallen += Math.max(0, (mw[t - 1] ?? 0) - now);
          expect(fallen).toBeLessThanOrEqual((risenBy[t - 4] ?? 0) + 1e-6);
        });
      }),
      { seed: 20260714, numRuns: runs(40, 4) },
    );
  });
});

describe("the state", () => {
  it("by hand: 10 MW begun an hour before the plan, 30 MWh open", () => {
    const state = (pausedMw: number, startedHoursAgo = 1) => ({
      batch: {
        openMwh: { training: 30 },
        runs: { training: { active: [{ mw: 10, startedHoursAgo }], pausedMw, endedMw: 0 } },
      },
    });
    const plan = (initialState: Record<string, unknown>) =>
      site(0, training(), { start: at(1), initialState, count: 7 });
    // Running on: nothing. A gap at the seam or later: 1000. Already paused: going on costs nothing, stopping again
    // does.
    expect(costOf(plan(state(0)), [10, 10, 10, 0, 0, 0, 0])).toBeCloseTo(0, 6);
    expect(costOf(plan(state(0)), [0, 10, 10, 10, 0, 0, 0])).toBeCloseTo(1000, 6);
    expect(costOf(plan(state(0)), [10, 0, 10, 10, 0, 0, 0])).toBeCloseTo(1000, 6);
    expect(costOf(plan(state(10)), [0, 10, 10, 10, 0, 0, 0])).toBeCloseTo(0, 6);
    expect(costOf(plan(state(10)), [0, 10, 0, 10, 10, 0, 0])).toBeCloseTo(1000, 6);
    // 5 MW begun an hour ago have three hours to go; 5 others that start after a gap do not make up for them.
    const half = (startedHoursAgo: number) => ({
      batch: {
        openMwh: { training: 30 },
        runs: { training: { active: [{ mw: 5, startedHoursAgo }], pausedMw: 0, endedMw: 0 } },
      },
    });
    expect(costOf(plan(half(1)), [0, 5, 5, 5, 5, 5, 5])).toBeCloseTo(500, 6);
    expect(costOf(plan(half(4)), [0, 5, 5, 5, 5, 5, 5])).toBeCloseTo(0, 6);
  });

  it("counts rungs of starts and ends at the end of the plan", () => {
    // 4 MW of a job of 10 from hour 0, 6 more from hour 2; due in hour 24, so both are under way after four hours.
    const job = training({ energyFacilityMwh: 100, deadline: at(24) });
    const plan = optimalPlan({
      count: 4,
      assets: [gridAsset({ importLimitMw: [4, 4, 10, 10], importPriceUsdPerMwh: -50 }), batch(job)],
    });
    expect(plan.endState.batch).toMatchObject({ runs: { training: { pausedMw: 0, endedMw: 0 } } });
    const { active } = (
      plan.endState.batch as { runs: Record<string, { active: { mw: number; startedHoursAgo: number }[] }> }
    ).runs.training;
    expect(active.map(({ startedHoursAgo }) => startedHoursAgo)).toEqual([4, 2]);
    expectSeries(
      Float64Array.from(active, ({ mw }) => mw),
      [4, 6],
    );
  });
});

describe("edges", () => {
  it("a run within one interval cannot be interrupted: said, not charged", () => {
    const plan = optimalPlan(site(50, training({ energyFacilityMwh: 5 })));
    expect(plan.notices).toContain(
      'batch: job "training" has runs of 0.500 h, within one interval; none is interrupted.',
    );
  });

  it("two equal halves of a job cost what the whole does", () => {
    const price = fc.array(fc.integer({ min: -30, max: 120 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(price, fc.integer({ min: 0, max: 8 }), fc.boolean(), (importPriceUsdPerMwh, usd, redone) => {
        const interruption = { usdPerMw: 25 * usd, ...(redone && { lostHours: 0.5 }) };
        const half = (name: string) => training({ name, energyFacilityMwh: 20, maxMw: 5, interruption });
        const grid = gridAsset({ importPriceUsdPerMwh, importLimitMw: [12, 12, 12, 3, 12, 12, 12, 12] });
        const cost = (...jobs: unknown[]) =>
          solveLp(buildSite(planOf({ count: 8, assets: [grid, batch(...jobs)] })).lp).objective;
        const whole = cost(training({ interruption }));
        expect(Math.abs(cost(half("a"), half("b")) - whole)).toBeLessThan(1e-6 * Math.max(1, Math.abs(whole)));
        expect(Math.abs(cost(half("b"), half("a")) - whole)).toBeLessThan(1e-6 * Math.max(1, Math.abs(whole)));
      }),
      { seed: 20260714, numRuns: runs(40, 4) },
    );
  });

  it("agrees with HiGHS on random prices, windows, run lengths and steps", () => {
    const price = fc.array(fc.integer({ min: -40, max: 150 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(
        price,
        fc.constantFrom(15, 30, 60),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 4, max: 16 }),
        fc.integer({ min: 0, max: 20 }),
        (importPriceUsdPerMwh, intervalMinutes, release, deadline, usdPerMw) => {
          const hours = intervalMinutes / 60;
          const job = training({
            energyFacilityMwh: 31 * hours,
            release: at((release + 0.4) * hours),
            deadline: at((release + deadline + 0.7) * hours),
            unmetUsdPerMwh: 300,
            interruption: {
              usdPerMw: usdPerMw * hours,
              lostHours: usdPerMw % 2 === 0 ? 0 : 0.25 * hours,
              ...(usdPerMw % 3 === 0 && { runHours: 1.5 * hours }),
            },
          });
          const { lp } = buildSite(
            planOf({
              count: 12,
              intervalMinutes,
              assets: [
                gridAsset({ importPriceUsdPerMwh, importLimitMw: [9, 3, 9, 12, 0, 12, 8, 2, 12, 12, 12, 1] }),
                batch(job),
              ],
            }),
          );
          const oracle = solveWithHighs(lp);
          expect(oracle.status).toBe("optimal");
          expect(solveLp(lp).objective).toBeCloseTo(oracle.objective, 5);
        },
      ),
      { seed: 20260714, numRuns: runs(30, 3) },
    );
  });
});
