/** The parts of a site whose size the years decide: fleets, halls and rented generation. */
import type { PlannedAsset } from "../assets/asset.ts";
import { PlanInputError, type PlanInputFault } from "../errors.ts";
import { kindOf } from "../plan/build-site.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import type { YearsModel } from "./years-model.ts";

/** A part at its full size; shares of it are decided by quarter. */
export interface SitePart {
  readonly name: string;
  readonly sort: "fleet" | "hall" | "bridge";
  /** Facility power of the full size, MW. */
  readonly mw: number;
}

export interface SiteParts {
  /** Fleets, then halls, then bridges, in the order of the model. */
  readonly parts: readonly SitePart[];
  /** Facility power that fleets and halls may have together, MW. */
  readonly spaceMw: number;
  readonly indexOf: ReadonlyMap<string, number>;
}

/**
 * @throws PlanInputError if a named asset does not exist, or cannot be of another size.
 */
export function siteParts(site: PlanRequest, model: YearsModel): SiteParts {
  const faults: PlanInputFault[] = [];
  const byName = new Map(site.assets.map((asset) => [asset.name, asset]));
  const find = (name: string, path: string, fits: (asset: PlannedAsset) => boolean, wanted: string) => {
    const asset = byName.get(name);
    if (asset && fits(asset) && kindOf(asset).resized) return asset;
    faults.push({ path, given: `"${name}"`, wanted, fix: "name an asset of the site" });
    return undefined;
  };
  const part = (sort: SitePart["sort"], name: string, mw: number | undefined, path: string): SitePart => {
    if (mw === undefined || !(mw > 0))
      faults.push({ path, given: `${mw} MW of ${name}`, wanted: "a size above 0 MW", fix: "state its power" });
    return { name, sort, mw: mw ?? 1 };
  };
  const fleets = model.fleets.map(({ name, path }) => {
    const asset = find(name, `${path}.asset`, (one) => kindOf(one).role === "mining", "a mining fleet of the site");
    return part("fleet", name, asset ? kindOf(asset).fullMw?.(asset.spec) : 1, path);
  });
  const halls = model.conversions.map(({ name, path, facilityMw, leastMw }) => {
    const asset = find(name, `${path}.load`, (one) => kindOf(one).role === "ai-load", "an AI load");
    const demand = asset && kindOf(asset).mostDemandMw?.(asset.spec)?.mw;
    const hall = part("hall", name, facilityMw ?? (asset ? demand : 1), `${path}.facilityMw`);
    if (leastMw > hall.mw)
      faults.push({
        path: `${path}.leastMw`,
        given: `${leastMw} MW`,
        wanted: `at most its ${hall.mw} MW`,
        fix: "lower it, or enlarge the load",
      });
    return hall;
  });
  const bridges = model.bridges.map(({ asset: name, path }) => {
    const asset = find(
      name,
      `${path}.asset`,
      (one) => kindOf(one).role === "on-site",
      "on-site generation of the site",
    );
    return part("bridge", name, asset ? kindOf(asset).mostSupplyMw?.(asset.spec) : 1, path);
  });
  const parts = [...fleets, ...halls, ...bridges];
  const indexOf = new Map(parts.map(({ name }, p) => [name, p]));
  for (const [p, { name }] of parts.entries())
    if (indexOf.get(name) !== p)
      faults.push({ path: "years", given: `"${name}" twice`, wanted: "every part once", fix: "rename or remove one" });
  if (faults.length > 0) throw new PlanInputError(faults);
  const present = model.fleets.flatMap(({ purchase }, f) => (purchase ? [] : [fleets[f].mw]));
  return { parts, indexOf, spaceMw: model.spaceMw ?? present.reduce((sum, mw) => sum + mw, 0) };
}
