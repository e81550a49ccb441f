import type { ForesightComparison } from "../../replay/five-numbers.ts";
import { foresightChart, KNOWLEDGE_TITLES } from "../charts/foresight-chart.ts";
import { element, joined, type Markup, section, tableOf } from "./markup.ts";
import { figures, footer, type HtmlReportOptions, page } from "./page.ts";

/**
 * One self-contained page of the five numbers: cost, unserved AI and diesel by what was known, the gap to perfect
 * foresight by ledger item, and the error of the forecasts.
 *
 * @throws Error where charts are wanted and `vega` or `vega-lite` is missing.
 */
export async function foresightReport(
  comparison: ForesightComparison,
  options: HtmlReportOptions = {},
): Promise<string> {
  const title = options.question ?? "What foresight is worth";
  const body = joined([
    element("h1", title),
    section("charts", "Chart", await figures(options.charts ?? true, () => [foresightChart(comparison)])),
    section("numbers", "Five numbers", numbersTable(comparison)),
    section("gap", "Gap to perfect foresight by ledger item", gapTable(comparison)),
    section("errors", "Errors of the forecasts", errorTable(comparison)),
    footer(),
  ]);
  return page(title, body);
}

function numbersTable({ numbers }: ForesightComparison): Markup {
  const rows = numbers.map((number) =>
    number.status === "completed"
      ? [KNOWLEDGE_TITLES[number.knowledge], number.usd, number.gapUsd, number.aiUnservedMwh, number.dieselMwh]
      : [KNOWLEDGE_TITLES[number.knowledge], `${number.status}: ${number.detail}`, "", "", ""],
  );
  return tableOf(["What is known", "Cost, USD", "Gap, USD", "AI unserved, MWh", "Diesel, MWh"], rows);
}

function gapTable({ numbers }: ForesightComparison): Markup {
  const rows = numbers.flatMap((number) =>
    number.status === "completed"
      ? number.gapUsdByItem.map(({ asset, item, kind, usd }) => [
          KNOWLEDGE_TITLES[number.knowledge],
          asset,
          item,
          kind,
          usd,
        ])
      : [],
  );
  return tableOf(["What is known", "Asset", "Item", "Kind", "USD"], rows);
}

function errorTable({ numbers }: ForesightComparison): Markup {
  const rows = numbers.flatMap((number) =>
    number.status === "completed"
      ? (number.forecastErrors ?? []).map(({ curve, meanAbsoluteByLead, bias }) => {
          const known = [...meanAbsoluteByLead].filter((error) => Number.isFinite(error));
          const mean = known.reduce((sum, error) => sum + error, 0) / known.length;
          return [KNOWLEDGE_TITLES[number.knowledge], curve, mean, bias];
        })
      : [],
  );
  return tableOf(["What is known", "Curve", "Mean absolute error, mean over leads", "Bias"], rows);
}
