import type { PowerPlan } from "../../plan/plan-result.ts";
import { type ChartRow, type ChartSpec, chartSpec } from "./chart-spec.ts";

/** What a heat map shows. */
export type HeatMapQuantity = "mining" | "price";

interface Cell {
  sum: number;
  count: number;
}

/**
 * Means by the site's local month and hour of day: when in the year the fleets run, or when power is worth most. A plan
 * of less than two months has a row per local day instead.
 */
export function heatMapChart(plan: PowerPlan, quantity: HeatMapQuantity): ChartSpec {
  const months = new Set(plan.intervalStarts.map((start) => start.slice(0, 7)));
  const digits = months.size >= 2 ? 7 : 10;
  const series = quantity === "price" ? plan.prices.powerUsdPerMwh : miningMw(plan);
  const cells = new Map<string, Cell>();
  plan.intervalStarts.forEach((start, t) => {
    const key = `${start.slice(0, digits)} ${start.slice(11, 13)}`;
    const cell = cells.get(key) ?? { sum: 0, count: 0 };
    cells.set(key, cell);
    cell.sum += series[t];
    cell.count++;
  });
  const rows: ChartRow[] = [...cells].map(([key, { sum, count }]) => {
    const [period, hour] = key.split(" ");
    return { period, hour: Number(hour), mean: sum / count };
  });
  const isPrice = quantity === "price";
  const unit = isPrice ? "USD/MWh" : "MW";
  const title = isPrice ? "Value of power by hour" : "Mining by hour";
  return chartSpec(title, `Mean of each local hour, ${unit}, by ${digits === 7 ? "month" : "day"}.`, rows, {
    width: { step: 24 },
    height: { step: 20 },
    mark: { type: "rect" },
    encoding: {
      x: { field: "hour", type: "ordinal", axis: { title: "Local hour", labelAngle: 0 } },
      y: { field: "period", type: "ordinal", axis: { title: null } },
      color: {
        field: "mean",
        type: "quantitative",
        scale: isPrice ? { scheme: "cividis", type: "symlog", constant: 20 } : { scheme: "oranges", zero: true },
        legend: { title: unit, direction: "horizontal", gradientLength: 220 },
      },
      tooltip: [
        { field: "period", title: "period" },
        { field: "hour", title: "local hour" },
        { field: "mean", title: unit, format: ",.2f" },
      ],
    },
  });
}

function miningMw({ assets, intervalStarts }: PowerPlan): Float64Array {
  const mw = new Float64Array(intervalStarts.length);
  for (const { role, netBusMw } of Object.values(assets)) {
    if (role === "mining") netBusMw.forEach((net, t) => (mw[t] -= net));
  }
  return mw;
}
