import { dirname, isAbsolute, join } from "node:path";
import { readMarketPrices, type ReadPricesOptions } from "../io/read-market-prices.ts";
import { readSeries, type ReadSeriesOptions } from "../io/read-series.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** JSON of a site, before the planner checks it. */
export type SiteJson = Record<string, unknown>;

/** What the command line changes about a site. */
export interface SiteChanges {
  /** A market's price file for every grid connection's import price (and its export price, where it exports). */
  readonly prices?: string;
  /** The location in it, e.g. `HB_HOUSTON`. */
  readonly hub?: string;
  /** `path=value`, e.g. `bitcoin.hashpriceUsdPerPhDay=32` or `grid.importLimitMw=80` by the asset's name. */
  readonly set?: readonly string[];
}

/** Reads a site, replaces each `{ "file": ... }` by the series of that file, and applies the changes. */
export function loadSite(path: string, changes: SiteChanges, terminal: Terminal): SiteJson {
  const site = parsedObject(terminal.read(path), path);
  const folder = path === "-" ? "." : dirname(path);
  const loaded = withFiles(site, (file) => terminal.read(isAbsolute(file) ? file : join(folder, file))) as SiteJson;
  delete loaded["$schema"];
  if (changes.prices !== undefined) usePrices(loaded, terminal.read(changes.prices), changes.hub);
  for (const assignment of changes.set ?? []) assign(loaded, assignment);
  return loaded;
}

function parsedObject(text: string, path: string): SiteJson {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `${path}: is not JSON (${(error as Error).message}); "wattsplit init" writes a site to start from`,
    );
  }
  if (!isObject(parsed))
    throw new UsageError(`${path}: holds no object; a site is { "horizon": ..., "assets": [...] }`);
  return parsed;
}

/**
 * A curve as `{ "file": "dam.csv", ...options }`: with `stamp` a column of any table (options of `readSeries`), else a
 * market's price file (options of `readMarketPrices`).
 */
function withFiles(value: unknown, read: (path: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withFiles(item, read));
  if (!isObject(value)) return value;
  const { file, ...options } = value;
  if (typeof file === "string") {
    return "stamp" in options
      ? readSeries(read(file), options as unknown as ReadSeriesOptions)
      : readMarketPrices(read(file), options as ReadPricesOptions);
  }
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withFiles(field, read)]));
}

function usePrices(site: SiteJson, text: string, hub: string | undefined): void {
  const prices = readMarketPrices(text, hub === undefined ? {} : { location: hub });
  const priced = assetsOf(site).filter((asset) => "importPriceUsdPerMwh" in asset);
  if (priced.length === 0)
    throw new UsageError("--prices: no asset of the site has an importPriceUsdPerMwh to replace");
  for (const asset of priced) {
    asset["importPriceUsdPerMwh"] = prices;
    if ("exportPriceUsdPerMwh" in asset) asset["exportPriceUsdPerMwh"] = prices;
  }
}

function assign(site: SiteJson, assignment: string): void {
  const at = assignment.indexOf("=");
  if (at < 1) throw new UsageError(`--set ${assignment}: wanted path=value, e.g. bitcoin.hashpriceUsdPerPhDay=32`);
  const path = assignment.slice(0, at).split(".");
  const asset = assetsOf(site).find(({ name }) => name === path[0]);
  let target: SiteJson = asset ?? site;
  const fields = asset ? path.slice(1) : path;
  for (const field of fields.slice(0, -1)) {
    const inner = Object.hasOwn(target, field) ? target[field] : undefined;
    if (!isObject(inner))
      throw new UsageError(`--set ${assignment}: the site has no "${path.slice(0, -1).join(".")}" with fields`);
    target = inner;
  }
  const field = fields.at(-1);
  if (field === undefined)
    throw new UsageError(`--set ${assignment}: name a field of ${path[0]}, e.g. ${path[0]}.importLimitMw=80`);
  target[field] = valueOf(assignment.slice(at + 1));
}

/** JSON where it is JSON, else the text itself. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function assetsOf(site: SiteJson): SiteJson[] {
  const assets = site["assets"];
  return Array.isArray(assets) ? assets.filter(isObject) : [];
}

function isObject(value: unknown): value is SiteJson {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
