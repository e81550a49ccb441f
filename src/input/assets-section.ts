/**
 * The `assets` and the `initialState` that belongs to them. Each kind provides its schemas and its check; this file
 * never tests for a kind's name.
 */
import type * as z from "zod";
import type { AnyAssetKind, AssetRole, PlannedAsset } from "../assets/asset.ts";
import {
  addFault,
  addFaultLazily,
  addSuspicion,
  faultWatch,
  type ParseContext,
  type FaultText,
} from "./parse-context.ts";
import { unknownWord } from "./faults.ts";
import { isRecord, literal, pathOf, quoted } from "./literal.ts";
import { parseSection } from "./parse-section.ts";
import type { SectionMemory } from "./section-memory.ts";

interface StateAt {
  readonly input: unknown;
  readonly path: string;
}

/** An asset as far as it could be parsed: cross-checks need its name and role even if its fields have faults. */
export interface ParsedAsset {
  readonly path: string;
  readonly name: string;
  /** Absent if the input has no valid name. */
  readonly kind?: AnyAssetKind;
  /** Absent if the asset has faults. */
  readonly planned?: PlannedAsset;
}

/** The assets in the order of the input; those that `memory` has met are not parsed again. */
export function* parseAssets(
  inputs: readonly unknown[],
  states: Readonly<Record<string, unknown>>,
  kinds: readonly AnyAssetKind[],
  context: ParseContext,
  memory?: SectionMemory,
): Generator<undefined, ParsedAsset[]> {
  const pathByName = new Map<string, string>();
  const found: ParsedAsset[] = [];
  for (const [i, input] of inputs.entries()) {
    yield;
    const path = `assets[${i}]`;
    const name = nameOf(input);
    const first = pathByName.get(name);
    if (first) addFault(context, `${path}.name`, ...duplicateName(name, first));
    else if (name !== "") pathByName.set(name, path);
    const state = {
      input: Object.hasOwn(states, name) ? states[name] : undefined,
      path: pathOf("initialState", [name]),
    };
    const ownState = pathByName.get(name) === path ? state : undefined;
    const parse = () => parseAsset(input, path, ownState, kinds, context);
    found.push(memory ? memory.section([input, ownState?.input, i, context.time], context, parse) : parse());
  }
  for (const name of Object.keys(states)) {
    if (pathByName.has(name)) continue;
    addFaultLazily(context, pathOf("initialState", [name]), () => {
      const [, ...words] = unknownWord(name, [...pathByName.keys()], NAME_ASSET);
      return [`a state for ${quoted(name)}`, ...words];
    });
  }
  return found;
}

export const NAME_ASSET = "name an asset of this plan, or remove it";

/** For a name that the asset at `path` already has. */
export function duplicateName(name: string, path: string): FaultText {
  return [quoted(name), "a unique name", `rename it; ${path} already has that name`];
}

/** One asset with its state; `state` is absent if the asset has no unique name to find it by. */
export function parseAsset(
  input: unknown,
  path: string,
  state: StateAt | undefined,
  kinds: readonly AnyAssetKind[],
  context: ParseContext,
): ParsedAsset {
  const name = nameOf(input);
  if (!isRecord(input)) {
    addFault(
      context,
      path,
      literal(input),
      "an object with kind and name",
      input === undefined ? "add it" : "correct it",
    );
    return { path, name };
  }
  const kind = kinds.find((candidate) => candidate.kind === input.kind);
  if (!kind) {
    addFault(
      context,
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
  const isSound = faultWatch(context);
  const spec = parseSection(schema, input, path, context);
  let initial: unknown;
  if (state?.input !== undefined) initial = parseSection(stateSchema, state.input, state.path, context);
  else if (stateRequired && state) {
    const fields = Object.keys((stateSchema as Partial<z.ZodObject>).shape ?? {}).join(", ");
    addFault(
      context,
      state.path,
      "nothing",
      `the state of ${path} at the plan's start (${fields})`,
      `add ${quoted(name)}: { ${fields} } to initialState`,
    );
  }
  const planned = { kind: kind.kind, name, path, spec, initial };
  if (isRecord(spec)) {
    const taken = defaultsTaken(input, spec);
    if (taken.length > 0) context.notices.push(`${name}: by default ${taken.join(", ")}.`);
  }
  if (isSound() && (state || !stateRequired)) checkAsset(kind, planned, state?.path, context);
  return isSound() && context.time ? { path, name, kind, planned } : { path, name, kind };
}

/**
 * `field value` for every default, including nested ones, except the values of a resolved curve. Defaults of 0 or false
 * mean "not present" and are not listed.
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
    // The default of a curve is a single number.
    const taken = read instanceof Float64Array ? read[0] : read;
    return given === undefined && taken ? [`${below}${key} ${String(taken)}`] : [];
  });
}

/** Runs the kind's own check on an asset, whose state is at `statePath`. */
export function checkAsset(
  kind: AnyAssetKind,
  { path, spec, initial }: PlannedAsset,
  statePath: string | undefined,
  context: ParseContext,
): void {
  kind.check?.(spec as never, initial as never, (below, given, wanted, fix, isSuspicion) => {
    const own = "initialState.";
    const at = statePath && below.startsWith(own) ? `${statePath}.${below.slice(own.length)}` : `${path}.${below}`;
    (isSuspicion ? addSuspicion : addFault)(context, at, given, wanted, fix);
  });
}

/** The names of the assets with a role. */
export function namesOfRole(assets: readonly ParsedAsset[], role: AssetRole): string[] {
  return assets.filter((asset) => asset.kind?.role === role && asset.name !== "").map(({ name }) => name);
}

/** Empty if the input names none. */
function nameOf(input: unknown): string {
  return isRecord(input) && typeof input.name === "string" ? input.name : "";
}
