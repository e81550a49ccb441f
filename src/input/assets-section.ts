/** The `assets` and the `initialState` that belongs to them. A kind is asked for its schemas and its check, never for its name. */
import type { AnyAssetKind, AssetRole, PlannedAsset } from "../assets/asset.ts";
import { addFault, type Edge } from "./edge.ts";
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
export function readAssets(inputs: readonly unknown[], states: Readonly<Record<string, unknown>>, kinds: readonly AnyAssetKind[], edge: Edge): ReadAsset[] {
  const found: ReadAsset[] = [];
  const byName = new Map<string, string>();
  for (let i = 0; i < inputs.length; i++) {
    const path = `assets[${i}]`;
    const name = nameOf(inputs[i]);
    const first = name === undefined ? undefined : byName.get(name);
    if (name !== undefined && first !== undefined) {
      addFault(edge, `${path}.name`, quoted(name), "a name of its own", `rename it; ${first} has that name`);
    } else if (name !== undefined) byName.set(name, path);
    const state = name === undefined || first !== undefined ? "unknown" : Object.hasOwn(states, name) ? { input: states[name], path: pathOf("initialState", [name]) } : "none";
    found.push(readAsset(inputs[i], path, state, kinds, edge));
  }
  for (const name of Object.keys(states)) {
    if (!byName.has(name)) edge.faults.push({ ...unknownWord(pathOf("initialState", [name]), name, [...byName.keys()], "name an asset of this plan, or remove it"), given: `a state for ${quoted(name)}` });
  }
  return found;
}

/**
 * One asset with its state. `state` says where its state stands; `"none"` where the input has none, `"unknown"` where the
 * asset has no name of its own to look it up by.
 */
export function readAsset(input: unknown, path: string, state: StateAt | "none" | "unknown", kinds: readonly AnyAssetKind[], edge: Edge): ReadAsset {
  const name = nameOf(input) ?? "";
  if (!isRecord(input)) {
    addFault(edge, path, literal(input), "an asset: an object with kind and name", input === undefined ? "add it" : "see the schema of the input");
    return { path, name };
  }
  const kind = kinds.find((candidate) => candidate.kind === input.kind);
  if (kind === undefined) {
    edge.faults.push(unknownWord(`${path}.kind`, input.kind, kinds.map((candidate) => candidate.kind), "give one of these"));
    return { path, name };
  }
  const before = edge.faults.length;
  const spec = readPiece(kind.schema, input, path, edge);
  let initial: unknown;
  if (typeof state === "object") initial = readPiece(kind.stateSchema, state.input, state.path, edge);
  else if (kind.stateRequired === true && state === "none") {
    const fields = Object.keys((kind.stateSchema as { shape?: object }).shape ?? {});
    addFault(edge, pathOf("initialState", [name]), "nothing", `the state of ${path} at the plan's start (${fields.join(", ")})`, `add ${quoted(name)}: { ${fields.join(", ")} } to initialState`);
  }
  const stateless = kind.stateRequired === true && initial === undefined;
  if (edge.time !== undefined && edge.faults.length === before && !stateless) {
    const own = "initialState.";
    kind.check?.(spec as never, initial as never, (below, given, wanted, fix) => {
      const stands = typeof state === "object" && below.startsWith(own) ? `${state.path}.${below.slice(own.length)}` : `${path}.${below}`;
      addFault(edge, stands, given, wanted, fix);
    });
  }
  if (edge.faults.length > before || edge.time === undefined) return { path, name, kind };
  return { path, name, kind, planned: { kind: kind.kind, name, path, spec, initial } };
}

/** The names of the assets of a role. */
export function namesOfRole(assets: readonly ReadAsset[], role: AssetRole): string[] {
  return assets.filter((asset) => asset.kind?.role === role && asset.name !== "").map(({ name }) => name);
}

function nameOf(input: unknown): string | undefined {
  return isRecord(input) && typeof input.name === "string" ? input.name : undefined;
}
