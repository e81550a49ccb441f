/**
 * Why no schedule keeps all limits: the rows that the elastic program misses are the conflicts; the user's limits that
 * are used up there, with a price, are what holds them. Neighbouring intervals held by the same limits are one conflict.
 */
import type { LpProgress } from "../lp/options.ts";
import type { Rows } from "../model/columns.ts";
import type { SiteModel } from "../model/site-model.ts";
import { SolvedSite } from "../model/solved-site.ts";
import { isoStamp } from "../time/time-grid.ts";
import { figure, spans, spanText } from "./detail-text.ts";
import type { BuiltSite } from "./build-site.ts";
import { elasticProgram } from "./elastic-program.ts";
import { solveLpSteps, type SolveLpOptions } from "../solvers/solve-lp.ts";
import { holdingLimits, needsByRow, NO_MISS, type HoldingLimit } from "./holding-limits.ts";

/** One limit that cannot be kept over a span of intervals, with what stands in its way. */
export interface Conflict {
  readonly asset: string;
  /** The input field that sets it, where there is one; else e.g. `balance`, `energy of nightly training`. */
  readonly limit: string;
  /** First interval of the span; absent for a limit over the whole plan. */
  readonly interval?: number;
  /** Number of intervals; absent as `interval`. */
  readonly count?: number;
  /** Start of the span, ISO-8601 with the local offset. */
  readonly at?: string;
  /** Start of the interval with the greatest miss. */
  readonly worstAt?: string;
  /** By how much the limit is missed where it is missed most, in `unit`. */
  readonly amount: number;
  readonly unit: string;
  /** Sum over the span, in `unit`; of MW in MWh. */
  readonly total: number;
  /** The user's limits that are fully used at the worst interval. */
  readonly heldBy: readonly HoldingLimit[];
  /** What has to be done and asks for more than there is: a job's energy, a battery's end. */
  readonly neededBy: readonly HoldingLimit[];
  /** The same in a sentence. */
  readonly sentence: string;
}

/** One row that is missed; positive = too little. */
interface Miss {
  readonly rows: Rows;
  readonly interval: number;
  readonly miss: number;
  readonly heldBy: readonly HoldingLimit[];
  readonly neededBy: readonly HoldingLimit[];
  /** What neighbours of one conflict share: block, sign, names of the limits. */
  readonly key: string;
}

/** Worst first; empty where the elastic program was not solved to its end. */
export function* explainInfeasible(built: BuiltSite, options: SolveLpOptions): Generator<LpProgress, Conflict[]> {
  const { site, lp, assets } = built;
  const solution = yield* solveLpSteps(elasticProgram(lp, site), options);
  if (solution.termination !== "optimal") return [];
  const solved = new SolvedSite(site.time, solution);
  const held = holdingLimits(site, solved, lp);
  const needs = needsByRow(site, solved, lp);
  const misses: Miss[] = [];
  for (const rows of site.rowBlocks) {
    for (let i = 0; i < rows.count; i++) {
      const row = rows.start + i;
      const elastic = lp.numCols + 2 * row;
      const miss = solution.x[elastic] - solution.x[elastic + 1];
      if (Math.abs(miss) <= NO_MISS) continue;
      const interval = rows.from + i;
      const heldBy = held(rows, interval);
      const neededBy = needs.get(row) ?? [];
      const key = JSON.stringify([rows.start, miss > 0, [...heldBy, ...neededBy].map(({ asset, limit }) => [asset, limit])]);
      misses.push({ rows, interval, miss, heldBy, neededBy, key });
    }
  }
  // In the elastic program power that may go unserved costs nothing: an AI load that still draws where power is short must be served.
  const loads = assets.filter(({ kind }) => kind.role === "ai-load").map(({ planned, kind, handles }) => ({
    name: planned.name,
    netBusMw: kind.read(planned.spec, planned.initial, handles, solved).netBusMw,
  }));
  return spans(misses, ({ key }) => key)
    .map((span) => {
      const worst = span.reduce((most, next) => (Math.abs(next.miss) > Math.abs(most.miss) + NO_MISS ? next : most));
      const mustServe = loads.filter(({ netBusMw }) => netBusMw[worst.interval] < -NO_MISS).map(({ name }) => name);
      return describe(site, span, worst, mustServe);
    })
    .sort((a, b) => b.amount - a.amount);
}

function describe(site: SiteModel, span: readonly Miss[], worst: Miss, mustServe: readonly string[]): Conflict {
  const { rows, heldBy, neededBy } = worst;
  const { asset, unit, perInterval } = rows;
  const isBalance = rows === site.balance;
  const isShort = worst.miss > 0;
  const limit = site.limits.find(({ block }) => block === rows)?.limit ?? rows.name;
  const amount = Math.abs(worst.miss);
  const [perStep, totalUnit] = unit === "MW" ? [site.time.stepHours, "MWh"] : [1, unit];
  const total = perStep * span.reduce((sum, { miss }) => sum + Math.abs(miss), 0);
  const from = span[0].interval;
  const count = span.length;
  const long = count > 1;
  const located = perInterval || from > 0;
  const worstAt = isoStamp(site.time, worst.interval);

  const what = !isBalance ? `${asset}: ${limit} is missed by ` : isShort ? "short " : "too much by ";
  const size = `${long ? "up to " : ""}${figure(amount)} ${unit}${long ? ` (in all ${figure(total)} ${totalUnit})` : ""}`;
  const when = `${located ? ` ${spanText(site.time, from, count)}` : ""}${long ? `, worst at ${worstAt}` : ""}`;
  const list = (words: string, limits: readonly HoldingLimit[]) =>
    limits.length === 0 ? "" : words + limits.map((h) => `${h.asset} ${h.limit} ${figure(h.value)} ${h.unit}`).join(", ");
  const remedies = [
    heldBy.length > 0 && `raise one of these${isBalance ? " by as much" : ""}`,
    neededBy.length > 0 && "ask for less",
    !isBalance && neededBy.length === 0 && "loosen this limit",
    isBalance && heldBy.length === 0 && (isShort ? "add supply" : "lower supply"),
    isBalance && isShort && mustServe.length > 0 && `price what ${mustServe.join(", ")} may leave unserved (vollUsdPerMwh; unmetUsdPerMwh of a job)`,
  ].filter(Boolean);
  return {
    asset,
    limit,
    ...(perInterval ? { interval: from, count } : {}),
    ...(located ? { at: isoStamp(site.time, from), worstAt } : {}),
    amount,
    unit,
    total,
    heldBy,
    neededBy,
    sentence: `${what}${size}${when}${list(": ", heldBy)}${list(", while these must be met: ", neededBy)}; ${remedies.join(", or ")}`,
  };
}
