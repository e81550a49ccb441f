/**
 * Spans of time whose mean import a tariff looks at: billing intervals of a demand meter, intervals of a system peak.
 * Their mean is linear in the plan's own intervals: sum_j shares_j import_{from + j} + openMw.
 */
import type { ColumnBlock, RowBlock } from "../../../model/block.ts";
import type { SiteModel } from "../../../model/site-model.ts";
import { localMsAt, offsetMinutesAt } from "../../../time/local-clock.ts";
import {
  intervalStartMs,
  isoStamp,
  localStamp,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  type TimeGrid,
} from "../../../time/time-grid.ts";

export interface MeteredInterval {
  readonly startMs: number;
  /** Its start by the local clock, as if that were UTC. */
  readonly localMs: number;
  readonly minutes: number;
  /** First plan interval it meets. */
  readonly from: number;
  /** Weight of plan interval `from + j` in its mean. */
  readonly shares: number[];
  /** What was metered before the plan adds to its mean, MW. */
  readonly openMw: number;
}

/** Equal spans of `minutes`, one after the other; one of them begins at the instant `fromMs`. */
export interface MeterClock {
  readonly minutes: number;
  readonly fromMs: number;
}

/**
 * The clock of a meter that works by the local clock as the plan starts. Its intervals are all equally long: a clock
 * that is set by half an hour (Lord Howe) leaves intervals of 60 minutes where they are. So a plan that starts after
 * such a change takes up the intervals of the one before: those of the latest setting of the clock by which it starts
 * inside an interval (`isOpen`, energy of that interval was handed on) or with one.
 */
export function meterClock(time: TimeGrid, minutes: number, isOpen: boolean): MeterClock {
  const { startMs } = time;
  const settings = time.clock
    .filter(({ fromMs }) => fromMs <= startMs)
    .map(({ offsetMinutes }) => offsetMinutes)
    .reverse();
  const clocks = [offsetMinutesAt(time, startMs), ...settings].map((offset): MeterClock => ({
    minutes,
    fromMs: -offset * MS_PER_MINUTE,
  }));
  return clocks.find((clock) => startsInterval(clock, startMs) !== isOpen) ?? clocks[0];
}

/** The billing intervals the plan touches, in order; `openMwh` is what the first had before the plan. */
export function billingIntervals(time: TimeGrid, clock: MeterClock, openMwh: number): MeteredInterval[] {
  const { minutes } = clock;
  const lengthMs = minutes * MS_PER_MINUTE;
  const found: MeteredInterval[] = [];
  for (let t = 0; t < time.count; t++) {
    const endMs = intervalStartMs(time, t + 1);
    for (let ms = intervalStartMs(time, t); ms < endMs;) {
      const startMs = ms - sinceStartMs(clock, ms);
      const untilMs = Math.min(endMs, startMs + lengthMs);
      const share = (untilMs - ms) / lengthMs;
      const last = found[found.length - 1];
      if (last && startMs <= last.startMs) last.shares.push(share);
      else
        found.push({
          startMs,
          localMs: localMsAt(time, startMs),
          minutes,
          from: t,
          shares: [share],
          openMw: found.length === 0 ? (openMwh * 60) / minutes : 0,
        });
      ms = untilMs;
    }
  }
  return found;
}

/** Whether a billing interval begins at an instant. */
export function startsInterval(clock: MeterClock, ms: number): boolean {
  return sinceStartMs(clock, ms) === 0;
}

function sinceStartMs({ minutes, fromMs }: MeterClock, ms: number): number {
  const lengthMs = minutes * MS_PER_MINUTE;
  const since = (ms - fromMs) % lengthMs;
  return since < 0 ? since + lengthMs : since;
}

/** The span of `minutes` from `startMs`, as far as it lies in the plan; undefined where it does not. */
export function meteredInterval(time: TimeGrid, startMs: number, minutes: number): MeteredInterval | undefined {
  const stepMs = time.stepHours * MS_PER_HOUR;
  const lengthMs = minutes * MS_PER_MINUTE;
  const from = Math.max(0, Math.floor((startMs - time.startMs) / stepMs));
  const shares: number[] = [];
  for (let t = from; t < time.count; t++) {
    const ms = intervalStartMs(time, t);
    const share = (Math.min(ms + stepMs, startMs + lengthMs) - Math.max(ms, startMs)) / lengthMs;
    if (share <= 0) break;
    shares.push(share);
  }
  return shares.length === 0
    ? undefined
    : { startMs, localMs: localMsAt(time, startMs), minutes, from, shares, openMw: 0 };
}

/** Adds `factor` times the mean, but for its constant `openMw`, to a row. */
export function addMean(
  site: SiteModel,
  row: RowBlock,
  importMw: ColumnBlock,
  { from, shares }: MeteredInterval,
  factor: number,
): void {
  if (shares.every((share) => share === shares[0]))
    site.addSum(row, importMw, factor * shares[0], from, from + shares.length);
  else shares.forEach((share, j) => site.addSum(row, importMw, factor * share, from + j, from + j + 1));
}

/** Mean import, MW. */
export function meanMw({ from, shares, openMw }: MeteredInterval, importMw: Float64Array): number {
  return shares.reduce((mean, share, j) => mean + share * importMw[from + j], openMw);
}

/** Its start as ISO-8601 with the local offset, also where it began before the plan. */
export function meteredStamp(time: TimeGrid, { startMs, localMs }: MeteredInterval): string {
  return isoStamp({ ...time, startMs, offsetMinutes: Float64Array.of((localMs - startMs) / MS_PER_MINUTE) }, 0);
}

/** As `localMonth`, of a time by the local clock. */
export function monthOf(localMs: number): number {
  const local = new Date(localMs);
  return local.getUTCFullYear() * 12 + local.getUTCMonth();
}

/** Whether the plan's first month began before the plan. */
export function startsInsideMonth(time: TimeGrid): boolean {
  return !localStamp(time, 0).endsWith("-01 00:00");
}
