/**
 * The fields of a rate of the Utility Rate Database (URDB, version 3 and later, or its full download), by the API's
 * names. Fields that were never requested are reported. Rates are in USD per kWh or kW, months and hours are arrays of
 * 12 and 24, and periods are numbered from 0.
 */
import { PlanInputError, type PlanInputFault } from "../../errors.ts";
import { MAX_FAULT_CHARACTERS, MAX_FAULTS } from "../read-limits.ts";
import { apiName, tiersIn } from "./names.ts";
import { shortJson } from "../describe-value.ts";

/** A tier of a period. */
export interface UrdbTier {
  readonly path: string;
  /** rate + adj. */
  readonly usdPerUnit: number;
  /** Upper bound; undefined if there is none. */
  readonly max: number | undefined;
  /**
   * For energy rates the unit of `max`, e.g. `kWh daily`; for demand rates the unit of the rate, if the tier has one.
   */
  readonly unit: string | undefined;
  /** Price of an exported unit; 0 if the tier does not state it. */
  readonly sellUsdPerUnit: number;
}

type Fields = Readonly<Record<string, unknown>>;

export const MONTHS = 12;
const HOURS = 24;
/** SAM and the files it writes use 1e38 for "no upper bound". */
const NO_END = 1e37;
const TIER_FIELDS = ["rate", "adj", "max", "unit", "sell"];

export class UrdbFields {
  readonly notices: string[] = [];
  readonly #faults: PlanInputFault[] = [];
  #numUnlisted = 0;
  readonly #fields = new Map<string, unknown>();
  readonly #given = new Map<string, string>();
  readonly #read = new Set<string>();

  constructor(fields: Fields) {
    for (const [given, value] of Object.entries(fields)) {
      if (value === null || value === undefined) continue;
      const name = apiName(given);
      const other = this.#given.get(name);
      if (other !== undefined)
        this.fault(given, `beside ${other}`, "only one of them, because they are the same field", "remove one");
      this.#fields.set(name, value);
      this.#given.set(name, given);
    }
  }

  /** `path` begins with the API's name of a field; the message spells it as the rate does. */
  fault(path: string, given: string, wanted: string, fix: string): void {
    if (this.#faults.length >= MAX_FAULTS) {
      this.#numUnlisted++;
      return;
    }
    const own = path.replace(/^\w+/, (name) => this.#given.get(name) ?? name);
    this.#faults.push({ path: cut(own), given: cut(given), wanted: cut(wanted), fix: cut(fix) });
  }

  /** @throws PlanInputError with every fault so far. */
  throwIfAny(): void {
    const more = this.#numUnlisted;
    const last = this.#faults.at(-1);
    if (last) throw new PlanInputError(more === 0 ? this.#faults : [...this.#faults.slice(0, -1), { ...last, more }]);
  }

  /** Fields that were never requested. */
  get unread(): string[] {
    return [...this.#given].flatMap(([name, given]) => (this.#read.has(name) ? [] : [given]));
  }

  get(name: string): unknown {
    this.#read.add(name);
    return this.#fields.get(name);
  }

  /** A number; undefined if the field is absent. */
  number(name: string): number | undefined {
    return this.#number(this.get(name), name);
  }

  text(name: string): string | undefined {
    const value = this.get(name);
    if (value === undefined || typeof value === "string") return value;
    this.fault(name, shortJson(value), "a text", "correct it");
    return undefined;
  }

  /** Twelve numbers, January first. */
  byMonth(name: string): number[] | undefined {
    return this.#twelve(name, "numbers")?.map((item, month) => {
      if (item === null || item === undefined) this.fault(`${name}[${month}]`, "nothing", "a number", "give it");
      return this.#number(item, `${name}[${month}]`) ?? 0;
    });
  }

  /** Twelve flags, January first: `true` and `false`, or 1 and 0 as in some files. */
  flagsByMonth(name: string): boolean[] | undefined {
    return this.#twelve(name, "flags")?.map((item, month) => {
      if (typeof item !== "boolean" && item !== 0 && item !== 1)
        this.fault(`${name}[${month}]`, shortJson(item), "true or false", "correct it");
      return item === true || item === 1;
    });
  }

  #twelve(name: string, what: string): readonly unknown[] | undefined {
    const value = this.get(name);
    if (value === undefined || (Array.isArray(value) && value.length === MONTHS)) return value;
    this.fault(name, shortJson(value), `${MONTHS} ${what}, January first`, "correct it");
    return undefined;
  }

  /** Periods by month and hour, each below `count`. */
  schedule(name: string, count: number): number[][] | undefined {
    const value = this.get(name);
    const isWhole =
      Array.isArray(value) &&
      value.length === MONTHS &&
      value.every((day) => Array.isArray(day) && day.length === HOURS);
    if (!isWhole) {
      this.fault(name, shortJson(value), `${MONTHS} months of ${HOURS} periods`, "load the rate again");
      return undefined;
    }
    return (value as unknown[][]).map((day, month) =>
      day.map((period, hour) => this.period(period, `${name}[${month}][${hour}]`, count)),
    );
  }

  /** A period below `count`, numbered from 0. */
  period(value: unknown, path: string, count: number): number {
    if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value < count) return value;
    this.fault(
      path,
      shortJson(value),
      `a period from 0 to ${count - 1}`,
      "periods are numbered from 0; correct it, or add its rates",
    );
    return 0;
  }

  /** Tiers by period; undefined if the rate has no such structure. */
  structure(name: string): UrdbTier[][] | undefined {
    const value = this.get(name);
    if (value === undefined) return undefined;
    const periods: unknown = Array.isArray(value) ? value.map(tiersIn) : value;
    if (
      Array.isArray(periods) &&
      periods.length > 0 &&
      periods.every((tiers) => Array.isArray(tiers) && tiers.length > 0)
    ) {
      return (periods as unknown[][]).map((tiers, period) =>
        tiers.map((tier, k) => this.#tier(tier, `${name}[${period}][${k}]`)),
      );
    }
    this.fault(name, shortJson(value), "a list of periods, each a list of tiers", "load the rate again");
    return undefined;
  }

  #tier(given: unknown, path: string): UrdbTier {
    const isRecord = typeof given === "object" && given !== null;
    if (!isRecord) this.fault(path, shortJson(given), "{ rate }", "load the rate again");
    const fields = (isRecord ? given : {}) as Fields;
    for (const key of Object.keys(fields))
      if (!TIER_FIELDS.includes(key)) this.notices.push(`${path}.${key} is not read.`);
    const rate = this.#number(fields.rate, `${path}.rate`);
    const adj = this.#number(fields.adj, `${path}.adj`);
    if (isRecord && rate === undefined && adj === undefined) this.notices.push(`${path} has no rate: 0 is used.`);
    const { unit } = fields;
    if (unit !== undefined && typeof unit !== "string")
      this.fault(`${path}.unit`, shortJson(unit), "a text", "correct it");
    const max = this.#number(fields.max, `${path}.max`);
    const sellUsdPerUnit = this.#number(fields.sell, `${path}.sell`) ?? 0;
    return {
      path,
      sellUsdPerUnit,
      usdPerUnit: (rate ?? 0) + (adj ?? 0),
      max: max !== undefined && max >= NO_END ? undefined : max,
      unit: typeof unit === "string" ? unit : undefined,
    };
  }

  #number(value: unknown, path: string): number | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    this.fault(path, shortJson(value), "a number", "correct it");
    return undefined;
  }
}

function cut(text: string): string {
  return text.length > MAX_FAULT_CHARACTERS ? `${text.slice(0, MAX_FAULT_CHARACTERS)}...` : text;
}

/** Converts USD per kWh or kW to USD per MWh or MW, without the digits that floating-point multiplication adds. */
export function perMega(usdPerKilo: number): number {
  return Number((usdPerKilo * 1000).toPrecision(12));
}
