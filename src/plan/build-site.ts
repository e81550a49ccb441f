import { assetKinds } from "../assets/index.ts";
import type { AnyAssetKind, PlannedAsset } from "../assets/asset.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import { secondObjective } from "../model/second-objective.ts";
import { SiteModel } from "../model/site-model.ts";
import { toLinearProgram } from "../model/to-linear-program.ts";
import { drain } from "../solvers/budget/drain.ts";
import type { Plan } from "./plan.ts";

/** An asset with its declaration: columns, rows and costs. */
export interface DeclaredAsset {
  readonly planned: PlannedAsset;
  readonly kind: AnyAssetKind;
  readonly handles: unknown;
}

/** A plan as a model and as a linear program. */
export interface BuiltSite {
  readonly plan: Plan;
  readonly site: SiteModel;
  readonly assets: readonly DeclaredAsset[];
  readonly lp: LinearProgram;
  /** Breaks ties between equally cheap schedules. */
  readonly secondObjective: Float64Array;
}

const kindByName: ReadonlyMap<string, AnyAssetKind> = new Map(
  assetKinds.map((kind): [string, AnyAssetKind] => [kind.kind, kind]),
);

/** The kind of a planned asset. */
export function kindOf(planned: PlannedAsset): AnyAssetKind {
  return kindByName.get(planned.kind) as AnyAssetKind;
}

/**
 * Every asset declares its columns, rows and costs, and then links to what other assets provide. Throws
 * `PlanInputError` if assets contradict each other.
 */
export function buildSite(plan: Plan): BuiltSite {
  return drain(buildSteps(plan));
}

/** `buildSite` in steps: one per asset declared or linked, then the program, then its tie-breaking costs. */
export function* buildSteps(plan: Plan): Generator<undefined, BuiltSite> {
  const site = new SiteModel(plan.time, plan.hashpriceUsdPerPhDay);
  const assets: DeclaredAsset[] = [];
  for (const planned of plan.assets) {
    const kind = kindOf(planned);
    assets.push({ planned, kind, handles: kind.declare(planned.spec, planned.initial, site) });
    yield;
  }
  for (const { planned, kind, handles } of assets) {
    kind.link?.(planned.spec, handles, site);
    yield;
  }
  const pathByName = new Map(plan.assets.map(({ name, path }) => [name, path]));
  site.throwFaults((name) => pathByName.get(name) ?? name);
  const lp = toLinearProgram(site);
  yield;
  return { plan, site, assets, lp, secondObjective: secondObjective(site) };
}
