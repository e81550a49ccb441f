/**
 * Facility power at part load, where PUE is not one number: points (IT power, facility power) as metered, straight
 * lines between them, and outdoor temperature acting on the overhead. With f through the points:
 *
 *     F_t(y) = y + k_t (f(y) - y),      k_t = 1 + overheadPerDegC (outdoorDegC_t - referenceDegC)
 *
 * Where IT power y is given, F_t(y) is a number. Where it is a decision f must be convex: with segments of slopes m_kt
 *
 *     y_t = sum_k s_kt,   0 <= s_kt <= width_k,   draw_t = F_t(0) - cut_t + sum_k m_kt s_kt,   0 <= cut_t <= F_t(0)
 *     cost = dt unservedUsdPerMwh cut_t
 *
 * m_kt rises with k, so wherever power has a price above 0 segments fill in order; that they do elsewhere, too, is an
 * either-or rule of s_{k+1} and what is left of segment k. Overhead at no load (the hall stays on) must be served, or
 * is cut at its price, and never while the hall's load runs.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import type { FaultReport } from "../asset.ts";
import { curve, number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import type { RuleFlow } from "../rule-dispatch.ts";

export const facilityCurveSchema = strictObject({
  points: z
    .array(
      strictObject({
        itMw: number(quantity.powerMw, "IT power of the point"),
        facilityMw: number(quantity.powerMw, "Facility power at that IT power"),
      }),
    )
    .min(2)
    .describe("By rising IT power, over the range the load may take"),
  overheadPerDegC: number(quantity.perDegC, "Change of the overhead per degree, as a share of it").optional(),
  outdoorDegC: curve(quantity.degC, "Outdoor temperature, where the overhead depends on it").optional(),
  referenceDegC: number(quantity.degC, "Outdoor temperature the points were metered at").optional(),
  unservedUsdPerMwh: number(
    quantity.costUsdPerMwh,
    "Loads that are served by price: per MWh of the overhead at no load that is cut; absent = must be served",
  ).optional(),
});

export type FacilityCurve = Resolved<z.output<typeof facilityCurveSchema>>;

/** `isDecision`: IT power is not given but chosen. */
export function checkFacilityCurve(
  { points, overheadPerDegC, outdoorDegC, referenceDegC }: FacilityCurve,
  isDecision: boolean,
  report: FaultReport,
): void {
  const at = (k: number) => `facilityByIt.points[${k}]`;
  const weather = [overheadPerDegC, outdoorDegC, referenceDegC].filter((field) => field !== undefined).length;
  if (weather % 3 !== 0)
    report(
      "facilityByIt.overheadPerDegC",
      `${weather} of overheadPerDegC, outdoorDegC and referenceDegC`,
      "all three or none",
      "give the missing ones, or leave temperature out",
    );
  points.forEach(({ itMw, facilityMw }, k) => {
    if (facilityMw < itMw)
      report(
        `${at(k)}.facilityMw`,
        `${facilityMw}`,
        `at least its itMw = ${itMw}`,
        "facility power includes IT power; check which is which",
      );
    if (k > 0 && itMw <= points[k - 1].itMw)
      report(
        `${at(k)}.itMw`,
        `${itMw}`,
        `more than the point before, ${points[k - 1].itMw}`,
        "list the points by rising IT power, each once",
      );
  });
  const cold =
    overheadFactor(1, { overheadPerDegC, outdoorDegC, referenceDegC })?.findIndex((factor) => factor < 0) ?? -1;
  if (cold >= 0)
    report(
      "facilityByIt.overheadPerDegC",
      `${overheadPerDegC}`,
      `an overhead of 0 or more at ${outdoorDegC?.[cold]} degrees`,
      "lower it, or meter the points nearer to that temperature",
    );
  if (!isDecision) return;
  if (points[0].itMw !== 0)
    report(
      `${at(0)}.itMw`,
      `${points[0].itMw}`,
      "0: a load that may idle needs what the hall draws at no IT load",
      "meter it, or prolong the first line to 0",
    );
  points.forEach((_, k) => {
    if (k === 0 || k === points.length - 1 || slope(points, k) >= slope(points, k - 1) - SAME_SLOPE) return;
    report(
      at(k),
      `${slope(points, k).toFixed(4)} MW per MW of IT after it, ${slope(points, k - 1).toFixed(4)} before`,
      "facility power that rises ever faster (convex): of a curve that flattens a linear program takes the " +
        "flat part first, so power would be drawn that is not",
      "leave this point out (its chord errs by little), or give the load as one that is always served",
    );
  });
}

/** Slopes that differ by less are equal: rounding of the metered points. */
const SAME_SLOPE = 1e-9;

/** Facility power of given IT power, MW. */
export function facilityAt(facility: FacilityCurve, itMw: Float64Array): Float64Array {
  const { points } = facility;
  const factor = overheadFactor(itMw.length, facility);
  return itMw.map((mw, t) => {
    let k = 0;
    while (k < points.length - 2 && mw > points[k + 1].itMw) k++;
    const overhead = points[k].facilityMw + slope(points, k) * (mw - points[k].itMw) - mw;
    return mw + (factor?.[t] ?? 1) * overhead;
  });
}

/** A hall whose IT load is a decision. */
export interface Hall {
  readonly segments: readonly {
    readonly columns: ColumnBlock;
    readonly busMwPerItMw: Float64Array;
    readonly upper: Float64Array;
  }[];
  /** F_t(0). */
  readonly idleMw: Float64Array;
  readonly cutMw: ColumnBlock | undefined;
}

/** Draws the facility power of `itMw` (upper limits `mostMw`) from the site bus. */
export function declareHall(site: SiteModel, facility: FacilityCurve, itMw: ColumnBlock, mostMw: Float64Array): Hall {
  const { asset } = itMw;
  const { points, unservedUsdPerMwh } = facility;
  const { count, stepHours } = site.time;
  const idleMw = facilityAt(facility, new Float64Array(count));
  const factor = overheadFactor(count, facility);
  const bends = points.flatMap((_, k) =>
    k < points.length - 1 && (k === 0 || slope(points, k) > slope(points, k - 1) + SAME_SLOPE) ? [k] : [],
  );
  const segments = bends.map((k, i) => {
    const from = points[k].itMw;
    const to = points[bends[i + 1] ?? points.length - 1].itMw;
    const upper = mostMw.map((mw) => Math.min(to, Math.max(from, mw)) - from);
    const columns = bends.length === 1 ? itMw : site.addSeries(asset, `itMw from ${from}`, { unit: "MW", upper });
    const busMwPerItMw = Float64Array.from(
      { length: count },
      (_, t) => 1 + (factor?.[t] ?? 1) * (slope(points, k) - 1),
    );
    site.supply(
      columns,
      busMwPerItMw.map((mw) => -mw),
    );
    return { columns, busMwPerItMw, upper };
  });
  if (segments.length > 1) {
    const load = site.addRows(asset, "IT load", { unit: "MW", lower: 0, upper: 0 });
    site.addTerms(load, itMw, -1);
    segments.forEach(({ columns, upper }, k) => {
      site.addTerms(load, columns, 1);
      if (k === segments.length - 1) return;
      const left = site.addSeries(asset, `left of ${columns.name}`, { unit: "MW", upper });
      const rows = site.addRows(asset, `width of ${columns.name}`, { unit: "MW", lower: upper, upper });
      site.addTerms(rows, columns, 1);
      site.addTerms(rows, left, 1);
      site.addEitherOr(
        `${asset} draws at ${segments[k + 1].columns.name} before it is there`,
        [segments[k + 1].columns],
        [left],
        "give facilityByIt two points, or limit import where power costs less than nothing",
      );
    });
  }
  site.demand(idleMw);
  let cutMw: ColumnBlock | undefined;
  if (unservedUsdPerMwh !== undefined) {
    cutMw = site.addSeries(asset, "overheadCutMw", { unit: "MW", upper: idleMw });
    site.supply(cutMw);
    site.addCost(cutMw, "overhead cut", "penalty", unservedUsdPerMwh * stepHours);
    site.addEitherOr(
      `${asset} runs while its hall is cut off`,
      [itMw],
      [cutMw],
      "raise unservedUsdPerMwh of facilityByIt",
    );
  }
  return { segments, idleMw, cutMw };
}

/** What the hall draws from the site bus, MW. */
export function hallMw({ segments, idleMw, cutMw }: Hall, solved: SolvedSite): Float64Array {
  const cut = solved.values(cutMw);
  const parts = segments.map(({ columns, busMwPerItMw }) => ({ mw: solved.values(columns), busMwPerItMw }));
  return idleMw.map((mw, t) => parts.reduce((sum, part) => sum + part.mw[t] * part.busMwPerItMw[t], mw - cut[t]));
}

/** What IT power draws above the hall's draw at no load in interval t, MW at the bus; segments fill in order. */
export function aboveIdleMw({ segments }: Hall, t: number, itMw: number): number {
  let left = itMw;
  return segments.reduce((mw, { busMwPerItMw, upper }) => {
    const part = Math.min(left, upper[t]);
    left -= part;
    return mw + part * busMwPerItMw[t];
  }, 0);
}

/** The inverse: IT power that `busMw` above the draw at no load is enough for. */
export function itMwWithin({ segments }: Hall, t: number, busMw: number): number {
  let left = busMw;
  return segments.reduce((mw, { busMwPerItMw, upper }) => {
    const part = Math.min(left, upper[t] * busMwPerItMw[t]);
    left -= part;
    return mw + (busMwPerItMw[t] > 0 ? part / busMwPerItMw[t] : upper[t]);
  }, 0);
}

/** The hall's draw at no load under the threshold rule. */
export function overheadFlow({ idleMw, cutMw }: Hall): RuleFlow {
  return {
    role: "must-serve",
    reachMw: (t) => idleMw[t],
    fixes: cutMw ? [{ columns: cutMw, value: (t, mw) => idleMw[t] - mw }] : [],
  };
}

/** Facility MW that the last MW of IT takes, outdoor temperature left aside. */
export function steepestSlope({ points }: FacilityCurve): number {
  return slope(points, points.length - 2);
}

/** Facility MW per MW of IT between point k and the next. */
function slope(points: FacilityCurve["points"], k: number): number {
  return (points[k + 1].facilityMw - points[k].facilityMw) / (points[k + 1].itMw - points[k].itMw);
}

/** k_t; undefined without temperature. */
function overheadFactor(
  count: number,
  {
    overheadPerDegC,
    outdoorDegC,
    referenceDegC,
  }: Pick<FacilityCurve, "overheadPerDegC" | "outdoorDegC" | "referenceDegC">,
): Float64Array | undefined {
  if (overheadPerDegC === undefined || !outdoorDegC || referenceDegC === undefined) return undefined;
  return Float64Array.from(
    { length: Math.max(count, outdoorDegC.length) },
    (_, t) => 1 + overheadPerDegC * (outdoorDegC[t] - referenceDegC),
  );
}
