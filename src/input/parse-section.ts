/**
 * Parses one section of the input with one schema. If the section fails as a whole, its fields are parsed one by one,
 * so that the curves of the valid ones are checked too: one error lists every fault.
 */
import type * as z from "zod";
import { Curve } from "../assets/fields/fields.ts";
import type { Quantity } from "../assets/fields/quantities.ts";
import { resolveCurve } from "./curve.ts";
import { faultWatch, type ParseContext } from "./parse-context.ts";
import { addIssues, parseSettings } from "./faults.ts";
import { checkOffsets } from "./offset-check.ts";
import { isRecord, pathOf } from "./literal.ts";
import { checkSizes } from "./value-check.ts";

/** The section with its curves resolved, or undefined after adding its faults to the context. */
export function parseSection<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  path: string,
  context: ParseContext,
): unknown {
  const isSound = faultWatch(context);
  const { data, error } = schema.safeParse(input, parseSettings);
  if (error) addIssues(error.issues, path, context);
  const sound = !error ? data : soundFields(schema, input);
  checkOffsets(sound, input, path, context);
  const sizes = new Map<string, Sizes>();
  const resolved = resolveCurves(sound, { path, group: path }, sizes, context);
  for (const group of sizes.values()) checkGroup(group, context);
  return isSound() ? resolved : undefined;
}

/** The parsed fields of an object schema, without those that fail. */
function soundFields(schema: z.ZodType, input: unknown): Record<string, unknown> {
  const sound: Record<string, unknown> = {};
  for (const [key, field] of Object.entries((schema as Partial<z.ZodObject>).shape ?? {})) {
    if (isRecord(input) && Object.hasOwn(input, key)) sound[key] = (field as z.ZodType).safeParse(input[key]).data;
  }
  return sound;
}

/** Single numbers whose sizes are judged together: of a list, or of the periods of one rate. */
interface Sizes {
  readonly path: string;
  readonly quantity: Quantity;
  readonly entries: { readonly path: string; readonly values: readonly number[] }[];
}

/** A place in the piece, and what it has in common with the other entries of its list: `tiers[].usdPerMwh`. */
interface Place {
  readonly path: string;
  readonly group: string;
  /** The path of the list that it is in. */
  readonly list?: string | undefined;
}

function resolveCurves(value: unknown, place: Place, sizes: Map<string, Sizes>, context: ParseContext): unknown {
  const { path, group, list } = place;
  if (value instanceof Curve && (value.isList || value.isSingle)) {
    const { given, quantity } = value;
    const key = `${group} ${quantity.unit}`;
    const known = sizes.get(key) ?? { path: list ?? path, quantity, entries: [] };
    sizes.set(key, known);
    known.entries.push({ path, values: value.isList ? (given as readonly number[]) : [given as number] });
    return given;
  }
  if (value instanceof Curve) return resolveCurve(value.given, value.quantity, path, context);
  const isArray = Array.isArray(value);
  if (!isArray && !isRecord(value)) return value;
  const isList = isArray || isUniform(Object.values(value));
  const below = (key: PropertyKey): Place => ({
    path: pathOf(path, [key]),
    group: isList ? `${group}[]` : pathOf(group, [key]),
    list: list ?? (isList ? path : undefined),
  });
  if (isArray) return value.map((entry, i) => resolveCurves(entry, below(i), sizes, context));
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, resolveCurves(field, below(key), sizes, context)]),
  );
}

/** Whether some fields of an object are entries of a list by names: all of them one quantity, or all of them lists. */
function isUniform(fields: readonly unknown[]): boolean {
  const [first] = fields;
  if (fields.length < 2) return false;
  if (Array.isArray(first)) return fields.every(Array.isArray);
  return (
    first instanceof Curve &&
    fields.every(
      (field) => field instanceof Curve && (field.isList || field.isSingle) && field.quantity === first.quantity,
    )
  );
}

/** NB: what the input says is meant so may be named one by one, or together. */
function checkGroup({ path, quantity, entries }: Sizes, context: ParseContext): void {
  const doubted = entries.filter((entry) => !context.unitsAsStated?.includes(entry.path));
  const at = entries.length === 1 ? entries[0].path : path;
  checkSizes(
    doubted.flatMap(({ values }) => values),
    quantity,
    at,
    context,
  );
}
