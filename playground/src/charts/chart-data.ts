/** Series of the charts from a schedule: stacks, lines and bands, within the window shown. */
import type { PlanInput } from "wattsplit";
import type { AssetView, Role, ScheduleView } from "../planner/plan-view.ts";
import { curveValues } from "../site/curve-values.ts";
import { planTime } from "../site/plan-time.ts";
import type { ChartWindow } from "../state/page-state.ts";
import { assetShades, type Shade } from "./palette.ts";

export interface ChartSeries {
  readonly label: string;
  readonly shade: Shade;
  readonly look: "area" | "pale" | "line" | "dashed";
  /** One value per interval. */
  readonly values: ArrayLike<number>;
}

export interface Band {
  readonly from: number;
  readonly count: number;
  readonly kind: "call" | "outage" | "conflict";
  readonly label: string;
}

/** Series of a schedule are made once: hovering and choosing draw the same ones again. */
function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}

/** Powers below this are not drawn, MW. */
const LEAST_MW = 1e-6;

/** Loads from the line upward: what sells back or stores, mining, then AI on top. */
const USE_RANK: Readonly<Record<Role, number>> = { connection: 0, contract: 0, "on-site": 1, mining: 2, "ai-load": 3 };

/** Uses upward, AI on top; below the line, mining that could run and does not. */
export const useSeries = remembered(({ assets }: ScheduleView): ChartSeries[] => {
  const shades = assetShades(assets);
  const ranked = assets.toSorted((a, b) => USE_RANK[a.role] - USE_RANK[b.role]);
  const drawn = ranked.flatMap((asset): ChartSeries[] => {
    const values = asset.netMw.map((mw) => Math.max(0, -mw));
    return isDrawn(values)
      ? [{ label: asset.name, shade: shades.get(asset.name) ?? "power", look: "area", values }]
      : [];
  });
  const idle = ranked
    .filter(({ role }) => role === "mining")
    .flatMap((asset): ChartSeries[] => {
      const most = asset.netMw.reduce((mw, net) => Math.max(mw, -net), 0);
      const values = asset.netMw.map((net) => Math.min(0, -net - most));
      return isDrawn(values)
        ? [{ label: `${asset.name} idle`, shade: shades.get(asset.name) ?? "power", look: "pale", values }]
        : [];
    });
  return [...drawn, ...idle];
});

export const supplySeries = remembered(({ assets }: ScheduleView): ChartSeries[] => {
  const shades = assetShades(assets);
  return assets.flatMap((asset): ChartSeries[] => {
    const values = asset.netMw.map((mw) => Math.max(0, mw));
    return isDrawn(values)
      ? [{ label: asset.name, shade: shades.get(asset.name) ?? "power", look: "area", values }]
      : [];
  });
});

/** Where the value of power crosses a strike price, a fleet starts or stops. */
export function priceSeries(schedule: ScheduleView | undefined, site: PlanInput): ChartSeries[] {
  const imports = importPrices(site);
  const shades = assetShades(schedule?.assets ?? []);
  return [
    ...(imports ? [{ label: "import price", shade: "price", look: "line", values: imports } as const] : []),
    ...(schedule
      ? [{ label: "value of power", shade: "power", look: "line", values: schedule.powerUsdPerMwh } as const]
      : []),
    ...(schedule?.assets ?? []).flatMap(({ name, strikeUsdPerMwh }): ChartSeries[] =>
      strikeUsdPerMwh
        ? [{ label: `${name} strike`, shade: shades.get(name) ?? "power", look: "dashed", values: strikeUsdPerMwh }]
        : [],
    ),
  ];
}

/** What a site without a plan asks for, and what its connections may give. */
export const needSeries = remembered((site: PlanInput): ChartSeries[] => {
  const time = planTime(site);
  return site.assets.flatMap((asset): ChartSeries[] => {
    if (asset.kind === "grid") {
      const values = curveValues(asset.importLimitMw, time);
      return values ? [{ label: `${asset.name} import limit`, shade: "grid-1", look: "dashed", values }] : [];
    }
    if (asset.kind !== "ai-firm") return [];
    const pue = asset.facilityMw === undefined ? curveValues(asset.pue, time) : undefined;
    const mw = curveValues(asset.facilityMw ?? asset.itMw, time)?.map((own, t) => own * (pue?.[t] ?? 1));
    return mw ? [{ label: `${asset.name} demand`, shade: "ai-1", look: "area", values: mw }] : [];
  });
});

/** Price of the first grid connection, without its adder. */
export const importPrices = remembered((site: PlanInput): Float64Array | undefined => {
  const grid = site.assets.find((asset) => asset.kind === "grid");
  return grid && curveValues(grid.importPriceUsdPerMwh, planTime(site));
});

export function storeSeries(assets: readonly AssetView[], unit: "MWh" | "L"): ChartSeries[] {
  const shades = assetShades(assets);
  return assets.flatMap(({ name, store }): ChartSeries[] =>
    store?.unit === unit
      ? [{ label: name, shade: shades.get(name) ?? "power", look: "line", values: store.amount }]
      : [],
  );
}

/** Times in which a connection gives less than its greatest limit. */
export const outageBands = remembered((site: PlanInput): Band[] => {
  const time = planTime(site);
  return site.assets.flatMap((asset): Band[] => {
    if (asset.kind !== "grid") return [];
    const limit = curveValues(asset.importLimitMw, time);
    if (!limit) return [];
    const most = limit.reduce((mw, value) => Math.max(mw, value), 0);
    const bands: Band[] = [];
    for (let t = 0; t < limit.length; t++) {
      if (limit[t] >= most) continue;
      const from = t;
      let least = limit[t];
      while (t + 1 < limit.length && limit[t + 1] < most) least = Math.min(least, limit[++t]);
      const mw = Number(least.toFixed(2));
      bands.push({
        from,
        count: t - from + 1,
        kind: "outage",
        label: mw === 0 ? `${asset.name} out` : `${asset.name} ≤ ${mw} MW`,
      });
    }
    return bands;
  });
});

/** Every `size` intervals become one, with their mean. */
export function blockMeans(values: ArrayLike<number>, { from, count }: ChartWindow, size: number): Float64Array {
  const blocks = new Float64Array(Math.ceil(count / size));
  for (let b = 0; b < blocks.length; b++) {
    const end = Math.min(from + count, from + (b + 1) * size);
    let sum = 0;
    for (let t = from + b * size; t < end; t++) sum += values[t];
    blocks[b] = sum / (end - from - b * size);
  }
  return blocks;
}

function isDrawn(values: Float64Array): boolean {
  return values.some((mw) => Math.abs(mw) > LEAST_MW);
}
