import { type DateOrder, type DateOrderName, swapDayAndMonth, opposite, orderOfLayout } from "./date-order.ts";
import { quoted, type FaultLog } from "./fault-log.ts";
import type { Header } from "./header.ts";
import { placeIn } from "./markets/market.ts";
import { stampParser, type ParseStamp } from "./stamp-format.ts";

/**
 * Parses a column of days or times. A file has one layout, so the first row that fits one of `layouts` decides it. The
 * order of day and month may be decided later (`DateOrder`).
 */
export class StampColumn {
  readonly #header: Header;
  readonly #at: number;
  readonly #layouts: readonly string[];
  readonly #wanted: string;
  readonly #faults: FaultLog;
  readonly #order: DateOrder | undefined;
  readonly #isOfficial: boolean;
  #read: ParseStamp | undefined;
  #layout: string | undefined;
  #own: DateOrderName | undefined;
  /** The same layout with day and month exchanged, while the order is undecided. */
  #readOther: ParseStamp | undefined;

  /**
   * `wanted`: how a message describes a valid stamp, e.g. `a date like 11/03/2024`. If all layouts have one order, it
   * is the market's own.
   */
  constructor(
    header: Header,
    at: number,
    layouts: readonly string[],
    wanted: string,
    faults: FaultLog,
    order?: DateOrder,
  ) {
    this.#header = header;
    this.#at = at;
    const stated = order?.stated;
    this.#layouts =
      stated === undefined
        ? layouts
        : [
            ...new Set(
              layouts.map((layout) => (orderOfLayout(layout) === opposite(stated) ? swapDayAndMonth(layout) : layout)),
            ),
          ];
    this.#wanted = wanted;
    this.#faults = faults;
    this.#order = order;
    const orders = new Set(layouts.map(orderOfLayout).filter((name) => name !== undefined));
    this.#isOfficial = orders.size < 2;
  }

  /** The layout of the stamps read so far; undefined before the first. */
  get layout(): string | undefined {
    return this.#layout;
  }

  /** Local milliseconds as if they were UTC; NaN, with a fault, if the field is not a stamp. */
  msIn(fields: readonly string[], line: number): number {
    const text = fields[this.#at];
    if (!this.#read) this.#settle(text);
    const ms = this.#read?.(text) ?? Number.NaN;
    const otherMs = this.#readOther && !this.#order?.isSettled ? this.#readOther(text) : undefined;
    if (otherMs !== undefined && this.#own) this.#compare(ms, otherMs, text, line);
    if (Number.isNaN(ms)) {
      const isOther = otherMs !== undefined && !Number.isNaN(otherMs) && this.#own;
      const fix = isOther
        ? `correct the stamp, or set options.dateOrder: ${quoted(opposite(isOther))}`
        : "correct the stamp";
      this.#faults.add(placeIn(this.#header, line, this.#at), quoted(text), this.#wanted, fix);
    }
    return ms;
  }

  #settle(text: string): void {
    for (const layout of [
      ...this.#layouts,
      ...(this.#order?.stated === undefined ? this.#layouts.map(swapDayAndMonth) : []),
    ]) {
      const read = stampParser(layout);
      if (Number.isNaN(read(text))) continue;
      this.#layout = layout;
      // If only the other order reads the first stamp, it is compared but not accepted in this order.
      const isOwn = this.#layouts.includes(layout);
      const own = isOwn ? layout : swapDayAndMonth(layout);
      this.#read = isOwn ? read : stampParser(own);
      this.#own = orderOfLayout(own);
      if (this.#own && this.#order && this.#order.stated === undefined) {
        this.#readOther = stampParser(swapDayAndMonth(own));
        this.#order.assume(this.#own, this.#isOfficial);
      }
      return;
    }
  }

  #compare(ms: number, otherMs: number, text: string, line: number): void {
    if (!this.#own || ms === otherMs) return;
    const place = placeIn(this.#header, line, this.#at);
    if (Number.isNaN(otherMs)) {
      if (!Number.isNaN(ms)) this.#order?.addDecisive(this.#own, place);
    } else if (Number.isNaN(ms)) this.#order?.addDecisive(opposite(this.#own), place);
    else this.#order?.addAmbiguous(place, text);
  }
}
