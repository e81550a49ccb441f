/**
 * Whether a date such as 9/1/2022 has its day or its month first. A market has one way; a spreadsheet that saves its
 * file again writes the date as its own country does. So every stamp of a file is looked at: one that only one order
 * reads settles it for all rows, and where both orders fit all of them the caller says which it is.
 */
import type { FaultLog, Place } from "./fault-log.ts";
import { shown } from "./fault-log.ts";

export type DateOrderName = "day-first" | "month-first";

export class DateOrder {
  /** What the caller, or a reading of the whole file before this one, says. */
  readonly stated: DateOrderName | undefined;
  readonly #numOnly: Record<DateOrderName, number> = { "day-first": 0, "month-first": 0 };
  readonly #firstOnly: Partial<Record<DateOrderName, Place>> = {};
  #numBoth = 0;
  #firstBoth: { readonly place: Place; readonly text: string } | undefined;
  #assumed: DateOrderName | undefined;
  #isOfficial = false;

  constructor(stated?: DateOrderName) {
    this.stated = stated;
  }

  /** How stamps are read unless they show otherwise; `isOfficial`: the market writes them so. */
  assume(order: DateOrderName, isOfficial: boolean): void {
    this.#assumed = order;
    this.#isOfficial = isOfficial;
  }

  /** Whether nothing that a further stamp shows could change the order. */
  get isSettled(): boolean {
    return this.stated !== undefined || (this.#assumed !== undefined && this.#numOnly[this.#assumed] > 0);
  }

  /** A stamp that only this order reads. */
  onlyFits(order: DateOrderName, place: Place): void {
    this.#numOnly[order]++;
    this.#firstOnly[order] ??= place;
  }

  /** A stamp that both orders read, as different days. */
  fitsBoth(place: Place, text: string): void {
    this.#numBoth++;
    this.#firstBoth ??= { place, text };
  }

  /**
   * The order that the file is to be read in once more; undefined where the first reading holds. Against the market's
   * own way at least half of the stamps must speak: one mistyped month is no other country.
   */
  get other(): DateOrderName | undefined {
    const assumed = this.#assumed;
    if (this.stated !== undefined || assumed === undefined || this.#numOnly[assumed] > 0) return undefined;
    const other = opposite(assumed);
    const num = this.#numOnly[other];
    return num > 0 && (!this.#isOfficial || num >= this.#numBoth) ? other : undefined;
  }

  /**
   * After the last row of a reading that holds: a fault where the order is in doubt, a notice where the file has
   * settled it.
   */
  end(faults: FaultLog, notices: string[]): void {
    const assumed = this.#assumed;
    if (this.stated !== undefined || assumed === undefined || this.#isOfficial) return;
    if (this.isSettled) notices.push(settledBy(assumed, this.#firstOnly[assumed]));
    else if (this.#firstBoth && this.#numOnly[opposite(assumed)] === 0) {
      const { place, text } = this.#firstBoth;
      faults.add(
        place,
        shown(text),
        "a stamp whose day and month are certain",
        'every stamp of the file fits both orders; say options.dateOrder, "day-first" or "month-first"',
      );
    }
  }

  /** What a notice says of a file that was read again in the other order. */
  noticeOfOther(order: DateOrderName): string {
    return settledBy(order, this.#firstOnly[order]);
  }
}

export function opposite(order: DateOrderName): DateOrderName {
  return order === "day-first" ? "month-first" : "day-first";
}

/** The order of a layout with slashes or dashes; undefined where year or a dot settles it. */
export function orderOfLayout(layout: string): DateOrderName | undefined {
  if (/dd?[/-]MM?[/-]y/.test(layout)) return "day-first";
  return /MM?[/-]dd?[/-]y/.test(layout) ? "month-first" : undefined;
}

/** The layout in the other order. */
export function inOtherOrder(layout: string): string {
  return layout.replace(
    /(dd?)([/-])(MM?)(?=[/-]y)|(MM?)([/-])(dd?)(?=[/-]y)/,
    (_, day, sep, month, ...swapped: string[]) =>
      day ? `${month}${sep}${day}` : `${swapped[2]}${swapped[1]}${swapped[0]}`,
  );
}

function settledBy(order: DateOrderName, place: Place | undefined): string {
  const where = place === undefined ? "" : `, as line ${place.line} shows`;
  return `Dates are read ${order === "day-first" ? "day" : "month"} first${where}; options.dateOrder says another.`;
}
