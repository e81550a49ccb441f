/**
 * JSON as a value: what a case carries between processes. A tree is copied once and frozen, so that a thousand cases of
 * a sweep can share the curves that they have in common.
 */
import { PlanInputError, type PlanInputFault } from "../errors.ts";
import { plainCopySteps } from "../input/parse-request.ts";
import { literal, pathOf } from "../input/literal.ts";
import { drain } from "../solvers/budget/drain.ts";

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [field: string]: JsonValue;
}

/**
 * A frozen copy as JSON. Typed arrays become arrays, -0 becomes 0, and fields that are `undefined` are left out, as
 * `JSON.stringify` does. What it would change in silence (NaN, Infinity) or cannot write is refused.
 *
 * @throws PlanInputError that lists what is not JSON; paths begin at `root`.
 */
export function jsonOf(value: unknown, root: string): JsonValue {
  const faults: PlanInputFault[] = [];
  const plain = drain(plainCopySteps(value, root));
  const copy = frozenCopy(plain, root, faults);
  if (faults.length > 0) throw new PlanInputError(faults);
  return copy;
}

function frozenCopy(value: unknown, path: string, faults: PlanInputFault[]): JsonValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  // Adding 0 turns -0 into 0.
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  if (Array.isArray(value) || isNumberArray(value))
    return Object.freeze(
      Array.from(value as ArrayLike<unknown>, (entry, k) => frozenCopy(entry, pathOf(path, [k]), faults)),
    );
  if (typeof value === "object" && !ArrayBuffer.isView(value)) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    const copies = fields.map(([key, field]) => [key, frozenCopy(field, pathOf(path, [key]), faults)]);
    return Object.freeze(Object.fromEntries(copies) as JsonObject);
  }
  faults.push({ path, given: literal(value), wanted: "a value that JSON has", fix: "correct it, or leave it out" });
  return null;
}

function isNumberArray(value: unknown): boolean {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/**
 * The canonical text of a JSON value by RFC 8785: fields sorted by UTF-16 code units, no spaces, numbers as ECMAScript
 * writes them. Equal values have equal texts, whatever the order of their fields.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    // Curves are most of a site, and the engine writes them ten times faster than a loop.
    if (value.every((entry) => typeof entry !== "object")) return JSON.stringify(value);
    return `[${value.map(canonicalJson).join(",")}]`;
  }
  const fields = value as JsonObject;
  const keys = Object.keys(fields).toSorted(byCodeUnit);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(fields[key])}`).join(",")}}`;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
