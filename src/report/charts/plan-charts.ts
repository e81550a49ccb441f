import { PlanInputError } from "../../errors.ts";
import type { PowerPlan } from "../../plan/plan-result.ts";
import { checkResult } from "../check-result.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { dispatchChart } from "./dispatch-chart.ts";
import { durationChart } from "./duration-chart.ts";
import { heatMapChart } from "./heat-map-chart.ts";
import { priceChart } from "./price-chart.ts";
import { storageChart } from "./storage-chart.ts";

/** The charts that need nothing but a plan; adding one is a file and a line here. */
const PLAN_CHARTS = {
  dispatch: dispatchChart,
  prices: priceChart,
  "import-duration": durationChart,
  "mining-by-hour": (plan: PowerPlan) => heatMapChart(plan, "mining"),
  "price-by-hour": (plan: PowerPlan) => heatMapChart(plan, "price"),
  storage: storageChart,
} as const satisfies Readonly<Record<string, (plan: PowerPlan) => ChartSpec>>;

/** Names of the charts of a plan. */
export type PlanChartKind = keyof typeof PLAN_CHARTS;

export const planChartKinds = Object.keys(PLAN_CHARTS) as readonly PlanChartKind[];

/**
 * One chart of a plan as a Vega-Lite 6 specification: plain JSON for `vega-embed` in a page, or for `chartSvg` in Node.
 * Its rows are in `data.values` (`chartCsv` writes them as a table). Powers in MW, prices in USD/MWh, energy in MWh.
 *
 * @example
 * const plan = planPower(input);
 * if (plan.status === "optimal") console.log(JSON.stringify(planChart(plan, "dispatch")));
 *
 * @throws PlanInputError where `plan` is not a plan with a schedule, or `kind` is not one of `planChartKinds`.
 */
export function planChart(plan: PowerPlan, kind: PlanChartKind): ChartSpec {
  checkResult(
    "planChart",
    plan,
    ["intervalStarts", "prices"],
    "a plan, as planPower returns it where status is optimal",
  );
  if (!Object.hasOwn(PLAN_CHARTS, kind)) {
    throw new PlanInputError([
      {
        path: "kind",
        given: `"${String(kind)}"`,
        wanted: planChartKinds.map((name) => `"${name}"`).join(", "),
        fix: "give one of these names",
      },
    ]);
  }
  return PLAN_CHARTS[kind](plan);
}
