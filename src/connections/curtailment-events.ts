/**
 * Curtailments drawn at random. A scenario has the hours H = hoursPerYear times the span's share of a year. Lengths are
 * uniform on the whole intervals up to longestHours, until they sum to H. The last one is cut, and a part of an
 * interval becomes a whole one with that probability, so the expected hours are H. Starts are uniform over the free
 * intervals that begin within the local hours, so curtailments do not overlap; depths are uniform. Numbers come from an
 * integer hash of seed, scenario and draw, so the same seed gives the same curtailments everywhere.
 */
import { hashedUniform } from "../solvers/hashed-uniform.ts";
import { intervalStartMs, isoStamp, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, type TimeGrid } from "../time/time-grid.ts";
import type { Curtailment, CurtailmentGenerator, CurtailmentScenario } from "./connection-option.ts";

export const HOURS_PER_YEAR = 8760;
const HOURS_PER_DAY = 24;
/** Draws of one scenario; a seed's draws follow those of the seed before it. */
const DRAWS = 1 << 16;
const LARGE_PRIME = 7919;

/** The scenarios of a generator for the span of a plan. */
export function curtailmentEvents(generator: CurtailmentGenerator, time: TimeGrid): CurtailmentScenario[] {
  return Array.from({ length: generator.scenarios }, (_, s) => ({
    name: `drawn ${s + 1}`,
    probability: 1 / generator.scenarios,
    curtailments: drawn(generator, s, time),
  }));
}

function drawn(generator: CurtailmentGenerator, scenario: number, time: TimeGrid): Curtailment[] {
  const {
    seed,
    hoursPerYear,
    longestHours,
    depth = 1,
    beginBetweenHours: [first, end] = [0, HOURS_PER_DAY],
  } = generator;
  let draw = (Math.imul(seed, LARGE_PRIME) + scenario) * DRAWS;
  const uniform = () => hashedUniform(draw++);
  const { stepHours, count } = time;
  const expected = (hoursPerYear * count) / HOURS_PER_YEAR;
  let left = Math.floor(expected) + (uniform() < expected - Math.floor(expected) ? 1 : 0);
  let longest = Math.max(1, Math.floor(longestHours / stepHours));
  const taken = new Uint8Array(count);
  const found: { readonly from: number; readonly to: number; readonly depth: number }[] = [];
  while (left > 0) {
    const length = Math.min(left, 1 + Math.floor(uniform() * longest));
    const starts: number[] = [];
    for (let t = 0; t + length <= count; t++) {
      const hour = localHour(time, t);
      if (hour >= first && hour < end && !taken.subarray(t, t + length).includes(1)) starts.push(t);
    }
    // Where no span of that length is free, shorter ones are tried; without any the rest cannot be placed.
    if (starts.length === 0) {
      if (length === 1) break;
      longest = length - 1;
      continue;
    }
    const from = starts[Math.floor(uniform() * starts.length)];
    taken.fill(1, from, from + length);
    const [least, most] = typeof depth === "number" ? [depth, depth] : depth;
    found.push({ from, to: from + length, depth: least + (most - least) * uniform() });
    left -= length;
  }
  return found
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to, depth: own }) => ({ start: isoStamp(time, from), end: isoStamp(time, to), depth: own }));
}

function localHour(time: TimeGrid, t: number): number {
  const ms = intervalStartMs(time, t) + time.offsetMinutes[t] * MS_PER_MINUTE;
  return (((ms % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY) / MS_PER_HOUR;
}
