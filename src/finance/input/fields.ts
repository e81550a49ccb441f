import { didYouMean } from "../../catalogue/nearest-names.ts";
import { isRecord, listed, literal, quoted } from "../../input/literal.ts";
import { FaultList, plainData } from "./fault-list.ts";

/** Limits of a number; both ends belong to the range unless `above` or `below` says otherwise. */
export interface Range {
  readonly least?: number;
  readonly most?: number;
  /** The number must be greater than this. */
  readonly above?: number;
  /** The number must be less than this. */
  readonly below?: number;
  readonly isWhole?: boolean;
  /** For the message, e.g. `USD`. */
  readonly unit?: string;
}

/** Amounts above this are a mistaken unit: it is more than the world's yearly product, USD. */
export const MOST_USD = 1e15;
export const usd: Range = { least: -MOST_USD, most: MOST_USD, unit: "USD" };
export const positiveUsd: Range = { least: 0, most: MOST_USD, unit: "USD" };
/** A rate per year as a share: 0.0775 is 7.75 %. Above 1 it is taken for a percentage. */
export const ratePerYear: Range = { above: -1, most: 1, unit: "per year, as a share (7.75 % is 0.0775)" };
export const share: Range = { least: 0, most: 1, unit: "as a share (50 % is 0.5)" };

/**
 * Reads the fields of one object and collects what is wrong with them. Nothing is converted: a text is never a number,
 * and an unknown field is a fault, because it is most likely a misspelt one.
 */
export class Fields {
  readonly path: string;
  readonly faults: FaultList;
  readonly #record: Readonly<Record<string, unknown>>;
  readonly #known = new Set<string>();

  constructor(path: string, given: unknown, faults: FaultList, wanted = "an object of fields") {
    this.path = path;
    this.faults = faults;
    if (!isRecord(given) || ArrayBuffer.isView(given)) faults.add(path, literal(given), wanted, "pass an object");
    this.#record = isRecord(given) && !ArrayBuffer.isView(given) ? given : {};
  }

  /** The argument of the public function `of`, copied to plain data. */
  static ofArgument(of: string, given: unknown, faults = new FaultList()): Fields {
    return new Fields(of, plainData(given, faults), faults);
  }

  has(key: string): boolean {
    return this.#get(key) !== undefined;
  }

  isText(key: string): boolean {
    return typeof this.#get(key) === "string";
  }

  isList(key: string): boolean {
    return Array.isArray(this.#get(key));
  }

  isNull(key: string): boolean {
    return this.#get(key) === null;
  }

  /** An object whose fields are checked elsewhere. */
  record(key: string): Readonly<Record<string, unknown>> {
    const value = this.#get(key);
    if (isRecord(value) && !ArrayBuffer.isView(value)) return value;
    this.faults.add(this.at(key), literal(value), "an object of fields", "pass an object");
    return {};
  }

  number(key: string, range: Range = {}, fallback?: number): number {
    const value = this.#get(key);
    if (value === undefined && fallback !== undefined) return fallback;
    return this.#number(this.at(key), value, range);
  }

  optionalNumber(key: string, range: Range = {}): number | undefined {
    return this.has(key) ? this.number(key, range) : undefined;
  }

  text(key: string, fallback?: string): string {
    const value = this.#get(key);
    if (value === undefined && fallback !== undefined) return fallback;
    if (typeof value === "string" && value !== "" && value.length <= 200) return value;
    this.faults.add(this.at(key), literal(value), "a text of 1 to 200 characters", `give ${key} as text`);
    return "";
  }

  flag(key: string, fallback: boolean): boolean {
    const value = this.#get(key);
    if (value === undefined) return fallback;
    if (typeof value !== "boolean") this.faults.add(this.at(key), literal(value), "true or false", "give one of them");
    return value === true;
  }

  choice<Name extends string>(key: string, names: readonly Name[], fallback?: Name): Name {
    const value = this.#get(key);
    if (value === undefined && fallback !== undefined) return fallback;
    const found = names.find((name) => name === value);
    if (found !== undefined) return found;
    const near = typeof value === "string" ? didYouMean(value, names) : undefined;
    this.faults.add(this.at(key), literal(value), listed(names.map(quoted)), near ?? "give one of these names");
    return names[0];
  }

  /** A list of numbers; `count` is its wanted length, if that is known. */
  series(key: string, count: number | undefined, range: Range = {}, countOf = "one per period"): number[] {
    const value = this.#get(key);
    const isView = ArrayBuffer.isView(value) && !(value instanceof DataView);
    const list: readonly unknown[] | undefined = Array.isArray(value)
      ? value
      : isView
        ? Array.from(value as unknown as ArrayLike<unknown>)
        : undefined;
    const wanted = `a list of ${count ?? "at least 1"} numbers, ${countOf}`;
    if (!list || list.length === 0 || (count !== undefined && list.length !== count)) {
      this.faults.add(this.at(key), literal(value), wanted, "pad or cut the list; 0 where nothing is paid");
      return new Array<number>(count ?? 1).fill(0);
    }
    return Array.from({ length: list.length }, (_, i) => this.#number(`${this.at(key)}[${i}]`, list[i], range));
  }

  /** One number for all periods, or a list with one per period. */
  scalarOrSeries(key: string, count: number, range: Range = {}, fallback?: number): number[] {
    const value = this.#get(key);
    if (typeof value === "object" && value !== null) return this.series(key, count, range);
    return new Array<number>(count).fill(this.number(key, range, fallback));
  }

  /** The fields of an object; absent if it is not given. */
  optional(key: string): Fields | undefined {
    return this.has(key) ? this.object(key) : undefined;
  }

  object(key: string): Fields {
    return new Fields(this.at(key), this.#get(key), this.faults);
  }

  /** The objects of a list; empty if it is not given and not required. */
  objects(key: string, isRequired = false): Fields[] {
    const value = this.#get(key);
    if (value === undefined && !isRequired) return [];
    if (!Array.isArray(value) || (isRequired && value.length === 0)) {
      this.faults.add(this.at(key), literal(value), "a list of objects", "give a list with at least one entry");
      return [];
    }
    return Array.from(value, (entry: unknown, i) => new Fields(`${this.at(key)}[${i}]`, entry, this.faults));
  }

  /** The entries of a list, unchecked; a fault if it is not a list. */
  values(key: string): readonly unknown[] {
    const value = this.#get(key);
    if (Array.isArray(value)) return value;
    this.fault(key, "a list", "put the entries in brackets");
    return [];
  }

  fault(key: string, wanted: string, fix: string): void {
    this.faults.add(this.at(key), literal(this.#get(key)), wanted, fix);
  }

  /** Faults for every field that nobody asked for. */
  close(): void {
    for (const key of Object.keys(this.#record)) {
      if (this.#known.has(key) || this.#record[key] === undefined) continue;
      const near = didYouMean(key, this.#known);
      this.faults.add(this.at(key), literal(this.#record[key]), "no such field", near ?? "remove it");
    }
  }

  at(key: string): string {
    return `${this.path}.${key}`;
  }

  #get(key: string): unknown {
    this.#known.add(key);
    return Object.hasOwn(this.#record, key) ? this.#record[key] : undefined;
  }

  #number(path: string, value: unknown, range: Range): number {
    if (typeof value === "number" && isWithin(value, range)) return value;
    this.faults.add(path, literal(value), rangeText(range), fixText(value, range));
    // A value within the range, so that later checks do not report the same fault again.
    return range.least ?? (range.above === undefined ? 0 : range.above + 1);
  }
}

function isWithin(value: number, { least, most, above, below, isWhole }: Range): boolean {
  if (!Number.isFinite(value) || (isWhole === true && !Number.isInteger(value))) return false;
  if (value < (least ?? -Infinity) || value > (most ?? Infinity)) return false;
  return value > (above ?? -Infinity) && value < (below ?? Infinity);
}

function rangeText({ least, most, above, below, isWhole, unit }: Range): string {
  const limits = [
    ...(least === undefined ? [] : [`at least ${least}`]),
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(most === undefined ? [] : [`at most ${most}`]),
    ...(below === undefined ? [] : [`below ${below}`]),
  ];
  const what = isWhole === true ? "a whole number" : "a number";
  return `${what}${unit === undefined ? "" : ` (${unit})`}${limits.length === 0 ? "" : `, ${limits.join(" and ")}`}`;
}

function fixText(value: unknown, { most }: Range): string {
  if (value === undefined) return "add the field";
  if (typeof value === "string") return "give a number without quotation marks";
  if (typeof value === "number" && most === 1 && value > 1 && value <= 100) return `write ${value} % as ${value / 100}`;
  return "give a number in this range";
}
