/**
 * The hour of an ERCOT row: a day, an hour of the Central wall clock counted by its end (so label less an hour is the
 * start, in spring too) and the flag of the autumn hour. The flag marks the SECOND of the two and is N in every other
 * hour, summer included. NB: read as "daylight time" it puts both hours of the day wrong; its 2016 file falls from
 * 28907 (N) over 27707 to 26982 MW (Y).
 */
import { MS_PER_HOUR } from "../../time/time-grid.ts";
import type { Header } from "../header.ts";
import { hourEndingOf } from "../hour-ending.ts";
import type { PriceSink } from "../price-sink.ts";
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { placeIn } from "./market.ts";

const SECOND = /^\s*(?:y|yes|true|1)\s*$/i;
const HOUR_25 = /^\s*25(?::00)?\s*$/;
/** NB: of the two things it may mean one puts every hour from the third on wrong, so neither is guessed. */
const WANTED_FOR_25 =
  "an hour ending from 1 to 24, the repeated one flagged Y (25 is the last hour of the day in some reports " +
  "and the repeated one in others)";
const FIRST = /^(?:n|no|false|0|)$/i;

/** Undefined where the text is no flag. */
export function clockOfFlag(text: string): Clock | undefined {
  if (text === "N" || FIRST.test(text.trim())) return Clock.wallFirst;
  return SECOND.test(text) ? Clock.wallSecond : undefined;
}

export class ErcotHour {
  /** Start of the hour that `read` read, on the wall clock. */
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

  /** False, with a fault, where the row has no hour. */
  read(fields: readonly string[], line: number): boolean {
    const dayMs = this.#day.msIn(fields, line);
    const hour = hourEndingOf(fields[this.#hourAt]);
    const clock = clockOfFlag(fields[this.#flagAt]);
    if (Number.isNaN(hour))
      this.#sink.badStamp(
        placeIn(this.#header, line, this.#hourAt),
        fields[this.#hourAt],
        HOUR_25.test(fields[this.#hourAt]) ? WANTED_FOR_25 : "an hour ending from 1 to 24",
      );
    if (clock === undefined)
      this.#sink.badStamp(placeIn(this.#header, line, this.#flagAt), fields[this.#flagAt], "Y or N");
    if (Number.isNaN(dayMs + hour) || clock === undefined) return false;
    this.startMs = dayMs + (hour - 1) * MS_PER_HOUR;
    this.clock = clock;
    return true;
  }
}
