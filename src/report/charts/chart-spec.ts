/**
 * What every chart is: a Vega-Lite 6 specification, plain JSON without a dependency. `vega-embed` draws it in a page,
 * `vega` and `vega-lite` in Node, and its rows are a table of their own (`chartCsv`).
 */

/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One row of a chart's data: names of fields to what stands in them. */
export type ChartRow = Readonly<Record<string, string | number | boolean | null>>;

export interface ChartSpec {
  readonly $schema: string;
  /** What the chart answers, in a sentence. */
  readonly title: { readonly text: string; readonly subtitle?: readonly string[] };
  /** Read aloud by a screen reader. */
  readonly description: string;
  readonly data: { readonly values: readonly ChartRow[] };
  readonly [key: string]: unknown;
}

export const VEGA_LITE_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

/** Width of a chart without a container, pixels. */
export const CHART_WIDTH = 720;
/** Width of a chart whose rows have long labels beside them, pixels. */
export const LABELLED_WIDTH = 440;

/** Look of all charts: thin grey axes, the text of the page, nothing that moves. */
const CONFIG: Json = {
  background: "#ffffff",
  font: "system-ui, sans-serif",
  title: { anchor: "start", fontSize: 15, subtitleFontSize: 12, subtitleColor: "#555555", offset: 12 },
  axis: {
    gridColor: "#e6e6e6",
    domainColor: "#8a8a8a",
    tickColor: "#8a8a8a",
    labelColor: "#333333",
    titleColor: "#333333",
  },
  legend: { orient: "bottom", direction: "horizontal", columns: 4, title: null, symbolType: "square", labelLimit: 220 },
  view: { stroke: null },
};

/** A specification with the frame that all charts share. `body` holds marks and encodings. */
export function chartSpec(
  title: string,
  subtitle: string | readonly string[],
  rows: readonly ChartRow[],
  body: Readonly<Record<string, unknown>>,
): ChartSpec {
  const lines = (typeof subtitle === "string" ? [subtitle] : subtitle).flatMap(wrapped);
  return {
    $schema: VEGA_LITE_SCHEMA,
    title: { text: title, subtitle: lines },
    description: `${title}. ${lines.join(" ")}`,
    ...(typeof body["width"] === "number" &&
      typeof body["height"] === "number" && { autosize: { type: "fit", contains: "padding" } }),
    data: { values: rows },
    config: CONFIG,
    ...body,
  };
}

/**
 * Characters of a subtitle's line. Without a canvas Vega takes a character to be 0.8 of the font size wide: a longer
 * line would widen the picture, with nothing to the right of the chart.
 */
const LINE_LENGTH = 78;

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LINE_LENGTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
