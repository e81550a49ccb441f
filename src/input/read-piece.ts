/**
 * Runs one schema on one piece of the input. Where the piece fails as a whole, its fields are read one by one, so that
 * the curves in the sound ones are judged too: one error lists every fault.
 */
import type * as z from "zod";
import { Curve } from "../assets/fields/fields.ts";
import { resolveCurve } from "./curve.ts";
import { watch, type Edge } from "./edge.ts";
import { addIssues, parseSettings } from "./faults.ts";
import { checkOffsets } from "./offset-check.ts";
import { isRecord, pathOf } from "./literal.ts";
import { checkValues } from "./value-check.ts";

/** The piece with its curves resolved, or undefined after adding its faults to the edge. */
export function readPiece<Schema extends z.ZodType>(schema: Schema, input: unknown, path: string, edge: Edge): unknown {
  const isSound = watch(edge);
  const { data, error } = schema.safeParse(input, parseSettings);
  if (error) addIssues(error.issues, path, edge);
  const sound = !error ? data : soundFields(schema, input);
  checkOffsets(sound, input, path, edge);
  const resolved = resolveCurves(sound, path, edge);
  return isSound() ? resolved : undefined;
}

/** What the fields of an object schema make of the input, those that fail left out. */
function soundFields(schema: z.ZodType, input: unknown): Record<string, unknown> {
  const sound: Record<string, unknown> = {};
  for (const [key, field] of Object.entries((schema as Partial<z.ZodObject>).shape ?? {})) {
    if (isRecord(input) && Object.hasOwn(input, key)) sound[key] = (field as z.ZodType).safeParse(input[key]).data;
  }
  return sound;
}

function resolveCurves(value: unknown, path: string, edge: Edge): unknown {
  if (value instanceof Curve && value.isList) {
    const list = value.given as readonly number[];
    checkValues(
      list,
      value.quantity,
      path,
      edge,
      (i) => `[${i}]`,
      () => "",
    );
    return list;
  }
  if (value instanceof Curve) {
    const values = resolveCurve(value.given, value.quantity, path, edge);
    return value.isSingle ? values?.[0] : values;
  }
  if (Array.isArray(value)) return value.map((entry, i) => resolveCurves(entry, pathOf(path, [i]), edge));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, resolveCurves(field, pathOf(path, [key]), edge)]),
  );
}
