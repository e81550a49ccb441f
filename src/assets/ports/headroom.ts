/**
 * What an asset can take off the site's need for power at short notice, and the rows that keep it from being sold
 * twice. An asset offers one slice or several (segments of a fleet, jobs), each with what a MWh of it is worth:
 *
 *     headroom_st = constantMw_s + sum over its parts of coefficient column_t         MW
 *
 * For a load that is its draw above the floor; for a battery dischargeLimitMw - discharge_t + charge_t. Of product p,
 * sold_pst is backed by slice s, and c_pt = 1 where p is called. Over all products of the asset:
 *
 *     sum_p (1 - c_pt) sold_pst <= headroom_st                                        one row per slice
 *     stored_t >= leastMwh_t + mwhPerMwh sum_ps (1 - c_pt) hours_p sold_pst             storage
 *     sum_ps sold_pst / responseHours_p <= rampDownMwPerH                             where the asset sheds no faster
 *     sum_s headroom_st + sum_ps c_pt sold_pst <= sum_s headroom_s,f-1 in a run of called intervals from f on
 *
 * The energy is asked for at the end of the interval. That covers a call at any time in it: while it lasts the store
 * gives at most mwhPerMwh sold more than planned, and what charging is stopped gives the site more than it takes from
 * the store. The last row is the call: with the headroom before it as baseline, what was sold has left the need for
 * power. In products with different response times the third row asks for no more than each alone (time shares of one
 * ramp).
 */
import type { ColumnBlock, RowBlock } from "../../model/block.ts";
import type { Values } from "../../model/block-options.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";

export interface HeadroomSlice {
  /** Tells slices of an asset apart; empty where there is one. */
  readonly name: string;
  /** Columns and MW of headroom for each unit. All cover the same intervals; outside them there is no headroom. */
  readonly parts: readonly (readonly [ColumnBlock, number])[];
  /** Default 0. */
  readonly constantMw?: number;
  /**
   * What is lost with a MWh that is called, power not bought left aside, USD/MWh. A store buys its energy again at the
   * mean import price of the site, `meanImportUsdPerMwh`.
   */
  lossUsdPerMwh(meanImportUsdPerMwh: number): Values;
  /** Mining: PH/s lost with a MW. */
  readonly hashratePhPerSPerMw?: number;
}

export interface HeadroomOffer {
  readonly asset: string;
  readonly slices: readonly HeadroomSlice[];
  /** How fast the asset can shed; absent = at once. */
  readonly rampDownMwPerH?: number | undefined;
  /** Storage: its energy, the least it may hold, and what a MWh given to the site takes from it. */
  readonly stored?: { readonly columns: ColumnBlock; readonly leastMwh: Values; readonly mwhPerMwh: number };
}

/** What a product asks of the asset behind it. */
export interface HeadroomClaim {
  readonly product: string;
  /** Products that may not be sold on the same asset. */
  readonly exclusiveWith: readonly string[];
  /** What is sold of each slice, MW, in the order of the slices. */
  readonly sold: readonly ColumnBlock[];
  /** How long a call lasts. */
  readonly hours: number;
  /** Needed where the asset has a ramp. */
  readonly responseHours: number | undefined;
  /** 1 where the product is called, else 0, one value per interval. */
  readonly called: Float64Array;
  /** Headroom just before the plan, for a call that runs as it starts. */
  readonly headroomMwBefore: number | undefined;
}

interface HeadroomRows {
  readonly power: readonly RowBlock[];
  readonly energy: RowBlock | undefined;
  readonly speed: RowBlock | undefined;
  readonly runs: readonly RowBlock[];
}

export class Headroom {
  readonly offer: HeadroomOffer;
  /** Products that sell it. */
  readonly claims: HeadroomClaim[] = [];
  #rows: HeadroomRows | undefined;

  constructor(offer: HeadroomOffer) {
    this.offer = offer;
  }

  /** Adds what a product sells to the asset's rows. `isCalled`: 1 where any product of the asset is called. */
  claim(claim: HeadroomClaim, isCalled: Float64Array, site: SiteModel): void {
    const { sold, hours, responseHours = 1, called } = claim;
    const { stored } = this.offer;
    this.claims.push(claim);
    this.#rows ??= this.#declareRows(isCalled, claim.headroomMwBefore, site);
    const { power, energy, speed, runs } = this.#rows;
    const waiting = called.map((c) => 1 - c);
    sold.forEach((columns, s) => {
      site.addTerms(power[s], columns, waiting);
      if (energy && stored)
        site.addTerms(
          energy,
          columns,
          waiting.map((share) => -share * hours * stored.mwhPerMwh),
        );
      if (speed) site.addTerms(speed, columns, 1 / responseHours);
      for (const rows of runs) site.addTerms(rows, columns, called);
    });
  }

  /** Headroom at the end of the plan; in a call that goes on, that before it. */
  mwAtEnd(solved: SolvedSite): number {
    const last = solved.time.count - 1;
    const run = this.#rows?.runs.find(({ from, count }) => from + count > last);
    if (run?.from === 0) return this.#beforeMw();
    const t = run ? run.from - 1 : last;
    const mw = this.offer.slices.reduce(
      (total, { parts, constantMw = 0 }) =>
        parts.reduce((sum, [columns, perUnit]) => sum + perUnit * solved.values(columns)[t], total + constantMw),
      0,
    );
    // A solver may leave a limit by its tolerance.
    return Math.max(0, mw);
  }

  #beforeMw(): number {
    return this.claims.find(({ headroomMwBefore }) => headroomMwBefore !== undefined)?.headroomMwBefore ?? 0;
  }

  #declareRows(isCalled: Float64Array, beforeMw: number | undefined, site: SiteModel): HeadroomRows {
    const { asset, slices, stored, rampDownMwPerH } = this.offer;
    const power = slices.map(({ name, parts, constantMw = 0 }) => {
      const [{ from, count }] = parts[0];
      const rows = site.addRows(asset, `headroom${name}`, { unit: "MW", upper: constantMw, from, count });
      for (const [columns, perUnit] of parts) site.addTerms(rows, columns, -perUnit);
      return rows;
    });
    const energy = stored && site.addRows(asset, "energy behind what is sold", { unit: "MWh", lower: stored.leastMwh });
    if (energy && stored) site.addTerms(energy, stored.columns, 1);
    const speed =
      rampDownMwPerH === undefined
        ? undefined
        : site.addRows(asset, "speed of what is sold", { unit: "(MW/h)", upper: rampDownMwPerH });
    return {
      power,
      energy,
      speed,
      runs: runsOf(isCalled).map(({ from, count }) => this.#declareRun(from, count, beforeMw, site)),
    };
  }

  #declareRun(from: number, count: number, beforeMw: number | undefined, site: SiteModel): RowBlock {
    const { asset, slices } = this.offer;
    // The constants of both sides cancel, unless the baseline is a figure.
    const constant = slices.reduce((mw, { constantMw = 0 }) => mw + constantMw, 0);
    const upper = from === 0 ? (beforeMw ?? 0) - constant : 0;
    const rows = site.addRows(asset, `called from interval ${from} on`, { unit: "MW", upper, from, count });
    for (const [columns, perUnit] of slices.flatMap(({ parts }) => parts)) {
      site.addTerms(rows, columns, perUnit);
      const place = from - 1 - columns.from;
      if (place < 0 || place >= columns.count) continue;
      site.addShared(rows, { ...columns, start: columns.start + place, count: 1, perInterval: false }, -perUnit);
    }
    return rows;
  }
}

/** Runs of intervals that are not 0. */
function runsOf(isCalled: Float64Array): { readonly from: number; readonly count: number }[] {
  const runs: { from: number; count: number }[] = [];
  isCalled.forEach((called, t) => {
    if (called === 0) return;
    const last = runs.at(-1);
    if (last && last.from + last.count === t) last.count++;
    else runs.push({ from: t, count: 1 });
  });
  return runs;
}
