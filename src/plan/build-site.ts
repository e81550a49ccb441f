import { assetKinds } from "../assets/index.ts";
import type { AnyAssetKind, Declaration, PlannedAsset } from "../assets/asset.ts";
import { SitePorts } from "../assets/ports/site-ports.ts";
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
  readonly ports: SitePorts;
  readonly lp: LinearProgram;
  /** Breaks ties between schedules of equal cost. */
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
 * Every asset declares its columns, rows and costs, and then links to the ports of the others. Throws
 * `PlanInputError` if assets contradict each other.
 */
export function buildSite(plan: Plan): BuiltSite {
  return drain(buildSteps(plan));
}

/** `buildSite` in steps: one per asset declared or linked, then the program, then its tie-breaking costs. */
export function* buildSteps(plan: Plan): Generator<undefined, BuiltSite> {
  const site = new SiteModel(plan.time, plan.hashpriceUsdPerPhDay);
  const declarations: Declaration<unknown>[] = [];
  for (const planned of plan.assets) {
    declarations.push(kindOf(planned).declare(planned.spec, planned.initial, site));
    yield;
  }
  const ports = new SitePorts(declarations.map((declared) => declared.ports ?? {}));
  const assets: DeclaredAsset[] = [];
  for (const [i, planned] of plan.assets.entries()) {
    const kind = kindOf(planned);
    const { handles } = declarations[i];
    assets.push({
      planned,
      kind,
      handles: kind.link?.(planned.spec, planned.initial, handles, ports, site) ?? handles,
    });
    yield;
  }
  const pathByName = new Map(plan.assets.map(({ name, path }) => [name, path]));
  site.throwFaults((name) => pathByName.get(name) ?? name);
  const lp = toLinearProgram(site);
  yield;
  return { plan, site, assets, ports, lp, secondObjective: secondObjective(site) };
}
