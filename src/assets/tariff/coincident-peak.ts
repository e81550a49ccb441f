/**
 * A charge on what the site imports while the whole system peaks, e.g. ERCOT's 4CP: USD per MW and year on the mean over
 * the year's coincident peaks. With p_k = probability that listed interval k (of `intervalMinutes`) is one of them, and
 * mean_k(import) its mean import (the plan's intervals by their share of it):
 *
 *     form `mean`:     cost = usdPerMwYear / peaksPerYear sum_k p_k mean_k(import)         expected, where p_k < 1
 *     form `maximum`:  peak_m >= mean_k(import) for every listed k of month m,  peak_m >= already set
 *                      cost = usdPerMwYear / peaksPerYear sum_m (peak_m - already set)
 *
 * `mean` is what will be billed on average. `maximum` bills the highest listed interval of each month, at least what will
 * be owed where one peak a month is among those listed: conservative, and said so.
 */
import type { SolvedSite } from "../../model/solved-site.ts";
import { monthLabel, MS_PER_HOUR, MS_PER_MINUTE, type TimeGrid } from "../../time/time-grid.ts";
import { instant, number, z, type Resolved } from "../fields.ts";
import { quantity } from "../quantities.ts";
import type { Bill } from "./bill.ts";
import { byMonth, TOLD, type MonthSpan, type Peak } from "./metered-demand.ts";
import { meteredInterval, meteredStamp, monthOf, type MeteredInterval } from "./metered-interval.ts";
import type { TariffPart } from "./tariff-part.ts";

const schema = z.strictObject({
  usdPerMwYear: number(quantity.chargeUsdPerMwYear, "On the mean import over the year's coincident peaks"),
  months: z.array(z.int().min(1).max(12)).min(1).describe("Calendar months that have a peak, e.g. [6, 7, 8, 9]"),
  peaksPerYear: z.int().min(1).max(366).optional().describe("Default one in each of the months"),
  intervalMinutes: z.literal([5, 15, 30, 60]).meta({ unit: "min" }),
  intervals: z.array(z.strictObject({
    start: instant(),
    probability: number(quantity.fraction, "That it is one of the peaks").default(1),
  })).min(1),
  form: z.enum(["mean", "maximum"]).default("mean").describe("maximum: the highest listed interval of each month, conservative"),
});

const state = { coincidentPeakMw: byMonth(number(quantity.powerMw)).optional().describe("Form maximum: highest import so far in a listed interval, by month") };

type Spec = Resolved<z.output<typeof schema>>;

/** Probabilities may add up to this much above the number of peaks: rounding. */
const ROUNDING = 1e-6;

const PART = "coincidentPeak";

export const coincidentPeak: TariffPart<typeof schema, typeof state> = {
  schema,
  state,

  peaksSet({ form }, { coincidentPeakMw = {} }, months) {
    return form === "mean" ? [] : months.map(monthLabel).map((of) => ({ field: "coincidentPeakMw", of, mw: coincidentPeakMw[of] ?? 0 }));
  },

  declare(spec, { coincidentPeakMw = {} }, bill) {
    const { site } = bill;
    const { time } = site;
    const { intervalMinutes, form } = spec;
    const numPeaks = spec.peaksPerYear ?? spec.months.length;
    checkIntervals(spec, numPeaks, bill);
    const stepMinutes = time.stepHours * 60;
    if (stepMinutes > intervalMinutes) bill.notice(`coincident peaks of ${intervalMinutes} minutes are planned by ${stepMinutes}.`);
    const listed = spec.intervals.flatMap(({ start, probability }) => {
      const interval = meteredInterval(time, start, intervalMinutes);
      return interval ? [{ interval, probability }] : [];
    });
    const ofMonth = (month: MonthSpan) => listed.filter(({ interval }) => monthOf(interval.localMs) === month.month);
    for (const month of bill.months) {
      if (spec.months.includes((month.month % 12) + 1) && ofMonth(month).length === 0) bill.notice(`no coincident peak of ${month.label} is listed within the plan: it costs nothing here.`);
    }
    const usdPerMw = spec.usdPerMwYear / numPeaks;
    if (form === "maximum") {
      bill.notice("coincident peaks are billed by their maximum: conservative, at least what will be owed.");
      return declareMaximum(bill, usdPerMw, coincidentPeakMw, (month) => ofMonth(month).map(({ interval }) => interval));
    }
    for (const kind of ["cash", "expected"] as const) {
      const ofKind = ({ probability }: (typeof listed)[number]) => probability > 0 && (probability < 1) === (kind === "expected");
      const own = listed.filter(ofKind);
      if (own.length === 0) continue;
      const usd = new Float64Array(time.count);
      for (const { interval: { from, shares }, probability } of own) shares.forEach((share, j) => { usd[from + j] += usdPerMw * probability * share; });
      bill.series(PART, "coincident peak", kind, bill.importMw, usd, (month) => {
        const told = ofMonth(month).filter(ofKind);
        const at = told.slice(0, TOLD).map(({ interval }) => meteredStamp(time, interval));
        return () => ({ at, usdPerMw: usdPerMw * told.reduce((sum, { probability }) => sum + probability, 0) });
      });
    }
    return undefined;
  },
};

function declareMaximum(bill: Bill, usdPerMw: number, setMw: Readonly<Record<string, number>>, intervalsOf: (month: MonthSpan) => readonly MeteredInterval[]) {
  const { demand } = bill;
  const peaks: [label: string, peak: Peak][] = [];
  for (const month of bill.months) {
    const { label } = month;
    const intervals = intervalsOf(month);
    if (intervals.length === 0) continue;
    const peak = demand.peakOf(`coincident ${label}`, setMw[label] ?? 0, intervals);
    bill.month(PART, month, "coincident peak", peak.column, usdPerMw, {
      already: peak.alreadySetMw,
      detail: (solved) => ({ ...demand.readPeak(peak, solved), usdPerMw, isConservative: true }),
    });
    peaks.push([label, peak]);
  }
  return (solved: SolvedSite) => ({ coincidentPeakMw: { ...setMw, ...Object.fromEntries(peaks.map(([label, peak]) => [label, demand.readPeak(peak, solved).peakMw])) } });
}

/** Months and sums of probabilities; of what lies outside the plan the clock of its nearer end is taken. */
function checkIntervals({ intervals, months, intervalMinutes }: Spec, numPeaks: number, { site, asset }: Bill): void {
  const sums = new Map<string, number>();
  const isMonthly = numPeaks === months.length;
  const most = isMonthly ? 1 : numPeaks;
  const fault = (place: string, ...words: [given: string, wanted: string, fix: string]) => site.fault(asset, `${PART}.intervals${place}`, ...words);
  intervals.forEach(({ start, probability }, i) => {
    const localMs = localMsOf(site.time, start);
    const month = monthOf(localMs);
    const label = monthLabel(month);
    const period = isMonthly ? label : label.slice(0, 4);
    if (!months.includes((month % 12) + 1)) fault(`[${i}]`, `an interval of ${label}`, `one in the months ${months.join(", ")}`, "correct it, or add its month");
    if ((localMs / MS_PER_MINUTE) % intervalMinutes !== 0) fault(`[${i}]`, "a start between intervals", `a multiple of ${intervalMinutes} minutes`, "give its start, not its end");
    if (intervals.findIndex((other) => other.start === start) < i) fault(`[${i}]`, "an interval listed already", "each once", "remove it");
    sums.set(period, (sums.get(period) ?? 0) + probability);
  });
  for (const [period, sum] of sums) {
    if (sum > most + ROUNDING) fault("", `probabilities that add up to ${Number(sum.toPrecision(6))} in ${period}`, `${most} at most, its peaks`, `lower them${isMonthly ? ", or give peaksPerYear" : ""}`);
  }
}

function localMsOf(time: TimeGrid, ms: number): number {
  const t = Math.floor((ms - time.startMs) / (time.stepHours * MS_PER_HOUR));
  return ms + time.offsetMinutes[Math.max(0, Math.min(time.count, t))] * MS_PER_MINUTE;
}
