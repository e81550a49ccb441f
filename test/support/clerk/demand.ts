/** Demand charges as a clerk works them out: peaks by month, what is billed of them, what was billed before. */
import { nextMonth, periodOf, type Hour, type Month, type Periods } from "./calendar.ts";

type ByMonth<Value> = Readonly<Record<string, Value>>;
export type Rate = number | readonly number[];

interface Ratchet {
  readonly share: number;
  readonly lastMonths?: number;
  readonly months?: readonly number[];
}

interface Terms {
  readonly usdPerMwMonth: Rate;
  readonly prorate: boolean;
  readonly ratchet?: Ratchet | undefined;
  readonly leastBilledMw?: number | undefined;
}

export const rateOf = (rate: Rate, label: string) =>
  typeof rate === "number" ? rate : rate[Number(label.slice(5)) - 1];
export const most = (hours: readonly Hour[], set = 0) => hours.reduce((mw, hour) => Math.max(mw, hour.mw), set);

/** What a month's prorated charge is charged for by now, and was before: shares of the month. */
export function sharesOf({ label, share }: Month, prorate: boolean, before: ByMonth<number> = {}): [number, number] {
  return prorate ? [Math.min(1, share + (before[label] ?? 0)), before[label] ?? share] : [1, 1];
}

function lookedBack({ lastMonths = 11, months }: Ratchet, label: string): string[] {
  return Array.from({ length: lastMonths }, (_, i) => nextMonth(label, -1 - i)).filter(
    (earlier) => !months || months.includes(Number(earlier.slice(5))),
  );
}

/** The charge of one kind of peak by month. `counts`: which hours; `isBilled`: in which months. */
function charge(
  terms: Terms,
  months: readonly Month[],
  set: (label: string) => number | undefined,
  shares: ByMonth<number> | undefined,
  counts: (hour: Hour) => boolean,
): Map<string, number> {
  const peaks = new Map(months.map(({ label, hours }) => [label, most(hours.filter(counts), set(label) ?? 0)]));
  const { ratchet, leastBilledMw = 0 } = terms;
  const owed = (label: string, peakOf: (label: string) => number, peak: number) =>
    Math.max(
      peak,
      leastBilledMw,
      ...(ratchet ? lookedBack(ratchet, label).map((earlier) => ratchet.share * peakOf(earlier)) : []),
    );
  const usd = new Map<string, number>();
  months.forEach((month, i) => {
    const { label, begunBefore, hours } = month;
    if (!hours.some(counts) && set(label) === undefined) return;
    const before = set(label) ?? 0;
    const already =
      i === 0 && begunBefore && set(label) !== undefined ? owed(label, (of) => set(of) ?? 0, before) : before;
    const billed = owed(label, (of) => peaks.get(of) ?? set(of) ?? 0, peaks.get(label) ?? 0);
    const [total, charged] = sharesOf(month, terms.prorate, shares);
    usd.set(label, rateOf(terms.usdPerMwMonth, label) * (total * billed - charged * already));
  });
  return usd;
}

export function flatDemand(
  terms: Terms,
  months: readonly Month[],
  peakMw: ByMonth<number> = {},
  shares?: ByMonth<number>,
): Map<string, number> {
  return charge(
    terms,
    months,
    (label) => peakMw[label],
    shares,
    () => true,
  );
}

export interface TouTerms extends Periods {
  readonly usdPerMwMonth: Readonly<Record<string, Rate>>;
  readonly ratchets?: Readonly<Record<string, Ratchet>>;
  readonly leastBilledMw?: Readonly<Record<string, number>>;
  readonly prorate: boolean;
}

export function touDemand(
  tou: TouTerms,
  months: readonly Month[],
  peakMw: ByMonth<Readonly<Record<string, number>>> = {},
  shares?: ByMonth<number>,
): Map<string, number>[] {
  return Object.entries(tou.usdPerMwMonth).map(([period, usdPerMwMonth]) =>
    charge(
      {
        usdPerMwMonth,
        prorate: tou.prorate,
        ratchet: tou.ratchets?.[period],
        leastBilledMw: tou.leastBilledMw?.[period],
      },
      months,
      (label) => peakMw[label]?.[period],
      shares,
      (hour) => periodOf(tou, hour) === period,
    ),
  );
}
