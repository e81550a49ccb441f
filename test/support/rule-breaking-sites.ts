/**
 * Random sites on which prices do not keep the either-or rules: `randomSite` with nights of negative prices, exports
 * that pay more than imports cost, a further battery, diesel cheaper than what mining earns. Same seed, same site.
 */
import { seededUniform } from "./random-programs.ts";
import { randomSite, type AssetInput, type SiteInput } from "./random-sites.ts";

/** `mostIntervals`: further ones are cut off; an oracle with binaries takes minutes for 48. */
export function ruleBreakingSite(seed: number, mostIntervals = 20): SiteInput {
  const site = firstOf(randomSite(seed), mostIntervals);
  const uniform = seededUniform(seed * 3266489917 + 374761393);
  const chance = (p: number): boolean => uniform() < p;
  const whole = (from: number, to: number): number => from + Math.floor(uniform() * (to - from + 1));
  const between = (from: number, to: number): number => Number((from + uniform() * (to - from)).toFixed(2));
  const { count } = site.horizon;
  /** Runs of 2 to 6 intervals. */
  const runs = (most: number) => {
    const inRun = new Array<boolean>(count).fill(false);
    for (let n = whole(1, most); n > 0; n--)
      inRun.fill(
        true,
        ...((([from, length]) => [from, from + length])([whole(0, count - 2), whole(2, 6)]) as [number, number]),
      );
    return inRun;
  };
  const isNegative = runs(2);
  const isArbitrage = runs(2);
  const arbitrage = chance(0.25);
  const cheapDiesel = chance(0.2);
  const initialState: Record<string, Readonly<Record<string, unknown>>> = { ...site.initialState };
  const assets: AssetInput[] = site.assets.map((asset) => {
    if (asset.kind === "grid") {
      const prices = (asset.importPriceUsdPerMwh as readonly number[]).map((usd, t) =>
        isNegative[t] ? -between(1, 60) : usd,
      );
      const exports = asset.exportPriceUsdPerMwh as readonly number[] | undefined;
      return {
        ...asset,
        importPriceUsdPerMwh: prices,
        ...(exports && {
          exportPriceUsdPerMwh: exports.map((usd, t) =>
            arbitrage && isArbitrage[t] ? prices[t] + between(10, 25) : Math.min(usd, prices[t] - 1),
          ),
        }),
      };
    }
    if (asset.kind === "diesel" && cheapDiesel)
      return {
        ...asset,
        fuelUsdPerL: between(0.1, 0.35),
        omUsdPerMwh: 0,
        allowMining: false,
        allowExport: chance(0.2),
      };
    return asset;
  });
  for (let i = whole(0, 1); i > 0; i--) {
    const maxStoredMwh = between(10, 60);
    const name = `extra battery ${i}`;
    assets.push({
      kind: "battery",
      name,
      chargeLimitMw: between(3, 20),
      dischargeLimitMw: between(3, 20),
      maxStoredMwh,
      chargeEfficiency: between(0.8, 0.98),
      dischargeEfficiency: between(0.8, 0.98),
      wearUsdPerMwh: chance(0.5) ? 0 : between(0, 5),
      end: chance(0.5) ? { rule: "cyclic" } : { rule: "free" },
    });
    initialState[name] = { storedMwh: between(1, maxStoredMwh - 1) };
  }
  return { ...site, assets, initialState };
}

/** The first intervals of a site; jobs released later are left out, and with them what the state says of jobs. */
function firstOf(site: SiteInput, most: number): SiteInput {
  const { start, intervalMinutes, count } = site.horizon;
  const endMs = Date.parse(start) + most * intervalMinutes * 60_000;
  const cut = (value: unknown): unknown =>
    Array.isArray(value) && value.length === count ? value.slice(0, most) : value;
  const isInTime = ({ release }: { readonly release: string }) => Date.parse(release) < endMs;
  const assets = site.assets
    .map((asset): AssetInput => ({
      ...(Object.fromEntries(Object.entries(asset).map(([field, value]) => [field, cut(value)])) as AssetInput),
      ...(asset.jobs === undefined ? {} : { jobs: (asset.jobs as { readonly release: string }[]).filter(isInTime) }),
    }))
    .filter(({ jobs }) => jobs === undefined || (jobs as unknown[]).length > 0);
  const { batch: _jobs, ...initialState } = site.initialState;
  return {
    ...site,
    horizon: { ...site.horizon, count: Math.min(count, most) },
    bitcoin: cutValues(site.bitcoin, cut),
    assets,
    initialState,
  };
}

function cutValues(bitcoin: SiteInput["bitcoin"], cut: (value: unknown) => unknown): SiteInput["bitcoin"] {
  return { hashpriceUsdPerPhDay: cut(bitcoin.hashpriceUsdPerPhDay) as number | number[] };
}
