import { withContracts } from "./random-contracts.ts";
import { seededUniform } from "./random-programs.ts";
import { randomSite, type SiteInput } from "./random-sites.ts";

/**
 * A random site whose AI must be served whatever it costs, with less import: many have no schedule. Same seed, same
 * site.
 */
export function tightSite(seed: number): SiteInput {
  return tightened(randomSite(seed), seed);
}

/**
 * The same with limits of more kinds: engines in whole units or committed by share, contracts, calls, caps of a year.
 */
export function tightSiteOfManyLimits(seed: number): SiteInput {
  const site = randomSite(seed);
  const uniform = seededUniform(seed * 69069 + 5);
  const whole = (from: number, to: number) => from + Math.floor(uniform() * (to - from + 1));
  const engines = {
    kind: "firm-generation",
    name: "engines",
    units: whole(1, 3),
    unitMw: whole(1, 4),
    fuelUsdPerMmbtu: 3,
    heatRateMmbtuPerMwh: 8,
    co2KgPerMmbtu: 53,
    omUsdPerMwh: 5,
    ...(uniform() < 0.4 && {
      onlineShare: Array.from({ length: site.horizon.count }, () => whole(0, 10) / 10),
      minLoadFraction: 0.3,
    }),
    ...(uniform() < 0.3 && { rampUpMwPerH: whole(1, 3) }),
    ...(uniform() < 0.4 && { energyMwhPerYear: whole(5, 60) }),
  };
  const caps = uniform() < 0.3 ? [{ kind: "emissions", name: "co2", cap: { co2T: whole(5, 80), period: "year" } }] : [];
  const withFactor = site.assets.map((asset) => (asset.kind === "grid" ? { emissionTPerMwh: 0.4, ...asset } : asset));
  const more = { ...site, assets: [...withFactor, engines, ...caps] };
  const tight = tightened(more, seed);
  if (uniform() < 0.5) return tight;
  const { assets, ...rest } = withContracts(tight, seed);
  return { ...rest, assets: assets.map(({ missUsdPerMwh: _miss, ...asset }) => asset as (typeof assets)[number]) };
}

function tightened(site: SiteInput, seed: number): SiteInput {
  const share = 0.1 + 0.05 * (seed % 9);
  const less = (mw: unknown): unknown =>
    Array.isArray(mw)
      ? mw.map((value: number) => Number((share * value).toFixed(2)))
      : Number((share * (mw as number)).toFixed(2));
  const assets = site.assets.map((asset) => {
    const { vollUsdPerMwh: _voll, importLimitMw, jobs, ...rest } = asset;
    const owed = Array.isArray(jobs) && {
      jobs: jobs.map(({ unmetUsdPerMwh: _unmet, ...job }: Record<string, unknown>) => job),
    };
    return {
      ...rest,
      ...(importLimitMw !== undefined && { importLimitMw: less(importLimitMw) }),
      ...owed,
    } as (typeof site.assets)[number];
  });
  return { ...site, assets };
}
