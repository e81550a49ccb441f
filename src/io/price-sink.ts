/**
 * Where market readers put prices: the rows of the chosen location are kept, of all others only the name. Judges every
 * price as text, so a fault has its line and column.
 */
import { didYouMean } from "../catalogue/nearest-names.ts";
import { DateOrder } from "./date-order.ts";
import { type FaultLog, type Place, shown } from "./fault-log.ts";
import { MOST_MINUTES } from "./series-order.ts";
import { byRank } from "./location-rank.ts";
import type { PriceUnit } from "./markets/market.ts";
import { numberOf, numberTextAdvice } from "./number-text.ts";
import { LEAST_PER_MWH, MOST_PER_MWH } from "./price-bounds.ts";
import { namesListed, noticesListed } from "./read-limits.ts";
import { type Clock, SeriesRows } from "./series-rows.ts";
import { seriesUnits } from "./series-unit.ts";

/** Kinds of rows left out that are counted one by one, and characters of the name of one. */
const [MOST_KINDS, MOST_WORDS] = [40, 100];

export class PriceSink {
  readonly rows = new SeriesRows();
  readonly faults: FaultLog;
  readonly dateOrder: DateOrder;
  /** Power of ten from the file's unit to a price per MWh. */
  #shift = 0;
  readonly #wanted: string | undefined;
  /**
   * Numbers are written with a decimal comma; "either": the first that has a comma or a point settles it for the file.
   */
  decimalComma: boolean | "either" = false;
  /** What a market took as given that its file does not say. */
  readonly notices: string[] = [];
  /** Instants (UTC milliseconds) of prices that the format leaves out as equal to the one before. */
  readonly repeated = new Set<number>();
  /** Every location with the kind that the file says of it. */
  readonly #locations = new Map<string, string | undefined>();
  readonly #numLeftOut = new Map<string, number>();
  #isKnownById = false;

  constructor(faults: FaultLog, { location }: { readonly location?: string | undefined }, dateOrder = new DateOrder()) {
    this.faults = faults;
    this.dateOrder = dateOrder;
    this.#wanted = location;
  }

  /** The unit of the file's prices, as its heading or the caller says. */
  takeUnit(unit: PriceUnit): void {
    this.#shift = seriesUnits[unit].shift;
  }

  /**
   * Whether rows of this location are kept: of the one that was asked for by name or `id`, else of the first. `kind`:
   * e.g. `Hub`.
   */
  wants(location: string, id?: string, kind?: string): boolean {
    if (!this.#locations.has(location)) this.#locations.set(location, kind);
    if (this.#wanted === undefined) return this.#locations.size === 1;
    if (location === this.#wanted) return true;
    if (id !== this.#wanted) return false;
    this.#isKnownById = true;
    return true;
  }

  /** Counts a row of the kept location that its market does not count as a price; a notice tells how many. */
  leaveOut(what: string): void {
    const known =
      what.length <= MOST_WORDS && (this.#numLeftOut.has(what) || this.#numLeftOut.size < MOST_KINDS)
        ? what
        : "other kinds";
    this.#numLeftOut.set(known, (this.#numLeftOut.get(known) ?? 0) + 1);
  }

  allNotices(): string[] {
    const leftOut = [...this.#numLeftOut].map(
      ([what, num]) => `Left out: ${num} row${num === 1 ? "" : "s"} of ${what}.`,
    );
    return [...noticesListed([...this.notices, ...leftOut])];
  }

  /** One price; a blank is kept as a hole. `minutes` NaN: the file does not say. */
  add(atMs: number, clock: Clock, minutes: number, text: string | undefined, place: Place): void {
    if (minutes < 1 || minutes > MOST_MINUTES) {
      this.faults.add(
        place,
        `an interval of ${minutes} minutes`,
        `intervals from 1 to ${MOST_MINUTES} minutes`,
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
    const value = numberOf(text ?? "", decimalComma, this.#shift);
    if (Number.isNaN(value)) {
      this.faults.add(
        place,
        shown(text),
        "a price",
        text === undefined ? "the line was cut off; load the file again" : numberTextAdvice(text, decimalComma),
      );
    } else if (value < LEAST_PER_MWH || value > MOST_PER_MWH) {
      this.faults.add(
        place,
        `${value} per MWh`,
        `a price from ${LEAST_PER_MWH} to ${MOST_PER_MWH} per MWh`,
        "check the unit and the column",
      );
    } else this.rows.add(atMs, clock, minutes, value, place.line);
  }

  /** A stamp that cannot be read. */
  badStamp(place: Place, text: string | undefined, wanted: string): void {
    this.faults.add(place, shown(text), wanted, "correct the stamp");
  }

  /** The location whose rows are kept, after the last row; a fault where the choice is open or the name unknown. */
  location(): string {
    const names = byRank(this.#locations);
    if (this.#wanted !== undefined) {
      if (!this.#isKnownById && !this.#locations.has(this.#wanted)) {
        this.faults.add(
          { line: 0 },
          `options.location ${shown(this.#wanted)}`,
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
        "choose it by options.location",
      );
    return names[0] ?? "";
  }
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return "the file's locations, of which there are none";
  return namesListed(names);
}
