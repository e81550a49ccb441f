/**
 * A charge on what the site imports while the whole system peaks, e.g. ERCOT's 4CP: USD per MW and year on the mean
 * over the year's coincident peaks, or `groups` of intervals with a rate per peak of their own. With p_k = probability
 * that listed interval k (of `intervalMinutes`) is a peak, mean_k = its mean import (the plan's intervals by their
 * share of it), n the number of peaks of a group and r its rate per MW of each:
 *
 *     form `mean`:     cost = r sum_k p_k mean_k                              expected, where p_k < 1
 *     form `maximum`:  cost = r (sum of the n highest mean_k - what was charged of it before the plan)
 *
 * With `usdPerMwYear` r = usdPerMwYear / peaks of a year. One peak lies in each of the `months`, so that the listed
 * intervals of a month are a group with n = 1; with `peaksPerYear` the peaks may lie in any of the months, and those of
 * a calendar year are a group with n = peaksPerYear. Intervals of `groups` may lie in any month; n is `peaks`.
 *
 * `mean` is what will be billed on average. `maximum` takes the highest listed intervals for the peaks, whatever their
 * probability: at least what will be owed where the peaks are among those listed, so conservative, and said so. The
 * highest so far are carried from plan to plan, and of an interval that goes on after the plan what it has had
 * (`coincidentOpenMwh`).
 */
import { localMsAt } from "../../../time/local-clock.ts";
import { monthLabel, MS_PER_MINUTE } from "../../../time/time-grid.ts";
import { keyName, number, strictObject, z } from "../../fields/fields.ts";
import { quantity } from "../../fields/quantities.ts";
import type { Bill } from "../bill/bill.ts";
import { coincidentSchema, openAtEnd, PART, peakGroups, type CoincidentSpec, type PeakGroup } from "./groups.ts";
import { declareHighest, sumOfHighest, type HighestPeaks, type HighestReading } from "./highest-peaks.ts";
import { byMonth, MOST_STAMPS } from "../demand/metered-demand.ts";
import { meanMw, meteredStamp, monthOf } from "../demand/metered-interval.ts";
import type { TariffPart } from "../tariff-part.ts";

const peaksSchema = strictObject({
  finishedMw: z
    .array(number(quantity.powerMw))
    .describe("Highest means of intervals that have ended, as many as are peaks"),
  chargedMw: number(quantity.powerMw, "Sum of the highest that was charged so far").optional(),
});

const state = {
  coincidentPeakMw: byMonth(number(quantity.powerMw))
    .optional()
    .describe("Form maximum: highest import so far in a listed interval, by month"),
  coincidentYearPeaks: z
    .record(z.string().regex(/^\d{4}$/, { error: "a year like 2026; correct it" }), peaksSchema)
    .optional()
    .describe("Form maximum with peaksPerYear: the highest so far, by year"),
  coincidentGroupPeaks: z
    .record(keyName(), peaksSchema)
    .optional()
    .describe("Form maximum: the highest so far, by group"),
  coincidentOpenMwh: number(
    quantity.energyMwh,
    "Form maximum: imported so far in an interval begun before the plan",
  ).optional(),
};

const stateSchema = strictObject(state);
type State = z.output<typeof stateSchema>;
type Peaks = z.output<typeof peaksSchema>;

export const coincidentPeak: TariffPart<typeof coincidentSchema, typeof state> = {
  schema: coincidentSchema,
  state,

  check({ usdPerMwYear, months, intervals, peaksPerYear, groups }, _state, report) {
    const yearly = { usdPerMwYear, months, intervals };
    const missing = Object.entries(yearly)
      .filter(([, value]) => value === undefined)
      .map(([field]) => field);
    if (missing.length === 3 && groups) {
      if (peaksPerYear !== undefined)
        report(
          "peaksPerYear",
          `${peaksPerYear} with groups alone`,
          "peaks of a group",
          "give peaks in the group, or leave it out",
        );
      return;
    }
    for (const field of missing)
      report(field, "nothing", "usdPerMwYear, months and intervals together, or groups", "give it");
  },

  peaksSet(spec, { coincidentPeakMw = {}, coincidentYearPeaks = {}, coincidentGroupPeaks = {} }, months) {
    const { form, groups = [] } = spec;
    const highest = (field: string, of: string, peaks: Peaks | undefined) => ({
      field,
      of,
      mw: Math.max(0, ...(peaks?.finishedMw ?? [])),
    });
    const labels = form === "maximum" ? months.map(monthLabel) : [];
    const years = [...new Set(labels.map((label) => label.slice(0, 4)))];
    return [
      ...labels.map((of) => ({ field: "coincidentPeakMw", of, mw: coincidentPeakMw[of] ?? 0 })),
      ...years.map((of) => highest("coincidentYearPeaks", of, coincidentYearPeaks[of])),
      ...groups
        .filter(({ form: own = form }) => own === "maximum")
        .map(({ name }) => highest("coincidentGroupPeaks", name, coincidentGroupPeaks[name])),
    ];
  },

  declare(spec, before, bill) {
    const { site, asset } = bill;
    const { time } = site;
    const { intervalMinutes } = spec;
    const openMwh = before.coincidentOpenMwh;
    const groups = peakGroups(spec, openMwh ?? 0, bill);
    const stepMinutes = time.stepHours * 60;
    if (stepMinutes > intervalMinutes)
      bill.notice(`coincident peaks of ${intervalMinutes} minutes are planned by ${stepMinutes}.`);
    noteUnlisted(spec, groups, bill);
    declareMeans(
      bill,
      groups.filter((group) => !group.isMaximum),
    );
    const isMaximum = spec.form === "maximum" || spec.groups?.some(({ form }) => form === "maximum");
    if (!isMaximum) return undefined;
    const highest = groups.filter((group) => group.isMaximum);
    bill.notice(
      "coincident peaks are billed by their maximum, whatever their probability: conservative, at least what " +
        "will be owed.",
    );
    const beginsInside = highest.some(({ listed }) => listed.some(({ interval }) => interval.startMs < time.startMs));
    if (beginsInside && openMwh === undefined)
      bill.notice("the plan starts inside a listed interval without coincidentOpenMwh in initialState: 0 is taken.");
    if (openMwh && localMsAt(time, time.startMs) % (intervalMinutes * MS_PER_MINUTE) === 0) {
      site.fault(
        asset,
        `${PART}.intervalMinutes`,
        `coincidentOpenMwh ${openMwh} in initialState`,
        `none, since no interval of ${intervalMinutes} minutes has begun when the plan starts`,
        "remove it",
      );
    }
    const declared = highest.map((group) => ({ group, peaks: declareMaximum(bill, group, before) }));
    const open = openAtEnd(time, intervalMinutes, openMwh ?? 0);
    return (solved) => ({
      ...peaksAtEnd(
        before,
        declared.map(({ group, peaks }) => ({ group, reading: peaks.read(solved) })),
      ),
      ...(open && {
        coincidentOpenMwh: Math.max(0, (meanMw(open, solved.values(bill.importMw)) * intervalMinutes) / 60),
      }),
    });
  },
};

const ITEMS: Readonly<Record<PeakGroup["scope"], (key: string) => string>> = {
  month: (key) => `coincident peak ${key}`,
  year: (key) => `coincident peaks ${key}`,
  group: (key) => `coincident peak ${key}`,
};

/** Says which month of the plan has a peak and no interval. */
function noteUnlisted({ months = [] }: CoincidentSpec, groups: readonly PeakGroup[], bill: Bill): void {
  const listed = new Set(
    groups
      .filter(({ scope }) => scope !== "group")
      .flatMap((group) => group.listed.map(({ interval }) => monthOf(interval.localMs))),
  );
  for (const { month, label } of bill.months) {
    if (months.includes((month % 12) + 1) && !listed.has(month))
      bill.notice(`no coincident peak of ${label} is listed within the plan: it costs nothing here.`);
  }
}

/** The price of every interval by its probability; certain peaks are cash, others an expected cost. */
function declareMeans(bill: Bill, groups: readonly PeakGroup[]): void {
  const { time } = bill.site;
  const items = new Map<string, PeakGroup[]>();
  for (const group of groups) {
    const item = group.scope === "group" ? ITEMS.group(group.key) : "coincident peak";
    items.set(item, [...(items.get(item) ?? []), group]);
  }
  for (const [item, some] of items) {
    const listed = some.flatMap((group) =>
      group.listed.map((each) => ({ ...each, usdPerMw: group.usdPerMw * each.probability })),
    );
    for (const kind of ["cash", "expected"] as const) {
      const own = listed.filter(({ probability }) => probability > 0 && probability < 1 === (kind === "expected"));
      if (own.length === 0) continue;
      const usd = new Float64Array(time.count);
      for (const {
        interval: { from, shares },
        usdPerMw,
      } of own)
        shares.forEach((share, j) => {
          usd[from + j] += usdPerMw * share;
        });
      bill.series(PART, item, kind, bill.importMw, usd, ({ month }) => {
        const ofMonth = own.filter(({ interval }) => monthOf(interval.localMs) === month);
        const at = ofMonth.slice(0, MOST_STAMPS).map(({ interval }) => meteredStamp(time, interval));
        return () => ({ at, usdPerMw: ofMonth.reduce((sum, { usdPerMw }) => sum + usdPerMw, 0) });
      });
    }
  }
}

/** What a group had before the plan. NB: of a month only the highest is known, which was charged. */
function peaksBefore(
  { scope, key, numPeaks }: PeakGroup,
  { coincidentPeakMw, coincidentYearPeaks, coincidentGroupPeaks }: State,
) {
  if (scope === "month") return { finishedMw: [], chargedMw: coincidentPeakMw?.[key] ?? 0 };
  const { finishedMw = [], chargedMw } = (scope === "year" ? coincidentYearPeaks : coincidentGroupPeaks)?.[key] ?? {};
  return { finishedMw, chargedMw: chargedMw ?? sumOfHighest(finishedMw, numPeaks) };
}

/** The highest listed intervals of a group, on the bill of the last month of the plan that has one of them. */
function declareMaximum(bill: Bill, group: PeakGroup, known: State): HighestPeaks {
  const { scope, key, numPeaks, usdPerMw, listed } = group;
  const before = peaksBefore(group, known);
  const peaks = declareHighest(
    bill,
    `coincident ${key}`,
    numPeaks,
    listed.map(({ interval }) => interval),
    before,
  );
  const month =
    bill.months.findLast((span) => listed.some(({ interval }) => monthOf(interval.localMs) === span.month)) ??
    bill.months[0];
  bill.month(PART, month, "coincident peak", peaks.total, usdPerMw, {
    item: ITEMS[scope](key),
    alreadyUsd: usdPerMw * before.chargedMw,
    detail: (solved) => {
      const { peakMw, billedMw, at, worthUsdPerMw } = peaks.read(solved);
      return {
        peakMw,
        ...(numPeaks > 1 && { billedMw }),
        alreadySetMw: before.chargedMw,
        at,
        worthUsdPerMw,
        usdPerMw,
        isConservative: true,
      };
    },
  });
  return peaks;
}

function peaksAtEnd(
  before: State,
  readings: readonly { readonly group: PeakGroup; readonly reading: HighestReading }[],
): Partial<State> {
  const of = <Value>(scope: PeakGroup["scope"], value: (reading: HighestReading) => Value) =>
    readings
      .filter(({ group }) => group.scope === scope)
      .map(({ group, reading }) => [group.key, value(reading)] as const);
  const peaks = ({ finishedMw, billedMw }: HighestReading) => ({ finishedMw: [...finishedMw], chargedMw: billedMw });
  const [months, years, groups] = [of("month", ({ billedMw }) => billedMw), of("year", peaks), of("group", peaks)];
  return {
    ...(months.length > 0 && { coincidentPeakMw: { ...before.coincidentPeakMw, ...Object.fromEntries(months) } }),
    ...(years.length > 0 && { coincidentYearPeaks: { ...before.coincidentYearPeaks, ...Object.fromEntries(years) } }),
    ...(groups.length > 0 && {
      coincidentGroupPeaks: { ...before.coincidentGroupPeaks, ...Object.fromEntries(groups) },
    }),
  };
}
