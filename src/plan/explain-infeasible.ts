/**
 * Explains why no schedule satisfies all limits. First, `reach-check.ts` finds what is certain without a solve. Then
 * the elastic program is solved. The rows that it violates are the conflicts, and the user's limits that bind there
 * with a shadow price cause them. Adjacent intervals with the same binding limits are one conflict. Last comes an
 * irreducible infeasible subset (IIS): a smallest set of limits that contradict each other.
 */
import type { PlannedAsset } from "../assets/asset.ts";
import type { RowBlock } from "../model/block.ts";
import { fieldPath } from "../model/limit.ts";
import type { SiteModel } from "../model/site-model.ts";
import { SolvedSite } from "../model/solved-site.ts";
import { isoStamp } from "../time/time-grid.ts";
import { figure, figureUp, spans, spanText } from "./detail-text.ts";
import type { BuiltSite } from "./build-site.ts";
import type { Conflict } from "./conflict.ts";
import { elasticProgram } from "./elastic-program.ts";
import { solveLpSteps, type SolveLpOptions } from "../solvers/solve-lp.ts";
import {
  statesAtMinimum,
  limitsBindingAt,
  needsByRow,
  NO_MISS,
  stateTargets,
  violatedLimit,
  type BindingLimit,
  type StateTarget,
} from "./binding-limits.ts";
import { irreducibleSteps, type IrreducibleSet } from "./irreducible-set.ts";
import { fieldAt, isConstant } from "./limit-field.ts";
import { sufficientRaise, type RaisedLimit } from "./sufficient-raise.ts";
import { certainMisses } from "./reach-check.ts";

/** One violated row; positive: too little. */
interface Miss {
  readonly rows: RowBlock;
  readonly interval: number;
  readonly miss: number;
  readonly bindingLimits: readonly BindingLimit[];
  readonly neededBy: readonly BindingLimit[];
  readonly atMinimum: readonly BindingLimit[];
  /**
   * The required value of a state (an end level, a floor), in this or a later interval, if the violated row belongs to
   * the energy balance of that state.
   */
  readonly target?: StateTarget | undefined;
  /** Equal for neighbouring parts of one conflict: block, sign, names of the limits. */
  readonly key: string;
}

export interface InfeasibleReasons {
  /** Worst first. */
  readonly conflicts: readonly Conflict[];
  /** Absent if the search was cut short before it had a proven set. */
  readonly irreducible?: IrreducibleSet;
}

/** Number of limits for which a sufficient value is sought: the first ones that bind in the worst conflicts. */
const TRIED = 6;

/** If the elastic program is not solved to its end, returns what is certain without it. */
export function* explainInfeasible(built: BuiltSite, options: SolveLpOptions): Generator<unknown, InfeasibleReasons> {
  const { site, lp, assets } = built;
  const certain = certainMisses(site, lp);
  yield;
  const elastic = elasticProgram(lp, site);
  const solution = yield* solveLpSteps(elastic, options);
  if (solution.status !== "optimal") {
    const found = certain.map((miss): Miss => ({
      ...miss,
      bindingLimits: [],
      neededBy: [],
      atMinimum: [],
      key: `${miss.rows.start} ${miss.miss > 0}`,
    }));
    return {
      conflicts: worstFirst(
        spans(found, ({ key }) => key).map((span) => describe(site, span, worstOf(span), [], { isLeast: true })),
      ),
    };
  }
  const solved = new SolvedSite(site.time, solution);
  const bindingAt = limitsBindingAt(site, solved, lp);
  const needs = needsByRow(site, solved, lp);
  const targetOf = stateTargets(site, solved, lp);
  const minimumsAt = statesAtMinimum(site, solved, lp);
  const misses: Miss[] = [];
  for (const rows of site.rowBlocks) {
    for (let i = 0; i < rows.count; i++) {
      const row = rows.start + i;
      const column = lp.numCols + 2 * row;
      const miss = solution.x[column] - solution.x[column + 1];
      if (Math.abs(miss) <= NO_MISS) continue;
      const interval = rows.from + i;
      const own = miss < 0 ? violatedLimit(site, rows, lp.rowUpper[row]) : undefined;
      const bindingLimits = [...(own ? [own] : []), ...bindingAt(rows, interval)];
      const neededBy = needs.get(row) ?? [];
      const atMinimum = rows === site.balance && miss > 0 ? minimumsAt(interval) : [];
      const key = JSON.stringify([
        rows.start,
        miss > 0,
        [...bindingLimits, ...neededBy, ...atMinimum].map(({ asset, limit }) => [asset, limit]),
      ]);
      const target = rows.perInterval && rows !== site.balance ? targetOf(rows, interval) : undefined;
      misses.push({ rows, interval, miss, bindingLimits, neededBy, atMinimum, key, target });
    }
  }
  // In the elastic program unserved power costs nothing. An AI load that still draws power during a shortage must
  // therefore be served.
  const loads = assets
    .filter(({ kind }) => kind.role === "ai-load")
    .map(({ planned, kind, handles }) => ({
      name: planned.name,
      netBusMw: kind.read(planned.spec, planned.initial, handles, solved).netBusMw,
    }));
  const found = spans(misses, ({ key }) => key)
    .map((span) => ({ span, worst: worstOf(span) }))
    .sort((a, b) => Math.abs(b.worst.miss) - Math.abs(a.worst.miss));
  const { timeLimitMs, iterationLimit } = options;
  const budget = {
    ...(timeLimitMs !== undefined && { timeLimitMs }),
    ...(iterationLimit !== undefined && { iterationLimit }),
  };
  const raises = new Map<string, number | undefined>();
  const conflicts: Conflict[] = [];
  for (const { span, worst } of found) {
    yield;
    const mustServe = loads.filter(({ netBusMw }) => netBusMw[worst.interval] < -NO_MISS).map(({ name }) => name);
    const bindingLimits: BindingLimit[] = [];
    for (const binding of worst.bindingLimits) {
      const key = JSON.stringify([binding.asset, binding.limit]);
      if (!raises.has(key) && raises.size < TRIED)
        raises.set(key, yield* sufficientRaise(built, solution, raisable(built, binding, misses), budget));
      const inField = inFieldUnit(built, binding, worst.interval);
      const raiseTo = raises.get(key);
      bindingLimits.push(raiseTo !== undefined && raiseTo > inField.value ? { ...inField, raiseTo } : inField);
    }
    const isTried = worst.bindingLimits.every(({ asset, limit }) => raises.has(JSON.stringify([asset, limit])));
    conflicts.push(describe(site, span, { ...worst, bindingLimits }, mustServe, { isTried }));
  }
  const irreducible = yield* irreducibleSteps(built, elastic, solution, found[0]?.worst.interval, options);
  return { conflicts: worstFirst(conflicts), ...(irreducible && { irreducible }) };
}

/** The limit as a candidate to raise, if it binds in any conflict. */
function raisable(
  { request: { assets } }: BuiltSite,
  { asset, limit, value }: BindingLimit,
  misses: readonly Miss[],
): RaisedLimit {
  const planned = assets.find(({ name }) => name === asset) as PlannedAsset;
  const conflicting = misses.filter(({ bindingLimits }) =>
    bindingLimits.some((other) => other.asset === asset && other.limit === limit),
  );
  const isAnywhere = isConstant(planned, limit) || conflicting.some(({ rows }) => !rows.perInterval);
  const intervals = new Set(conflicting.map(({ interval }) => interval));
  const values = conflicting.map(({ interval }) => fieldAt(planned, limit, interval) ?? value);
  return {
    asset,
    limit,
    bindsIn: (t) => isAnywhere || intervals.has(t),
    range: [
      values.reduce((least, own) => Math.min(least, own), Infinity),
      values.reduce((most, own) => Math.max(most, own), 0),
    ],
  };
}

/** A limit as the user wrote it, if the field has another unit than the block, or if the block is net of a state. */
function inFieldUnit({ site, request: { assets } }: BuiltSite, binding: BindingLimit, interval: number): BindingLimit {
  const { asset, limit } = binding;
  const own = site.limits.find((other) => other.block.asset === asset && fieldPath(other) === limit);
  const unit = own?.field?.unit;
  if (unit === undefined) return own?.given === undefined ? binding : { ...binding, value: own.given };
  const value = fieldAt(assets.find(({ name }) => name === asset) as PlannedAsset, limit, interval);
  return value === undefined ? binding : { ...binding, value, unit };
}

function worstOf(span: readonly Miss[]): Miss {
  return span.reduce((most, next) => (Math.abs(next.miss) > Math.abs(most.miss) + NO_MISS ? next : most));
}

function worstFirst(conflicts: readonly Conflict[]): Conflict[] {
  return conflicts.toSorted((a, b) => b.amount - a.amount);
}

function describe(
  site: SiteModel,
  span: readonly Miss[],
  worst: Miss,
  mustServe: readonly string[],
  { isLeast = false, isTried = false },
): Conflict {
  const { rows, bindingLimits, neededBy, atMinimum } = worst;
  const { asset, perInterval } = rows;
  // Fuel is in kL in its rows and in L in its fields.
  const [scale, unit] = rows.unit === "kL" ? [1000, "L"] : [1, rows.unit];
  const isBalance = rows === site.balance;
  const isShort = worst.miss > 0;
  const own = site.limits.find(({ block }) => block === rows);
  const limit = own ? fieldPath(own) : rows.name;
  const bindsItself = bindingLimits.some((binding) => binding.asset === asset && binding.limit === limit);
  const amount = scale * Math.abs(worst.miss);
  const [perStep, totalUnit] = unit === "MW" ? [site.time.stepHours, "MWh"] : [scale, unit];
  const total = perStep * span.reduce((sum, { miss }) => sum + Math.abs(miss), 0);
  const from = span[0].interval;
  const count = span.length;
  const long = count > 1;
  const located = perInterval || from > 0;
  const worstAt = isoStamp(site.time, worst.target?.interval ?? worst.interval);

  // The violated quantity is the requirement on a state (an end level, a floor), not the balance row of the state.
  const { target } = worst;
  const what = target
    ? `${asset} ${target.limit} ${figure(target.value)} ${unit} is missed by `
    : !isBalance
      ? `${asset}: ${limit} is missed by `
      : isShort
        ? "short "
        : "too much by ";
  const size =
    `${long ? "up to " : ""}${figure(amount)} ` +
    `${unit}${long ? ` (in all ${figure(total)} ${totalUnit})` : ""}${isLeast ? " or more" : ""}`;
  const place = target ? `at ${worstAt}` : spanText(site.time, from, count);
  const when = `${located ? ` ${place}` : ""}${long ? `, worst at ${worstAt}` : ""}`;
  const list = (words: string, limits: readonly BindingLimit[]) =>
    limits.length === 0
      ? ""
      : words + limits.map((h) => `${h.asset} ${h.limit} ${amountText(figure(h.value), h)}`).join(", ");
  const raises = bindingLimits.flatMap(({ asset: binding, limit: field, unit: of, raiseTo }) =>
    raiseTo === undefined
      ? []
      : [`${binding} ${field} to ${amountText(figureUp(raiseTo), { limit: field, unit: of })}`],
  );
  const remedies = [
    bindingLimits.length > 0 &&
      (raises.length > 0
        ? `raise ${raises.join(" or ")}${long ? " at the worst" : ""}`
        : isTried
          ? "raise more than one limit, since none of these alone makes a plan possible"
          : "raise one of these"),
    neededBy.length > 0 && "ask for less",
    !isBalance && !bindsItself && neededBy.length === 0 && (target ? "ask for less" : "loosen this limit"),
    isBalance && bindingLimits.length === 0 && (isShort ? "add supply" : "lower supply"),
    isBalance &&
      isShort &&
      mustServe.length > 0 &&
      `price what ${mustServe.join(", ")} may leave unserved (vollUsdPerMwh; unmetUsdPerMwh of a job)`,
  ].filter(Boolean);
  return {
    asset,
    limit: target?.limit ?? limit,
    ...(perInterval ? { interval: from, count } : {}),
    ...(located ? { at: target ? worstAt : isoStamp(site.time, from), worstAt } : {}),
    amount,
    unit,
    total,
    bindingLimits,
    neededBy,
    atMinimum,
    sentence:
      `${what}${size}${when}${list(": ", bindingLimits)}` +
      `${list(bindingLimits.length > 0 ? " and nothing left: " : ": nothing left: ", atMinimum)}` +
      `${list(", while these must be met: ", neededBy)}; ${remedies.join(", or ")}`,
  };
}

/** `20 MW`. Only the number for a share, and for a count whose field names the unit: `sets 4`. */
function amountText(value: number, { limit, unit }: Pick<BindingLimit, "limit" | "unit">): string {
  return unit === "1" || unit === limit ? `${value}` : `${value} ${unit}`;
}
