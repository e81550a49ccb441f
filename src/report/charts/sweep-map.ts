import { PlanInputError } from "../../errors.ts";
import type { AnswerFigures, FigureName } from "../../sweep/figures.ts";
import type { PlacedAnswer } from "../../sweep/run-cases.ts";
import { type ChartRow, type ChartSpec, CHART_WIDTH, chartSpec } from "./chart-spec.ts";

/** Half-width of the colour scale where every case has the figure 0. */
const LEAST = 1e-9;

/** Headings of the figures. */
export const FIGURE_TITLES: { readonly [Name in keyof Required<AnswerFigures>]: string } = {
  costUsd: "Net cost, USD",
  cashUsd: "Net cash cost, USD",
  importMwh: "Import, MWh",
  exportMwh: "Export, MWh",
  aiServedMwh: "AI served, MWh",
  aiUnservedMwh: "AI unserved, MWh",
  miningMwh: "Mining, MWh",
  dieselMwh: "Diesel, MWh",
  dieselL: "Diesel, L",
  siteCo2T: "CO2 of the site, t",
  displacedDieselMwh: "Diesel displaced, MWh",
  displacedDieselL: "Diesel displaced, L",
  displacedDieselAtMostMwh: "Diesel displaced at most, MWh",
  hybridTotalUsd: "Total cost of the hybrid, USD",
  aiOnlyTotalUsd: "Total cost of the AI-only site, USD",
  thresholdRuleUsd: "Net cost by the threshold rule, USD",
};

export interface SweepMapOptions {
  /** What is shown. Default `costUsd`. */
  readonly figure?: FigureName;
  /** Name of the horizontal axis. Default: the first one. */
  readonly x?: string;
  /** Name of the vertical axis. Default: the next one; with one axis the figure itself is vertical. */
  readonly y?: string;
}

/**
 * One figure of a sweep over two of its axes, a map for each combination of the others; with one axis, a line. Cells
 * below 0 are framed, so that of a cost their edge is the break-even line. A case without the figure shows its status.
 *
 * @throws PlanInputError for an axis or a figure that no answer has.
 */
export function sweepMap(answers: readonly PlacedAnswer[], options: SweepMapOptions = {}): ChartSpec {
  const { figure = "costUsd" } = options;
  const axes = [...new Set(answers.flatMap(({ at }) => Object.keys(at)))];
  const title = Object.hasOwn(FIGURE_TITLES, figure)
    ? FIGURE_TITLES[figure]
    : refuse("figure", figure, Object.keys(FIGURE_TITLES));
  for (const side of ["x", "y"] as const) {
    const axis = options[side];
    if (axis !== undefined && !axes.includes(axis)) refuse(side, axis, axes);
  }
  const x = options.x ?? axes.find((axis) => axis !== options.y) ?? refuse("x", "a sweep without axes", ["an axis"]);
  const y = options.y ?? axes.find((axis) => axis !== x);
  const others = axes.filter((axis) => axis !== x && axis !== y);
  const rows = answers.map(({ at, status, figures }): ChartRow => {
    const value = figures[figure];
    return {
      x: at[x] ?? null,
      ...(y !== undefined && { y: at[y] ?? null }),
      ...(others.length > 0 && { others: others.map((axis) => `${axis} ${at[axis]}`).join(", ") }),
      value: value ?? null,
      isBelow: value !== undefined && value < 0,
      status,
    };
  });
  const heading = `${title}, by ${x}${y === undefined ? "" : ` and ${y}`}`;
  return y === undefined ? line(heading, title, x, rows) : map(heading, title, [x, y], rows, others.length > 0);
}

function line(heading: string, title: string, x: string, rows: readonly ChartRow[]): ChartSpec {
  const isNumeric = rows.every((row) => typeof row["x"] === "number");
  return chartSpec(heading, "Every point is a plan of its own.", rows, {
    width: CHART_WIDTH,
    height: 260,
    mark: { type: "line", point: true, color: "#0072b2" },
    encoding: {
      x: {
        field: "x",
        type: isNumeric ? "quantitative" : "ordinal",
        sort: null,
        scale: isNumeric ? { zero: false } : {},
        axis: { title: x },
      },
      y: { field: "value", type: "quantitative", scale: { zero: false }, axis: { title, format: "~s" } },
      tooltip: [{ field: "x", title: x }, { field: "value", title, format: ",.4~f" }, { field: "status" }],
    },
  });
}

function map(
  heading: string,
  title: string,
  [x, y]: readonly [string, string],
  rows: readonly ChartRow[],
  hasOthers: boolean,
): ChartSpec {
  const values = rows.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
  const most = values.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), LEAST);
  const isSigned = values.some((value) => value < 0);
  const cells = {
    width: { step: 56 },
    height: { step: 28 },
    encoding: {
      x: { field: "x", type: "ordinal", sort: null, axis: { title: x, labelAngle: 0 } },
      y: { field: "y", type: "ordinal", sort: null, axis: { title: y } },
    },
    layer: [
      {
        mark: { type: "rect" },
        encoding: {
          color: {
            condition: { test: "datum.value === null", value: "#dddddd" },
            field: "value",
            type: "quantitative",
            scale: isSigned ? { scheme: "blueorange", domain: [-most, most] } : { scheme: "blues" },
            legend: { title, gradientLength: 220, format: "~s" },
          },
          stroke: { condition: { test: "datum.isBelow", value: "#000000" }, value: null },
          tooltip: [
            { field: "x", title: x },
            { field: "y", title: y },
            { field: "value", title, format: ",.4~f" },
            { field: "status" },
          ],
        },
      },
      {
        transform: [{ calculate: "datum.value === null ? datum.status : format(datum.value, '.3~s')", as: "label" }],
        mark: { type: "text", fontSize: 10 },
        encoding: { text: { field: "label" } },
      },
    ],
  };
  const subtitle = `Every cell is a plan of its own.${isSigned ? " Framed cells are below 0." : ""}`;
  if (!hasOthers) return chartSpec(heading, subtitle, rows, cells);
  return chartSpec(heading, subtitle, rows, {
    facet: { field: "others", type: "ordinal", sort: null, header: { title: null } },
    columns: 2,
    spec: cells,
  });
}

function refuse(path: string, given: string, known: readonly string[]): never {
  throw new PlanInputError([
    { path: `sweepMap options.${path}`, given, wanted: `one of ${known.join(", ")}`, fix: "choose one" },
  ]);
}
