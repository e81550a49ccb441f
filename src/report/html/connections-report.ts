import type { ConnectionComparison } from "../../connections/connection-comparison.ts";
import { breakEvenText } from "../connections-summary.ts";
import { element, joined, section, tableOf } from "./markup.ts";
import { footer, type HtmlReportOptions, page } from "./page.ts";

/** One self-contained page of compared connections: the table of options, their stages, and where the choice turns. */
export async function connectionsReport(
  { options, best, breakEvens }: ConnectionComparison,
  { question = "Which connection to sign" }: HtmlReportOptions = {},
): Promise<string> {
  const rows = options.map((option) => {
    if (option.status !== "compared") return [option.name, option.detail, "", "", "", "", "", ""];
    const { figures, lostAiMwhPerYear, lostMiningMwhPerYear, yearEarlierUsd } = option;
    return [
      option.name,
      figures.usdPerYear,
      lostAiMwhPerYear,
      lostMiningMwhPerYear,
      figures.dieselMwhPerYear,
      figures.permitHoursPerYear,
      figures.curtailedHoursPerYear,
      yearEarlierUsd,
    ];
  });
  const stages = options.flatMap((option) =>
    option.status === "compared"
      ? option.stages.map(({ from, years, figures, worstUsdPerYear }) => [
          option.name,
          from,
          years,
          figures.usdPerYear,
          worstUsdPerYear,
          figures.aiUnservedMwhPerYear,
          figures.curtailedHoursPerYear,
        ])
      : [],
  );
  const head = [
    "Option",
    "USD per year",
    "AI lost, MWh",
    "Mining lost, MWh",
    "Diesel, MWh",
    "Permit, h",
    "Curtailed, h",
  ];
  return page(
    question,
    joined([
      element("h1", question),
      element("p", best === undefined ? "No option is possible." : `Best: ${best}.`),
      ...breakEvens.map((one) => element("p", breakEvenText(one))),
      section("options", "Options, of the mean year", tableOf([...head, "A year earlier, USD"], rows)),
      section(
        "stages",
        "Stages, per year",
        tableOf(["Option", "From", "Years", "USD", "Worst USD", "AI unserved, MWh", "Curtailed, h"], stages),
      ),
      footer(),
    ]),
  );
}
