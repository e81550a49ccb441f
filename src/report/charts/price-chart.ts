import type { PowerPlan } from "../../plan/plan-result.ts";
import { assetColours } from "./asset-colours.ts";
import { type ChartRow, type ChartSpec, CHART_WIDTH, chartSpec } from "./chart-spec.ts";
import { hoverRule } from "./shared-hover.ts";
import { siteTime, timeChannel } from "./site-time.ts";

/** Name of the line of the site's own value of power. */
const POWER = "value of power at the site";

/**
 * What a MWh is worth at the site beside the strike price of each fleet, on one axis: a fleet runs while the value of
 * power is below its strike price, so where the lines cross is the decision.
 */
export function priceChart(plan: PowerPlan): ChartSpec {
  const time = siteTime(plan);
  const colours = assetColours(plan.assets);
  const lines: [string, Float64Array, string][] = [[POWER, plan.prices.powerUsdPerMwh, "#000000"]];
  for (const [name, { series }] of Object.entries(plan.assets)) {
    if ("strikeUsdPerMwh" in series)
      lines.push([`${name} strike price`, series.strikeUsdPerMwh, colours.get(name) ?? "#d55e00"]);
  }
  const rows: ChartRow[] = [];
  for (let b = 0; b < time.count; b++) {
    for (const [line, values] of lines) {
      rows.push({ at: time.at(b), local: time.local(b), line, usdPerMwh: time.mean(values, b) });
    }
  }
  const last = time.count - 1;
  for (const [line, values] of lines) {
    rows.push({ at: time.at(time.count), local: time.local(last), line, usdPerMwh: time.mean(values, last) });
  }
  return chartSpec(
    "Price, strike prices and value of power",
    "A fleet mines while power is worth less than its strike price.",
    rows,
    {
      width: CHART_WIDTH,
      height: 240,
      encoding: { x: timeChannel(time) },
      layer: [
        {
          mark: { type: "line", interpolate: "step-after", clip: true },
          encoding: {
            y: {
              field: "usdPerMwh",
              type: "quantitative",
              axis: { title: "USD/MWh" },
              scale: { type: "symlog", constant: 50 },
            },
            color: {
              field: "line",
              type: "nominal",
              scale: { domain: lines.map(([line]) => line), range: lines.map(([, , colour]) => colour) },
            },
            strokeDash: { condition: { test: `datum.line === '${POWER}'`, value: [1, 0] }, value: [6, 3] },
          },
        },
        hoverRule(
          lines.map(([line]) => ({ name: line, title: line })),
          { name: "line", value: "usdPerMwh", unit: "USD/MWh" },
          timeChannel(time),
          [],
          "hour",
        ),
      ],
    },
  );
}
