/**
 * The listed intervals of a coincident-peak charge, sorted into groups that are billed each by itself: the listed
 * intervals of a month (one of them is its peak), those of a year (`peaksPerYear` of them are), or a group with a rate
 * of its own (`peaks` of them are), whatever months it spans.
 */
import { localMsAt } from "../../../time/local-clock.ts";
import { monthLabel, MS_PER_HOUR, MS_PER_MINUTE, type TimeGrid } from "../../../time/time-grid.ts";
import { instant, keyName, number, type Resolved, strictObject, z } from "../../fields/fields.ts";
import { quantity } from "../../fields/quantities.ts";
import type { Bill } from "../bill/bill.ts";
import { meteredInterval, monthOf, type MeteredInterval } from "../demand/metered-interval.ts";

const intervalsSchema = z
  .array(
    strictObject({
      start: instant().describe("Start of an interval that may be a peak"),
      probability: number(quantity.fraction, "Form mean: that it is one of the peaks").default(1),
    }),
  )
  .min(1);

const formSchema = z.enum(["mean", "maximum"]);

const groupSchema = strictObject({
  name: keyName().describe("Name of the group, the key of its peaks in the state"),
  usdPerMw: number(quantity.usdPerMw, "On the mean import of each of its peaks"),
  peaks: z.int().min(1).max(366).default(1).describe("How many of its intervals are peaks"),
  intervals: intervalsSchema.describe("Intervals that may be peaks, with their probability"),
  form: formSchema.optional().describe("Default that of the charge"),
});

export const coincidentSchema = strictObject({
  usdPerMwYear: number(
    quantity.chargeUsdPerMwYear,
    "On the mean import over the year's coincident peaks; with months and intervals",
  ).optional(),
  months: z
    .array(z.int().min(1).max(12))
    .min(1)
    .optional()
    .describe("Calendar months that have a peak, e.g. [6, 7, 8, 9]"),
  peaksPerYear: z
    .int()
    .min(1)
    .max(366)
    .optional()
    .describe("Peaks of a year, in whichever of the months they fall; default one in each of the months"),
  intervalMinutes: z.literal([5, 15, 30, 60]).meta({ unit: "min" }).describe("Length of a listed interval"),
  intervals: intervalsSchema.optional().describe("Intervals that may be peaks, with their probability"),
  groups: z
    .array(groupSchema)
    .min(1)
    .optional()
    .describe("Groups of intervals with rates of their own, in place of the year's rate or beside it"),
  form: formSchema.default("mean").describe("maximum: the highest listed intervals, conservative"),
});

export type CoincidentSpec = Resolved<z.output<typeof coincidentSchema>>;
type Listed = NonNullable<CoincidentSpec["intervals"]>[number];

/** Which field of the state keeps what a group had before the plan, and under which key. */
export type GroupScope = "month" | "year" | "group";

export interface PeakGroup {
  readonly scope: GroupScope;
  /** `2026-07`, `2026` or the group's name. */
  readonly key: string;
  /** How many of its intervals are peaks. */
  readonly numPeaks: number;
  /** Of each of them. */
  readonly usdPerMw: number;
  readonly isMaximum: boolean;
  /** Those within the plan, in the order of the list. */
  readonly listed: readonly { readonly interval: MeteredInterval; readonly probability: number }[];
}

/** Probabilities may add up to this much above the number of peaks: rounding. */
const ROUNDING = 1e-6;
export const PART = "coincidentPeak";

/**
 * All groups that have an interval within the plan; lists faults of the others too. `openMwh` is what the interval that
 * the plan starts in has had before it.
 */
export function peakGroups(spec: CoincidentSpec, openMwh: number, bill: Bill): PeakGroup[] {
  const { intervalMinutes, form, months = [], intervals = [], usdPerMwYear = 0, groups = [] } = spec;
  const { time } = bill.site;
  const numPeaks = spec.peaksPerYear ?? months.length;
  const isMonthly = spec.peaksPerYear === undefined;
  const fault = (place: string, ...words: [given: string, wanted: string, fix: string]) =>
    bill.site.fault(bill.asset, `${PART}.${place}`, ...words);
  const within = (listed: readonly Listed[]) =>
    listed.flatMap(({ start, probability }) => {
      const interval = meteredInterval(time, start, intervalMinutes);
      return interval
        ? [
            {
              interval:
                interval.startMs < time.startMs ? { ...interval, openMw: (openMwh * 60) / intervalMinutes } : interval,
              probability,
            },
          ]
        : [];
    });

  checkIntervals(intervals, "intervals", intervalMinutes, time, fault);
  const byKey = new Map<string, Listed[]>();
  intervals.forEach((listed, i) => {
    const month = monthOf(localMsAt(time, listed.start));
    const label = monthLabel(month);
    if (!months.includes((month % 12) + 1))
      fault(
        `intervals[${i}]`,
        `an interval of ${label}`,
        `one in the months ${months.join(", ")}`,
        "correct it, or add its month",
      );
    const key = isMonthly ? label : label.slice(0, 4);
    byKey.set(key, [...(byKey.get(key) ?? []), listed]);
  });
  const found: PeakGroup[] = [];
  for (const [key, listed] of byKey) {
    const own = isMonthly ? 1 : numPeaks;
    if (form === "mean")
      checkProbabilities(
        listed,
        own,
        `in ${key}`,
        "intervals",
        isMonthly ? "lower them, or give peaksPerYear" : "lower them",
        fault,
      );
    found.push({
      scope: isMonthly ? "month" : "year",
      key,
      numPeaks: own,
      usdPerMw: usdPerMwYear / numPeaks,
      isMaximum: form === "maximum",
      listed: within(listed),
    });
  }
  groups.forEach(({ name, usdPerMw, peaks, intervals: listed, form: own = form }, i) => {
    if (groups.findIndex((other) => other.name === name) < i)
      fault(`groups[${i}].name`, `"${name}" again`, "a name of its own", "rename it");
    checkIntervals(listed, `groups[${i}].intervals`, intervalMinutes, time, fault);
    if (own === "mean")
      checkProbabilities(listed, peaks, `in "${name}"`, `groups[${i}].intervals`, "lower them, or raise peaks", fault);
    found.push({
      scope: "group",
      key: name,
      numPeaks: peaks,
      usdPerMw,
      isMaximum: own === "maximum",
      listed: within(listed),
    });
  });
  return found.filter(({ listed }) => listed.length > 0);
}

type Fault = (place: string, given: string, wanted: string, fix: string) => void;

function checkIntervals(
  intervals: readonly Listed[],
  place: string,
  minutes: number,
  time: TimeGrid,
  fault: Fault,
): void {
  const seen = new Set<number>();
  intervals.forEach(({ start }, i) => {
    if ((localMsAt(time, start) / MS_PER_MINUTE) % minutes !== 0)
      fault(
        `${place}[${i}]`,
        "a start between intervals",
        `a multiple of ${minutes} minutes`,
        "give its start, not its end",
      );
    if (seen.has(start)) fault(`${place}[${i}]`, "an interval listed already", "each once", "remove it");
    seen.add(start);
  });
}

function checkProbabilities(
  listed: readonly Listed[],
  most: number,
  where: string,
  place: string,
  fix: string,
  fault: Fault,
): void {
  const sum = listed.reduce((total, { probability }) => total + probability, 0);
  if (sum > most + ROUNDING)
    fault(
      place,
      `probabilities that add up to ${Number(sum.toPrecision(6))} ${where}`,
      `${most} at most, its peaks`,
      fix,
    );
}

/**
 * The interval of the meter that the plan ends in, with what it has had by then; undefined where one ends with the
 * plan.
 */
export function openAtEnd(time: TimeGrid, minutes: number, openMwh: number): MeteredInterval | undefined {
  const endMs = time.startMs + time.count * time.stepHours * MS_PER_HOUR;
  const sinceMs = localMsAt(time, endMs) % (minutes * MS_PER_MINUTE);
  if (sinceMs === 0) return undefined;
  const interval = meteredInterval(time, endMs - sinceMs, minutes);
  return interval && { ...interval, openMw: interval.startMs < time.startMs ? (openMwh * 60) / minutes : 0 };
}
