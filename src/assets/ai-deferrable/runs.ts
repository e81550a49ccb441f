/**
 * What an interrupted job loses. Its power is runs, each MW of which works H hours in one go: H = energy / maxMw, the
 * time the whole job takes at full power (or `runHours`, if that is less), in all N = energy / H MW of them. By
 * interval of the window, power x_t (of the job), paused p_t, ended E_t, interrupted i_t, all >= 0, and started S_t =
 * x_t + p_t + E_t:
 *
 *     S_t >= S_{t-1},    S_last <= N,    E_t >= E_{t-1},    E_t <= S_{t-h},    i_t >= p_t - p_{t-1}
 *     cost = usdPerMw sum i_t,    work done = sum dt x_t - lostHours sum i_t
 *     lostHours > 0:   i_t <= p_t,   i_t <= x_{t-1}      (else power paid for being drawn would be "lost" on paper)
 *
 * `checkpointPlan` of `wattsplit` makes `lostHours` of the time to save a checkpoint and the mean time between
 * failures. Here h = H in whole intervals, rounded down; of a job of which less is open than a run takes, h is that
 * less.
 *
 * Completion costs nothing: a run from s to s + H has x = S - E, p = i = 0, and E follows S by at least h, also where
 * it starts or ends inside an interval. Nothing else is free. If sum i_t = 0 then p = 0, so x = S - E with both rising
 * and E_t <= S_{t-h}: first in, first out, every MW works h intervals in one go. A MW that stops earlier raises p, for
 * S may not fall and E may not rise yet; so does one started on paper to mature unseen. E never falls and S ends at N,
 * so what has ended does not come back: a job at full power that stops pays at each stop but the last.
 *
 * NB: a linear program cannot do better. Whatever it holds free for two schedules is free for their mean, and the mean
 * of "hours 1 and 2" and "hours 5 and 6", both uninterrupted, has a gap: half of the MW ran early, half late. So power
 * is runs side by side; a MW that joins a job within H of its end and stops with it counts as interrupted, and the
 * hours of a run count from its start, pauses included.
 */
import type { ColumnBlock, RowBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import { number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { sum } from "../fields/series.ts";

export const interruptionSchema = strictObject({
  lostHours: number(
    quantity.hours,
    "Work to be done again, in hours of the power interrupted: half the checkpoint interval and the restart",
  ).default(0),
  usdPerMw: number(quantity.usdPerMw, "Price of interrupting a MW").default(0),
  runHours: number(quantity.hours, "Hours a MW works in one go; default the job's energy / maxMw").gt(0).optional(),
});

export const runsStateSchema = strictObject({
  active: z
    .array(
      strictObject({
        mw: number(quantity.powerMw, "Power of the run"),
        startedHoursAgo: number(quantity.hours, "Hours from its start to the plan's start"),
      }),
    )
    .describe("Power that runs or is paused, by its start"),
  pausedMw: number(quantity.powerMw, "Of it paused"),
  endedMw: number(quantity.powerMw, "Power that has worked its hours"),
});

export type Interruption = Resolved<z.output<typeof interruptionSchema>>;
export type RunsState = z.output<typeof runsStateSchema>;

export interface Runs {
  readonly interruption: Interruption;
  readonly interruptedMw: ColumnBlock;
  readonly pausedMw: ColumnBlock;
  readonly endedMw: ColumnBlock | undefined;
  readonly initial: RunsState;
}

/** A run this near below a whole number of intervals (rounding) takes that many. */
const STEP_ROUNDING = 1e-9;
/** Power below this is rounding of the solver, MW. */
const NO_MW = 1e-7;
const NO_RUNS: RunsState = { active: [], pausedMw: 0, endedMw: 0 };

/** Power of the runs that are under way. */
export const activeMw = ({ active }: RunsState): number => active.reduce((total, { mw }) => total + mw, 0);

/**
 * Declares the runs of a job with power `powerMw` in the intervals `[from, from + count)`, and takes what is lost off
 * the job's `energy` row. Undefined where a run is shorter than an interval and so is never interrupted.
 */
export function declareRuns(
  site: SiteModel,
  job: {
    readonly name: string;
    readonly maxMw: number;
    readonly energyMwh: number;
    readonly openMwh: number;
    readonly interruption: Interruption;
  },
  powerMw: ColumnBlock,
  count: number,
  energy: RowBlock,
  initial: RunsState = NO_RUNS,
): Runs | undefined {
  const { asset, from } = powerMw;
  const { lostHours, usdPerMw } = job.interruption;
  const dt = site.time.stepHours;
  const fullHours = job.energyMwh / job.maxMw;
  const runHours = Math.min(fullHours, job.interruption.runHours ?? fullHours);
  const inSteps = (hours: number) => Math.floor(hours / dt + STEP_ROUNDING);
  const steps = inSteps(Math.min(runHours, job.openMwh / job.maxMw));
  if (inSteps(runHours) === 0) {
    site.notices.push(
      `${asset}: job "${job.name}" has runs of ${runHours.toFixed(3)} h, within one interval; none is interrupted.`,
    );
    return undefined;
  }
  const startMw = activeMw(initial);
  const block = { unit: "MW", from, count };
  const series = (
    what: string,
    options: { readonly from?: number; readonly count?: number; readonly upper?: Float64Array } = {},
  ) => site.addSeries(asset, `${what} ${job.name}`, { ...block, ...options });
  const pausedMw = series("pausedMw");
  const interruptedMw = series("interruptedMw");
  // Until the first start of this plan has matured only power started before may end.
  const matured = (t: number) =>
    initial.active.reduce(
      (mw, run) => (t < steps && inSteps(run.startedHoursAgo) + t < inSteps(runHours) ? mw : mw + run.mw),
      0,
    );
  const before = startMw > 0 ? 0 : steps;
  const endedMw =
    before >= count
      ? undefined
      : series("endedMw", {
          from: from + before,
          count: count - before,
          upper: Float64Array.from({ length: count - before }, (_, i) => (i + before < steps ? matured(i) : Infinity)),
        });

  const first = (value: number) => Float64Array.from({ length: count }, (_, i) => (i === 0 ? value : 0));
  const rows = (
    what: string,
    options: {
      readonly lower?: Float64Array | number;
      readonly upper?: number;
      readonly from?: number;
      readonly count?: number;
    },
  ) => site.addRows(asset, `${what} ${job.name}`, { ...block, ...options });
  const state = [powerMw, pausedMw, ...(endedMw ? [endedMw] : [])];
  const started = rows("power started of", { lower: first(startMw) });
  for (const columns of state) {
    site.addTerms(started, columns, 1);
    site.addTerms(started, columns, -1, -1);
  }
  const interrupted = rows("power interrupted of", { lower: first(-initial.pausedMw) });
  site.addTerms(interrupted, interruptedMw, 1);
  site.addTerms(interrupted, pausedMw, -1);
  site.addTerms(interrupted, pausedMw, 1, -1);
  if (endedMw) {
    const last = site.addRow(asset, `power of all runs of ${job.name}`, {
      unit: "MW",
      upper: Math.max(startMw, job.energyMwh / runHours - initial.endedMw),
      from: from + count - 1,
    });
    for (const columns of state) site.addSum(last, columns, 1, from + count - 1, from + count);
    if (count - before > 1) {
      const neverFalls = rows("power ended of", { lower: 0, from: endedMw.from + 1, count: endedMw.count - 1 });
      site.addTerms(neverFalls, endedMw, 1);
      site.addTerms(neverFalls, endedMw, -1, -1);
    }
    if (steps > 0 && steps < count) {
      const term = rows("hours of runs of", { lower: 0, from: from + steps, count: count - steps });
      site.addTerms(term, endedMw, -1);
      for (const columns of state) site.addTerms(term, columns, 1, -steps);
    }
  }
  if (lostHours > 0) {
    site.addSum(energy, interruptedMw, -lostHours);
    const paused = rows("interrupted is paused of", { lower: 0 });
    site.addTerms(paused, pausedMw, 1);
    site.addTerms(paused, interruptedMw, -1);
    const ran = rows("interrupted had run of", { lower: first(initial.pausedMw - startMw) });
    site.addTerms(ran, powerMw, 1, -1);
    site.addTerms(ran, interruptedMw, -1);
  }
  if (usdPerMw !== 0) site.addCost(interruptedMw, "interrupted deferrable AI", "valuation", usdPerMw);
  return { interruption: job.interruption, interruptedMw, pausedMw, endedMw, initial };
}

/** What was interrupted and lost. */
export function readRuns(
  { interruption, interruptedMw }: Runs,
  solved: SolvedSite,
): { readonly interruptedMw: number; readonly lostMwh: number } {
  const mw = sum(solved.values(interruptedMw));
  return { interruptedMw: mw, lostMwh: interruption.lostHours * mw };
}

/** The runs as they stand when the plan ends: first started, first ended. */
export function runsAtEnd({ initial, pausedMw, endedMw }: Runs, powerMw: ColumnBlock, solved: SolvedSite): RunsState {
  const { time } = solved;
  const [x, paused, ended] = [powerMw, pausedMw, endedMw].map((columns) => solved.values(columns));
  const { from, count } = pausedMw;
  const active = initial.active.map(({ mw, startedHoursAgo }) => ({
    mw,
    startedHoursAgo: startedHoursAgo + time.count * time.stepHours,
  }));
  let started = activeMw(initial);
  for (let t = from; t < from + count; t++) {
    const mw = x[t] + paused[t] + ended[t] - started;
    if (mw <= NO_MW) continue;
    active.push({ mw, startedHoursAgo: (time.count - t) * time.stepHours });
    started += mw;
  }
  const last = from + count - 1;
  let endedLeft = ended[last];
  const left = active.flatMap(({ mw, startedHoursAgo }) => {
    const gone = Math.min(mw, endedLeft);
    endedLeft -= gone;
    return mw - gone > NO_MW ? [{ mw: mw - gone, startedHoursAgo }] : [];
  });
  return {
    active: left,
    pausedMw: Math.min(Math.max(0, paused[last]), activeMw({ ...initial, active: left })),
    endedMw: initial.endedMw + Math.max(0, ended[last]),
  };
}
