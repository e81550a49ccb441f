/**
 * The hour of an ERCOT row: a day, an hour-ending label in Central local time (label minus an hour is the start, in
 * spring too), and the flag of the repeated hour in autumn. The flag marks the SECOND of the two hours and is N in
 * every other hour, summer included. NB: reading it as "daylight time" exchanges the two hours. In the 2016 file the
 * load falls from 28907 (N) to 27707 and 26982 MW (Y), which shows the order.
 */
import { MS_PER_HOUR } from "../../time/time-grid.ts";
import type { Header } from "../header.ts";
import { parseHourEnding } from "../hour-ending.ts";
import type { PriceSink } from "../price-sink.ts";
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { placeIn } from "./market.ts";

const SECOND = /^\s*(?:y|yes|true|1)\s*$/i;
const HOUR_25 = /^\s*25(?::00)?\s*$/;
/**
 * NB: label 25 has two meanings; the wrong one would shift every hour from the third on, so the reader does not guess.
 */
const WANTED_FOR_25 =
  "an hour ending from 1 to 24, the repeated one flagged Y (25 is the last hour of the day in some reports " +
  "and the repeated one in others)";
const FIRST = /^(?:n|no|false|0|)$/i;

/** Undefined if the text is not a flag. */
export function clockOfFlag(text: string): Clock | undefined {
  if (text === "N" || FIRST.test(text.trim())) return Clock.wallFirst;
  return SECOND.test(text) ? Clock.wallSecond : undefined;
}

export class ErcotHour {
  /** Start of the hour last parsed, in local time. */
  startMs = Number.NaN;
  clock: Clock = Clock.wallFirst;
  readonly #header: Header;
  readonly #sink: PriceSink;
  readonly #day: StampColumn;
  readonly #hourAt: number;
  readonly #flagAt: number;

  constructor(
    header: Header,
    sink: PriceSink,
    { day, hour, flag }: { readonly day: number; readonly hour: number; readonly flag: number },
  ) {
    this.#header = header;
    this.#sink = sink;
    this.#day = new StampColumn(
      header,
      day,
      ["MM/dd/yyyy", "yyyy-MM-dd"],
      "a date like 11/03/2024",
      sink.faults,
      sink.dateOrder,
    );
    this.#hourAt = hour;
    this.#flagAt = flag;
  }

  /** Returns false, with a fault, if the row has no valid hour. */
  parse(fields: readonly string[], line: number): boolean {
    const dayMs = this.#day.msIn(fields, line);
    const hour = parseHourEnding(fields[this.#hourAt]);
    const clock = clockOfFlag(fields[this.#flagAt]);
    if (Number.isNaN(hour))
      this.#sink.addStampFault(
        placeIn(this.#header, line, this.#hourAt),
        fields[this.#hourAt],
        HOUR_25.test(fields[this.#hourAt]) ? WANTED_FOR_25 : "an hour ending from 1 to 24",
      );
    if (clock === undefined)
      this.#sink.addStampFault(placeIn(this.#header, line, this.#flagAt), fields[this.#flagAt], "Y or N");
    if (Number.isNaN(dayMs + hour) || clock === undefined) return false;
    this.startMs = dayMs + (hour - 1) * MS_PER_HOUR;
    this.clock = clock;
    return true;
  }
}
