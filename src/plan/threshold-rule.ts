/**
 * Today's way of running a hybrid site, for comparison: AI first, mine when the price of power is below the strike
 * price, diesel for what must be served and is not, battery idle, no look ahead. Interval by interval:
 *
 *   1. free supply (sun, wind), then the grid, then backup serve must-serve load (firm AI, then sleeping rigs)
 *   2. what free supply and grid have left goes to AI that may wait, as soon as it is released
 *   3. then to AI that pays more than the power costs, then to mining that does, best first
 *   4. free supply still left is exported where that earns something, else curtailed
 *
 * The decisions are then fixed as bounds of the plan's own program, so money and checks are the same code for both.
 */
import type { RuleFlow, RuleRole } from "../assets/rule-dispatch.ts";
import type { Columns } from "../model/columns.ts";
import { buildSite, type BuiltSite } from "./build-site.ts";
import { caseFigures, type CaseFigures } from "./case-figures.ts";
import type { Plan } from "./plan.ts";
import type { PlanResult } from "./plan-result.ts";
import { solveSite, type PlanOptions } from "./run-plan.ts";

export interface ThresholdRuleResult {
  /** `carried-out`, or `not-possible` where the rule breaks a limit of the site. */
  readonly status: "carried-out" | "not-possible";
  readonly detail: string;
  readonly figures?: CaseFigures;
  /** Cost of the rule minus cost of the plan, USD; absent unless both exist. Perfect foresight on the plan's side. */
  readonly planIsWorthUsd?: number;
}

export function runThresholdRule(plan: Plan, hybrid: PlanResult, options: PlanOptions): ThresholdRuleResult {
  const built = buildSite(plan);
  const fixed = fixByRule(built);
  const result = solveSite(fixed, options);
  const power = result.status === "optimal" ? result : result.status === "relaxed" ? result.relaxation : undefined;
  if (power === undefined) return { status: "not-possible", detail: `The threshold rule breaks a limit of the site: ${result.status}.` };
  return {
    status: "carried-out",
    detail: "AI first, mine when the price is below the strike price, diesel for the rest, battery idle.",
    figures: caseFigures(power),
    ...(hybrid.status === "optimal" ? { planIsWorthUsd: power.objectiveUsd - hybrid.objectiveUsd } : {}),
  };
}

/** The same site with the rule's decisions as bounds. */
function fixByRule(built: BuiltSite): BuiltSite {
  const { site, lp } = built;
  const colLower = lp.colLower.slice();
  const colUpper = lp.colUpper.slice();
  const fix = (columns: Columns, t: number, value: number) => {
    const place = t - columns.from;
    if (place < 0 || place >= columns.count) return;
    const column = columns.start + place;
    // Only rounding of the bus-to-column factor can lie outside.
    const within = Math.min(Math.max(value, lp.colLower[column]), lp.colUpper[column]);
    colLower[column] = colUpper[column] = within;
  };
  const flows: RuleFlow[] = [];
  for (const { planned, kind, handles } of built.assets) {
    const rule = kind.rule?.(planned.spec, planned.initial, handles, site);
    if (rule === undefined) continue;
    flows.push(...rule.flows);
    for (const columns of rule.idle ?? []) for (let t = 0; t < columns.count; t++) fix(columns, t + columns.from, 0);
  }
  for (let t = 0; t < site.time.count; t++) {
    for (const [flow, mw] of dispatchInterval(flows, t)) {
      flow.tookMw?.(t, mw);
      for (const { columns, value } of flow.fixes) fix(columns, t, value(t, mw));
    }
  }
  return { ...built, lp: { ...lp, colLower, colUpper } };
}

/** Power of every flow in one interval, MW at the bus. */
function dispatchInterval(flows: readonly RuleFlow[], t: number): Map<RuleFlow, number> {
  const took = new Map<RuleFlow, number>(flows.map((flow) => [flow, 0]));
  const left = (flow: RuleFlow) => flow.reachMw(t) - (took.get(flow) as number);
  const of = (role: RuleRole) => flows.filter((flow) => flow.role === role);
  const byPrice = (role: RuleRole, direction: 1 | -1) => of(role).sort((a, b) => direction * ((a.usdPerMwh?.(t) ?? 0) - (b.usdPerMwh?.(t) ?? 0)));
  const supply = [...byPrice("free-supply", 1), ...byPrice("grid", 1)];
  const backup = of("backup");

  const serve = (load: RuleFlow, sources: readonly RuleFlow[], worth = Infinity) => {
    for (const source of sources) {
      if ((source.usdPerMwh?.(t) ?? 0) > worth) continue;
      const mw = Math.min(left(load), left(source));
      if (mw <= 0) continue;
      took.set(load, (took.get(load) as number) + mw);
      took.set(source, (took.get(source) as number) + mw);
    }
  };
  for (const load of of("must-serve")) serve(load, [...supply, ...backup]);
  for (const load of of("standby")) serve(load, [...supply, ...backup]);
  const onBackup = backup.some((source) => (took.get(source) as number) > 0);
  for (const load of of("as-soon-as-possible")) serve(load, supply);
  for (const load of byPrice("ai-when-it-pays", -1)) serve(load, supply, load.usdPerMwh?.(t) ?? 0);
  if (!onBackup) for (const load of byPrice("mining-when-it-pays", -1)) serve(load, supply, load.usdPerMwh?.(t) ?? 0);
  if (!onBackup && byPrice("grid", 1).every((source) => (took.get(source) as number) === 0)) {
    for (const load of byPrice("surplus", -1)) serve(load, of("free-supply"), load.usdPerMwh?.(t) ?? 0);
  }
  return took;
}
