import type { UncertainPlan } from "../../uncertainty/uncertain-plan.ts";
import { type ChartRow, type ChartSpec, CHART_WIDTH, chartSpec } from "./chart-spec.ts";

const HEIGHT = 280;
const TAIL_COLOURS = ["#0072b2", "#d55e00"];

/**
 * What the scenarios cost: the distribution of the costs as steps, the tail in another colour, with the mean and the
 * mean of the tail as lines.
 */
export function costDistributionChart({ scenarios, expectedUsd, cvarUsd, risk }: UncertainPlan): ChartSpec {
  let before = 0;
  const rows = scenarios
    .toSorted((a, b) => a.costUsd - b.costUsd)
    .map(({ name, probability, costUsd, isInTail, knownUsd, referenceUsd }): ChartRow => {
      const fromShare = before;
      before += probability;
      return {
        scenario: name,
        fromShare,
        toShare: before,
        costUsd,
        part: isInTail ? "in the tail" : "outside",
        knownUsd,
        referenceUsd: Number.isFinite(referenceUsd) ? referenceUsd : null,
      };
    });
  const line = (usd: number, label: string) => ({
    data: { values: [{ usd, label }] },
    encoding: {
      y: { field: "usd", type: "quantitative" },
      tooltip: [{ field: "label" }, { field: "usd", format: ",.0f" }],
    },
    layer: [
      { mark: { type: "rule", strokeDash: [5, 4], color: "#333333" } },
      {
        mark: { type: "text", align: "left", dx: 4, dy: -6, x: 0, fontSize: 11, color: "#333333" },
        encoding: { text: { field: "label" } },
      },
    ],
  });
  const worst = Number((100 * (1 - risk.level)).toPrecision(3));
  return chartSpec(
    "What the scenarios cost",
    `Cost of each scenario under the common decisions, from the cheapest to the most expensive; as wide as it is ` +
      `probable. Lines: the mean, and the mean of the worst ${worst} % (CVaR).`,
    rows,
    {
      width: CHART_WIDTH,
      height: HEIGHT,
      layer: [
        {
          mark: { type: "bar", stroke: "#ffffff" },
          encoding: {
            x: {
              field: "fromShare",
              type: "quantitative",
              scale: { domain: [0, 1] },
              axis: { title: "cumulative probability", format: "%" },
            },
            x2: { field: "toShare" },
            y: { field: "costUsd", type: "quantitative", axis: { title: "USD", format: "~s" } },
            color: {
              field: "part",
              type: "nominal",
              scale: { domain: ["outside", "in the tail"], range: TAIL_COLOURS },
            },
            tooltip: [
              { field: "scenario" },
              { field: "costUsd", title: "cost, USD", format: ",.0f" },
              { field: "knownUsd", title: "known before, USD", format: ",.0f" },
              { field: "referenceUsd", title: "reference decisions, USD", format: ",.0f" },
            ],
          },
        },
        line(expectedUsd, "mean"),
        line(cvarUsd, "CVaR"),
      ],
    },
  );
}
