import type { BaselineComparison } from "../../plan/compare-cases.ts";
import type { Ledger } from "../../plan/ledger.ts";
import type { PlanResult, PowerPlan } from "../../plan/plan-result.ts";
import type { ChartSpec } from "../charts/chart-spec.ts";
import { dieselChart } from "../charts/diesel-chart.ts";
import { planChart, planChartKinds } from "../charts/plan-charts.ts";
import { waterfallChart } from "../charts/waterfall-chart.ts";
import { checkResult } from "../check-result.ts";
import { ledgerItems } from "../ledger-items.ts";
import { type MonthlyStatement, monthlyStatement } from "../statement/monthly-statement.ts";
import { STATEMENT_COLUMNS } from "../statement/statement-csv.ts";
import { dieselSection } from "./diesel-section.ts";
import { element, joined, list, type Markup, numberText, section, tableOf } from "./markup.ts";
import { figures, footer, type HtmlReportOptions, page } from "./page.ts";

/** Energy below this is rounding of the plan, MWh. */
const LEAST_MWH = 1e-6;

/**
 * One self-contained page (no script, no network) that answers the question of a plan or a comparison: the answer in
 * three sentences, warnings first, charts, a statement by load and month, the ledger, what was assumed, the proof, and
 * the diesel answer with what it does not claim. Prints on A4.
 *
 * @example
 * writeFileSync("week.html", await htmlReport(compareBaselines(input)));
 *
 * @throws PlanInputError for what is not a result; Error where charts are wanted and `vega` or `vega-lite` is missing.
 */
export async function htmlReport(
  result: PlanResult | BaselineComparison,
  options: HtmlReportOptions = {},
): Promise<string> {
  checkResult("htmlReport", result, ["status", "hybrid"], "a result of planPower or compareBaselines");
  const comparison = "hybrid" in result ? result : undefined;
  const outcome = "hybrid" in result ? result.hybrid : result;
  const plan = scheduleOf(outcome);
  const charts = plan ? await figures(options.charts ?? true, () => chartsOf(plan, comparison)) : { html: "" };
  const title = options.question ?? outcome.name;
  const body = joined([
    element("h1", title),
    plan ? element('p class="period"', periodOf(plan)) : "",
    ...answer(outcome, plan).map((sentence) => element('p class="answer"', sentence)),
    warnings(outcome),
    comparison ? dieselSection(comparison) : "",
    section("charts", "Charts", charts),
    plan ? section("statement", "By load and month", statementTable(monthlyStatement(plan))) : "",
    plan ? section("ledger", "Money", ledgerTable(plan.ledger)) : "",
    section("assumptions", "Assumptions and notices", list(outcome.notices)),
    plan ? section("proof", "Proof", list(proof(plan))) : "",
    footer(),
  ]);
  return page(title, body);
}

function scheduleOf(outcome: PlanResult): PowerPlan | undefined {
  if (outcome.status === "optimal") return outcome;
  return outcome.status === "branching-limit" ? outcome.incumbent : undefined;
}

function periodOf({ intervalStarts, startIso, stepHours, timeZone }: PowerPlan): string {
  return `${numberText(intervalStarts.length * stepHours)} h from ${startIso}, ${timeZone}`;
}

/** Three sentences: what it costs, where the energy goes, what power is worth. */
function answer(outcome: PlanResult, plan: PowerPlan | undefined): string[] {
  if (!plan)
    return [`There is no plan: ${outcome.status}.`, outcome.detail ?? ""].filter((sentence) => sentence !== "");
  const { assets, objectiveUsd, prices, stepHours } = plan;
  const energy = (role: string): number =>
    Object.values(assets).reduce(
      (sum, reading) => (reading.role === role ? sum - total(reading.netBusMw) * stepHours : sum),
      0,
    );
  const unservedMwh = Object.values(assets).reduce((sum, { service }) => sum + (service?.unservedMwh ?? 0), 0);
  const unserved =
    unservedMwh > LEAST_MWH ? ` and ${numberText(unservedMwh)} MWh are not served` : ", all it asked for";
  const power = prices.powerUsdPerMwh.toSorted();
  return [
    `${objectiveUsd > 0 ? "The plan costs" : "The plan earns"} ${numberText(Math.abs(objectiveUsd))} USD net.`,
    `AI receives ${numberText(energy("ai-load"))} MWh${unserved}; mining receives ${numberText(energy("mining"))} MWh.`,
    `One more MWh at the site is worth ${numberText(power[0])} to ${numberText(power[power.length - 1])} USD, ` +
      `with a median of ${numberText(power[power.length >> 1])} USD.`,
  ];
}

function warnings({ warnings: found }: PlanResult): Markup {
  if (found.length === 0) return { html: "" };
  const items = found.map(({ text: what, fix }) => element("li", what, " ", element("strong", "To do:"), ` ${fix}.`));
  return element('section class="warnings" id="warnings"', element("h2", "Read first"), element("ul", ...items));
}

function chartsOf(plan: PowerPlan, comparison: BaselineComparison | undefined): ChartSpec[] {
  const rule = comparison?.thresholdRule;
  return [
    ...planChartKinds.map((kind) => planChart(plan, kind)).filter(({ data }) => data.values.length > 0),
    ...(comparison?.hybridFigures ? [dieselChart(comparison)] : []),
    ...(rule?.plan && rule.differenceUsdByItem
      ? [
          waterfallChart(
            "What the threshold rule costs more than the plan",
            { name: "plan", usd: plan.objectiveUsd },
            { name: "threshold rule", usd: rule.plan.objectiveUsd },
            rule.differenceUsdByItem,
          ),
        ]
      : []),
  ];
}

function statementTable({ rule, months, plan }: MonthlyStatement): Markup {
  // The sum over the plan says nothing new of a plan within one month.
  const isLong = new Set(months.map(({ month }) => month)).size > 1;
  const rows = (isLong ? [...months, ...plan] : months).map((row) =>
    STATEMENT_COLUMNS.map(([field]) =>
      typeof row[field] === "number" ? Number(row[field]) : String(row[field] ?? ""),
    ),
  );
  return joined([
    element("p", rule, " Penalties and valuations are stated worths: nobody is paid, and the margin leaves them out."),
    tableOf(
      STATEMENT_COLUMNS.map(([, heading]) => heading),
      rows,
    ),
  ]);
}

function ledgerTable({ lines, totalUsd, alreadySet }: Ledger): Markup {
  const rows = ledgerItems(lines).map(({ asset, item, kind, usd }) => [asset, item, kind, usd]);
  return joined([
    tableOf(["Asset", "Item", "Kind", "USD"], [...rows, ["", "Net cost", "", totalUsd]]),
    alreadySet.length === 0 ? "" : element("p", "Charged before the plan, and not part of it:"),
    tableOf(
      ["Asset", "Item", "USD"],
      alreadySet.map(({ asset, item, usd }) => [asset, item, usd]),
    ),
  ]);
}

function proof({ certificate, branching, solver }: PowerPlan): string[] {
  return [
    certificate.ok
      ? "The plan is proven optimal: the proof was recomputed from the original linear program " +
        "by code that no solver shares."
      : "The proof of optimality did not hold when it was recomputed. Do not rely on this plan.",
    `Greatest violation of a limit ${certificate.primalInfeasibility.toExponential(1)}, ` +
      `relative gap ${certificate.relativeGap.toExponential(1)}, ` +
      `power balance to ${certificate.balanceResidualMw.toExponential(1)} MW, ` +
      `ledger to ${certificate.ledgerResidual.toExponential(1)} of its amounts.`,
    ...(branching
      ? [
          `Either-or rules were settled by ${branching.nodes} linear programs; ` +
            `no plan costs less than ${numberText(branching.boundUsd)} USD.`,
        ]
      : []),
    `Linear program of ${solver.rows} rows and ${solver.columns} columns, ` +
      `solved by ${solver.name} in ${solver.iterations} iterations.`,
  ];
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
