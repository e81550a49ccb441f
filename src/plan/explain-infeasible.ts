/**
 * Why no schedule keeps all limits. An elastic program lets every row be missed at a price (balance rows cheapest, per
 * MWh) and minimises the total miss; it is always feasible. The rows it misses are the conflicts; the user's limits that
 * are at their bound there, with a price, are what holds them.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions } from "../lp/options.ts";
import type { Columns, Rows } from "../model/columns.ts";
import type { SiteModel } from "../model/site-model.ts";
import { SolvedSite } from "../model/solved-site.ts";
import { solveLp } from "../solvers/solve-lp.ts";
import type { LpSolver } from "../solvers/solver.ts";
import { localStamp } from "../time/time-grid.ts";
import type { BuiltSite } from "./build-site.ts";

/** One limit that cannot be kept, with what stands in its way. */
export interface Conflict {
  readonly asset: string;
  /** e.g. `balance`, `energy of nightly training`. */
  readonly limit: string;
  /** First interval of the conflict; absent for a limit over the whole plan. */
  readonly interval?: number;
  /** Local time of that interval. */
  readonly at?: string;
  /** By how much the limit is missed, in `unit`. */
  readonly amount: number;
  readonly unit: string;
  /** The user's limits that are fully used there. */
  readonly heldBy: readonly { readonly asset: string; readonly limit: string; readonly value: number; readonly unit: string }[];
  /** The same in a sentence. */
  readonly sentence: string;
}

/** Missing any other row costs this many times the miss of a MWh at the balance, so shortages are named first. */
const OTHER_ROWS = 2;
/** A miss below this, in the row's unit, is rounding. */
const NO_MISS = 1e-7;

export function explainInfeasible(built: BuiltSite, options: LpOptions & { readonly solver?: LpSolver }): Conflict[] {
  const { site, lp } = built;
  const elastic = makeElastic(lp, site);
  const solution = solveLp(elastic, options);
  if (solution.termination !== "optimal") return [];
  const solved = new SolvedSite(site.time, solution);
  const conflicts: Conflict[] = [];
  for (const rows of site.rowBlocks) {
    for (let i = 0; i < rows.count; i++) {
      const row = rows.start + i;
      const missing = solution.x[lp.numCols + 2 * row];
      const excess = solution.x[lp.numCols + 2 * row + 1];
      const amount = missing > NO_MISS ? missing : -excess;
      if (Math.abs(amount) > NO_MISS) conflicts.push(describe(site, solved, lp, rows, rows.from + i, amount));
    }
  }
  return conflicts.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}

/** rowLower <= A x + missing - excess <= rowUpper, min weighted sum of missing and excess. */
function makeElastic(lp: LinearProgram, site: SiteModel): LinearProgram {
  const { numRows, numCols } = lp;
  const total = numCols + 2 * numRows;
  const nonzeros = lp.colStart[numCols];
  const colStart = new Int32Array(total + 1);
  colStart.set(lp.colStart);
  const rowIndex = new Int32Array(nonzeros + 2 * numRows);
  rowIndex.set(lp.rowIndex);
  const value = new Float64Array(nonzeros + 2 * numRows);
  value.set(lp.value);
  const cost = new Float64Array(total);
  const colLower = new Float64Array(total);
  colLower.set(lp.colLower);
  const colUpper = new Float64Array(total).fill(Infinity);
  colUpper.set(lp.colUpper);
  const balanceEnd = site.balance.start + site.balance.count;
  for (let i = 0; i < numRows; i++) {
    const weight = i >= site.balance.start && i < balanceEnd ? site.time.stepHours : OTHER_ROWS;
    for (let side = 0; side < 2; side++) {
      const k = nonzeros + 2 * i + side;
      rowIndex[k] = i;
      value[k] = side === 0 ? 1 : -1;
      cost[numCols + 2 * i + side] = weight;
      colStart[numCols + 2 * i + side + 1] = k + 1;
    }
  }
  return { ...lp, numCols: total, colStart, rowIndex, value, cost, colLower, colUpper, objectiveOffset: 0, sense: "min" };
}

function describe(site: SiteModel, solved: SolvedSite, lp: LinearProgram, rows: Rows, interval: number, amount: number): Conflict {
  const located = rows.perInterval || rows.from > 0;
  const held = holding(site, solved, lp, rows.perInterval ? interval : undefined);
  const at = located ? localStamp(site.time, interval) : undefined;
  const size = `${Number(Math.abs(amount).toPrecision(6))} ${rows.unit}`;
  const isBalance = rows === site.balance;
  const what = isBalance
    ? `${amount > 0 ? "short" : "too much by"} ${size}${at === undefined ? "" : ` on ${at}`}`
    : `${rows.asset}: ${rows.name} is missed by ${size}${at === undefined ? "" : ` (${at})`}`;
  const why = held.length === 0 ? "" : `: ${held.map((h) => `${h.asset} ${h.limit} ${Number(h.value.toPrecision(6))} ${h.unit}`).join(", ")}`;
  const fix = isBalance
    ? "; raise one of these by the shortage, or give the firm load a vollUsdPerMwh so that it may be shed"
    : "; raise one of these, or loosen this limit";
  return {
    asset: rows.asset,
    limit: rows.name,
    ...(rows.perInterval ? { interval } : {}),
    ...(at === undefined ? {} : { at }),
    amount: Math.abs(amount),
    unit: rows.unit,
    heldBy: held,
    sentence: `${what}${why}${held.length === 0 ? "" : fix}`,
  };
}

/** The user's limits that bind with a price, in one interval or (for a limit over the plan) anywhere. */
function holding(site: SiteModel, solved: SolvedSite, lp: LinearProgram, interval: number | undefined): Conflict["heldBy"] {
  const held: { asset: string; limit: string; value: number; unit: string }[] = [];
  for (const { limit, block, of } of site.limits) {
    const place = interval === undefined ? firstPriced(solved, block, of) : interval - block.from;
    if (place === undefined || (block.perInterval && (place < 0 || place >= block.count))) continue;
    const index = block.start + (block.perInterval ? place : 0);
    const price = of === "column" ? solved.reducedCosts(block)[block.from + place] : priceOfRow(solved, block, place);
    if (price >= -NO_MISS) continue;
    const value = of === "column" ? lp.colUpper[index] : lp.rowUpper[index];
    if (Number.isFinite(value)) held.push({ asset: block.asset, limit, value, unit: block.unit });
  }
  return held;
}

function priceOfRow(solved: SolvedSite, block: Rows, place: number): number {
  return block.perInterval ? solved.rowPrices(block)[block.from + place] : solved.rowPrice(block);
}

function firstPriced(solved: SolvedSite, block: Columns | Rows, of: "column" | "row"): number | undefined {
  if (!block.perInterval) return 0;
  const prices = of === "column" ? solved.reducedCosts(block) : solved.rowPrices(block);
  for (let i = 0; i < block.count; i++) if (prices[block.from + i] < -NO_MISS) return i;
  return undefined;
}
