import { shown, type FaultLog } from "./fault-log.ts";
import type { Header } from "./header.ts";
import { placeIn } from "./markets/market.ts";
import { layoutOf, type ReadStamp } from "./stamp-format.ts";

/** A column of days or times. A file keeps one layout, so the first row that has one of `layouts` settles it. */
export class StampColumn {
  readonly #header: Header;
  readonly #at: number;
  readonly #layouts: readonly string[];
  readonly #wanted: string;
  readonly #faults: FaultLog;
  #read: ReadStamp | undefined;

  /** `wanted`: what a message asks for, e.g. `a date like 11/03/2024`. */
  constructor(header: Header, at: number, layouts: readonly string[], wanted: string, faults: FaultLog) {
    this.#header = header;
    this.#at = at;
    this.#layouts = layouts;
    this.#wanted = wanted;
    this.#faults = faults;
  }

  /** Milliseconds of the wall clock as if it were UTC; NaN where the field is no stamp, which is a fault then. */
  msIn(fields: readonly string[], line: number): number {
    const text = fields[this.#at];
    this.#read ??= layoutOf(text, this.#layouts);
    const ms = this.#read?.(text) ?? Number.NaN;
    if (Number.isNaN(ms)) this.#faults.add(placeIn(this.#header, line, this.#at), shown(text), this.#wanted, "correct the stamp");
    return ms;
  }
}
