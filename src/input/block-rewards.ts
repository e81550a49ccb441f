/**
 * Computes the hashprice per interval from its parts. If a part changes inside an interval, the interval earns the
 * time-weighted mean of the rewards. This is not the reward at the mean, because a reward is proportional to
 * 1 / difficulty. A growing difficulty changes continuously: d(h) = d (1 + growth)^(h / HOURS_PER_YEAR), h hours after
 * the plan's start. With k = ln(1 + growth) / HOURS_PER_YEAR the mean of d / d(h) over [a, b] is
 *
 *     e^(-k a) (1 - e^(-k (b - a))) / (k (b - a))
 */
import { instantMs } from "../assets/fields/fields.ts";
import { halvings, hashpriceUsdPerPhDay, subsidyBtcAt } from "../catalogue/bitcoin.ts";
import { intervalStartMs, MS_PER_HOUR, MS_PER_MINUTE, type TimeGrid } from "../time/time-grid.ts";
import { isRecord } from "./literal.ts";

/** Values per interval, and the same values as the user gave them. */
export interface BlockRewards {
  readonly btcUsd: Float64Array;
  readonly difficulty: Float64Array;
  readonly difficultyGrowthPerYear: number;
  /** Absent: from the table of halvings. */
  readonly subsidyBtc?: Float64Array;
  readonly feesBtcPerBlock: Float64Array;
}

/** Mean Gregorian year of 365.2425 days. */
const HOURS_PER_YEAR = 8765.82;
const PARTS = ["btcUsd", "difficulty", "subsidyBtc", "feesBtcPerBlock"] as const;

/** The value of a part from an instant on; undefined if its values per interval apply. */
interface Step {
  readonly fromMs: number;
  readonly value: number | undefined;
}

/** `given`: the section as the user wrote it, already validated. */
export function hashpriceByInterval(
  rewards: BlockRewards,
  given: Readonly<Record<string, unknown>>,
  time: TimeGrid,
): Float64Array {
  const stepsOf = PARTS.map((part) =>
    part === "subsidyBtc" && !rewards.subsidyBtc ? byHalving() : stampedSteps(given[part]),
  );
  const next = stepsOf.map(() => 0);
  const perHour = Math.log1p(rewards.difficultyGrowthPerYear) / HOURS_PER_YEAR;
  const hoursIn = (ms: number) => (ms - time.startMs) / MS_PER_HOUR;
  return new Float64Array(time.count).map((_, t) => {
    const [from, to] = [intervalStartMs(time, t), intervalStartMs(time, t + 1)];
    let mean = 0;
    for (let ms = from; ms < to;) {
      let untilMs = to;
      const now = PARTS.map((part, i) => {
        const steps = stepsOf[i];
        while (next[i] < steps.length && steps[next[i]].fromMs <= ms) next[i]++;
        if (next[i] < steps.length) untilMs = Math.min(untilMs, steps[next[i]].fromMs);
        return steps[next[i] - 1]?.value ?? rewards[part]?.[t] ?? 0;
      });
      const [btcUsd, difficulty, subsidyBtc, feesBtcPerBlock] = now;
      const reward = hashpriceUsdPerPhDay({ btcUsd, difficulty, subsidyBtc, feesBtcPerBlock });
      const share = ms === from && untilMs === to ? 1 : (untilMs - ms) / (to - from);
      mean += share * reward * meanDecline(perHour, hoursIn(ms), hoursIn(untilMs));
      ms = untilMs;
    }
    return mean;
  });
}

/** Mean of e^(-perHour h) over the hours [from, to]. */
function meanDecline(perHour: number, from: number, to: number): number {
  const exponent = perHour * (to - from);
  return exponent === 0 ? 1 : (Math.exp(-perHour * from) * -Math.expm1(-exponent)) / exponent;
}

function byHalving(): Step[] {
  return [
    { fromMs: -Infinity, value: subsidyBtcAt(-Infinity) },
    ...halvings.map(({ atMs }) => ({ fromMs: atMs, value: subsidyBtcAt(atMs) })),
  ];
}

/** Steps of stamped values; empty for a number or for values per interval. */
function stampedSteps(given: unknown): Step[] {
  if (!Array.isArray(given) || !given.some(isRecord)) return [];
  const entries = given as readonly { readonly start: string; readonly value: number; readonly minutes?: number }[];
  return entries.flatMap(({ start, value, minutes }, i): Step[] => {
    const fromMs = instantMs(start);
    const untilMs = minutes === undefined ? Infinity : fromMs + minutes * MS_PER_MINUTE;
    const isLast = i === entries.length - 1;
    return [{ fromMs, value }, ...(isLast && untilMs < Infinity ? [{ fromMs: untilMs, value: undefined }] : [])];
  });
}
