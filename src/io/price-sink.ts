/**
 * Receives the prices that market readers find. It stores the rows of the selected location, and only the names of the
 * others. It parses every price from its text, so that a fault has its line and column.
 */
import { didYouMean } from "../catalogue/nearest-names.ts";
import { DateOrder } from "./date-order.ts";
import { type FaultLog, type Place, quoted } from "./fault-log.ts";
import { MAX_MINUTES } from "./series-order.ts";
import { byRank } from "./location-rank.ts";
import type { PriceUnit } from "./markets/market.ts";
import { parseNumber, numberFix } from "./number-text.ts";
import { MIN_PER_MWH, MAX_PER_MWH } from "./price-bounds.ts";
import { namesListed, noticesListed } from "./read-limits.ts";
import { type Clock, SeriesRows } from "./series-rows.ts";
import { seriesUnits } from "./series-unit.ts";

/** Kinds of ignored rows that are counted separately, and characters of the name of a kind. */
const [MAX_KINDS, MAX_WORDS] = [40, 100];

export class PriceSink {
  readonly rows = new SeriesRows();
  readonly faults: FaultLog;
  readonly dateOrder: DateOrder;
  /** Power of ten that converts the file's unit to a price per MWh. */
  #shift = 0;
  readonly #wanted: string | undefined;
  /** Whether numbers have a decimal comma. "either": the first number with a comma or a point decides for the file. */
  decimalComma: boolean | "either" = false;
  /** What a market assumed because its file does not say it. */
  readonly notices: string[] = [];
  /** Instants (UTC milliseconds) of prices that the format omits because they equal the price before. */
  readonly repeated = new Set<number>();
  /** Every location with its kind, if the file states it. */
  readonly #locations = new Map<string, string | undefined>();
  readonly #numLeftOut = new Map<string, number>();
  #isKnownById = false;

  constructor(faults: FaultLog, { location }: { readonly location?: string | undefined }, dateOrder = new DateOrder()) {
    this.faults = faults;
    this.dateOrder = dateOrder;
    this.#wanted = location;
  }

  /** Sets the unit of the file's prices, from its heading or from the caller. */
  setUnit(unit: PriceUnit): void {
    this.#shift = seriesUnits[unit].shift;
  }

  /**
   * Whether rows of this location are stored: the location selected by name or `id`, by default the first one. `kind`:
   * e.g. `Hub`.
   */
  isSelected(location: string, id?: string, kind?: string): boolean {
    if (!this.#locations.has(location)) this.#locations.set(location, kind);
    if (this.#wanted === undefined) return this.#locations.size === 1;
    if (location === this.#wanted) return true;
    if (id !== this.#wanted) return false;
    this.#isKnownById = true;
    return true;
  }

  /** Counts a row of the selected location that is not a price; a notice reports the number. */
  countIgnored(what: string): void {
    const known =
      what.length <= MAX_WORDS && (this.#numLeftOut.has(what) || this.#numLeftOut.size < MAX_KINDS)
        ? what
        : "other kinds";
    this.#numLeftOut.set(known, (this.#numLeftOut.get(known) ?? 0) + 1);
  }

  allNotices(): string[] {
    const leftOut = [...this.#numLeftOut].map(
      ([what, num]) => `Ignored: ${num} row${num === 1 ? "" : "s"} of ${what}.`,
    );
    return [...noticesListed([...this.notices, ...leftOut])];
  }

  /** Adds one price; a blank is a gap. `minutes` is NaN if the file does not state the length. */
  add(atMs: number, clock: Clock, minutes: number, text: string | undefined, place: Place): void {
    if (minutes < 1 || minutes > MAX_MINUTES) {
      this.faults.add(
        place,
        `an interval of ${minutes} minutes`,
        `intervals from 1 to ${MAX_MINUTES} minutes`,
        "correct the stamps",
      );
      return;
    }
    if (text !== undefined && text.trim() === "") {
      this.rows.add(atMs, clock, minutes, Number.NaN, place.line);
      return;
    }
    if (this.decimalComma === "either" && text !== undefined && /[.,]/.test(text))
      this.decimalComma = text.includes(",");
    const decimalComma = this.decimalComma === true;
    const value = parseNumber(text ?? "", decimalComma, this.#shift);
    if (Number.isNaN(value)) {
      this.faults.add(
        place,
        quoted(text),
        "a price",
        text === undefined ? "the line was cut off; load the file again" : numberFix(text, decimalComma),
      );
    } else if (value < MIN_PER_MWH || value > MAX_PER_MWH) {
      this.faults.add(
        place,
        `${value} per MWh`,
        `a price from ${MIN_PER_MWH} to ${MAX_PER_MWH} per MWh`,
        "check the unit and the column",
      );
    } else this.rows.add(atMs, clock, minutes, value, place.line);
  }

  /** Adds a fault for a stamp that cannot be read. */
  addStampFault(place: Place, text: string | undefined, wanted: string): void {
    this.faults.add(place, quoted(text), wanted, "correct the stamp");
  }

  /**
   * The selected location, after the last row. Adds a fault if several locations remain to choose from, or the name is
   * unknown.
   */
  location(): string {
    const names = byRank(this.#locations);
    if (this.#wanted !== undefined) {
      if (!this.#isKnownById && !this.#locations.has(this.#wanted)) {
        this.faults.add(
          { line: 0 },
          `options.location ${quoted(this.#wanted)}`,
          `one of ${listed(names)}`,
          didYouMean(this.#wanted, names) ?? "choose one of these",
        );
      }
      return this.#wanted;
    }
    if (names.length > 1)
      this.faults.add(
        { line: 0 },
        `${names.length} locations: ${listed(names)}`,
        "one location",
        "choose it with options.location",
      );
    return names[0] ?? "";
  }
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return "a location of the file, which has no locations";
  return namesListed(names);
}
