/**
 * Converts local times of a zone to instants. In autumn a local time may occur twice, in spring not at all; both cases
 * are reported, not guessed. Offsets are cached by day, because a query takes microseconds.
 */
import { MS_PER_DAY } from "../time/time-grid.ts";
import { isKnownZone, zoneOffsetMs } from "../time/zone-offset.ts";

/** The instants, in order, at which the zone's clock shows a local time: one, two or none. */
export type ZoneClock = (wallMs: number) => readonly number[];

/** `timeZone`: an IANA zone or a fixed offset such as `-08:00`. */
export function zoneClock(timeZone: string): ZoneClock {
  const offsetAt = (ms: number): number => zoneOffsetMs(timeZone, ms);
  const around = new Map<number, readonly [number, number]>();
  return (wallMs) => {
    const day = Math.floor(wallMs / MS_PER_DAY);
    let offsets = around.get(day);
    if (!offsets) {
      // Offsets are less than a day, so two days include every change that affects this local day.
      offsets = [offsetAt((day - 1) * MS_PER_DAY), offsetAt((day + 2) * MS_PER_DAY)];
      around.set(day, offsets);
    }
    const [before, after] = offsets;
    if (before === after) return [wallMs - before];
    // NB: the larger offset gives the earlier instant.
    return [...new Set([Math.max(before, after), Math.min(before, after)])]
      .map((offset) => ({ offset, ms: wallMs - offset }))
      .filter(({ offset, ms }) => offsetAt(ms) === offset)
      .map(({ ms }) => ms);
  };
}

/** Whether this engine knows the zone. */
export function isZone(timeZone: string): boolean {
  return isKnownZone(timeZone);
}
