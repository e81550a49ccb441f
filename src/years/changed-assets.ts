/**
 * Fields of assets that change with the years. Rates act on the checked values of an asset, quarter by quarter:
 * (1 + perYear)^(q / 4). New values (`set`) are written into the input and go through all checks of it.
 */
import { PlanInputError } from "../errors.ts";
import type { PlainInput } from "../input/parse-request.ts";
import { isRecord } from "../input/literal.ts";
import { monthNumber } from "../finance/periods.ts";
import type { ChangeInput } from "./years-input.ts";

/** Numbers of fields whose name has this are amounts of money. */
const MONEY = /usd/iu;

/** The input with the new values that hold in the month. */
export function inputInMonth(input: PlainInput, changes: readonly ChangeInput[], month: number): PlainInput {
  const valid = changes.filter(({ from, set }) => set && from !== undefined && monthNumber(from) <= month);
  if (valid.length === 0 || !Array.isArray(input.assets)) return input;
  const assets = input.assets.map((asset: unknown) =>
    isRecord(asset)
      ? valid.filter((change) => change.asset === asset.name).reduce((now, { set }) => ({ ...now, ...set }), asset)
      : asset,
  );
  return { ...input, assets };
}

/** A spec after `years` of the rates of its asset. */
export function afterRates(name: string, spec: unknown, changes: readonly ChangeInput[], years: number): unknown {
  return changes.reduce<unknown>((now, { asset, field, perYear }, i) => {
    if (asset !== name || perYear === undefined) return now;
    const factor = (1 + perYear) ** years;
    if (field === undefined) return timesMoney(now, factor);
    const path = field.split(".");
    if (at(now, path) === undefined) throw noField(i, name, field);
    return withField(now, path, (value) =>
      isMoneyOrPlain(path, value) ? times(value, factor) : timesMoney(value, factor),
    );
  }, spec);
}

/** Every amount of money at or below a value, times a factor. */
export function timesMoney(value: unknown, factor: number): unknown {
  if (Array.isArray(value)) return value.map((entry) => timesMoney(entry, factor));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      MONEY.test(key) ? times(field, factor) : timesMoney(field, factor),
    ]),
  );
}

/** A number or curve that the user named is meant itself; below an object only amounts of money are. */
function isMoneyOrPlain(path: readonly string[], value: unknown): boolean {
  return MONEY.test(path[path.length - 1]) || typeof value === "number" || value instanceof Float64Array;
}

function times(value: unknown, factor: number): unknown {
  if (typeof value === "number") return value * factor;
  if (value instanceof Float64Array) return value.map((one) => one * factor);
  if (Array.isArray(value)) return value.map((entry) => times(entry, factor));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, times(field, factor)]));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value);
}

function at(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (!isPlain(value) || !Object.hasOwn(value, key)) return undefined;
  return rest.length === 0 ? value[key] : at(value[key], rest);
}

function withField(value: unknown, [key, ...rest]: readonly string[], change: (value: unknown) => unknown): unknown {
  const record = value as Readonly<Record<string, unknown>>;
  const next = rest.length === 0 ? change(record[key]) : withField(record[key], rest, change);
  return Array.isArray(value) ? value.with(Number(key), next) : { ...record, [key]: next };
}

function noField(i: number, asset: string, field: string): PlanInputError {
  return new PlanInputError([
    {
      path: `years.changes[${i}].field`,
      given: `"${field}"`,
      wanted: `a field that ${asset} has`,
      fix: "write its name as in the input, with dots below the asset, and give the field itself a value",
    },
  ]);
}
