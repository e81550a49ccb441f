/**
 * The time axis of a plan from its horizon. Interval t starts at start + t * step in UTC; the local offsets come from the
 * IANA zone by `@date-fns/tz`. Rejected: `eachHourOfInterval`, which follows the wall clock and loses an hour in autumn.
 */
import { tzOffset } from "@date-fns/tz";
import * as z from "zod";
import { instant } from "../assets/fields.ts";
import { nearestNames } from "../catalogue/nearest-names.ts";
import type { PlanInputFault } from "../errors.ts";
import type { TimeGrid } from "../time/time-grid.ts";
import { addFault, type Edge } from "./edge.ts";
import { faultsOf, parseSettings } from "./faults.ts";
import { stampLabel } from "./instant.ts";
import { isRecord, literal, quoted } from "./literal.ts";

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
/** More intervals than any program here can be solved with; a 5-minute leap year has 105,408. */
const MAX_COUNT = 1_000_000;
/** Before 1972 zones had offsets that are no whole minutes. */
const EARLIEST_MS = Date.UTC(1972, 0, 1);
const LATEST_MS = Date.UTC(2200, 0, 1);

export const horizonSchema = z.strictObject({
  start: instant().meta({ description: "Start of the first interval, ISO-8601 with offset" }),
  timeZone: z.string().meta({ description: "IANA zone of local months, days and printed times, e.g. America/Chicago" }),
  intervalMinutes: z
    .number()
    .refine((minutes) => [5, 15, 30].includes(minutes) || (minutes > 0 && minutes % 60 === 0), {
      error: "5, 15, 30 or a multiple of 60 minutes; choose one of these",
    })
    .meta({ unit: "min", description: "Length of every interval: 5, 15, 30 or a multiple of 60" }),
  count: z.int().min(1).max(MAX_COUNT).optional().meta({ description: "Number of intervals; give either count or end" }),
  end: instant().optional().meta({ description: "End of the last interval, ISO-8601 with offset; give either count or end" }),
});

/** The zone where it is a known one, before anything else is read: other messages need it. */
export function readTimeZone(input: unknown): string | undefined {
  const zone = isRecord(input) && isRecord(input.horizon) ? input.horizon.timeZone : undefined;
  return typeof zone === "string" && isTimeZone(zone) ? zone : undefined;
}

/** The time grid of `horizon`, or undefined after adding its faults to the edge. */
export function readTimeAxis(input: unknown, edge: Edge): TimeGrid | undefined {
  const before = edge.faults.length;
  const given: Record<string, unknown> = isRecord(input) ? input : {};
  const parsed = horizonSchema.safeParse(input, parseSettings);
  if (!parsed.success) edge.faults.push(...faultsOf(parsed.error.issues, "horizon", edge.timeZone));
  if (typeof given.timeZone === "string" && edge.timeZone === undefined) edge.faults.push(unknownZone(given.timeZone));
  if (isRecord(input) && (given.count === undefined) === (given.end === undefined)) {
    const both = given.count !== undefined;
    addFault(edge, "horizon", both ? "both count and end" : "neither count nor end", "exactly one of them", both ? "leave one out" : "add count, the number of intervals");
  }
  if (!parsed.success || edge.timeZone === undefined) return undefined;
  const { start, end, intervalMinutes } = parsed.data;
  checkStart(start, intervalMinutes, given.start, edge);
  const count = parsed.data.count ?? countTo(start, end ?? start, intervalMinutes, given.end, edge);
  if (edge.faults.length > before) return undefined;
  return timeGrid(start, intervalMinutes, count, edge.timeZone);
}

/** A time grid with its local offsets; the zone must be a known one. */
export function timeGrid(startMs: number, intervalMinutes: number, count: number, timeZone: string): TimeGrid {
  const stepMs = intervalMinutes * MS_PER_MINUTE;
  const offsetMinutes = new Int16Array(count + 1);
  const offsetAt = (t: number) => tzOffset(timeZone, new Date(startMs + t * stepMs));
  // Daily probes, then bisection where two differ: no zone puts its clock forth and back within a day.
  const stride = Math.max(1, Math.floor(MS_PER_DAY / stepMs));
  const fill = (from: number, fromOffset: number, to: number, toOffset: number) => {
    if (fromOffset === toOffset) offsetMinutes.fill(fromOffset, from, to);
    else if (to - from === 1) offsetMinutes[from] = fromOffset;
    else {
      const middle = (from + to) >> 1;
      const offset = offsetAt(middle);
      fill(from, fromOffset, middle, offset);
      fill(middle, offset, to, toOffset);
    }
  };
  let offset = offsetAt(0);
  for (let from = 0; from < count; from += stride) {
    const to = Math.min(count, from + stride);
    const next = offsetAt(to);
    fill(from, offset, to, next);
    offset = next;
  }
  offsetMinutes[count] = offset;
  return { startMs, stepHours: intervalMinutes / 60, count, timeZone, offsetMinutes };
}

function checkStart(start: number, intervalMinutes: number, given: unknown, edge: Edge): void {
  if (start < EARLIEST_MS || start > LATEST_MS) {
    addFault(edge, "horizon.start", literal(given), "an instant from 1972 to 2200", "correct the year");
    return;
  }
  const unit = Math.min(intervalMinutes, 15);
  if (start % (unit * MS_PER_MINUTE) !== 0) {
    addFault(edge, "horizon.start", literal(given), `a whole multiple of ${unit} minutes past the hour`, `move it to ${stampLabel(start - (start % (unit * MS_PER_MINUTE)), edge.timeZone)}`);
    return;
  }
  const localMinutes = start / MS_PER_MINUTE + tzOffset(edge.timeZone, new Date(start));
  if (localMinutes % Math.min(intervalMinutes, 60) !== 0) {
    edge.notices.push(`horizon.start: the intervals of ${intervalMinutes} minutes begin at ${stampLabel(start, edge.timeZone)}, not on the local clock's multiples of their length.`);
  }
}

function countTo(start: number, end: number, intervalMinutes: number, given: unknown, edge: Edge): number {
  const stepMs = intervalMinutes * MS_PER_MINUTE;
  const count = (end - start) / stepMs;
  const fault = (wanted: string, fix: string) => addFault(edge, "horizon.end", literal(given), wanted, fix);
  if (given === undefined) return 0;
  if (end <= start) fault("an instant after horizon.start", "exchange the two or correct the offset");
  else if (!Number.isInteger(count)) {
    const last = stampLabel(start + Math.floor(count) * stepMs, edge.timeZone);
    fault(`a whole number of ${intervalMinutes}-minute intervals after horizon.start`, count < 1 ? "move it to a whole interval after the start" : `move it, e.g. to ${last}`);
  } else if (count > MAX_COUNT) fault(`at most ${MAX_COUNT} intervals`, "shorten the horizon or lengthen intervalMinutes");
  return count;
}

function isTimeZone(zone: string): boolean {
  // NB: fixed offsets are zones to some engines and not to others; they know no months of a legal clock.
  if (/^[+-]/.test(zone)) return false;
  try {
    // Throws for an unknown zone.
    new Intl.DateTimeFormat("en-US", { timeZone: zone }).format(0);
    return true;
  } catch {
    return false;
  }
}

function unknownZone(zone: string): PlanInputFault {
  const near = nearestNames(zone, Intl.supportedValuesOf("timeZone"), 3);
  const fix = near.length === 0 ? "look it up in the IANA time zone database" : `did you mean ${near.map(quoted).join(", ")}?`;
  return { path: "horizon.timeZone", given: literal(zone), wanted: "an IANA time zone such as America/Chicago", fix };
}
