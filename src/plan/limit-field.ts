/**
 * The input field of an asset that sets a limit, in the field's own unit: sets of diesel, a share of a capacity, MW.
 * The name of a limit is the path below the asset: `importLimitMw`, `jobs.training.maxMw`, `permit.hoursPerYear`,
 * `initialState.makeUpMwh`.
 */
import type { PlannedAsset } from "../assets/asset.ts";

/** One number, or one for each interval. */
type FieldValue = number | Float64Array;
type Fields = Readonly<Record<string, unknown>>;

const STATE = "initialState.";

/** The value of the field in interval `t`; undefined if no field has this name. */
export function fieldAt(asset: PlannedAsset, name: string, t: number): number | undefined {
  const value = valueAt(...rooted(asset, name));
  return typeof value === "number" ? value : value?.[t];
}

/** Whether all intervals have the same value. */
export function isConstant(asset: PlannedAsset, name: string): boolean {
  const value = valueAt(...rooted(asset, name));
  return !(value instanceof Float64Array) || value.every((other) => other === value[0]);
}

/**
 * The asset with that field raised to `least` or more. A single number is raised as a whole; a value per interval is
 * raised where `isIn` returns true. Returns undefined if no field has this name.
 */
export function withFieldAtLeast(
  asset: PlannedAsset,
  name: string,
  least: number,
  isIn: (t: number) => boolean,
): PlannedAsset | undefined {
  const [fields, path] = rooted(asset, name);
  const value = valueAt(fields, path);
  if (value === undefined) return undefined;
  const higher =
    typeof value === "number" ? Math.max(value, least) : value.map((own, t) => (isIn(t) ? Math.max(own, least) : own));
  const raised = withValue(fields, path, higher);
  return name.startsWith(STATE) ? { ...asset, initial: raised } : { ...asset, spec: raised };
}

function rooted({ spec, initial }: PlannedAsset, name: string): [fields: unknown, path: readonly string[]] {
  const isState = name.startsWith(STATE);
  const path = (isState ? name.slice(STATE.length) : name).split(/[.[\]]+/).filter((part) => part !== "");
  return [isState ? initial : spec, path];
}

function valueAt(fields: unknown, [first, ...rest]: readonly string[]): FieldValue | undefined {
  const value = isFields(fields) ? fields[keyOf(fields, first)] : undefined;
  if (rest.length > 0) return valueAt(value, rest);
  return typeof value === "number" || value instanceof Float64Array ? value : undefined;
}

function withValue(fields: unknown, [first, ...rest]: readonly string[], value: FieldValue): unknown {
  if (!isFields(fields)) return fields;
  const key = keyOf(fields, first);
  const changed = rest.length > 0 ? withValue(fields[key], rest, value) : value;
  return Array.isArray(fields)
    ? fields.map((entry, i) => (String(i) === key ? changed : entry))
    : { ...fields, [key]: changed };
}

/** Entries of a list are found by index or by name. */
function keyOf(fields: Fields, part: string): string {
  if (!Array.isArray(fields) || /^\d+$/.test(part)) return part;
  return String(fields.findIndex((entry) => isFields(entry) && entry.name === part));
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !(value instanceof Float64Array);
}
