/**
 * Energy by the month's volume, at rates that rise. Tier k holds what of the month's import lies between `upToMwh` of
 * the tier before and its own; `before_k` of it was taken before the plan:
 *
 *     sum_k tier_{m,k} = dt sum over t in m of import_t,     0 <= tier_{m,k} <= width_{m,k} - before_k
 *     cost             = sum_k usdPerMwh_{m,k} tier_{m,k}    on top of `importPriceUsdPerMwh` and `touEnergyCharge`
 *
 * With `netMetering` the volume is net of what exported energy offsets, so that import before the plan may leave its
 * tier again. Bounds and rates may differ by month. With `periods` each period of the schedules has tiers of its own,
 * which hold the month's import within it: share_{t,p} import_t in place of import_t, with share_{t,p} of interval t in
 * period p.
 *
 * Falling rates are refused: the cost of a month would be concave in its volume, and a linear program would fill the
 * cheapest tier first. Rejected: binaries that keep the order (REopt), for the plan would lose its prices.
 */
import type { SolvedSite } from "../../../model/solved-site.ts";
import type { FaultReport } from "../../asset.ts";
import { keyName, monthlyNumber, number, ofMonth, type Resolved, strictObject, z } from "../../fields/fields.ts";
import { quantity } from "../../fields/quantities.ts";
import { scaled, weightedSum } from "../../fields/series.ts";
import type { Bill } from "../bill/bill.ts";
import { byMonth } from "../demand/metered-demand.ts";
import type { TariffPart } from "../tariff-part.ts";
import { checkSchedules, periodShares, schedules } from "../schedule/time-of-use.ts";

const tiersSchema = z
  .array(
    strictObject({
      usdPerMwh: monthlyNumber(quantity.priceUsdPerMwh, "One, or 12 from January on"),
      upToMwh: monthlyNumber(
        { ...quantity.energyMwh, aboveMin: true },
        "Import of the month up to which the rate holds, one or 12 from January on; none for the last tier",
      ).optional(),
    }),
  )
  .min(1);

const schema = strictObject({
  tiers: tiersSchema.optional().describe("Of all import of a month"),
  periods: z
    .record(keyName(), tiersSchema)
    .optional()
    .describe("In place of tiers: those of each period of the schedules"),
  weekday: schedules.weekday.optional(),
  weekend: schedules.weekend.optional(),
});

const state = {
  monthMwh: byMonth(number(quantity.energyMwh))
    .optional()
    .describe("Imported so far by month, e.g. { '2026-07': 18000 }"),
  periodMwh: byMonth(z.record(z.string(), number(quantity.energyMwh)))
    .optional()
    .describe("With periods: imported so far by month and period"),
};

type Spec = Resolved<z.output<typeof schema>>;
type Tiers = NonNullable<Spec["tiers"]>;
const MONTHS = 12;
const PART = "energyTiers";
/** Shares of an interval this close are the same: rounding. */
const SAME_SHARE = 1e-9;

export const energyTiers: TariffPart<typeof schema, typeof state> = {
  schema,
  state,
  sized: ({ tiers, periods = {} }) =>
    `energyTiers of ${(tiers ? [tiers] : Object.values(periods))
      .map((own) => own.map(({ upToMwh }) => upToMwh ?? "more").join(", "))
      .join("; ")} MWh`,

  check({ tiers, periods, weekday, weekend }, { periodMwh = {} }, report) {
    if (!tiers === !periods)
      report(
        "tiers",
        tiers ? "tiers and periods" : "neither tiers nor periods",
        "one of them",
        "give the tiers of the month, or of each period",
      );
    if (tiers) checkTiers(tiers, "tiers", report);
    if (!periods) return;
    if (weekday === undefined || weekend === undefined)
      report(
        weekday === undefined ? "weekday" : "weekend",
        "nothing",
        "weekday and weekend beside periods",
        "give the schedules",
      );
    else checkSchedules({ weekday, weekend }, periods, "periods", report);
    for (const [period, own] of Object.entries(periods)) checkTiers(own, `periods["${period}"]`, report);
    for (const [month, volumes] of Object.entries(periodMwh)) {
      for (const period of Object.keys(volumes)) {
        if (!Object.hasOwn(periods, period))
          report(
            `initialState.periodMwh["${month}"]`,
            `a volume of "${period}"`,
            `one of periods: ${Object.keys(periods).join(", ")}`,
            "correct or remove it",
          );
      }
    }
  },

  declare(spec, { monthMwh = {}, periodMwh = {} }, bill) {
    const { site, asset, months } = bill;
    const { count, stepHours } = site.time;
    const first = months[0].label;
    if (spec.tiers) bill.noteUnknown("monthMwh", monthMwh[first]);
    else bill.noteUnknown("periodMwh", periodMwh[first]);
    const startUsdPerMwh = new Float64Array(count);
    if (bill.netted.length > 0 && months.length > 1)
      site.fault(
        asset,
        PART,
        `tiers beside netMetering over ${months.length} months`,
        "one month: a plan of least cost would save credits for a month in a higher tier",
        "plan the months one after the other, each from the last one's endState",
      );
    const parts = partsOf(spec, count, (given) => periodShares(given, site.time));
    const volumes = months.flatMap((month) =>
      parts.flatMap(({ period, tiers, shares }) => {
        const { label, from, to } = month;
        const within = shares.subarray(from, to);
        if (!within.some((share) => share > 0)) return [];
        const before = (period === undefined ? monthMwh[label] : periodMwh[label]?.[period]) ?? 0;
        const name = period === undefined ? label : `${period} ${label}`;
        const row = site.addRow(asset, `tiers ${name}`, { unit: "MWh", lower: 0, upper: 0, from });
        site.addSum(row, bill.importMw, scaled(shares, -stepHours), from, to);
        // Net of what exported energy offsets, which may be import before the plan: then tiers empty again.
        const netted = nettedWithin(bill, label, shares, period);
        for (const { offset } of netted) site.addShared(row, offset, 1);
        const roomMwh = netted.reduce((mwh, volume) => mwh + volume.roomMwh, 0);
        const importMwh = (solved: SolvedSite) =>
          Math.max(
            0,
            netted.reduce(
              (mwh, volume) => mwh - volume.offsetMwh(solved),
              before + weightedSum(solved.values(bill.importMw).subarray(from, to), within) * stepHours,
            ),
          );
        const bounds = tiers.map(({ upToMwh }) => (upToMwh === undefined ? Infinity : ofMonth(upToMwh, month.month)));
        tiers.forEach(({ usdPerMwh: rates }, k) => {
          const usdPerMwh = ofMonth(rates, month.month);
          const aboveMwh = k === 0 ? 0 : bounds[k - 1];
          const leftMwh = Math.max(0, bounds[k] - Math.max(before, aboveMwh));
          const takenMwh = Math.min(bounds[k], Math.max(before, aboveMwh)) - aboveMwh;
          const emptiedMwh = Math.min(takenMwh, roomMwh);
          if (leftMwh === 0 && emptiedMwh === 0) return;
          if (before >= aboveMwh && leftMwh > 0)
            for (let t = from; t < to; t++) startUsdPerMwh[t] += usdPerMwh * shares[t];
          const column = site.addColumn(asset, `tier ${k + 1} ${name}`, {
            unit: "MWh",
            lower: -emptiedMwh,
            upper: leftMwh,
          });
          site.addShared(row, column, 1);
          bill.month(
            PART,
            month,
            `energy tier ${k + 1}${period === undefined ? "" : ` ${period}`}`,
            column,
            usdPerMwh,
            {
              settled: (solved) => Math.min(bounds[k], Math.max(importMwh(solved), aboveMwh)) - aboveMwh - takenMwh,
              detail: (solved) => ({ importMwh: importMwh(solved), nextUsdPerMwh: solved.rowPrice(row) }),
            },
          );
        });
        return [{ label, period, importMwh }];
      }),
    );
    startUsdPerMwh.forEach((usd, t) => {
      bill.energyUsdPerMwh[t] += usd;
    });
    return (solved) => {
      if (spec.tiers)
        return {
          monthMwh: {
            ...monthMwh,
            ...Object.fromEntries(volumes.map(({ label, importMwh }) => [label, importMwh(solved)])),
          },
        };
      const byPeriod: Record<string, Record<string, number>> = Object.fromEntries(
        Object.entries(periodMwh).map(([month, own]) => [month, { ...own }]),
      );
      for (const { label, period, importMwh } of volumes)
        if (period !== undefined) (byPeriod[label] ??= {})[period] = importMwh(solved);
      return { periodMwh: byPeriod };
    };
  },
};

/** The netted volumes of a month that a part's tiers hold; each has to lie in the part as a whole. */
function nettedWithin({ site, asset, netted }: Bill, label: string, shares: Float64Array, period = "") {
  const own = netted.filter(
    (volume) => volume.label === label && volume.shares.some((share, t) => share * shares[t] > 0),
  );
  const beyond = own.some((volume) => volume.shares.some((share, t) => share > shares[t] + SAME_SHARE));
  if (beyond)
    site.fault(
      asset,
      PART,
      `tiers of "${period}" that hold a part of a period of netMetering`,
      "periods of energyTiers that hold those of netMetering as a whole",
      "give both the same schedules",
    );
  return own;
}

/** All import as one part, or that of each period, with the share of every interval that lies in it. */
function partsOf(
  { tiers, periods = {}, weekday, weekend }: Spec,
  count: number,
  sharesOf: (given: {
    weekday: NonNullable<Spec["weekday"]>;
    weekend: NonNullable<Spec["weekend"]>;
  }) => Map<string, Float64Array>,
) {
  if (tiers || weekday === undefined || weekend === undefined)
    return [{ period: undefined, tiers: tiers ?? [], shares: new Float64Array(count).fill(1) }];
  const shares = sharesOf({ weekday, weekend });
  return Object.entries(periods).flatMap(([period, own]) => {
    const share = shares.get(period);
    return share ? [{ period, tiers: own, shares: share }] : [];
  });
}

function checkTiers(tiers: Tiers, path: string, report: FaultReport): void {
  const isByMonth = tiers.some(
    ({ usdPerMwh, upToMwh }) => typeof usdPerMwh !== "number" || (upToMwh !== undefined && typeof upToMwh !== "number"),
  );
  const months = Array.from({ length: isByMonth ? MONTHS : 1 }, (_, month) => month);
  tiers.forEach(({ usdPerMwh, upToMwh }, i) => {
    const before = tiers[i - 1];
    const isLast = i === tiers.length - 1;
    if ((upToMwh === undefined) !== isLast) {
      report(
        `${path}[${i}].upToMwh`,
        upToMwh === undefined ? "nothing" : `${upToMwh}`,
        "a volume for every tier but the last, which holds all further import",
        isLast ? "add a tier without it" : "give it",
      );
    }
    const above = before?.upToMwh;
    const narrow =
      upToMwh !== undefined && above !== undefined
        ? months.find((month) => ofMonth(upToMwh, month) <= ofMonth(above, month))
        : undefined;
    if (!isLast && narrow !== undefined && upToMwh !== undefined && above !== undefined) {
      report(
        `${path}[${i}].upToMwh`,
        `${ofMonth(upToMwh, narrow)}`,
        `more than the tier before, ${ofMonth(above, narrow)}${isByMonth ? `, in month ${narrow + 1}` : ""}`,
        "list tiers by volume",
      );
    }
    const falling = before
      ? months.find((month) => ofMonth(usdPerMwh, month) < ofMonth(before.usdPerMwh, month))
      : undefined;
    if (falling === undefined) return;
    report(
      `${path}[${i}].usdPerMwh`,
      `${ofMonth(usdPerMwh, falling)} after ` +
        `${ofMonth(before.usdPerMwh, falling)}${isByMonth ? ` in month ${falling + 1}` : ""}`,
      "rates that rise with volume: a linear program would use the cheapest tier first, and bill less than the utility",
      "leave energyTiers out, and add to importAdderUsdPerMwh the rate of the tier in which the month will end",
    );
  });
}
