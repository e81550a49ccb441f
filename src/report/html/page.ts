/** What all pages share: the frame, the figures, the foot. */
import type { ChartSpec } from "../charts/chart-spec.ts";
import { chartSvg } from "../charts/chart-svg.ts";
import { element, joined, type Markup, text } from "./markup.ts";
import { STYLESHEET } from "./stylesheet.ts";

export interface HtmlReportOptions {
  /** The question the report answers, as its title. Default: the plan's name, or what the page shows. */
  readonly question?: string;
  /**
   * False leaves the charts out, and with them the need for the packages `vega` and `vega-lite`. A list shows charts
   * that the caller has drawn in their place. Default true.
   */
  readonly charts?: boolean | readonly DrawnChart[];
}

/** A chart as the caller has drawn it. */
export interface DrawnChart {
  readonly title: string;
  /** An `<svg>` element as text. It goes into the page as it is. */
  readonly svg: string;
}

/** A page that needs nothing else: no script, no network. */
export function page(title: string, body: Markup): string {
  return (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `${element("title", title).html}<style>${STYLESHEET}</style></head><body><main>${body.html}</main></body></html>\n`
  );
}

export function footer(): Markup {
  return element(
    "footer",
    "Made by wattsplit, a linear program with its own solver. " +
      "Amounts in USD; costs are positive, income is negative.",
  );
}

/** @throws MissingPackageError where charts are wanted and the packages that draw them are missing. */
export async function figures(
  given: NonNullable<HtmlReportOptions["charts"]>,
  specifications: () => readonly ChartSpec[],
): Promise<Markup> {
  if (given === false) return { html: "" };
  if (given !== true) return joined(given.map(figureOf));
  const drawn: Markup[] = [];
  for (const chart of specifications()) drawn.push(figureOf({ title: chart.title.text, svg: await chartSvg(chart) }));
  return joined(drawn);
}

function figureOf({ title, svg }: DrawnChart): Markup {
  return element("figure", { html: svg.replace("<svg ", `<svg role="img" aria-label="${text(title).html}" `) });
}
