/** One axis of a sweep: labels, and what each of them changes of the site. */
import { PlanInputError, type PlanInputFault } from "../errors.ts";
import { isRecord, literal } from "../input/literal.ts";
import { changedInput, type PlanChanges } from "../plan-changes.ts";
import type { PlanInput } from "../plan-input/index.ts";
import type { AxisLabel } from "./case.ts";
import { keysOf, valueAt, withValueAt } from "./field-path.ts";
import { type JsonObject, jsonOf, type JsonValue } from "./json-value.ts";

/** Sets one field to each of several values. */
export interface ValuesAxis {
  /** The field: `bitcoin.hashpriceUsdPerPhDay`, or by an asset's name `grid.importLimitMw`. */
  readonly path: string;
  /** Default: the path. */
  readonly name?: string;
  /** Numbers or texts, or values of any kind by their labels: `{ "2024": curve, "2025": other }`. */
  readonly values: readonly AxisLabel[] | Readonly<Record<string, unknown>>;
}

/** Multiplies one number, or a curve of numbers, by each of several factors. */
export interface FactorsAxis {
  /** As in `ValuesAxis`. The input has a number or an array of numbers there. */
  readonly path: string;
  /** Default: the path, followed by `factor`. */
  readonly name?: string;
  readonly factors: readonly number[];
}

/** Changes several fields together. */
export interface ChangesAxis {
  readonly name: string;
  /** By label, what changes of the input, as `replan` takes it. */
  readonly changes: Readonly<Record<string, PlanChanges>>;
}

/** What varies in a sweep. Plain JSON, so that a whole sweep can be sent: `{ input, axes }`. */
export type Axis = ValuesAxis | FactorsAxis | ChangesAxis;

/** An axis that has been checked against the input of the sweep. */
export interface CheckedAxis {
  readonly name: string;
  readonly labels: readonly AxisLabel[];
  /** The place it sets, as text; undefined if it changes several. */
  readonly place: string | undefined;
  /** The input at the k-th label. */
  apply(input: JsonObject, k: number): JsonObject;
}

/** @throws PlanInputError for an axis that does not fit the input. */
export function checkAxis(input: JsonObject, given: Axis, at: string): CheckedAxis {
  const axis = jsonOf(given, at) as unknown as Partial<ValuesAxis & FactorsAxis & ChangesAxis>;
  const { path, name, values, factors, changes } = isRecord(axis) ? axis : {};
  const ways = [values, factors, changes].filter((way) => way !== undefined).length;
  if (ways !== 1) refuse(at, `${ways} of values, factors and changes`, "one of them", "say what the axis varies");
  if (name !== undefined && (typeof name !== "string" || name === ""))
    refuse(`${at}.name`, literal(name), "a text", "correct it, or leave it out");
  if (changes !== undefined) return ofChanges(input, changes, name, at);
  if (typeof path !== "string") refuse(`${at}.path`, literal(path), "a path", "name a field, e.g. grid.importLimitMw");
  const keys = keysOf(input, path, `${at}.path`);
  const place = JSON.stringify(keys);
  if (factors !== undefined) {
    needNumbers(factors, `${at}.factors`);
    scaled(valueAt(input, keys), 1, path, at);
    const apply = (from: JsonObject, k: number) =>
      withValueAt(from, keys, scaled(valueAt(from, keys), factors[k], path, at));
    return { name: name ?? `${path} factor`, labels: distinct(factors, `${at}.factors`), place, apply };
  }
  const [labels, list] = labelled(values, `${at}.values`);
  return { name: name ?? path, labels, place, apply: (from, k) => withValueAt(from, keys, list[k]) };
}

function ofChanges(
  input: JsonObject,
  changes: ChangesAxis["changes"],
  name: string | undefined,
  at: string,
): CheckedAxis {
  if (name === undefined) refuse(`${at}.name`, "nothing", "a name", "name what the changes are, e.g. connection");
  const [labels, list] = labelled(changes, `${at}.changes`);
  const apply = (from: JsonObject, k: number) =>
    changedInput(from as unknown as PlanInput, list[k] as PlanChanges) as unknown as JsonObject;
  // Names of assets that the input lacks are found now and not in the last case.
  for (const k of labels.keys()) apply(input, k);
  return { name, labels, place: undefined, apply };
}

function labelled(given: unknown, at: string): readonly [readonly AxisLabel[], readonly JsonValue[]] {
  if (Array.isArray(given)) {
    const list = given as readonly JsonValue[];
    const wrong = list.findIndex((value) => typeof value === "object" && value !== null);
    if (wrong >= 0)
      refuse(
        `${at}[${wrong}]`,
        literal(list[wrong]),
        "a number, a text, true, false or null",
        'give values of other kinds by label: { "dry year": ... }',
      );
    return [distinct(list as readonly AxisLabel[], at), list];
  }
  if (!isRecord(given)) refuse(at, literal(given), "a list of values, or values by label", "say what the axis varies");
  return [distinct(Object.keys(given), at), Object.values(given) as JsonValue[]];
}

function distinct(labels: readonly AxisLabel[], at: string): readonly AxisLabel[] {
  if (labels.length === 0) refuse(at, "no value", "at least one", "give the values of the axis, or leave it out");
  const twice = labels.findIndex((label, k) => labels.indexOf(label) < k);
  if (twice >= 0) refuse(`${at}[${twice}]`, JSON.stringify(labels[twice]), "each value once", "remove it");
  return labels;
}

function needNumbers(factors: unknown, at: string): void {
  if (!Array.isArray(factors)) refuse(at, literal(factors), "a list of numbers", "e.g. [0.8, 1, 1.2]");
  const wrong = factors.findIndex((factor) => typeof factor !== "number");
  if (wrong >= 0) refuse(`${at}[${wrong}]`, literal(factors[wrong]), "a number", "e.g. 1.2 for a fifth more");
}

/** Fields of what a reader of files returns: the list of stamped values, and the number of each. */
const STAMPED_LISTS: readonly string[] = ["prices", "values"];
const STAMPED_NUMBERS: readonly string[] = ["perMwh", "value"];

/** A number, an array of numbers, or stamped values as a reader of files returns them, times a factor. */
function scaled(given: JsonValue | undefined, factor: number, path: string, at: string): JsonValue {
  const times = (entry: number): number => {
    const product = entry * factor + 0;
    if (!Number.isFinite(product)) refuse(`${at}.factors`, `${entry} times ${factor}`, "a finite number", "correct it");
    return product;
  };
  const inFields = (fields: JsonObject, names: readonly string[], change: (field: JsonValue) => JsonValue) => {
    const name = names.find((one) => Object.hasOwn(fields, one));
    return name === undefined ? unsuited() : Object.freeze({ ...fields, [name]: change(fields[name]) });
  };
  const unsuited = (): never =>
    refuse(
      `${at}.path`,
      `${path}, which is ${literal(given)}`,
      "a number, or a curve of numbers",
      "give the values themselves: { path, values }",
    );
  const number = (value: JsonValue): number => (typeof value === "number" ? times(value) : unsuited());
  const curve = (value: JsonValue): JsonValue => {
    if (!Array.isArray(value)) return number(value);
    const entries = value as readonly JsonValue[];
    return Object.freeze(
      entries.map((entry) =>
        isRecord(entry) ? inFields(entry as JsonObject, STAMPED_NUMBERS, number) : number(entry),
      ),
    );
  };
  if (given === undefined) return unsuited();
  return isRecord(given) ? inFields(given as JsonObject, STAMPED_LISTS, curve) : curve(given);
}

function refuse(path: string, given: string, wanted: string, fix: string): never {
  const fault: PlanInputFault = { path, given, wanted, fix };
  throw new PlanInputError([fault]);
}
