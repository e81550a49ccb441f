/**
 * Why no schedule keeps all limits. An elastic program lets every row be missed at a price (balance rows cheapest, per
 * MWh) and minimises the total miss; it is always feasible. The rows it misses are the conflicts; the user's limits that
 * are at their bound there, with a price, are what holds them.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions } from "../lp/options.ts";
import type { Rows } from "../model/columns.ts";
import type { SiteModel } from "../model/site-model.ts";
import { SolvedSite } from "../model/solved-site.ts";
import { solveLp } from "../solvers/solve-lp.ts";
import type { LpSolver } from "../solvers/solver.ts";
import { localStamp } from "../time/time-grid.ts";
import type { BuiltSite } from "./build-site.ts";
import { limitPrices } from "./limit-prices.ts";

/** A limit or requirement that takes part in a conflict. */
export interface HoldingLimit {
  readonly asset: string;
  readonly limit: string;
  readonly value: number;
  readonly unit: string;
}

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
  readonly heldBy: readonly HoldingLimit[];
  /** What has to be done and asks for more than there is: a job's energy, a battery's end. */
  readonly neededBy: readonly HoldingLimit[];
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
  const needs = findNeeds(site, lp, solved);
  const conflicts: Conflict[] = [];
  for (const rows of site.rowBlocks) {
    for (let i = 0; i < rows.count; i++) {
      const row = rows.start + i;
      const missing = solution.x[lp.numCols + 2 * row];
      const excess = solution.x[lp.numCols + 2 * row + 1];
      const amount = missing > NO_MISS ? missing : -excess;
      if (Math.abs(amount) > NO_MISS) conflicts.push(describe(site, solved, lp, rows, rows.from + i, amount, needs));
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

function describe(
  site: SiteModel, solved: SolvedSite, lp: LinearProgram, rows: Rows, interval: number, amount: number, needs: ReadonlyMap<number, readonly HoldingLimit[]>,
): Conflict {
  const located = rows.perInterval || rows.from > 0;
  const heldBy = holding(site, solved, lp, rows.perInterval ? interval : undefined);
  const neededBy = needs.get(rows.start + (rows.perInterval ? interval - rows.from : 0)) ?? [];
  const at = located ? localStamp(site.time, interval) : undefined;
  const size = `${figure(Math.abs(amount))} ${rows.unit}`;
  const isBalance = rows === site.balance;
  const what = isBalance
    ? `${amount > 0 ? "short" : "too much by"} ${size}${at === undefined ? "" : ` on ${at}`}`
    : `${rows.asset}: ${rows.name} is missed by ${size}${at === undefined ? "" : ` (${at})`}`;
  const list = (limits: readonly HoldingLimit[]) => limits.map((h) => `${h.asset} ${h.limit} ${figure(h.value)} ${h.unit}`).join(", ");
  const held = heldBy.length === 0 ? "" : `: ${list(heldBy)}`;
  const needed = neededBy.length === 0 ? "" : `, while these must be met: ${list(neededBy)}`;
  const raise = heldBy.length === 0 ? (isBalance ? "add supply" : "loosen this limit") : `raise one of these${isBalance ? " by the shortage" : ", or loosen this limit"}`;
  const fix = isBalance ? `${raise}, or price what may go unserved (vollUsdPerMwh of firm AI, unmetUsdPerMwh of a job)` : raise;
  return {
    asset: rows.asset,
    limit: rows.name,
    ...(rows.perInterval ? { interval } : {}),
    ...(at === undefined ? {} : { at }),
    amount: Math.abs(amount),
    unit: rows.unit,
    heldBy,
    neededBy,
    sentence: `${what}${held}${needed}; ${fix}`,
  };
}

function figure(value: number): number {
  return Number(value.toPrecision(6));
}

/**
 * By row of the program: the requirements that share a column with it and cost a miss. They are the rows over a period
 * with a positive price, and lower limits of columns with a positive price.
 */
function findNeeds(site: SiteModel, lp: LinearProgram, solved: SolvedSite): Map<number, HoldingLimit[]> {
  const byRow = new Map<number, HoldingLimit[]>();
  const needOfRow = new Map<number, HoldingLimit>();
  for (const block of site.rowBlocks) {
    if (block.perInterval || solved.rowPrice(block) <= NO_MISS) continue;
    needOfRow.set(block.start, { asset: block.asset, limit: block.name, value: lp.rowLower[block.start], unit: block.unit });
  }
  const tie = (row: number, need: HoldingLimit) => {
    const known = byRow.get(row);
    if (known === undefined) byRow.set(row, [need]);
    else if (!known.includes(need)) known.push(need);
  };
  for (const block of site.columnBlocks) {
    const prices = solved.reducedCosts(block);
    for (let i = 0; i < block.count; i++) {
      const column = block.start + i;
      const needs: HoldingLimit[] = [];
      if (block.perInterval && lp.colLower[column] > 0 && prices[block.from + i] > NO_MISS) {
        const limit = `${block.name} at least (${localStamp(site.time, block.from + i)})`;
        needs.push({ asset: block.asset, limit, value: lp.colLower[column], unit: block.unit });
      }
      const from = lp.colStart[column];
      const to = lp.colStart[column + 1];
      for (let k = from; k < to; k++) {
        const need = needOfRow.get(lp.rowIndex[k]);
        if (need !== undefined) needs.push(need);
      }
      for (const need of needs) for (let k = from; k < to; k++) if (needOfRow.get(lp.rowIndex[k]) !== need) tie(lp.rowIndex[k], need);
    }
  }
  return byRow;
}

/** The user's limits that bind with a price, in one interval or (for a limit over the plan) anywhere. */
function holding(site: SiteModel, solved: SolvedSite, lp: LinearProgram, interval: number | undefined): HoldingLimit[] {
  const held: HoldingLimit[] = [];
  for (const { limit, block, of } of site.limits) {
    const prices = of === "column" ? limitPrices(site, solved, block) : block.perInterval ? solved.rowPrices(block) : Float64Array.of(solved.rowPrice(block));
    const from = block.perInterval ? block.from : 0;
    const place = interval === undefined ? firstPriced(prices, from, block.count) : block.perInterval ? interval - from : 0;
    if (place === undefined || place < 0 || place >= block.count || prices[from + place] >= -NO_MISS) continue;
    const index = block.start + place;
    const value = of === "column" ? lp.colUpper[index] : lp.rowUpper[index];
    if (Number.isFinite(value)) held.push({ asset: block.asset, limit, value, unit: block.unit });
  }
  return held;
}

function firstPriced(prices: Float64Array, from: number, count: number): number | undefined {
  for (let i = 0; i < count; i++) if (prices[from + i] < -NO_MISS) return i;
  return undefined;
}
