import type { PowerPlan } from "../../plan/plan-result.ts";
import { type ChartRow, type ChartSpec, CHART_WIDTH, chartSpec } from "./chart-spec.ts";

/** Points of a curve; more are thinner than a pixel. */
const MOST_POINTS = 500;

/**
 * Import sorted from its greatest value to its least, by share of the time: how often the connection is full, and how
 * much of it is used at all. One line per connection.
 */
export function durationChart(plan: PowerPlan): ChartSpec {
  const rows: ChartRow[] = [];
  for (const [name, { role, netBusMw, series }] of Object.entries(plan.assets)) {
    if (role !== "connection") continue;
    const importMw = "importMw" in series ? series.importMw : netBusMw;
    const sorted = importMw.toSorted().reverse();
    const points = Math.min(sorted.length, MOST_POINTS);
    for (let k = 0; k <= points; k++) {
      const t = Math.min(sorted.length - 1, Math.floor((k * sorted.length) / points));
      rows.push({ connection: name, sharePct: (100 * k) / points, importMw: sorted[t] });
    }
  }
  return chartSpec("How full the connection is", "Import at least this great in so much of the time.", rows, {
    width: CHART_WIDTH,
    height: 220,
    mark: { type: "line", interpolate: "step-before" },
    encoding: {
      x: {
        field: "sharePct",
        type: "quantitative",
        axis: { title: "Share of the time, %" },
        scale: { domain: [0, 100] },
      },
      y: { field: "importMw", type: "quantitative", axis: { title: "Import, MW" }, scale: { zero: true } },
      color: { field: "connection", type: "nominal", scale: { range: ["#4d4d4d", "#0072b2"] } },
      tooltip: [
        { field: "connection", title: "connection" },
        { field: "sharePct", title: "share of the time, %", format: ".1f" },
        { field: "importMw", title: "import, MW", format: ",.2f" },
      ],
    },
  });
}
