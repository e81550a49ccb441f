/**
 * Converts the points of a period of an ENTSO-E document to prices. A curve A03 omits a position whose price equals the
 * one before; the price is repeated, and listed with the filled ones. In a curve A01 an omitted position is a gap.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { type Place, quoted } from "../fault-log.ts";
import type { PriceSink } from "../price-sink.ts";
import { Clock } from "../series-rows.ts";

/** Upper bound on positions of a period: a year of quarter hours. A document that claims more is refused. */
export const MAX_POSITIONS = 366 * 96;
/**
 * Upper bound on the prices a document may omit because they equal the one before: three years of quarter hours. The
 * platform answers with a year at most. Without a bound, one line of text per year could become 35,136 prices.
 */
const MAX_REPEATED = 3 * MAX_POSITIONS;

export interface CurvePoint {
  readonly position: string;
  readonly price: string;
  readonly place: Place;
}

export interface CurvePeriod {
  readonly startMs: number;
  readonly minutes: number;
  /** Number of positions of the period. */
  readonly count: number;
  /** True for a curve A03: positions with an unchanged price are omitted. */
  readonly omitsRepeats: boolean;
}

/** Returns false, with a fault, if the document omits more prices than allowed; reading then stops. */
export function addCurve(
  points: readonly CurvePoint[],
  { startMs, minutes, count, omitsRepeats }: CurvePeriod,
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
  const repeatUntil = (position: number): boolean => {
    if (!omitsRepeats || !before) {
      next = position;
      return true;
    }
    if (sink.repeated.size + position - next > MAX_REPEATED) {
      refuse(
        before,
        `a document that omits more than ${MAX_REPEATED} prices`,
        `at most ${MAX_REPEATED}: three years of quarter hours`,
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
      return refuse(given, quoted(given.position), `a position from 1 to ${count}`, "correct it or the period");
    if (before && position < next)
      return refuse(
        given,
        `position ${position} after ${next - 1}`,
        "positions in rising order, each once",
        "load the file again",
      );
    if (omitsRepeats && !before && position > 1) {
      return refuse(
        given,
        `position ${position} first`,
        "position 1 (a curve A03 repeats the price before, and the first position has no price before it)",
        "load the file again",
      );
    }
    if (!repeatUntil(position)) return false;
    sink.add(startMs + (position - 1) * stepMs, Clock.utc, minutes, given.price, given.place);
    before = given;
    next = position + 1;
  }
  return repeatUntil(count + 1);
}
