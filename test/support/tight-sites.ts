import { randomSite, type SiteInput } from "./random-sites.ts";

/** A random site whose AI must be served whatever it costs, with less import: many have no schedule. Same seed, same site. */
export function tightSite(seed: number): SiteInput {
  const site = randomSite(seed);
  const share = 0.1 + 0.05 * (seed % 9);
  const less = (mw: unknown): unknown => (Array.isArray(mw) ? mw.map((value: number) => Number((share * value).toFixed(2))) : Number((share * (mw as number)).toFixed(2)));
  const assets = site.assets.map((asset) => {
    const { vollUsdPerMwh: _voll, importLimitMw, jobs, ...rest } = asset;
    const owed = Array.isArray(jobs) && { jobs: jobs.map(({ unmetUsdPerMwh: _unmet, ...job }: Record<string, unknown>) => job) };
    return { ...rest, ...(importLimitMw !== undefined && { importLimitMw: less(importLimitMw) }), ...owed } as (typeof site.assets)[number];
  });
  return { ...site, assets };
}
