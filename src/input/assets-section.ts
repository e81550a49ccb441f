/**
 * The `assets` and the `initialState` that belongs to them. A kind is asked for its schemas and its check, never for
 * its name.
 */
import type * as z from "zod";
import type { AnyAssetKind, AssetRole, PlannedAsset } from "../assets/asset.ts";
import { addFault, addFaultBy, addSuspicion, watch, type Edge, type Words } from "./edge.ts";
import { unknownWord } from "./faults.ts";
import { isRecord, literal, pathOf, quoted } from "./literal.ts";
import { readPiece } from "./read-piece.ts";

interface StateAt {
  readonly input: unknown;
  readonly path: string;
}

/** An asset as far as it could be read: cross-checks need its name and role even where its fields are faulty. */
export interface ReadAsset {
  readonly path: string;
  readonly name: string;
  /** Absent where the input names none that exists. */
  readonly kind?: AnyAssetKind;
  /** Absent where the asset has faults. */
  readonly planned?: PlannedAsset;
}

/** The assets in the order of the input. */
export function* readAssets(
  inputs: readonly unknown[],
  states: Readonly<Record<string, unknown>>,
  kinds: readonly AnyAssetKind[],
  edge: Edge,
): Generator<undefined, ReadAsset[]> {
  const pathByName = new Map<string, string>();
  const found: ReadAsset[] = [];
  for (const [i, input] of inputs.entries()) {
    yield;
    const path = `assets[${i}]`;
    const name = nameOf(input);
    const first = pathByName.get(name);
    if (first) addFault(edge, `${path}.name`, ...takenName(name, first));
    else if (name !== "") pathByName.set(name, path);
    const state = {
      input: Object.hasOwn(states, name) ? states[name] : undefined,
      path: pathOf("initialState", [name]),
    };
    found.push(readAsset(input, path, pathByName.get(name) === path ? state : undefined, kinds, edge));
  }
  for (const name of Object.keys(states)) {
    if (pathByName.has(name)) continue;
    addFaultBy(edge, pathOf("initialState", [name]), () => {
      const [, ...words] = unknownWord(name, [...pathByName.keys()], NAME_ASSET);
      return [`a state for ${quoted(name)}`, ...words];
    });
  }
  return found;
}

export const NAME_ASSET = "name an asset of this plan, or remove it";

/** Of a name that the asset at `path` has already. */
export function takenName(name: string, path: string): Words {
  return [quoted(name), "a name of its own", `rename it; ${path} has that name`];
}

/** One asset with its state; `state` is absent where the asset has no name of its own to look it up by. */
export function readAsset(
  input: unknown,
  path: string,
  state: StateAt | undefined,
  kinds: readonly AnyAssetKind[],
  edge: Edge,
): ReadAsset {
  const name = nameOf(input);
  if (!isRecord(input)) {
    addFault(edge, path, literal(input), "an object with kind and name", input === undefined ? "add it" : "correct it");
    return { path, name };
  }
  const kind = kinds.find((candidate) => candidate.kind === input.kind);
  if (!kind) {
    addFault(
      edge,
      `${path}.kind`,
      ...unknownWord(
        input.kind,
        kinds.map((candidate) => candidate.kind),
        "give one of these",
      ),
    );
    return { path, name };
  }
  const { schema, stateSchema, stateRequired = false } = kind;
  const isSound = watch(edge);
  const spec = readPiece(schema, input, path, edge);
  let initial: unknown;
  if (state?.input !== undefined) initial = readPiece(stateSchema, state.input, state.path, edge);
  else if (stateRequired && state) {
    const fields = Object.keys((stateSchema as Partial<z.ZodObject>).shape ?? {}).join(", ");
    addFault(
      edge,
      state.path,
      "nothing",
      `the state of ${path} at the plan's start (${fields})`,
      `add ${quoted(name)}: { ${fields} } to initialState`,
    );
  }
  const planned = { kind: kind.kind, name, path, spec, initial };
  if (isRecord(spec)) {
    const taken = defaultsTaken(input, spec);
    if (taken.length > 0) edge.notices.push(`${name}: by default ${taken.join(", ")}.`);
  }
  if (isSound() && (state || !stateRequired)) checkAsset(kind, planned, state?.path, edge);
  return isSound() && edge.time ? { path, name, kind, planned } : { path, name, kind };
}

/**
 * `field value` of every default, those of objects within too, but not the values of a resolved curve. A default of 0
 * or false says "none".
 */
function defaultsTaken(
  input: Readonly<Record<string, unknown>>,
  spec: Readonly<Record<string, unknown>>,
  below = "",
): string[] {
  return Object.keys(spec).flatMap((key) => {
    const [given, read] = [input[key], spec[key]];
    if (ArrayBuffer.isView(read) && given !== undefined) return [];
    if (isRecord(given) && isRecord(read)) return defaultsTaken(given, read, `${below}${key}.`);
    // The default of a curve is one number.
    const taken = read instanceof Float64Array ? read[0] : read;
    return given === undefined && taken ? [`${below}${key} ${String(taken)}`] : [];
  });
}

/** Runs the kind's own check on an asset whose state stands at `statePath`. */
export function checkAsset(
  kind: AnyAssetKind,
  { path, spec, initial }: PlannedAsset,
  statePath: string | undefined,
  edge: Edge,
): void {
  kind.check?.(spec as never, initial as never, (below, given, wanted, fix, isSuspicion) => {
    const own = "initialState.";
    const at = statePath && below.startsWith(own) ? `${statePath}.${below.slice(own.length)}` : `${path}.${below}`;
    (isSuspicion ? addSuspicion : addFault)(edge, at, given, wanted, fix);
  });
}

/** The names of the assets of a role. */
export function namesOfRole(assets: readonly ReadAsset[], role: AssetRole): string[] {
  return assets.filter((asset) => asset.kind?.role === role && asset.name !== "").map(({ name }) => name);
}

/** Empty where the input names nothing. */
function nameOf(input: unknown): string {
  return isRecord(input) && typeof input.name === "string" ? input.name : "";
}
