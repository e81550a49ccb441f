import { localDay, MS_PER_HOUR, MS_PER_MINUTE, intervalStartMs, type TimeGrid } from "../time/time-grid.ts";
import type { KnownFrom } from "./replay-options.ts";

const HOURS_PER_DAY = 24;

/** The first interval whose value is not known when interval `now` begins; at least the next one. */
export function knownUntil(time: TimeGrid, now: number, known: KnownFrom = "when-it-begins"): number {
  if (known === "whole-span") return time.count;
  if (known === "when-it-begins") return now + 1;
  const localHours = (intervalStartMs(time, now) + time.offsetMinutes[now] * MS_PER_MINUTE) / MS_PER_HOUR;
  const lastDay = localDay(time, now) + (localHours % HOURS_PER_DAY >= known.publishedAtHour ? 1 : 0);
  let until = now + 1;
  while (until < time.count && localDay(time, until) <= lastDay) until++;
  return until;
}
