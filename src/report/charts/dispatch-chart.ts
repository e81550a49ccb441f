import type { PowerPlan } from "../../plan/plan-result.ts";
import { assetColours } from "./asset-colours.ts";
import { type ChartRow, type ChartSpec, CHART_WIDTH, chartSpec } from "./chart-spec.ts";
import { hoverBars } from "./shared-hover.ts";
import { type SiteTime, siteTime, timeChannel } from "./site-time.ts";

/** Powers below this are not drawn, MW. */
const LEAST_MW = 1e-9;

/** Stroke of a bar, px. */
const SEAM_PX = 0.6;

/** Loads from the line upward: what sells back or stores, mining, then AI on top. */
const USE_RANK = { connection: 0, contract: 0, "on-site": 1, mining: 2, "ai-load": 3 } as const;

/**
 * Who uses and who supplies each megawatt: uses are stacked upward with AI on top, supply in a panel of its own, and
 * both have the same height in every interval. Mining that could run and does not is drawn below the line of the uses,
 * as idle. Curtailment calls and outages are bands, and hovering shows all values of an hour.
 */
export function dispatchChart(plan: PowerPlan): ChartSpec {
  const time = siteTime(plan);
  const order = useOrder(plan);
  const mostMw = new Map(order.map((name) => [name, mostDrawMw(plan, name)]));
  const rows: ChartRow[] = [];
  for (let b = 0; b < time.count; b++) {
    // Stacked here and not by the chart: bars that span an interval have two ends on both axes.
    const reachedMw = { use: 0, supply: 0, idle: 0 };
    const stack = (panel: keyof typeof reachedMw, asset: string, mw: number): void => {
      if (Math.abs(mw) <= LEAST_MW) return;
      const fromMw = reachedMw[panel];
      reachedMw[panel] += mw;
      const place = { at: time.at(b), until: time.at(b + 1), local: time.local(b) };
      rows.push({ panel, asset, ...place, mw: Math.abs(mw), fromMw, toMw: fromMw + mw });
    };
    for (const name of order) {
      const { netBusMw } = plan.assets[name];
      const mw = time.mean(netBusMw, b);
      if (mw < 0) stack("use", name, -mw);
      else stack("supply", name, mw);
      const most = mostMw.get(name);
      if (most !== undefined) stack("idle", name, Math.min(0, -mw - most));
    }
  }
  const spans = [...callRows(plan, time), ...outageRows(plan, time)];
  const names = Object.keys(plan.assets).filter((name) => rows.some(({ asset }) => asset === name));
  const colours = assetColours(plan.assets);
  const colour = {
    field: "asset",
    type: "nominal",
    scale: { domain: names, range: names.map((name) => colours.get(name) ?? "#000000") },
    legend: { symbolOpacity: 1 },
  };
  const x = timeChannel(time);
  const bars = (panel: string, fillOpacity: number) => ({
    transform: [{ filter: `datum.panel === '${panel}'` }],
    // The stroke closes the hairlines between bars that touch; bars are too many to be read aloud one by one.
    mark: { type: "rect", fillOpacity, strokeWidth: fillOpacity < 1 ? 0 : SEAM_PX, aria: false },
    encoding: {
      x,
      x2: { field: "until" },
      y: { field: "fromMw", type: "quantitative", axis: { title: panel === "supply" ? "Supply, MW" : "Use, MW" } },
      y2: { field: "toMw" },
      color: colour,
      stroke: { ...colour, legend: null },
      tooltip: [
        { field: "local", title: "from" },
        { field: "asset", title: panel === "idle" ? "idle" : panel },
        { field: "mw", title: "MW", format: ",.2f" },
      ],
    },
  });
  const band = (panel: string, color: string) => ({
    transform: [{ filter: `datum.panel === '${panel}'` }],
    mark: { type: "rect", color, opacity: 0.25 },
    encoding: { x, x2: { field: "until" } },
  });
  const bands = [
    ...(spans.some(({ panel }) => panel === "call") ? [band("call", "#cc79a7")] : []),
    ...(spans.some(({ panel }) => panel === "outage") ? [band("outage", "#4d4d4d")] : []),
  ];
  const hovered = [...new Set(rows.map(({ asset, panel }) => `${String(asset)} ${String(panel)}`))];
  const hover = hoverBars(
    hovered.map((name) => ({ name, title: name })),
    { name: "hovered", value: "mw", unit: "MW" },
    x,
    [
      { filter: "datum.panel !== 'call' && datum.panel !== 'outage'" },
      { calculate: "datum.asset + ' ' + datum.panel", as: "hovered" },
    ],
  );
  const layers = (...drawn: unknown[]) => [...bands, ...drawn, hover];
  return chartSpec(
    "Where each megawatt goes",
    [
      "Uses stacked upward, AI on top; below the line, in pale, mining that could run and does not. Then supply.",
      ...(time.blockHours > plan.stepHours ? [`Means over ${time.blockHours} h.`] : []),
    ],
    [...rows, ...spans],
    {
      vconcat: [
        { width: CHART_WIDTH, height: 240, layer: layers(bars("use", 1), bars("idle", 0.3)) },
        { width: CHART_WIDTH, height: 160, layer: layers(bars("supply", 1)) },
      ],
      resolve: { scale: { x: "shared", color: "shared" }, legend: { stroke: "independent" } },
    },
  );
}

function useOrder({ assets }: PowerPlan): string[] {
  return Object.keys(assets).toSorted((a, b) => USE_RANK[assets[a].role] - USE_RANK[assets[b].role]);
}

/** The greatest draw of a mining fleet in the plan, MW; undefined for other assets. */
function mostDrawMw({ assets }: PowerPlan, name: string): number | undefined {
  const { role, netBusMw } = assets[name];
  return role === "mining" ? netBusMw.reduce((most, mw) => Math.max(most, -mw), 0) : undefined;
}

function callRows({ assets, intervalStarts }: PowerPlan, time: SiteTime): ChartRow[] {
  return Object.entries(assets).flatMap(([asset, reading]) =>
    "calls" in reading
      ? reading.calls.map(({ interval, capMw }) => ({
          panel: "call",
          asset,
          at: time.atInterval(interval),
          until: time.atInterval(Math.min(intervalStarts.length, interval + capMw.length)),
          local: intervalStarts[interval].slice(0, 16).replace("T", " "),
          mw: capMw[0],
        }))
      : [],
  );
}

/** Import below this is rounding, MW; a price of the limit below this is as well, USD/MWh. */
const NONE = 1e-6;

/**
 * Times in which a connection gives nothing: it imports nothing, and one MW more of its limit would be worth something.
 * By complementary slackness the limit is then what it imports. An outage that costs nothing is not seen.
 */
function outageRows({ assets, prices, intervalStarts }: PowerPlan, time: SiteTime): ChartRow[] {
  return prices.limits.flatMap(({ asset, limit, value }) => {
    const { series } = assets[asset];
    if (limit !== "importLimitMw" || !("importMw" in series)) return [];
    const rows: ChartRow[] = [];
    const isOut = (t: number) => value[t] > NONE && series.importMw[t] < NONE;
    for (let t = 0; t < value.length; t++) {
      if (!isOut(t)) continue;
      const from = t;
      while (t + 1 < value.length && isOut(t + 1)) t++;
      rows.push({
        panel: "outage",
        asset,
        at: time.atInterval(from),
        until: time.atInterval(t + 1),
        local: intervalStarts[from].slice(0, 16).replace("T", " "),
        mw: 0,
      });
    }
    return rows;
  });
}
