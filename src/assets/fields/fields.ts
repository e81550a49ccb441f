/**
 * The vocabulary of the asset schemas. Schemas are declared here and in the asset files and executed only by `input/`;
 * a varying number parses to a `Curve`, which `input/` resolves on the plan's time axis into one value per interval.
 * An `error` text of a schema reads `wanted; fix`: `input/faults.ts` splits it at the first semicolon.
 */
import * as z from "zod";
import { describeQuantity, type Quantity } from "./quantities.ts";

/** The one import of zod's code: a bundler keeps an import, and another name, for every file that has its own. */
export { z };
export { looseObject, strictObject } from "./object-schema.ts";

/** A value that holds from `start` until the next entry's start, or for `minutes` where that is given. */
export interface StampedValue {
  readonly start: string;
  readonly value: number;
  readonly minutes?: number | undefined;
  /** Of prices per MWh that `readSeries` read in another currency than USD; such are refused. */
  readonly currency?: string | undefined;
}

/** A price as `readMarketPrices` of `wattsplit/io` gives it. */
export interface StampedPrice {
  readonly start: string;
  readonly perMwh: number;
  readonly minutes?: number | undefined;
}

/** Prices with their currency, which must be USD, as `readMarketPrices` gives them. */
export interface PricesInput {
  readonly currency: string;
  readonly prices: readonly StampedPrice[];
}

/** A series with its unit, and where it is of prices its currency, as `readSeries` of `wattsplit/io` gives it. */
export interface SeriesInput {
  readonly unit: string;
  readonly currency?: string | undefined;
  readonly values: readonly StampedValue[];
}

/**
 * A varying number as the user writes it: one number, one per interval, stamped values, or what a reader of files
 * returns.
 */
export type CurveInput =
  | number
  | readonly number[]
  | Float64Array
  | readonly StampedValue[]
  | readonly StampedPrice[]
  | PricesInput
  | SeriesInput;

/** A varying number as the user wrote it (not yet judged), with its meaning; `input/` makes a `Float64Array` of it. */
export class Curve {
  readonly given: unknown;
  readonly quantity: Quantity;
  /** One number, in range, whose size is still to be judged: `input/` makes a number of it. */
  readonly isSingle: boolean;
  /** Numbers in range that do not stand for intervals, e.g. one for each month: sizes are judged together. */
  readonly isList: boolean;

  constructor(given: unknown, quantity: Quantity, form: "curve" | "single" | "list" = "curve") {
    this.given = given;
    this.quantity = quantity;
    this.isSingle = form === "single";
    this.isList = form === "list";
  }
}

/** The same shape after `input/` has resolved every curve. */
export type Resolved<T> = T extends Curve
  ? Float64Array
  : T extends readonly (infer Item)[]
    ? readonly Resolved<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Resolved<T[Key]> }
      : T;

/**
 * A single number of a quantity. NB: where its size may raise a suspicion, the schema's own output is a `Curve`, which
 * `input/` makes a number of: only there is known whether the size is meant so. A default of it is a `prefault`, since
 * zod leaves `default` out of the JSON Schema of what it transforms.
 */
export function number(quantity: Quantity, description?: string, error = describeQuantity(quantity)) {
  const { unit, min = 0, max, aboveMin, tooLarge = "", suspect } = quantity;
  let schema = z.number({ error });
  schema = aboveMin ? schema.gt(min, { error }) : schema.gte(min, { error });
  if (max !== undefined) schema = schema.lte(max, { error: `${error}; ${tooLarge}` });
  return (
    suspect ? (schema.transform((given) => new Curve(given, quantity, "single")) as unknown as typeof schema) : schema
  ).meta({ unit, ...(description && { description }) });
}

/** One number for all months, or twelve, January first. */
export function monthlyNumber(quantity: Quantity, description: string) {
  const { suspect: _, ...plain } = quantity as Quantity;
  const twelve = z.array(number(plain)).length(MONTHS);
  const list = (quantity.suspect
    ? twelve.transform((given) => new Curve(given, quantity, "list"))
    : twelve) as unknown as z.ZodType<readonly number[], readonly number[]>;
  const wanted = `${describeQuantity(quantity)}, or ${MONTHS} of them from January on`;
  return z.union([number(quantity, undefined, wanted), list]).meta({ unit: quantity.unit, description });
}

/** The value of a `monthlyNumber` in one month, as `monthSpans` numbers months. */
export function ofMonth(value: number | readonly number[], month: number): number {
  return typeof value === "number" ? value : value[month % MONTHS];
}

const MONTHS = 12;

/**
 * A varying number: a scalar, an array with one value per interval, or stamped values. Shape, range and length are
 * judged by `input/curve.ts`, which knows the time axis and can name the interval at fault; a zod union could name
 * neither. Its JSON Schema stands once, in `input/json-schema.ts`.
 */
export function curve(quantity: Quantity, description?: string) {
  return (z.unknown() as unknown as z.ZodType<CurveInput, CurveInput>)
    .transform((given) => new Curve(given, quantity))
    .meta({ unit: quantity.unit, $ref: "#/$defs/curve", ...(description && { description }) });
}

/** ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`; becomes UTC epoch milliseconds. */
export function instant() {
  return z
    .string()
    .transform((text, context) => {
      const ms = instantMs(text);
      if (Number.isNaN(ms)) context.issues.push({ code: "custom", input: text, params: { instant: true } });
      return ms;
    })
    .meta({ format: "date-time" });
}

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/**
 * UTC epoch milliseconds of an ISO-8601 text with offset; NaN if it has another form, no offset, or a day that does not
 * exist.
 */
export function instantMs(text: string): number {
  // NB: engines read 30 February as 2 March.
  const isDay = new Date(text.slice(0, 10)).getUTCDate() === Number(text.slice(8, 10));
  return isDay && ISO_INSTANT.test(text) ? Date.parse(text) : Number.NaN;
}

/**
 * A name that is a key of results and states: what every JavaScript object has already (`__proto__`, ...) could be
 * lost.
 */
export function keyName() {
  return z
    .string()
    .min(1)
    .max(80)
    .refine((name) => name.trim() !== "" && !(name in {}), RESERVED);
}

/** A name that stands in results, rows and messages, where the site itself is `site`. */
export function assetName() {
  return keyName()
    .refine((name) => name !== "site", RESERVED)
    .describe("Name of its own in the plan: the key of its results, its rows and its messages");
}

const RESERVED = { error: "a name that is not blank and no reserved word; choose another" };
