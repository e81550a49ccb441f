/**
 * The points of a period of an ENTSO-E document as prices. In a curve A03 a position is left out where its price equals
 * the one before: the price is held, and listed with what was filled. In a curve A01 a position that is left out is a
 * hole.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { type Place, shown } from "../fault-log.ts";
import type { PriceSink } from "../price-sink.ts";
import { Clock } from "../series-rows.ts";

/** Positions of a period at most: a year of quarter hours. A document that claims more is not believed. */
export const MOST_POSITIONS = 366 * 96;
/**
 * Prices that one document may leave out as equal to those before: three years of quarter hours. The platform answers
 * with a year at most; without a limit one line of text for each year would become 35,136 prices.
 */
const MOST_HELD = 3 * MOST_POSITIONS;

export interface CurvePoint {
  readonly position: string;
  readonly price: string;
  readonly place: Place;
}

export interface CurvePeriod {
  readonly startMs: number;
  readonly minutes: number;
  /** Positions of the period. */
  readonly count: number;
  /** A curve A03. */
  readonly holds: boolean;
}

/** False, with a fault, where the document leaves out more prices than any does: nothing more of it is to be read. */
export function addCurve(
  points: readonly CurvePoint[],
  { startMs, minutes, count, holds }: CurvePeriod,
  sink: PriceSink,
): boolean {
  const { faults } = sink;
  const stepMs = minutes * MS_PER_MINUTE;
  let before: CurvePoint | undefined;
  let next = 1;
  const refuse = ({ place }: CurvePoint, given: string, wanted: string, fix: string): true => {
    faults.add({ ...place, heading: "position" }, given, wanted, fix);
    return true;
  };
  const holdUntil = (position: number): boolean => {
    if (!holds || !before) {
      next = position;
      return true;
    }
    if (sink.repeated.size + position - next > MOST_HELD) {
      refuse(
        before,
        `a document that leaves out more than ${MOST_HELD} prices`,
        `at most ${MOST_HELD}: three years of quarter hours`,
        "query a year at a time",
      );
      return false;
    }
    for (; next < position; next++) {
      const ms = startMs + (next - 1) * stepMs;
      sink.repeated.add(ms);
      sink.add(ms, Clock.utc, minutes, before.price, before.place);
    }
    return true;
  };
  for (const given of points) {
    const position = /^\d{1,6}$/.test(given.position) ? Number(given.position) : Number.NaN;
    if (!(position >= 1 && position <= count))
      return refuse(given, shown(given.position), `a position from 1 to ${count}`, "correct it or the period");
    if (before && position < next)
      return refuse(
        given,
        `position ${position} after ${next - 1}`,
        "positions in rising order, each once",
        "load the file again",
      );
    if (holds && !before && position > 1) {
      return refuse(
        given,
        `position ${position} first`,
        "position 1 (a curve A03 holds the price before, and there is none)",
        "load the file again",
      );
    }
    if (!holdUntil(position)) return false;
    sink.add(startMs + (position - 1) * stepMs, Clock.utc, minutes, given.price, given.place);
    before = given;
    next = position + 1;
  }
  return holdUntil(count + 1);
}
