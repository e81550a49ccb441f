import type { AssetInput, PlanChanges, PlanInput } from "wattsplit";

/**
 * What a session needs to replan `before` as `after`; sites are edited without mutation, so that what is the same
 * object has not changed. Undefined where the list of assets differs: the site is then planned from nothing.
 */
export function siteChanges(before: PlanInput, after: PlanInput): PlanChanges | undefined {
  if (before.assets.length !== after.assets.length) return undefined;
  const assets: Record<string, Record<string, unknown>> = {};
  for (let k = 0; k < after.assets.length; k++) {
    const [was, is] = [before.assets[k], after.assets[k]];
    if (was.name !== is.name || was.kind !== is.kind) return undefined;
    if (was !== is) assets[is.name] = fieldChanges(was, is);
  }
  const { assets: _, ...sectionsBefore } = before;
  const { assets: __, ...sectionsAfter } = after;
  return { ...fieldChanges(sectionsBefore, sectionsAfter), assets } as PlanChanges;
}

/** Fields that differ; a field that is gone is undefined. */
function fieldChanges(was: object, is: object): Record<string, unknown> {
  const [before, after] = [was, is] as Readonly<Record<string, unknown>>[];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...names].filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]),
  );
}

/** The site with another version of one asset. */
export function withAsset(site: PlanInput, name: string, change: (asset: AssetInput) => AssetInput): PlanInput {
  return { ...site, assets: site.assets.map((asset) => (asset.name === name ? change(asset) : asset)) };
}
