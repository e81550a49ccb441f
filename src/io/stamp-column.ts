import { type DateOrder, type DateOrderName, inOtherOrder, opposite, orderOfLayout } from "./date-order.ts";
import { shown, type FaultLog } from "./fault-log.ts";
import type { Header } from "./header.ts";
import { placeIn } from "./markets/market.ts";
import { stampFormat, type ReadStamp } from "./stamp-format.ts";

/**
 * A column of days or times. A file keeps one layout, so the first row that has one of `layouts` settles it; of day and
 * month alone the order may show later (`DateOrder`).
 */
export class StampColumn {
  readonly #header: Header;
  readonly #at: number;
  readonly #layouts: readonly string[];
  readonly #wanted: string;
  readonly #faults: FaultLog;
  readonly #order: DateOrder | undefined;
  readonly #isOfficial: boolean;
  #read: ReadStamp | undefined;
  #layout: string | undefined;
  #own: DateOrderName | undefined;
  /** The same layout with day and month the other way round, while the order is open. */
  #readOther: ReadStamp | undefined;

  /** `wanted`: what a message asks for, e.g. `a date like 11/03/2024`. Layouts of one order are the market's own. */
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
              layouts.map((layout) => (orderOfLayout(layout) === opposite(stated) ? inOtherOrder(layout) : layout)),
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

  /** Milliseconds of the wall clock as if it were UTC; NaN where the field is no stamp, which is a fault then. */
  msIn(fields: readonly string[], line: number): number {
    const text = fields[this.#at];
    if (!this.#read) this.#settle(text);
    const ms = this.#read?.(text) ?? Number.NaN;
    const otherMs = this.#readOther && !this.#order?.isSettled ? this.#readOther(text) : undefined;
    if (otherMs !== undefined && this.#own) this.#compare(ms, otherMs, text, line);
    if (Number.isNaN(ms)) {
      const isOther = otherMs !== undefined && !Number.isNaN(otherMs) && this.#own;
      const fix = isOther
        ? `correct the stamp, or say options.dateOrder: ${shown(opposite(isOther))}`
        : "correct the stamp";
      this.#faults.add(placeIn(this.#header, line, this.#at), shown(text), this.#wanted, fix);
    }
    return ms;
  }

  #settle(text: string): void {
    for (const layout of [
      ...this.#layouts,
      ...(this.#order?.stated === undefined ? this.#layouts.map(inOtherOrder) : []),
    ]) {
      const read = stampFormat(layout);
      if (Number.isNaN(read(text))) continue;
      this.#layout = layout;
      // A first stamp that only the other order reads is compared, and is no stamp of this one.
      const isOwn = this.#layouts.includes(layout);
      const own = isOwn ? layout : inOtherOrder(layout);
      this.#read = isOwn ? read : stampFormat(own);
      this.#own = orderOfLayout(own);
      if (this.#own && this.#order && this.#order.stated === undefined) {
        this.#readOther = stampFormat(inOtherOrder(own));
        this.#order.assume(this.#own, this.#isOfficial);
      }
      return;
    }
  }

  #compare(ms: number, otherMs: number, text: string, line: number): void {
    if (!this.#own || ms === otherMs) return;
    const place = placeIn(this.#header, line, this.#at);
    if (Number.isNaN(otherMs)) {
      if (!Number.isNaN(ms)) this.#order?.onlyFits(this.#own, place);
    } else if (Number.isNaN(ms)) this.#order?.onlyFits(opposite(this.#own), place);
    else this.#order?.fitsBoth(place, text);
  }
}
