/**
 * An irreducible infeasible subset (IIS): limits that cannot all be satisfied, but can be if any one is dropped.
 * (Chinneck and Dravnieks, ORSA Journal on Computing 3, 1991.) The elastic program decides whether a set of limits can
 * be satisfied: its cost is then 0. Otherwise its prices are a Farkas certificate on the limits with a price. Hence:
 *
 *     1. Start from the limits with a price at the elastic optimum; drop all others.
 *     2. Drop some more. If the cost stays positive, the dropped limits are not needed, and neither are those that
 *        have no price now. If the cost is zero: a single dropped limit is a member for good; of several, drop half.
 *
 * Every set is a subset of the previous one, so a limit that was needed once stays needed. Each test starts from the
 * basis of the previous one. Limits far from the worst interval are dropped first, so that the remaining ones explain
 * it.
 */
import { checkSolution } from "../lp/check-solution.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { dualSimplex } from "../solvers/dual-simplex.ts";
import { prepareLp } from "../solvers/session/prepare-lp.ts";
import type { SolveLpOptions } from "../solvers/solve-lp.ts";
import type { SiteModel } from "../model/site-model.ts";
import { isoStamp, type TimeGrid } from "../time/time-grid.ts";
import type { BuiltSite } from "./build-site.ts";
import { figure, spans, spanText } from "./detail-text.ts";
import { NO_MISS, type BindingLimit } from "./binding-limits.ts";
import { preparedSteps } from "./prepared-steps.ts";
import { type LimitMember, LimitSystem } from "./limit-system.ts";

/** A limit of the set over a span of intervals with one value. */
export interface SetMember extends BindingLimit {
  /** `lower`: a requirement of at least this much. */
  readonly side: "lower" | "upper";
  /**
   * First interval and number of intervals; absent for a limit over a period.
   * @unit 1
   */
  readonly interval?: number;
  /**
   * Number of intervals; absent for a limit over a period.
   * @unit 1
   */
  readonly count?: number;
  /** Start of the first interval, ISO-8601 with the local offset. */
  readonly at?: string;
}

export interface IrreducibleSet {
  readonly limits: readonly SetMember[];
  /**
   * True: every limit of the set was proven necessary, in each of its intervals. False: the search was cut short, and
   * some may be unnecessary.
   */
  readonly isIrreducible: boolean;
  /** The Farkas certificate of the set, checked on the program without all other limits. */
  readonly proof: {
    /**
     * Greatest relative violation of the certificate.
     * @unit 1
     */
    readonly rayViolation: number;
    /** Whether the certificate is within its tolerance. */
    readonly ok: boolean;
  };
  /** The same as a sentence. */
  readonly sentence: string;
}

/** Maximum number of solves; a set of a few dozen limits takes about a hundred. */
const MOST_SOLVES = 400;

/**
 * `elastic` is the elastic program with its optimum, of cost > 0; `around` is the interval to explain. Returns
 * undefined if no set was proven infeasible.
 */
export function* irreducibleSteps(
  built: BuiltSite,
  elastic: LinearProgram,
  optimum: OptimalSolution,
  around: number | undefined,
  { timeLimitMs, iterationLimit, onProgress }: SolveLpOptions,
): Generator<unknown, IrreducibleSet | undefined> {
  const { site, lp } = built;
  const system = new LimitSystem(site, lp);
  const prepared = prepareLp(elastic, { solver: dualSimplex });
  const limits = {
    ...(timeLimitMs !== undefined && { timeLimitMs }),
    ...(iterationLimit !== undefined && { iterationLimit }),
    ...(onProgress && { onProgress }),
  };
  let { basis, y: startPrices } = optimum;
  let numSolves = 0;
  /** The optimum with the current set of limits; undefined if it was not found. */
  const solve = function* (): Generator<unknown, OptimalSolution | undefined> {
    if (++numSolves > MOST_SOLVES) return undefined;
    const [colLower, colUpper] = [elastic.colLower.slice(), elastic.colUpper.slice()];
    colLower.set(system.colLower);
    colUpper.set(system.colUpper);
    const startBasis = basis;
    basis = undefined;
    const solution = yield* preparedSteps(
      prepared,
      { colLower, colUpper, rowLower: system.rowLower, rowUpper: system.rowUpper },
      { ...limits, startPrices, ...(startBasis && { startBasis }) },
    );
    if (solution) startPrices = solution.y;
    return solution;
  };
  const areFeasible = (solution: OptimalSolution) => solution.objective <= NO_MISS;

  let members = pricedMembers(system, optimum);
  for (const member of members) system.switch(member, true);
  let last = yield* solve();
  if (!last || areFeasible(last)) return undefined;
  const shrink = (solution: OptimalSolution): void => {
    last = solution;
    const priced = new Set(pricedMembers(system, solution).map(keyOf));
    for (const member of members) if (!priced.has(keyOf(member))) system.switch(member, false);
    members = members.filter((member) => priced.has(keyOf(member)));
  };
  shrink(last);
  const distance = ({ interval }: LimitMember) => (interval === undefined ? -1 : Math.abs(interval - (around ?? 0)));
  const queue: LimitMember[][] = [members.toSorted((a, b) => distance(b) - distance(a))];
  const necessary = new Set<string>();
  let isCut = false;
  while (queue.length > 0 && !isCut) {
    const chunk = (queue.pop() ?? []).filter((member) => members.includes(member));
    if (chunk.length === 0) continue;
    for (const member of chunk) system.switch(member, false);
    const found = yield* solve();
    if (found && !areFeasible(found)) {
      members = members.filter((member) => !chunk.includes(member));
      shrink(found);
      continue;
    }
    for (const member of chunk) system.switch(member, true);
    if (!found) isCut = true;
    else if (chunk.length === 1) necessary.add(keyOf(chunk[0]));
    else {
      const half = chunk.length >> 1;
      queue.push(chunk.slice(half), chunk.slice(0, half));
    }
  }
  const remaining = {
    ...lp,
    colLower: system.colLower,
    colUpper: system.colUpper,
    rowLower: system.rowLower,
    rowUpper: system.rowUpper,
  };
  const { iterations, solver, y } = last;
  const { rayViolation = Infinity, ok } = checkSolution(remaining, {
    status: "infeasible",
    dualRay: y,
    iterations,
    solver,
    objective: NaN,
  });
  if (!ok) return undefined;
  return describeSet(
    built.request.time,
    members.map((member) => asGiven(site, member)),
    members.every((member) => necessary.has(keyOf(member))),
    { rayViolation, ok },
  );
}

/** Limits with a price at an optimum of the elastic program. A row that is not a limit has no member. */
function pricedMembers(system: LimitSystem, { y, reducedCost }: OptimalSolution): LimitMember[] {
  const found = new Map<string, LimitMember>();
  const add = (list: readonly LimitMember[]) => {
    for (const member of list) found.set(keyOf(member), member);
  };
  for (let i = 0; i < system.lp.numRows; i++) if (Math.abs(y[i]) > NO_MISS) add(system.ofRow(i, y[i]));
  for (let j = 0; j < system.lp.numCols; j++)
    if (Math.abs(reducedCost[j]) > NO_MISS) add(system.ofColumn(j, reducedCost[j]));
  return [...found.values()];
}

function keyOf({ of, side, index }: LimitMember): string {
  return `${of} ${side} ${index}`;
}

/** A limit as the user wrote it, not net of a state. */
function asGiven({ limits }: SiteModel, member: LimitMember): LimitMember {
  const given =
    member.side === "upper"
      ? limits.find(
          ({ block, limit }) => block.asset === member.asset && limit === member.limit && block.of === member.of,
        )?.given
      : undefined;
  return given === undefined ? member : { ...member, value: given };
}

function describeSet(
  time: TimeGrid,
  members: readonly LimitMember[],
  isIrreducible: boolean,
  proof: IrreducibleSet["proof"],
): IrreducibleSet {
  const kind = ({ of, side, asset, limit, value }: LimitMember) =>
    JSON.stringify([side === "lower" ? 0 : 1, of, asset, limit, value]);
  const sorted = members
    .map((member) => ({ ...member, interval: member.interval ?? -1 }))
    .toSorted((a, b) => (kind(a) < kind(b) ? -1 : kind(a) > kind(b) ? 1 : a.interval - b.interval));
  const limits = spans(sorted, kind).map(([{ asset, limit, unit, value, side, interval }, ...more]): SetMember => ({
    asset,
    limit,
    value,
    unit,
    side,
    ...(interval >= 0 && { interval, count: 1 + more.length, at: isoStamp(time, interval) }),
  }));
  const words = limits.map(({ asset, limit, value, unit, side, interval, count = 1 }) => {
    const what =
      limit === "need"
        ? side === "lower"
          ? `${figure(value)} ${unit} needed`
          : `no more than ${figure(value)} ${unit} used`
        : `${asset} ${limit} ${figure(value)} ${unit}`;
    return interval === undefined ? what : `${what} ${spanText(time, interval, count)}`;
  });
  return {
    limits,
    isIrreducible,
    proof,
    sentence: `These limits contradict each other${
      isIrreducible
        ? "; without any one of them, the others can be met"
        : " (the search for the smallest set was cut short)"
    }: ${words.join("; ")}.`,
  };
}
