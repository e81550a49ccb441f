/**
 * Computes the time axis of a plan from its horizon. Interval t starts at start + t * step in UTC; the local offsets
 * come from the IANA zone. Rejected: `eachHourOfInterval` of date-fns, which follows the local clock and loses an hour
 * in autumn.
 */
import { instant, strictObject, z } from "../assets/fields/fields.ts";
import { didYouMean } from "../catalogue/nearest-names.ts";
import type { ClockSetting } from "../time/local-clock.ts";
import { intervalStartMs, MS_PER_DAY, MS_PER_MINUTE, type TimeGrid } from "../time/time-grid.ts";
import { isKnownZone, zoneOffsetMs } from "../time/zone-offset.ts";
import { addFault, faultWatch, type ParseContext } from "./parse-context.ts";
import { addIssues, parseSettings } from "./faults.ts";
import { stampLabel } from "./instant.ts";
import { isRecord, literal } from "./literal.ts";
import { checkOffsets } from "./offset-check.ts";

/** Above the size of any program that can be solved here; a 5-minute leap year has 105,408 intervals. */
const MAX_COUNT = 1_000_000;
/** Range of instants of a plan. Before 1972 many zones had offsets with seconds, which ISO-8601 cannot write. */
const EARLIEST_MS = Date.UTC(1972, 0, 1);
const LATEST_MS = Date.UTC(2200, 0, 1);

export const horizonSchema = strictObject({
  start: instant().describe("Start of the first interval"),
  timeZone: z
    .string({ error: 'the IANA zone of the site; add it, e.g. timeZone: "America/Chicago"' })
    .describe("IANA zone, e.g. America/Chicago"),
  intervalMinutes: z
    .number()
    .refine((minutes) => [5, 15, 30].includes(minutes) || (minutes > 0 && minutes % 60 === 0), {
      error: "5, 15, 30 or a multiple of 60 minutes; choose one of these",
    })
    .meta({ unit: "min", description: "5, 15, 30 or n x 60" }),
  count: z.int().min(1).max(MAX_COUNT).optional().describe("Give either count or end"),
  end: instant().optional().describe("End of the last interval; give either count or end"),
});

/** Parses the zone first, because other messages need it. */
export function parseTimeZone(horizon: unknown): string | undefined {
  const zone = isRecord(horizon) && horizon.timeZone;
  // Only some engines accept a fixed offset as a zone, and it has no months of a legal clock.
  return typeof zone === "string" && !/^[+-]/.test(zone) && isKnownZone(zone) ? zone : undefined;
}

/** The time grid of `horizon`, or undefined after adding its faults to the context. */
export function parseTimeAxis(input: unknown, context: ParseContext): TimeGrid | undefined {
  const isSound = faultWatch(context);
  const given: Record<string, unknown> = isRecord(input) ? input : {};
  const { data, error } = horizonSchema.safeParse(input, parseSettings);
  if (error) addIssues(error.issues, "horizon", context);
  else checkOffsets(data, input, "horizon", context);
  if (typeof given.timeZone === "string" && !context.timeZone) {
    const fix = didYouMean(given.timeZone, Intl.supportedValuesOf("timeZone"), 3) ?? "look it up in the IANA database";
    addFault(context, "horizon.timeZone", literal(given.timeZone), "an IANA zone, e.g. America/Chicago", fix);
  }
  const both = given.count !== undefined;
  if (isRecord(input) && both === (given.end !== undefined)) {
    addFault(
      context,
      "horizon",
      both ? "both count and end" : "neither count nor end",
      "exactly one of them",
      both ? "leave one out" : "add count",
    );
  }
  if (!data || !context.timeZone) return undefined;
  const { start, end, intervalMinutes } = data;
  checkStart(start, intervalMinutes, given.start, context);
  const count = end === undefined ? data.count : countTo(start, end, intervalMinutes, given.end, context);
  if (!count || !isSound()) return undefined;
  if (start + count * intervalMinutes * MS_PER_MINUTE > LATEST_MS) {
    addFault(
      context,
      "horizon",
      `${count} x ${intervalMinutes} minutes from ${stampLabel(start, context)}`,
      "a plan that ends by 2200",
      "lower intervalMinutes or count",
    );
    return undefined;
  }
  const time = timeGrid(start, intervalMinutes, count, context.timeZone);
  noteDrift(time, intervalMinutes, context);
  return time;
}

/** Intervals have equal length: one longer than the step of a clock change begins at another local time after it. */
function noteDrift(time: TimeGrid, intervalMinutes: number, context: ParseContext): void {
  const t = time.offsetMinutes
    .subarray(0, time.count)
    .findIndex((offset) => (offset - time.offsetMinutes[0]) % intervalMinutes !== 0);
  if (t < 0) return;
  const [since, first] = [t, 0].map((at) => stampLabel(intervalStartMs(time, at), context));
  context.notices.push(
    `horizon.intervalMinutes: the clock changes in this plan; from ${since} on intervals of ` +
      `${intervalMinutes} minutes no longer begin at ${first.slice(11, 16)}.`,
  );
}

/** A time grid with its local offsets; the zone must be known. */
export function timeGrid(startMs: number, intervalMinutes: number, count: number, timeZone: string): TimeGrid {
  const stepMs = intervalMinutes * MS_PER_MINUTE;
  const offsetMinutes = new Float64Array(count + 1);
  const offsetAt = (t: number) => zoneOffsetMs(timeZone, startMs + t * stepMs) / MS_PER_MINUTE;
  // Bisects spans of a day, and further if the offsets at their ends differ: no zone changes its clock twice within a
  // day.
  const fill = (from: number, fromOffset: number, to: number, toOffset: number) => {
    if (to - from < 2 || (fromOffset === toOffset && (to - from) * stepMs <= MS_PER_DAY))
      offsetMinutes.fill(fromOffset, from, to);
    else {
      const middle = (from + to) >> 1;
      const offset = offsetAt(middle);
      fill(from, fromOffset, middle, offset);
      fill(middle, offset, to, toOffset);
    }
  };
  offsetMinutes[count] = offsetAt(count);
  fill(0, offsetAt(0), count, offsetMinutes[count]);
  return {
    startMs,
    stepHours: intervalMinutes / 60,
    count,
    timeZone,
    offsetMinutes,
    clock: clockOf(startMs, stepMs, count, timeZone, offsetMinutes),
  };
}

/** How far beyond the plan the clock is known: to the ends of the months in which the plan starts and ends. */
const MARGIN_MS = 32 * MS_PER_DAY;

/** Instants at which the clock changes, to the minute. */
function clockOf(
  startMs: number,
  stepMs: number,
  count: number,
  timeZone: string,
  offsetMinutes: Float64Array,
): ClockSetting[] {
  const offsetAt = (ms: number) => zoneOffsetMs(timeZone, ms) / MS_PER_MINUTE;
  const endMs = startMs + count * stepMs;
  const found: ClockSetting[] = [{ fromMs: startMs - MARGIN_MS, offsetMinutes: offsetAt(startMs - MARGIN_MS) }];
  let [lastMs, last] = [startMs - MARGIN_MS, found[0].offsetMinutes];
  const see = (ms: number, offset: number): void => {
    if (offset !== last) {
      let [before, after] = [lastMs, ms];
      while (after - before > MS_PER_MINUTE) {
        const middle = before + Math.ceil((after - before) / 2 / MS_PER_MINUTE) * MS_PER_MINUTE;
        if (offsetAt(middle) === last) before = middle;
        else after = middle;
      }
      found.push({ fromMs: after, offsetMinutes: offset });
    }
    [lastMs, last] = [ms, offset];
  };
  const byDay = (from: number, to: number): void => {
    for (let ms = from + MS_PER_DAY; ms < to; ms += MS_PER_DAY) see(ms, offsetAt(ms));
  };
  byDay(startMs - MARGIN_MS, startMs);
  see(startMs, offsetMinutes[0]);
  for (let t = 1; t <= count; t++) {
    if (stepMs > MS_PER_DAY) byDay(startMs + (t - 1) * stepMs, startMs + t * stepMs);
    else if (offsetMinutes[t] === last) continue;
    else lastMs = startMs + (t - 1) * stepMs;
    see(startMs + t * stepMs, offsetMinutes[t]);
  }
  lastMs = endMs;
  byDay(endMs, endMs + MARGIN_MS + MS_PER_DAY);
  return found;
}

function checkStart(start: number, intervalMinutes: number, given: unknown, context: ParseContext): void {
  const fault = (wanted: string, fix: string) => addFault(context, "horizon.start", literal(given), wanted, fix);
  const minutes = start / MS_PER_MINUTE;
  const unit = Math.min(intervalMinutes, 15);
  if (start < EARLIEST_MS || start > LATEST_MS) fault("an instant from 1972 to 2200", "correct the year");
  else if (minutes % unit !== 0)
    fault(
      `a whole multiple of ${unit} minutes past the hour`,
      `move it to ${stampLabel((minutes - (minutes % unit)) * MS_PER_MINUTE, context)}`,
    );
  else if (
    (start + zoneOffsetMs(context.timeZone ?? "UTC", start)) % (Math.min(intervalMinutes, 60) * MS_PER_MINUTE) !==
    0
  ) {
    context.notices.push(
      `horizon.start: intervals of ${intervalMinutes} minutes begin at ${stampLabel(start, context)}, off the ` +
        "local clock.",
    );
  }
}

function countTo(start: number, end: number, intervalMinutes: number, given: unknown, context: ParseContext): number {
  const stepMs = intervalMinutes * MS_PER_MINUTE;
  const count = (end - start) / stepMs;
  const fault = (wanted: string, fix: string) => addFault(context, "horizon.end", literal(given), wanted, fix);
  if (end > LATEST_MS) fault("an instant from 1972 to 2200", "correct the year");
  else if (count <= 0) fault("an instant after horizon.start", "correct the date or its offset");
  else if (start + stepMs > LATEST_MS)
    fault(`a whole number of ${intervalMinutes}-minute intervals after horizon.start`, "shorten intervalMinutes");
  else if (count % 1 !== 0) {
    fault(
      `a whole number of ${intervalMinutes}-minute intervals after horizon.start`,
      `move it, e.g. to ${stampLabel(start + Math.ceil(count) * stepMs, context)}`,
    );
  } else if (count > MAX_COUNT) fault(`at most ${MAX_COUNT} intervals`, "end earlier or lengthen intervalMinutes");
  return count;
}
