import { PlanInputError } from "./errors.ts";
import { isRecord, literal } from "./input/literal.ts";
import type { AssetInput, PlanInput } from "./plan-input/index.ts";

/** Fields of one asset that change; the kind and the name stay. */
type AssetChanges = {
  [Kind in AssetInput["kind"]]: Partial<Omit<Extract<AssetInput, { kind: Kind }>, "kind" | "name">>;
}[AssetInput["kind"]];

/**
 * What changes of a plan's input. Sections given replace those of the last input as a whole (`initialState`, `bitcoin`,
 * `horizon`, ...); of an asset only the fields given change, and a field that is `undefined` is taken out.
 */
export interface PlanChanges extends Partial<Omit<PlanInput, "assets">> {
  /** By asset name, e.g. `{ grid: { importPriceUsdPerMwh: prices } }`. */
  readonly assets?: Readonly<Record<string, AssetChanges>>;
}

/** The input with the changes. @throws PlanInputError for an asset that the plan has not, or another kind or name. */
export function changedInput(input: PlanInput, changes: PlanChanges): PlanInput {
  if (!isRecord(changes)) refuse("changes", literal(changes), "an object of changes");
  const { assets: byName = {}, ...sections } = changes;
  if (!isRecord(byName)) refuse("changes.assets", literal(byName), "an object of changes by asset name");
  const names = input.assets.map(({ name }) => name);
  for (const [name, fields] of Object.entries(byName)) {
    if (!isRecord(fields)) refuse(`changes.assets.${name}`, literal(fields), "an object of the fields that change");
    if (!names.includes(name)) refuse("changes.assets", JSON.stringify(name), `one of ${names.join(", ")}`);
    for (const fixed of ["kind", "name"])
      if (Object.hasOwn(fields, fixed)) refuse(`changes.assets.${name}.${fixed}`, "a change", "none; it is what it is");
  }
  const assets = input.assets.map((asset) =>
    Object.hasOwn(byName, asset.name) ? ({ ...asset, ...(byName[asset.name] as object) } as AssetInput) : asset,
  );
  return { ...input, ...sections, assets };
}

function refuse(path: string, given: string, wanted: string): never {
  throw new PlanInputError([{ path, given, wanted, fix: "change the sections, or fields of assets of this plan" }]);
}
