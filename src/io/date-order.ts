/**
 * Decides whether a date such as 9/1/2022 has its day or its month first. A market uses one order, but a spreadsheet
 * that saves the file again writes the date in the order of its own country. Every stamp of a file is therefore
 * compared: a stamp that fits only one order decides for all rows. If both orders fit all stamps, the caller must state
 * the order.
 */
import type { FaultLog, Place } from "./fault-log.ts";
import { quoted } from "./fault-log.ts";

export type DateOrderName = "day-first" | "month-first";

export class DateOrder {
  /** The order that the caller states, or that a first reading of the whole file has found. */
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

  /** Sets the order to assume until the stamps show another one. `isOfficial`: the market itself writes this order. */
  assume(order: DateOrderName, isOfficial: boolean): void {
    this.#assumed = order;
    this.#isOfficial = isOfficial;
  }

  /** Whether no further stamp can change the order. */
  get isSettled(): boolean {
    return this.stated !== undefined || (this.#assumed !== undefined && this.#numOnly[this.#assumed] > 0);
  }

  /** Records a stamp that only this order can read. */
  addDecisive(order: DateOrderName, place: Place): void {
    this.#numOnly[order]++;
    this.#firstOnly[order] ??= place;
  }

  /** Records a stamp that both orders read, as different days. */
  addAmbiguous(place: Place, text: string): void {
    this.#numBoth++;
    this.#firstBoth ??= { place, text };
  }

  /**
   * The order in which the file must be read a second time; undefined if the first reading is valid. To overrule the
   * market's own order, at least half of the stamps must disagree: one mistyped month is not a different country.
   */
  get rereadOrder(): DateOrderName | undefined {
    const assumed = this.#assumed;
    if (this.stated !== undefined || assumed === undefined || this.#numOnly[assumed] > 0) return undefined;
    const other = opposite(assumed);
    const num = this.#numOnly[other];
    return num > 0 && (!this.#isOfficial || num >= this.#numBoth) ? other : undefined;
  }

  /** Reports the result after the last row: an error if the order is ambiguous, a notice if the file has decided it. */
  report(faults: FaultLog, notices: string[]): void {
    const assumed = this.#assumed;
    if (this.stated !== undefined || assumed === undefined || this.#isOfficial) return;
    if (this.isSettled) notices.push(settledBy(assumed, this.#firstOnly[assumed]));
    else if (this.#firstBoth && this.#numOnly[opposite(assumed)] === 0) {
      const { place, text } = this.#firstBoth;
      faults.add(
        place,
        quoted(text),
        "a stamp whose day and month are certain",
        'every stamp of the file fits both orders; say options.dateOrder, "day-first" or "month-first"',
      );
    }
  }

  /** The notice for a file that was read again in the other order. */
  rereadNotice(order: DateOrderName): string {
    return settledBy(order, this.#firstOnly[order]);
  }
}

export function opposite(order: DateOrderName): DateOrderName {
  return order === "day-first" ? "month-first" : "day-first";
}

/** The order of a layout with slashes or dashes; undefined if the year comes first or dots separate the parts. */
export function orderOfLayout(layout: string): DateOrderName | undefined {
  if (/dd?[/-]MM?[/-]y/.test(layout)) return "day-first";
  return /MM?[/-]dd?[/-]y/.test(layout) ? "month-first" : undefined;
}

/** The same layout with day and month exchanged. */
export function swapDayAndMonth(layout: string): string {
  return layout.replace(
    /(dd?)([/-])(MM?)(?=[/-]y)|(MM?)([/-])(dd?)(?=[/-]y)/,
    (_, day, sep, month, ...swapped: string[]) =>
      day ? `${month}${sep}${day}` : `${swapped[2]}${swapped[1]}${swapped[0]}`,
  );
}

function settledBy(order: DateOrderName, place: Place | undefined): string {
  const where = place === undefined ? "" : `, as line ${place.line} shows`;
  return `Dates are read ${order === "day-first" ? "day" : "month"} first${where}; options.dateOrder can change that.`;
}
