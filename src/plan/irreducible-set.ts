/**
 * A least set of limits that cannot all be kept: without any one of them there is a plan for the rest of them. (An
 * irreducible infeasible set; Chinneck and Dravnieks, ORSA Journal on Computing 3, 1991.) The elastic program tells
 * whether a set can be kept (its cost is 0), and its prices are a Farkas proof on those limits alone that have one:
 *
 *     1. the limits with a price at the elastic optimum are such a set, all others are lifted
 *     2. lift some more of them; still a cost: they are gone, and with them all that have no price now
 *                                no cost: of one, it is a member for good; of several, lift them half by half
 *
 * Every set on the way is smaller than the last, so a member found necessary stays so. Each test goes on from the basis
 * of the last. The limits furthest from the worst interval are lifted first: what is left explains that one.
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
import { NO_MISS, type HoldingLimit } from "./holding-limits.ts";
import { preparedSteps } from "./prepared-steps.ts";
import { type LimitMember, LimitSystem } from "./limit-system.ts";

/** A limit of the set over a span of intervals with one value. */
export interface SetMember extends HoldingLimit {
  /** `lower`: at least this much is asked for. */
  readonly side: "lower" | "upper";
  /** First interval and number of intervals; absent for a limit over a period. */
  readonly interval?: number;
  readonly count?: number;
  /** Start of the first, ISO-8601 with the local offset. */
  readonly at?: string;
}

export interface IrreducibleSet {
  readonly limits: readonly SetMember[];
  /**
   * Each of them, in each of its intervals, was found necessary. False: the search was cut short, and some may not be.
   */
  readonly isIrreducible: boolean;
  /** The Farkas proof that the set cannot be kept, checked on the program with all other limits lifted. */
  readonly proof: { readonly rayViolation: number; readonly ok: boolean };
  readonly sentence: string;
}

/** Solves before the search is cut short; a set of a few dozen takes about a hundred. */
const MOST_SOLVES = 400;

/**
 * `elastic` and its optimum, of cost > 0; `around`: the interval to explain. Undefined where no set of members is
 * proven.
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
  /** The optimum as the system is switched now; undefined where it was not found. */
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
  const keptTogether = (solution: OptimalSolution) => solution.objective <= NO_MISS;

  let members = pricedMembers(system, optimum);
  for (const member of members) system.switch(member, true);
  let last = yield* solve();
  if (!last || keptTogether(last)) return undefined;
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
    if (found && !keptTogether(found)) {
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
  const held = {
    ...lp,
    colLower: system.colLower,
    colUpper: system.colUpper,
    rowLower: system.rowLower,
    rowUpper: system.rowUpper,
  };
  const { iterations, solver, y } = last;
  const { rayViolation = Infinity, ok } = checkSolution(held, {
    status: "infeasible",
    dualRay: y,
    iterations,
    solver,
    objective: NaN,
  });
  if (!ok) return undefined;
  return describeSet(
    built.plan.time,
    members.map((member) => asGiven(site, member)),
    members.every((member) => necessary.has(keyOf(member))),
    { rayViolation, ok },
  );
}

/** Members with a price at an optimum of the elastic program; of a law, none. */
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

/** A member told as the user wrote it, not net of a state. */
function asGiven({ limits }: SiteModel, member: LimitMember): LimitMember {
  const given =
    member.side === "upper"
      ? limits.find(
          ({ block, limit, of }) => block.asset === member.asset && limit === member.limit && of === member.of,
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
    sentence:
      "These cannot all be " +
      `kept${isIrreducible ? ", and without any one of them the others can" : " (the search for a least set was cut short)"}: ` +
      `${words.join("; ")}.`,
  };
}
