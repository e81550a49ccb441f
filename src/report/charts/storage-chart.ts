import type { PowerPlan } from "../../plan/plan-result.ts";
import { assetColours } from "./asset-colours.ts";
import { type ChartRow, type ChartSpec, CHART_WIDTH, chartSpec } from "./chart-spec.ts";
import { type SiteTime, siteTime, timeChannel } from "./site-time.ts";

/** Energy in every store, MWh, and fuel in every tank, litres: one panel of each that the site has. */
export function storageChart(plan: PowerPlan): ChartSpec {
  const time = siteTime(plan);
  const colours = assetColours(plan.assets);
  const rows: ChartRow[] = [];
  const shown = new Set<string>();
  const add = (quantity: string, asset: string, values: Float64Array): void => {
    shown.add(asset);
    for (let b = 0; b < time.count; b++) {
      rows.push({ quantity, asset, at: time.at(b + 1), local: time.local(b), amount: time.last(values, b) });
    }
  };
  for (const [name, { storage, series }] of Object.entries(plan.assets)) {
    if (storage) add("stored energy, MWh", name, storage.storedMwh);
    if ("tankL" in series && series.tankL) add("fuel, L", name, series.tankL);
  }
  const quantities = [...new Set(rows.map(({ quantity }) => quantity as string))];
  const names = [...shown];
  const colour = {
    field: "asset",
    type: "nominal",
    scale: { domain: names, range: names.map((name) => colours.get(name) ?? "#000000") },
  };
  return chartSpec("Storage and fuel", "At the end of each interval.", rows, {
    vconcat: quantities.map((quantity) => panel(quantity, time, colour)),
    resolve: { scale: { x: "shared" } },
  });
}

function panel(quantity: string, time: SiteTime, color: Readonly<Record<string, unknown>>) {
  return {
    width: CHART_WIDTH,
    height: 140,
    transform: [{ filter: `datum.quantity === '${quantity}'` }],
    mark: { type: "line" },
    encoding: {
      x: timeChannel(time),
      y: { field: "amount", type: "quantitative", axis: { title: quantity }, scale: { zero: true } },
      color,
      tooltip: [
        { field: "local", title: "interval from" },
        { field: "asset", title: "asset" },
        { field: "amount", title: quantity, format: ",.2f" },
      ],
    },
  };
}
