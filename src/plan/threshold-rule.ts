/**
 * Today's way of operating a hybrid site, for comparison. AI comes first, mining runs if the price of power is below
 * its strike price, and diesel covers the rest of what must be served. The battery is idle; the rule does not look
 * ahead and ignores demand charges. In each interval, supply is sun, wind and grid in order of price, including the
 * price of CO2 (merit order):
 *
 *   1. supply, then backup, serve loads that cannot be shed at once (floors), firm AI, then sleeping rigs
 *   2. the rest of supply goes to deferrable AI load as soon as it is released
 *   3. then to AI load that pays more than the power costs, then to mining that does, best first
 *   4. remaining sun and wind are exported if that earns something and nothing is imported, otherwise curtailed
 *
 * The decisions are then fixed as bounds of the plan's own program, so costs and checks use the same code for both.
 */
import type { RuleDispatch, RuleFlow, RuleRole } from "../assets/rule-dispatch.ts";
import type { ColumnBlock } from "../model/block.ts";
import { type BuiltSite, buildSteps } from "./build-site.ts";
import { caseFigures, type CaseFigures } from "./case-figures.ts";
import type { LedgerLine } from "./ledger.ts";
import type { PlanRequest } from "./plan-request.ts";
import type { OptimalPlan, PlanResult } from "./plan-result.ts";
import type { PlanOptions } from "./plan-options.ts";
import { siteSteps } from "./run-plan.ts";

export interface ThresholdRuleResult {
  /** `carried-out`, or `not-possible` if the rule violates a limit of the site. */
  readonly status: "carried-out" | "not-possible";
  /** What the rule does and ignores, or the first limit that it violates. */
  readonly detail: string;
  /** The schedule of the rule. Its prices and proof are those of the program with every decision fixed. */
  readonly plan?: OptimalPlan;
  readonly figures?: CaseFigures;
  /** Cost of the rule minus cost of the plan, USD; absent unless both exist. The plan has perfect foresight. */
  readonly planIsWorthUsd?: number;
  /** The difference by ledger item, rule minus plan, in the order of the ledger; equal lines are left out. */
  readonly differenceUsdByItem?: readonly Pick<LedgerLine, "asset" | "item" | "kind" | "usd">[];
}

/** A difference below this in USD is rounding. */
const SAME_USD = 1e-6;

export function* runThresholdRule(
  plan: PlanRequest,
  hybrid: PlanResult,
  options: PlanOptions,
): Generator<unknown, ThresholdRuleResult> {
  const { fixed, released, remarks } = fixByRule(yield* buildSteps(plan));
  yield;
  const { result } = yield* siteSteps(fixed, options);
  if (result.status !== "optimal") {
    return {
      status: "not-possible",
      detail: `The threshold rule cannot run this site (${result.status}): ${result.detail.split(/[;\n]/)[0]}`,
    };
  }
  const aside = released.map(({ asset, name }) => `${asset} ${name}`).join(", ");
  return {
    status: "carried-out",
    detail:
      "AI first, mine when the price is below the strike price, diesel for the rest, battery idle; does not look " +
      "ahead and ignores demand " +
      `charges.${remarks.map((remark) => ` ${remark}`).join("")}${aside && ` Lower limits ignored: ${aside}.`}`,
    plan: result,
    figures: caseFigures(result),
    ...(hybrid.status === "optimal"
      ? {
          planIsWorthUsd: result.objectiveUsd - hybrid.objectiveUsd,
          // Both ledgers come from the same cost terms, so their lines correspond one to one.
          differenceUsdByItem: hybrid.ledger.lines
            .map(({ asset, item, kind, usd }, i) => ({ asset, item, kind, usd: result.ledger.lines[i].usd - usd }))
            .filter(({ usd }) => Math.abs(usd) > SAME_USD),
        }
      : {}),
  };
}

/**
 * The same site with the decisions of the rule as bounds, the blocks whose lower limits the rule ignores, and remarks
 * of contracts.
 */
function fixByRule(built: BuiltSite): {
  readonly fixed: BuiltSite;
  readonly released: readonly ColumnBlock[];
  readonly remarks: readonly string[];
} {
  const { site, lp } = built;
  const colLower = lp.colLower.slice();
  const colUpper = lp.colUpper.slice();
  const fix = (columns: ColumnBlock, t: number, value: number) => {
    const place = t - columns.from;
    if (place < 0 || place >= columns.count) return;
    const column = columns.start + place;
    // Only rounding of the bus-to-column factor can be outside the bounds.
    const within = Math.min(Math.max(value, lp.colLower[column]), lp.colUpper[column]);
    colLower[column] = colUpper[column] = within;
  };
  const flows: RuleFlow[] = [];
  const released: ColumnBlock[] = [];
  const caps: NonNullable<RuleDispatch["caps"]>[number][] = [];
  const charges: NonNullable<RuleDispatch["charges"]>[number][] = [];
  const remarks: string[] = [];
  for (const { planned, kind, handles } of built.assets) {
    const rule = kind.rule?.(planned.spec, planned.initial, handles, site);
    if (!rule) continue;
    flows.push(...rule.flows);
    released.push(...(rule.released ?? []));
    caps.push(...(rule.caps ?? []));
    charges.push(...(rule.charges ?? []));
    remarks.push(...(rule.remarks ?? []));
    for (const columns of rule.idle ?? []) for (let t = 0; t < columns.count; t++) fix(columns, t + columns.from, 0);
  }
  for (const cap of caps) {
    const i = flows.findIndex(({ fixes }) => fixes.some(({ columns }) => columns === cap.columns));
    const { reachMw } = flows[i];
    flows[i] = { ...flows[i], reachMw: (t) => Math.min(reachMw(t), cap.reachMw(t)) };
  }
  for (const { columns, usdPerMwh } of charges) {
    flows.forEach((flow, i) => {
      const own = flow.fixes.find((fixed) => fixed.columns === columns);
      if (!own) return;
      const perBusMw = (t: number) => own.value(t, 1) - own.value(t, 0);
      flows[i] = { ...flow, usdPerMwh: (t) => (flow.usdPerMwh?.(t) ?? 0) + usdPerMwh(t) * perBusMw(t) };
    });
  }
  for (const { start, count } of released) colLower.fill(0, start, start + count);
  const dispatch = dispatcher(flows);
  for (let t = 0; t < site.time.count; t++) {
    const took = dispatch(t);
    flows.forEach((flow, i) => {
      flow.tookMw?.(t, took[i]);
      for (const { columns, value } of flow.fixes) fix(columns, t, value(t, took[i]));
    });
  }
  return { fixed: { ...built, lp: { ...lp, colLower, colUpper } }, released, remarks };
}

/** Power of every flow in one interval, MW at the bus, in the order of the flows; the array is reused. */
function dispatcher(flows: readonly RuleFlow[]): (t: number) => Float64Array {
  const took = new Float64Array(flows.length);
  // Positions in `flows`, sorted once: a year has a flow for the job of each day.
  const where = (wanted: (flow: RuleFlow) => boolean) => [...flows.keys()].filter((i) => wanted(flows[i]));
  const of = (...roles: RuleRole[]) => roles.flatMap((role) => where((flow) => flow.role === role));
  const floors = where(({ floorMw }) => floorMw !== undefined);
  const [supplies, backup, urgent, patient] = [
    of("free-supply", "grid"),
    of("backup"),
    of("must-serve", "standby"),
    of("as-soon-as-possible"),
  ];
  const [ai, mining, surplus] = [of("ai-when-it-pays"), of("mining-when-it-pays"), of("surplus")];
  const [free, grid] = [of("free-supply"), of("grid")];
  const price = (i: number, t: number) => flows[i].usdPerMwh?.(t) ?? 0;

  const serve = (
    t: number,
    load: number,
    sources: readonly number[],
    worth = Infinity,
    uptoMw = flows[load].reachMw(t),
  ) => {
    for (const source of sources) {
      if (took[load] >= uptoMw) return;
      const mw = Math.min(uptoMw - took[load], flows[source].reachMw(t) - took[source]);
      if (mw <= 0 || price(source, t) > worth) continue;
      took[load] += mw;
      took[source] += mw;
    }
  };
  const serveBestFirst = (t: number, loads: readonly number[], sources: readonly number[]) => {
    for (const load of loads.toSorted((a, b) => price(b, t) - price(a, t))) serve(t, load, sources, price(load, t));
  };
  return (t) => {
    took.fill(0);
    const supply = supplies.toSorted((a, b) => price(a, t) - price(b, t));
    const all = [...supply, ...backup];
    for (const load of floors) serve(t, load, all, Infinity, flows[load].floorMw?.(t));
    for (const load of urgent) serve(t, load, all);
    for (const load of patient) serve(t, load, supply);
    serveBestFirst(t, ai, supply);
    serveBestFirst(t, mining, supply);
    if (grid.every((source) => took[source] === 0)) serveBestFirst(t, surplus, free);
    return took;
  };
}
