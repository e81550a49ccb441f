import { assetKinds } from "../assets/index.ts";
import type { AnyAssetKind, Declaration, PlannedAsset } from "../assets/asset.ts";
import { PlanInputError, type PlanInputFault } from "../errors.ts";
import { SitePorts } from "../assets/ports/site-ports.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import { secondObjective } from "../model/second-objective.ts";
import { SiteModel } from "../model/site-model.ts";
import { toLinearProgram } from "../model/to-linear-program.ts";
import { drain } from "../solvers/budget/drain.ts";
import type { PlanRequest } from "./plan-request.ts";

/** An asset with its declaration: columns, rows and costs. */
export interface DeclaredAsset {
  readonly planned: PlannedAsset;
  readonly kind: AnyAssetKind;
  readonly handles: unknown;
}

/** A plan as a model and as a linear program. */
export interface BuiltSite {
  readonly request: PlanRequest;
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
export function buildSite(request: PlanRequest): BuiltSite {
  return drain(buildSteps(request));
}

/** Faults that only show once assets see each other. */
export function siteFaults(request: PlanRequest): readonly PlanInputFault[] {
  try {
    buildSite(request);
  } catch (error) {
    if (error instanceof PlanInputError) return error.faults;
    throw error;
  }
  return [];
}

/** `buildSite` in steps: one per asset declared or linked, then the program, then its tie-breaking costs. */
export function* buildSteps(request: PlanRequest): Generator<undefined, BuiltSite> {
  const site = new SiteModel(request.time, request.hashpriceUsdPerPhDay, request.pace);
  const declarations: Declaration<unknown>[] = [];
  for (const planned of request.assets) {
    declarations.push(kindOf(planned).declare(planned.spec, planned.initial, site));
    yield;
  }
  const ports = new SitePorts(declarations.map((declared) => declared.ports ?? {}));
  const assets: DeclaredAsset[] = [];
  for (const [i, planned] of request.assets.entries()) {
    const kind = kindOf(planned);
    const { handles } = declarations[i];
    assets.push({
      planned,
      kind,
      handles: kind.link?.(planned.spec, planned.initial, handles, ports, site) ?? handles,
    });
    yield;
  }
  const pathByName = new Map(request.assets.map(({ name, path }) => [name, path]));
  site.throwFaults((name) => pathByName.get(name) ?? name);
  const lp = toLinearProgram(site);
  yield;
  return { request, site, assets, ports, lp, secondObjective: secondObjective(site) };
}
