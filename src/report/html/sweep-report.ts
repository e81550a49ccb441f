import type { FigureName } from "../../sweep/figures.ts";
import type { PlacedAnswer } from "../../sweep/run-cases.ts";
import { FIGURE_TITLES, sweepMap, type SweepMapOptions } from "../charts/sweep-map.ts";
import { element, joined, type Markup, section, tableOf } from "./markup.ts";
import { figures, footer, type HtmlReportOptions, page } from "./page.ts";

/** Rows of the table on the page; the CSV has all. */
const MOST_ROWS = 500;

export interface SweepReportOptions extends HtmlReportOptions, SweepMapOptions {}

/**
 * One self-contained page of a sweep: the map of one figure, the cases without an optimal plan, and a table of all
 * figures.
 *
 * @throws PlanInputError as `sweepMap`; Error where charts are wanted and `vega` or `vega-lite` is missing.
 */
export async function sweepReport(answers: readonly PlacedAnswer[], options: SweepReportOptions = {}): Promise<string> {
  const title = options.question ?? "Sweep";
  const axes = [...new Set(answers.flatMap(({ at }) => Object.keys(at)))];
  const optimal = answers.filter(({ status }) => status === "optimal").length;
  const charts = axes.length === 0 ? [] : [sweepMap(answers, options)];
  const body = joined([
    element("h1", title),
    element('p class="answer"', `${answers.length} cases, ${optimal} with an optimal plan.`),
    section("charts", "Map", await figures(options.charts ?? true, () => charts)),
    section("without", "Cases without an optimal plan", withoutPlan(answers)),
    section("cases", "Cases", table(axes, answers)),
    footer(),
  ]);
  return page(title, body);
}

function withoutPlan(answers: readonly PlacedAnswer[]): Markup {
  const rows = answers
    .filter(({ status }) => status !== "optimal")
    .slice(0, MOST_ROWS)
    .map(({ at, status, detail = "" }) => [placeText(at), status, detail]);
  return tableOf(["Case", "Status", "Why"], rows);
}

function table(axes: readonly string[], answers: readonly PlacedAnswer[]): Markup {
  const names = [...new Set(answers.flatMap(({ figures: own }) => Object.keys(own) as FigureName[]))];
  const rows = answers
    .slice(0, MOST_ROWS)
    .map(({ at, figures: own }) => [...axes.map((axis) => String(at[axis])), ...names.map((name) => own[name] ?? "")]);
  return joined([
    tableOf([...axes, ...names.map((name) => FIGURE_TITLES[name])], rows),
    answers.length > MOST_ROWS ? element("p", `The first ${MOST_ROWS} of ${answers.length} cases.`) : "",
  ]);
}

function placeText(at: PlacedAnswer["at"]): string {
  return Object.entries(at)
    .map(([axis, label]) => `${axis} ${label}`)
    .join(", ");
}
