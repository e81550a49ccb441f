/** What a file brings to the site in hand, and in words what else had to change for it. */
import type { AssetInput, PlanInput } from "wattsplit";
import type { Fleet, MarketPrices, Tariff } from "wattsplit/io";
import { curveValues } from "./curve-values.ts";
import { gridOf } from "./edit-hours.ts";
import { movedTo } from "./move-horizon.ts";
import { isoOf, type PlanTime, planTime } from "./plan-time.ts";

export interface Loaded {
  readonly site: PlanInput;
  /** The first sentence goes on after the name of the file. */
  readonly notes: readonly string[];
}

const MS_PER_MINUTE = 60_000;
/** A longer price file is planned for its first year. */
const MOST_HOURS = 8784;

type Grid = Extract<AssetInput, { readonly kind: "grid" }>;

/** Import prices, and export prices that followed them; the plan covers the file's time. */
export function withPrices(site: PlanInput, found: MarketPrices): Loaded {
  const { prices, market, location, currency, notices } = found;
  const grid = gridOf(site);
  if (!grid) throw new Error("The site has no grid connection that could have these prices. Load another site first.");
  if (currency !== "USD")
    throw new Error(
      `The prices are in ${currency}, and the planner counts in USD. Convert them with readMarketPrices and its option convert, or with a spreadsheet.`,
    );
  const [first, last] = [prices[0], prices[prices.length - 1]];
  const stepMinutes = Math.max(site.horizon.intervalMinutes, ...prices.slice(0, 2).map(({ minutes }) => minutes));
  const startMs = Date.parse(first.start);
  const endMs = Date.parse(last.start) + last.minutes * MS_PER_MINUTE;
  const count = Math.min(
    Math.floor((MOST_HOURS * 60) / stepMinutes),
    Math.floor((endMs - startMs) / (stepMinutes * MS_PER_MINUTE)),
  );
  const before = planTime(site);
  const after: PlanTime = { ...before, startMs, stepMs: stepMinutes * MS_PER_MINUTE, count };
  const values = curveValues(prices, after);
  if (!values || values.some((usd) => !Number.isFinite(usd)))
    throw new Error(
      "The prices have a gap. Fill it in the file, or read it with readMarketPrices and its option gaps.",
    );
  const moved = movedTo(site, before, after);
  const usd = Array.from(values, (value) => Number(value.toFixed(4)));
  const assets = moved.site.assets.map((asset): AssetInput => {
    if (asset.kind !== "grid") return asset;
    const isFollowed = asset.exportPriceUsdPerMwh !== undefined;
    return { ...asset, importPriceUsdPerMwh: usd, ...(isFollowed && { exportPriceUsdPerMwh: usd }) } as Grid;
  });
  return {
    site: { ...moved.site, name: location === "" ? "Your prices" : `${location} prices`, assets },
    notes: [
      `${market}${location === "" ? "" : `, ${location}`}: ${prices.length.toLocaleString("en-US")} prices, planned from ${isoOf(after, 0)} for ${count.toLocaleString("en-US")} intervals.`,
      ...moved.notes,
      ...notices,
    ],
  };
}

/** The fleets of the inventory in place of those of the site. */
export function withFleet(site: PlanInput, { assets, rigs, powerMw, notices }: Fleet): Loaded {
  const taken = new Set(site.assets.filter(({ kind }) => kind !== "mining-fleet").map(({ name }) => name));
  const fleets = assets.map((fleet) => (taken.has(fleet.name) ? { ...fleet, name: `${fleet.name} fleet` } : fleet));
  const others = site.assets.filter(({ kind }) => kind !== "mining-fleet");
  const names = new Set([...others, ...fleets].map(({ name }) => name));
  const initialState = Object.fromEntries(Object.entries(site.initialState ?? {}).filter(([name]) => names.has(name)));
  return {
    site: {
      ...site,
      bitcoin: site.bitcoin ?? { hashpriceUsdPerPhDay: 40 },
      ...(site.initialState && { initialState }),
      assets: [...others, ...fleets],
    },
    notes: [
      `${rigs.toLocaleString("en-US")} rigs, ${powerMw.toFixed(2)} MW at their plugs, in ${assets.length} fleets; they take the place of the site's fleets.`,
      ...(site.bitcoin ? [] : ["The site had no hashprice; 40 USD/PH-day is taken. Change it under Bitcoin."]),
      ...notices,
    ],
  };
}

/** Fields of the grid connection that a tariff sets; others of them are taken out. */
const TARIFF_FIELDS = [
  "touEnergyCharge",
  "touExportPrice",
  "netMetering",
  "energyTiers",
  "demandCharge",
  "touDemandCharge",
  "coincidentPeak",
  "fixedCharge",
  "minimumBill",
  "billingIntervalMinutes",
] as const satisfies readonly (keyof Grid)[];

export function withTariff(site: PlanInput, { name, fields, notices }: Tariff): Loaded {
  const grid = gridOf(site);
  if (!grid) throw new Error("The site has no grid connection that could have this tariff. Load another site first.");
  const otherFields = Object.fromEntries(
    Object.entries(grid).filter(([field]) => !(TARIFF_FIELDS as readonly string[]).includes(field)),
  ) as unknown as Grid;
  const priced = { ...otherFields, ...fields } as Grid;
  return {
    site: { ...site, assets: site.assets.map((asset) => (asset === grid ? priced : asset)) },
    notes: [`${name || "a tariff"}: it takes the place of the connection's prices and charges.`, ...notices],
  };
}
