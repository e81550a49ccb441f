import { checkSizedPlan } from "../../sizing/check-sizing-result.ts";
import type { SizedPlan, SizingResult } from "../../sizing/size-result.ts";
import { PlanInputError } from "../../errors.ts";
import { CHART_WIDTH, type ChartRow, type ChartSpec, LABELLED_WIDTH, chartSpec } from "./chart-spec.ts";

/** The charts of a sizing: break-even capex of each size, and the curves of sizes that have one. */
export const sizingChartKinds = ["break-even", "curve"] as const;

export type SizingChartKind = (typeof sizingChartKinds)[number];

/**
 * A chart of a sizing as a Vega-Lite specification. `curve` needs `curvePoints`.
 *
 * @throws PlanInputError where `result` has no sizes, or no curves for `curve`.
 */
export function sizingChart(result: SizingResult, kind: SizingChartKind): ChartSpec {
  checkSizedPlan("sizingChart", result);
  return kind === "curve" ? curveChart(result) : breakEvenChart(result);
}

const PERCENT = 100;
/** Beyond this the axis would hide the others. */
const MOST_PERCENT = 300;

function breakEvenChart({ sizes }: SizedPlan): ChartSpec {
  const rows = sizes.flatMap(({ asset, size, unit, chosen, capexUsdPerUnit, less, more }): ChartRow[] => {
    const label = `${asset} ${size}: ${figure(chosen)} ${unit}`;
    return [
      { which: "last unit", worth: less },
      { which: "next unit", worth: more },
    ].flatMap(({ which, worth }): ChartRow[] => {
      if (!worth || capexUsdPerUnit === 0) return [];
      const usd = worth.breakEvenCapexUsdPerUnit;
      const percent = Math.min(MOST_PERCENT, (PERCENT * usd) / capexUsdPerUnit);
      return [{ label, which, percent, usd: Number.isFinite(usd) ? usd : null, priceUsd: capexUsdPerUnit, unit }];
    });
  });
  return chartSpec(
    "What a unit may cost",
    `Break-even capex over the price, %: right of the line a unit pays. At most ${MOST_PERCENT} % are drawn.`,
    rows,
    {
      width: LABELLED_WIDTH,
      height: { step: 34 },
      encoding: { y: { field: "label", type: "nominal", sort: null, axis: { title: null, labelLimit: 300 } } },
      layer: [
        {
          mark: { type: "line", color: "#8a8a8a", strokeWidth: 3 },
          encoding: {
            x: { field: "percent", type: "quantitative", axis: { title: "break-even capex / price, %" } },
            detail: { field: "label", type: "nominal" },
          },
        },
        {
          mark: { type: "point", filled: true, size: 90, opacity: 1 },
          encoding: {
            x: { field: "percent", type: "quantitative" },
            color: {
              field: "which",
              type: "nominal",
              scale: { domain: ["last unit", "next unit"], range: ["#0072b2", "#d55e00"] },
            },
            tooltip: [
              { field: "label", title: "size" },
              { field: "which", title: "unit" },
              { field: "usd", title: "break-even, USD", format: ",.0f" },
              { field: "priceUsd", title: "price, USD", format: ",.0f" },
            ],
          },
        },
        {
          mark: { type: "rule", color: "#000000" },
          encoding: { x: { datum: PERCENT, type: "quantitative" }, y: { value: 0 }, y2: { value: "height" } },
        },
      ],
    },
  );
}

function curveChart({ sizes }: SizedPlan): ChartSpec {
  const rows = sizes.flatMap(({ asset, size, unit, most, curve = [] }) =>
    curve.flatMap(({ size: at, savedUsdPerYear }): ChartRow[] =>
      savedUsdPerYear === undefined
        ? []
        : [{ label: `${asset} ${size}`, percent: (PERCENT * at) / most, at, unit, savedUsdPerYear }],
    ),
  );
  if (rows.length === 0)
    throw new PlanInputError([
      {
        path: "sizingChart",
        given: "a result without curves",
        wanted: "a result of sizeSite with curvePoints",
        fix: "give curvePoints, e.g. 9, or ask for break-even",
      },
    ]);
  return chartSpec(
    "What a size saves",
    "Yearly saving of the site by size, its own charge left aside and the other sizes chosen anew.",
    rows,
    {
      width: CHART_WIDTH,
      height: 300,
      mark: { type: "line", point: true },
      encoding: {
        x: { field: "percent", type: "quantitative", axis: { title: "size, % of its greatest" } },
        y: { field: "savedUsdPerYear", type: "quantitative", axis: { title: "saved, USD a year", format: "~s" } },
        color: { field: "label", type: "nominal" },
        tooltip: [
          { field: "label", title: "size" },
          { field: "at", format: ",.1f" },
          { field: "unit" },
          { field: "savedUsdPerYear", title: "saved, USD a year", format: ",.0f" },
        ],
      },
    },
  );
}

function figure(value: number): string {
  return Number(value.toPrecision(4)).toString();
}
