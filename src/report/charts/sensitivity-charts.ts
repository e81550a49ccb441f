import { type ChartRow, type ChartSpec, LABELLED_WIDTH, chartSpec } from "./chart-spec.ts";

/** One input of a tornado, re-solved at both ends of its range. */
export interface TornadoRow {
  /** e.g. `hashprice 40 USD/PH/day, -20 % to +20 %` */
  readonly input: string;
  readonly lowUsd: number;
  readonly highUsd: number;
}

/** Net cost at both ends of each input's range, the widest first; `baseUsd` is the plan as it is. */
export function tornadoChart(baseUsd: number, inputs: readonly TornadoRow[]): ChartSpec {
  const rows: ChartRow[] = inputs
    .toSorted((a, b) => Math.abs(b.highUsd - b.lowUsd) - Math.abs(a.highUsd - a.lowUsd))
    .flatMap(({ input, lowUsd, highUsd }, place) => [
      { input, end: "low end", usd: lowUsd, baseUsd, place },
      { input, end: "high end", usd: highUsd, baseUsd, place },
    ]);
  return chartSpec(
    "What moves the result",
    "Net cost with one input at each end of its range, re-planned; the line is the plan as it is.",
    rows,
    {
      width: LABELLED_WIDTH,
      height: { step: 28 },
      encoding: {
        y: { field: "input", type: "nominal", sort: { field: "place" }, axis: { title: null, labelLimit: 300 } },
      },
      layer: [
        {
          mark: { type: "bar", height: 16 },
          encoding: {
            x: {
              field: "baseUsd",
              type: "quantitative",
              scale: { zero: false },
              axis: { title: "Net cost, USD", format: "~s" },
            },
            x2: { field: "usd" },
            color: {
              field: "end",
              type: "nominal",
              scale: { domain: ["low end", "high end"], range: ["#56b4e9", "#d55e00"] },
            },
            tooltip: [{ field: "input" }, { field: "end" }, { field: "usd", title: "USD", format: ",.0f" }],
          },
        },
        {
          mark: { type: "rule", color: "#000000" },
          encoding: { x: { datum: baseUsd, type: "quantitative" }, y: { value: 0 }, y2: { value: "height" } },
        },
      ],
    },
  );
}

/** Half-width of the colour scale where every point costs nothing, USD. */
const LEAST_USD = 1e-9;

/** Net cost at one pair of values. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
  readonly usd: number;
}

/**
 * Net cost over two inputs, each pair re-planned, e.g. hashprice by power price; points that earn money (net cost below
 * 0) are framed, so that their edge is the break-even line.
 */
export function twoWayMap(xTitle: string, yTitle: string, points: readonly MapPoint[]): ChartSpec {
  const rows: ChartRow[] = points.map(({ x, y, usd }) => ({ x, y, usd, earns: usd < 0 }));
  const most = points.reduce((greatest, { usd }) => Math.max(greatest, Math.abs(usd)), LEAST_USD);
  return chartSpec(
    `Net cost by ${xTitle} and ${yTitle}`,
    "Framed cells earn money: their edge is the break-even line.",
    rows,
    {
      width: { step: 44 },
      height: { step: 28 },
      encoding: {
        x: { field: "x", type: "ordinal", axis: { title: xTitle, labelAngle: 0 } },
        y: { field: "y", type: "ordinal", sort: "descending", axis: { title: yTitle } },
      },
      layer: [
        {
          mark: { type: "rect" },
          encoding: {
            color: {
              field: "usd",
              type: "quantitative",
              scale: { scheme: "blueorange", domain: [-most, most] },
              legend: { title: "net cost, USD", gradientLength: 220, format: "~s" },
            },
            stroke: { condition: { test: "datum.earns", value: "#000000" }, value: null },
            tooltip: [
              { field: "x", title: xTitle },
              { field: "y", title: yTitle },
              { field: "usd", title: "USD", format: ",.0f" },
            ],
          },
        },
        {
          mark: { type: "text", fontSize: 10 },
          encoding: { text: { field: "usd", type: "quantitative", format: "~s" } },
        },
      ],
    },
  );
}
