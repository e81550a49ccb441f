/**
 * Today's way of running a hybrid site, for comparison: AI first, mine when the price of power is below the strike
 * price, diesel for what must be served and is not, battery idle, no look ahead, no regard to a demand charge. Interval
 * by interval, with supply = sun, wind and grid in order of price:
 *
 *   1. supply, then backup, serve what cannot be shed at once (floors), firm AI, then sleeping rigs
 *   2. what supply has left goes to AI that may wait, as soon as it is released
 *   3. then to AI that pays more than the power costs, then to mining that does, best first
 *   4. sun and wind still left are exported where that earns something and nothing is imported, else curtailed
 *
 * The decisions are then fixed as bounds of the plan's own program, so money and checks are the same code for both.
 */
import type { RuleFlow, RuleRole } from "../assets/rule-dispatch.ts";
import type { Columns } from "../model/columns.ts";
import { buildSite, type BuiltSite } from "./build-site.ts";
import { caseFigures, type CaseFigures } from "./case-figures.ts";
import type { LedgerLine } from "./ledger.ts";
import type { Plan } from "./plan.ts";
import type { PlanResult, PowerPlan } from "./plan-result.ts";
import type { PlanOptions } from "./plan-options.ts";
import { siteSteps } from "./run-plan.ts";

export interface ThresholdRuleResult {
  /** `carried-out`, or `not-possible` where the rule breaks a limit of the site. */
  readonly status: "carried-out" | "not-possible";
  /** What the rule does and leaves out, or the first limit it breaks. */
  readonly detail: string;
  /** The rule's schedule; its prices and proof are those of the program with every decision fixed. */
  readonly plan?: PowerPlan;
  readonly figures?: CaseFigures;
  /** Cost of the rule minus cost of the plan, USD; absent unless both exist. Perfect foresight on the plan's side. */
  readonly planIsWorthUsd?: number;
  /** What that is made of, rule minus plan, in the order of the ledger; equal lines are left out. */
  readonly differenceUsdByItem?: readonly Pick<LedgerLine, "asset" | "item" | "kind" | "usd">[];
}

/** A difference below this in USD is rounding. */
const SAME_USD = 1e-6;

export function* runThresholdRule(plan: Plan, hybrid: PlanResult, options: PlanOptions): Generator<unknown, ThresholdRuleResult> {
  const { fixed, released } = fixByRule(buildSite(plan));
  yield;
  const result = yield* siteSteps(fixed, options);
  if (result.status !== "optimal") {
    return { status: "not-possible", detail: `The threshold rule cannot run this site (${result.status}): ${result.detail.split(/[;\n]/)[0]}` };
  }
  const aside = released.map(({ asset, name }) => `${asset} ${name}`).join(", ");
  return {
    status: "carried-out",
    detail: `AI first, mine when the price is below the strike price, diesel for the rest, battery idle; no look ahead, no regard to a demand charge.${aside && ` Lower limits set aside: ${aside}.`}`,
    plan: result,
    figures: caseFigures(result),
    ...(hybrid.status === "optimal" ? {
      planIsWorthUsd: result.objectiveUsd - hybrid.objectiveUsd,
      // Both ledgers are read from the same cost terms, so line by line they are of the same item.
      differenceUsdByItem: hybrid.ledger.lines
        .map(({ asset, item, kind, usd }, i) => ({ asset, item, kind, usd: result.ledger.lines[i].usd - usd }))
        .filter(({ usd }) => Math.abs(usd) > SAME_USD),
    } : {}),
  };
}

/** The same site with the rule's decisions as bounds, and the blocks whose lower limits that leaves out. */
function fixByRule(built: BuiltSite): { readonly fixed: BuiltSite; readonly released: readonly Columns[] } {
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
  const released: Columns[] = [];
  for (const { planned, kind, handles } of built.assets) {
    const rule = kind.rule?.(planned.spec, planned.initial, handles, site);
    if (rule === undefined) continue;
    flows.push(...rule.flows);
    released.push(...rule.released ?? []);
    for (const columns of rule.idle ?? []) for (let t = 0; t < columns.count; t++) fix(columns, t + columns.from, 0);
  }
  for (const { start, count } of released) colLower.fill(0, start, start + count);
  for (let t = 0; t < site.time.count; t++) {
    for (const [flow, mw] of dispatchInterval(flows, t)) {
      flow.tookMw?.(t, mw);
      for (const { columns, value } of flow.fixes) fix(columns, t, value(t, mw));
    }
  }
  return { fixed: { ...built, lp: { ...lp, colLower, colUpper } }, released };
}

/** Power of every flow in one interval, MW at the bus. */
function dispatchInterval(flows: readonly RuleFlow[], t: number): Map<RuleFlow, number> {
  const took = new Map<RuleFlow, number>(flows.map((flow) => [flow, 0]));
  const takenMw = (flow: RuleFlow) => took.get(flow) as number;
  const price = (flow: RuleFlow) => flow.usdPerMwh?.(t) ?? 0;
  const of = (...roles: RuleRole[]) => roles.flatMap((role) => flows.filter((flow) => flow.role === role));
  const supply = of("free-supply", "grid").sort((a, b) => price(a) - price(b));
  const all = [...supply, ...of("backup")];

  const serve = (load: RuleFlow, sources: readonly RuleFlow[], worth = Infinity, uptoMw = load.reachMw(t)) => {
    for (const source of sources) {
      const mw = Math.min(uptoMw - takenMw(load), source.reachMw(t) - takenMw(source));
      if (mw <= 0 || price(source) > worth) continue;
      took.set(load, takenMw(load) + mw);
      took.set(source, takenMw(source) + mw);
    }
  };
  const serveBestFirst = (role: RuleRole, sources: readonly RuleFlow[]) => {
    for (const load of of(role).sort((a, b) => price(b) - price(a))) serve(load, sources, price(load));
  };
  for (const flow of flows) serve(flow, all, Infinity, flow.floorMw?.(t) ?? 0);
  for (const load of of("must-serve", "standby")) serve(load, all);
  for (const load of of("as-soon-as-possible")) serve(load, supply);
  serveBestFirst("ai-when-it-pays", supply);
  serveBestFirst("mining-when-it-pays", supply);
  if (of("grid").every((source) => takenMw(source) === 0)) serveBestFirst("surplus", of("free-supply"));
  return took;
}
