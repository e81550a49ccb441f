import type { UncertaintyResult } from "../../uncertainty/uncertain-plan.ts";
import { costDistributionChart } from "../charts/cost-distribution-chart.ts";
import { costLines } from "../uncertainty-summary.ts";
import { element, joined, section, tableOf } from "./markup.ts";
import { figures, footer, type HtmlReportOptions, page } from "./page.ts";

/**
 * One self-contained page of a plan under uncertainty: the distribution of the costs, the decisions by interval, and
 * what each scenario costs.
 *
 * @throws Error where charts are wanted and `vega` or `vega-lite` is missing.
 */
export async function uncertaintyReport(result: UncertaintyResult, options: HtmlReportOptions = {}): Promise<string> {
  const title = options.question ?? "Decisions for now";
  if (result.status !== "optimal")
    return page(title, joined([element("h1", title), element("p", `${result.status}: ${result.detail}`), footer()]));
  const decided = result.firstStage.flatMap(({ asset, name, unit, fromInterval, values, raisedBy }) =>
    Array.from(values, (value, k) => [asset, name, fromInterval + k, value, unit, raisedBy[k] ?? ""]),
  );
  const scenarios = result.scenarios.map(({ name, probability, costUsd, knownUsd, referenceUsd, isInTail }) => [
    name,
    probability,
    costUsd,
    knownUsd,
    Number.isFinite(referenceUsd) ? referenceUsd : "no plan",
    isInTail ? "yes" : "",
  ]);
  const body = joined([
    element("h1", title),
    ...costLines(result).map((line) => element("p", line)),
    section("charts", "Chart", await figures(options.charts ?? true, () => [costDistributionChart(result)])),
    section(
      "scenarios",
      "Scenarios",
      tableOf(
        ["Scenario", "Probability", "Cost, USD", "Known before, USD", "Reference, USD", "In the tail"],
        scenarios,
      ),
    ),
    section(
      "decisions",
      "Decided now",
      tableOf(["Asset", "Decision", "Interval", "Value", "Unit", "Wanted most by"], decided),
    ),
    footer(),
  ]);
  return page(title, body);
}
