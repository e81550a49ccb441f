/**
 * Writes values as JSON and reads them back without loss. JSON has no Float64Array, -0, Infinity, NaN or undefined;
 * they are written as
 *
 *     { "$float64": [1.5, "-0", "Infinity"] }     { "$number": "-0" }     { "$undefined": true }
 *
 * and a key that begins with `$` is prefixed with another `$`. Finite doubles are written in the fewest digits that
 * read back as the same double (ECMA-262, Number::toString). Rejected: plain arrays, because the reader could not tell
 * which were typed arrays.
 */
import { InputFileError } from "../errors.ts";
import { parseJson } from "./json-text.ts";
import { MAX_FAULT_CHARACTERS, MAX_LEVELS } from "./read-limits.ts";
import { typeName, shortJson, describeValue } from "./describe-value.ts";

const FLOATS = "$float64";
const NUMBER = "$number";
const UNDEFINED = "$undefined";
/** Nesting levels of written data: the tag of a Float64Array adds two. */
const MAX_WRITTEN_LEVELS = MAX_LEVELS - 2;
const WORDS: Readonly<Record<string, number>> = { "-0": -0, Infinity, "-Infinity": -Infinity, NaN: Number.NaN };

/** Throws for invalid content; `path` starts at the root of the JSON. */
export function refuseJson(path: string, given: string, wanted: string, fix: string): never {
  const at = path.length > MAX_FAULT_CHARACTERS ? `${path.slice(0, MAX_FAULT_CHARACTERS)}...` : path;
  throw new InputFileError([{ line: 0, given: at === "" ? given : `${at} = ${given}`, wanted, fix }]);
}

/**
 * @throws InputFileError for values that are not data: functions, dates, class instances, circular references, more
 * than 100 levels.
 */
export function toLosslessJson(value: unknown): string {
  return JSON.stringify(encode(value, "", new Set()));
}

/** @throws InputFileError if the text is not JSON, or has an unknown tag. */
export function fromLosslessJson(text: string): unknown {
  if (typeof text !== "string")
    refuseJson("", describeValue(text), "the text of a JSON file", "read the file as text (UTF-8) first");
  const parsed = parseJson(text);
  if (!("value" in parsed)) return refuseJson("", parsed.given, parsed.wanted, parsed.fix);
  return decode(parsed.value, "");
}

function encode(value: unknown, path: string, above: Set<object>): unknown {
  if (value === undefined) return { [UNDEFINED]: true };
  if (typeof value === "number") return isPlain(value) ? value : { [NUMBER]: wordOf(value) };
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "object") refuseJson(path, describeValue(value), "data", "remove it");
  if (value instanceof Float64Array)
    return { [FLOATS]: Array.from(value, (number) => (isPlain(number) ? number : wordOf(number))) };
  if (above.has(value)) refuseJson(path, "a circular reference", "a tree", "remove it");
  if (above.size >= MAX_WRITTEN_LEVELS)
    refuseJson(path, "data nested too deep", `at most ${MAX_WRITTEN_LEVELS} levels`, "remove it");
  above.add(value);
  const encoded = Array.isArray(value)
    ? Array.from(value, (item, i) => encode(item, `${path}[${i}]`, above))
    : encodeRecord(value, path, above);
  above.delete(value);
  return encoded;
}

function encodeRecord(value: object, path: string, above: Set<object>): unknown {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    refuseJson(
      path,
      typeName(value) === "Object" ? "an object of another realm" : describeValue(value),
      "a plain object, an array or a Float64Array",
      "convert it",
    );
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.startsWith("$") ? `$${key}` : key,
      encode(item, below(path, key), above),
    ]),
  );
}

function decode(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((item, i) => decode(item, `${path}[${i}]`));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [tag, content] = entries.find(([key]) => /^\$(?!\$)/.test(key)) ?? [];
  if (tag === undefined)
    return Object.fromEntries(
      entries.map(([key, item]) => [key.startsWith("$$") ? key.slice(1) : key, decode(item, below(path, key))]),
    );
  if (entries.length === 1) {
    if (tag === UNDEFINED && content === true) return undefined;
    if (tag === NUMBER && typeof content === "string" && Object.hasOwn(WORDS, content)) return WORDS[content];
    if (tag === FLOATS && Array.isArray(content))
      return Float64Array.from(content, (item, i) => decodeNumber(item, () => `${below(path, tag)}[${i}]`));
  }
  return refuseJson(
    below(path, tag),
    shortJson(content),
    `one of ${FLOATS} with numbers, ${NUMBER} with ${Object.keys(WORDS).join(", ")}, ${UNDEFINED} with true`,
    "write the file again",
  );
}

function decodeNumber(item: unknown, path: () => string): number {
  if (typeof item === "number") return item;
  if (typeof item === "string" && Object.hasOwn(WORDS, item)) return WORDS[item];
  return refuseJson(path(), shortJson(item), `a number, ${Object.keys(WORDS).join(", ")}`, "write the file again");
}

function isPlain(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

function wordOf(value: number): string {
  return value === 0 ? "-0" : String(value);
}

function below(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
