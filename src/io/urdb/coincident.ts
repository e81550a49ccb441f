/**
 * Coincident peaks of a URDB rate: a rate per kW by month and hour on the demand while the system peaks, once in each
 * month with a rate. The rate does not say when that may be: `options.coincident` lists the intervals.
 *
 * Where all listed intervals have one rate, and it is that of every month with one, the planner's charge is of the
 * year: rate x months. Rates that differ by month or hour become groups, one for every month and rate among the
 * intervals.
 */
import type { UrdbFields, UrdbTier } from "./fields.ts";
import type { CoincidentIntervals, TariffFields } from "./tariff-fields.ts";
import { shortJson } from "../describe-value.ts";

type Interval = CoincidentIntervals["intervals"][number];
type Group = NonNullable<NonNullable<TariffFields["coincidentPeak"]>["groups"]>[number];

/** `usdPerMw` of a period; `months` 0 to 11. */
export function coincidentParts(
  urdb: UrdbFields,
  structure: readonly (readonly UrdbTier[])[],
  schedule: readonly (readonly number[])[],
  usdPerMw: (period: number) => number,
  months: readonly number[],
  listed: CoincidentIntervals | undefined,
): Pick<TariffFields, "coincidentPeak"> {
  const rates = new Map(structure.map((_, period) => [period, usdPerMw(period)]));
  const rateAt = (month: number, hour: number) => rates.get(schedule[month][hour]) ?? 0;
  const ofMonths = months
    .map((month) => ({ month, usdPerMw: [...new Set(schedule[month].map((_, hour) => rateAt(month, hour)))] }))
    .map(({ month, usdPerMw: each }) => ({ month, usdPerMw: each.filter((usd) => usd > 0) }))
    .filter(({ usdPerMw: each }) => each.length > 0);
  if (ofMonths.length === 0) return {};
  if (!listed) {
    urdb.fault(
      "coincidentratestructure",
      "a charge on coincident peaks",
      "the intervals in which the system may peak",
      "give options.coincident, { intervalMinutes, intervals: [{ start, probability }] }",
    );
    return {};
  }
  const { intervalMinutes } = listed;
  const intervals = [...listed.intervals];
  const [first] = ofMonths[0].usdPerMw;
  if (ofMonths.every(({ usdPerMw: each }) => each.length === 1 && each[0] === first))
    return {
      coincidentPeak: {
        usdPerMwYear: first * ofMonths.length,
        months: ofMonths.map(({ month }) => month + 1),
        intervalMinutes,
        intervals,
      },
    };
  const groups = new Map<string, { -readonly [Key in keyof Group]: Group[Key] } & { intervals: Interval[] }>();
  let free = 0;
  intervals.forEach((interval, i) => {
    const local = /^(\d{4})-(\d{2})-\d{2}T(\d{2})(?!.*z$)/iu.exec(String(interval.start));
    if (!local) {
      urdb.fault(
        `options.coincident.intervals[${i}].start`,
        shortJson(interval.start),
        "ISO-8601 with the local offset, e.g. 2026-07-14T17:00:00-05:00, since rates differ by local month and hour",
        "write it by the local clock",
      );
      return;
    }
    const [, year, month, hour] = local;
    const rate = rateAt(Number(month) - 1, Number(hour));
    if (rate === 0) free++;
    else {
      const name = `${year}-${month} at ${rate / 1000} USD per kW`;
      const group = groups.get(name) ?? { name, usdPerMw: rate, peaks: 1, intervals: [] };
      group.intervals.push(interval);
      groups.set(name, group);
    }
  });
  if (free > 0)
    urdb.notices.push(
      `${free} of options.coincident.intervals are in hours without a coincident rate: they cost nothing.`,
    );
  urdb.notices.push("coincident rates differ by month or hour: the intervals are billed in groups of one rate.");
  return groups.size === 0 ? {} : { coincidentPeak: { intervalMinutes, groups: [...groups.values()] } };
}
