/**
 * Runs one schema on one piece of the input. Where the piece fails as a whole, its fields are read one by one, so that the
 * curves in the sound ones are judged too: one error lists every fault.
 */
import type * as z from "zod";
import { Curve } from "../assets/fields.ts";
import { resolveCurve } from "./curve.ts";
import type { Edge } from "./edge.ts";
import { faultsOf, parseSettings } from "./faults.ts";
import { isRecord, pathOf } from "./literal.ts";

/** The piece with its curves resolved, or undefined after adding its faults to the edge. */
export function readPiece<Schema extends z.ZodType>(schema: Schema, input: unknown, path: string, edge: Edge): unknown {
  const before = edge.faults.length;
  const parsed = schema.safeParse(input, parseSettings);
  let value: unknown = parsed.data;
  if (!parsed.success) {
    edge.faults.push(...faultsOf(parsed.error.issues, path, edge.timeZone));
    value = soundFields(schema, input);
  }
  const resolved = resolveCurves(value, path, edge);
  return edge.faults.length === before ? resolved : undefined;
}

/** What the fields of an object schema make of the input, those that fail left out. */
function soundFields(schema: z.ZodType, input: unknown): Record<string, unknown> {
  const sound: Record<string, unknown> = {};
  const { shape } = schema as Partial<z.ZodObject>;
  if (shape === undefined || !isRecord(input)) return sound;
  for (const key of Object.keys(shape)) {
    if (!Object.hasOwn(input, key)) continue;
    const parsed = (shape[key] as z.ZodType).safeParse(input[key]);
    if (parsed.success) sound[key] = parsed.data;
  }
  return sound;
}

function resolveCurves(value: unknown, path: string, edge: Edge): unknown {
  if (value instanceof Curve) return resolveCurve(value.given, value.quantity, path, edge);
  if (Array.isArray(value)) return value.map((entry, i) => resolveCurves(entry, pathOf(path, [i]), edge));
  if (!isRecord(value) || (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, resolveCurves(field, pathOf(path, [key]), edge)]));
}
