/**
 * What the whole of a conversion brings if its construction starts at the beginning of quarter s. Times are months from
 * the start of the plan; a quarter's figure is the mean or sum over its time.
 *
 *     on    = max(3 s + leadMonths, energisedFrom) + delay         energisation
 *     off   = on - miningOffMonths                                 from here on the space does not mine
 *     share of the full load t months after energisation           min(1, t / rampMonths)
 *     rent  = 1000 itMw usdPerItKwMonth (1 + escalator)^(full years of the lease) times that share
 *     capex = per MW at the prices of quarter s, in equal parts over leadMonths
 *
 * After the term of its lease a hall is empty: neither rent nor load, and its space does not mine again.
 */
import type { ConversionModel } from "./years-model.ts";

const MONTHS = 3;
const KW_PER_MW = 1000;

export interface ConversionProfile {
  /** Construction starts in this quarter. */
  readonly start: number;
  /** Months from the start of the plan. */
  readonly onMonth: number;
  /** Share of the full load, by quarter. */
  readonly online: readonly number[];
  /** Share of the space that does not mine, by quarter. */
  readonly space: readonly number[];
  /** USD by quarter: rent received, construction and fixed operation paid (negative). */
  readonly rentUsd: readonly number[];
  readonly capexUsd: readonly number[];
  readonly fixedOmUsd: readonly number[];
  /** Value at the end of the last quarter. */
  readonly residualUsd: number;
}

export interface ProfileSettings {
  readonly count: number;
  /** Facility power of the whole, MW. */
  readonly mw: number;
  readonly leaseFactor: number;
  /** Every energisation is this much later. */
  readonly delayMonths: number;
  /** Whether the delay is known when rigs are switched off; else they are off as if there were none. */
  readonly isDelayKnown: boolean;
}

export function conversionProfile(
  conversion: ConversionModel,
  start: number,
  { count, mw, leaseFactor, delayMonths, isDelayKnown }: ProfileSettings,
): ConversionProfile {
  const { leadMonths, energisedFromMonth, miningOffMonths, lease, capex, fixedOmUsdPerMwYear } = conversion;
  const ready = Math.max(MONTHS * start + leadMonths, energisedFromMonth);
  const onMonth = ready + delayMonths;
  const offMonth = (isDelayKnown ? onMonth : ready) - miningOffMonths;
  const endMonth = onMonth + (lease?.months ?? Infinity);
  const ramp = lease?.rampMonths ?? 0;
  const quarters = Array.from({ length: count }, (_, q) => q);
  /** Months of full load between two times. */
  const loadMonths = (from: number, to: number) => {
    const [a, b] = [Math.max(from, onMonth) - onMonth, Math.min(to, endMonth) - onMonth];
    return b > a ? rampArea(b, ramp) - rampArea(a, ramp) : 0;
  };
  const overlap = (q: number, from: number, to: number) =>
    Math.max(0, Math.min(MONTHS * (q + 1), to) - Math.max(MONTHS * q, from));
  const change = (1 + capex.changePerYear) ** (start / 4);
  const building = (capex.shellUsdPerMw + capex.retrofitUsdPerMw) * mw * change;
  const capexUsd = building + capex.gpusUsdPerMw * mw * change;
  const from = MONTHS * start;
  const spent = (q: number) =>
    leadMonths === 0 ? Number(q === start) : overlap(q, from, from + leadMonths) / leadMonths;
  const { residualLifeYears: life } = conversion;
  const inService = (MONTHS * count - onMonth) / 12;
  return {
    start,
    onMonth,
    online: quarters.map((q) => loadMonths(MONTHS * q, MONTHS * (q + 1)) / MONTHS),
    space: quarters.map((q) => overlap(q, offMonth, Infinity) / MONTHS),
    rentUsd: quarters.map((q) => {
      if (!lease) return 0;
      const usdPerMonth = KW_PER_MW * lease.itMw * lease.usdPerItKwMonth * leaseFactor;
      let usd = 0;
      for (let year = Math.max(0, Math.floor((MONTHS * q - onMonth) / 12)); ; year++) {
        const yearFrom = onMonth + 12 * year;
        if (yearFrom >= MONTHS * (q + 1)) return usd;
        const months = loadMonths(Math.max(MONTHS * q, yearFrom), Math.min(MONTHS * (q + 1), yearFrom + 12));
        usd += usdPerMonth * (1 + lease.escalatorPerYear) ** year * months;
      }
    }),
    capexUsd: quarters.map((q) => -capexUsd * spent(q)),
    fixedOmUsd: quarters.map((q) => -(fixedOmUsdPerMwYear / 12) * mw * overlap(q, onMonth, Infinity)),
    residualUsd: life === null ? 0 : building * Math.min(1, Math.max(0, 1 - inService / life)),
  };
}

/** Integral of min(1, t / ramp) from 0 to `t`. */
function rampArea(t: number, ramp: number): number {
  return t < ramp ? (t * t) / (2 * ramp) : t - ramp / 2;
}
