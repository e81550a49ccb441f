/**
 * A field of an input by its path: `bitcoin.hashpriceUsdPerPhDay`, or by an asset's name `grid.importLimitMw`. Objects
 * on the way are copied, all others are shared.
 */
import { PlanInputError } from "../errors.ts";
import { isRecord, quoted } from "../input/literal.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";

type Keys = readonly (string | number)[];

/** The place of the path in this input; `at` names the axis in messages. @throws PlanInputError without such a place. */
export function keysOf(input: JsonObject, path: string, at: string): Keys {
  const assets = Array.isArray(input["assets"]) ? (input["assets"] as readonly JsonValue[]) : [];
  // Names may contain dots: of two names that fit, the longer one is meant.
  const names = assets.map((asset) => (isRecord(asset) && typeof asset["name"] === "string" ? asset["name"] : ""));
  const named = names
    .filter((name) => name !== "" && path.startsWith(`${name}.`))
    .toSorted((a, b) => b.length - a.length)
    .at(0);
  const parts = (named === undefined ? path : path.slice(named.length + 1)).split(".");
  const keys: (string | number)[] = named === undefined ? [] : ["assets", names.indexOf(named)];
  let place = keys.reduce<JsonValue>((from, key) => (from as JsonObject)[key], input);
  for (const [k, part] of parts.entries()) {
    const index = Array.isArray(place) && /^\d{1,9}$/u.test(part) ? Number(part) : undefined;
    const isInside = index === undefined ? isRecord(place) : index < (place as readonly JsonValue[]).length;
    if (part === "" || !isInside || names.includes(path))
      throw new PlanInputError([
        {
          path: at,
          given: quoted(path),
          wanted: `a field of ${k > 0 ? parts.slice(0, k).join(".") : (named ?? ofAll(names))}`,
          fix: "name a field, e.g. bitcoin.hashpriceUsdPerPhDay or grid.importLimitMw",
        },
      ]);
    const key = index ?? part;
    keys.push(key);
    const inner = place as JsonObject;
    place = Object.hasOwn(inner, key) ? inner[key] : null;
  }
  return keys;
}

const ofAll = (names: readonly string[]): string => `the input, or of an asset: ${names.join(", ")}`;

/** The value at that place; undefined where the input has none. */
export function valueAt(input: JsonObject, keys: Keys): JsonValue | undefined {
  let place: JsonValue | undefined = input;
  for (const key of keys) place = Object.hasOwn(place as JsonObject, key) ? (place as JsonObject)[key] : undefined;
  return place;
}

/** The input with another value at that place. */
export function withValueAt(input: JsonObject, keys: Keys, value: JsonValue): JsonObject {
  return replaced(input, keys, value) as JsonObject;
}

function replaced(place: JsonValue, [key, ...rest]: Keys, value: JsonValue): JsonValue {
  if (key === undefined) return value;
  if (Array.isArray(place)) {
    const entries = place as readonly JsonValue[];
    return Object.freeze(entries.map((entry, k) => (k === key ? replaced(entry, rest, value) : entry)));
  }
  const fields = place as JsonObject;
  return Object.freeze({ ...fields, [key]: replaced(fields[key], rest, value) });
}
