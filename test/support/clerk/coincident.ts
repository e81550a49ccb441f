/** Coincident peaks as a clerk works them out: every group of listed hours by itself. */
import type { Hour, Month } from "./calendar.ts";

interface Listed {
  readonly start: string;
  readonly probability?: number;
}

export interface System {
  readonly usdPerMwYear?: number;
  readonly months?: readonly number[];
  readonly peaksPerYear?: number;
  readonly intervals?: readonly Listed[];
  readonly form?: string;
  readonly groups?: readonly {
    readonly name: string;
    readonly usdPerMw: number;
    readonly peaks?: number;
    readonly intervals: readonly Listed[];
    readonly form?: string;
  }[];
}

interface Peaks {
  readonly finishedMw: readonly number[];
  readonly chargedMw?: number;
}

export interface SystemState {
  readonly coincidentPeakMw?: Readonly<Record<string, number>>;
  readonly coincidentYearPeaks?: Readonly<Record<string, Peaks>>;
  readonly coincidentGroupPeaks?: Readonly<Record<string, Peaks>>;
}

interface Group {
  readonly rate: number;
  readonly numPeaks: number;
  readonly form: string;
  readonly listed: readonly Listed[];
  readonly before: Peaks;
}

/** What is certain by the month that bears it, and what is expected. */
export function coincident(system: System, months: readonly Month[], state: SystemState) {
  const certain = new Map<string, number>();
  let expected = 0;
  const hours = new Map(months.flatMap((month) => month.hours.map((hour): [number, Hour] => [hour.ms, hour])));
  const bear = (label: string, usd: number) => certain.set(label, (certain.get(label) ?? 0) + usd);
  for (const { rate, numPeaks, form, listed, before } of groupsOf(system, hours, state)) {
    const met = listed.flatMap((each) => {
      const hour = hours.get(Date.parse(each.start));
      return hour ? [{ ...each, hour, mw: Math.max(0, hour.mw) }] : [];
    });
    if (met.length === 0) continue;
    if (form === "maximum") {
      const sum = (values: readonly number[]) =>
        values
          .toSorted((a, b) => b - a)
          .slice(0, numPeaks)
          .reduce((total, mw) => total + mw, 0);
      const charged = before.chargedMw ?? sum(before.finishedMw);
      const billed = Math.max(charged, sum([...before.finishedMw, ...met.map(({ mw }) => mw)]));
      bear(met.map(({ hour }) => hour.month).toSorted()[met.length - 1], rate * (billed - charged));
    } else
      for (const { hour, mw, probability = 1 } of met) {
        if (probability < 1) expected += rate * probability * mw;
        else bear(hour.month, rate * mw);
      }
  }
  return { certain, expected };
}

function groupsOf(system: System, hours: ReadonlyMap<number, Hour>, state: SystemState): Group[] {
  const { intervals = [], months = [], peaksPerYear, usdPerMwYear = 0, form = "mean", groups = [] } = system;
  const byKey = new Map<string, Listed[]>();
  for (const listed of intervals) {
    const month = hours.get(Date.parse(listed.start))?.month;
    if (month === undefined) continue;
    const key = peaksPerYear === undefined ? month : month.slice(0, 4);
    byKey.set(key, [...(byKey.get(key) ?? []), listed]);
  }
  const nothing = { finishedMw: [] };
  return [
    ...[...byKey].map(([key, listed]) => ({
      rate: usdPerMwYear / (peaksPerYear ?? months.length),
      numPeaks: peaksPerYear ?? 1,
      form,
      listed,
      before:
        peaksPerYear === undefined
          ? { finishedMw: [], chargedMw: state.coincidentPeakMw?.[key] ?? 0 }
          : (state.coincidentYearPeaks?.[key] ?? nothing),
    })),
    ...groups.map(({ name, usdPerMw, peaks = 1, intervals: listed, form: own = form }) => ({
      rate: usdPerMw,
      numPeaks: peaks,
      form: own,
      listed,
      before: state.coincidentGroupPeaks?.[name] ?? nothing,
    })),
  ];
}
