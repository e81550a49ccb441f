/**
 * The site's CO2 by source and by load. The sources' figures are what they emit; the loads' are an average, not what
 * one MWh more or less would change (the marginal answer is a cap's price or another plan). Rule: all power that leaves
 * the bus in an interval carries the mean of all that enters it (proportional sharing; Bialek, IEE Proc. 143(4), 1996;
 * for CO2 Tranberg et al., arXiv:1812.06679, 2019), and storage hands its CO2 on when it discharges, as Electricity
 * Maps does:
 *
 *     i_t = (sum of what sources emit + sum of what discharging stores release) / (dt MW drawn from the bus),  t/MWh
 *     a load, an export or a charging store takes i_t dt MW;      a store's content  C_t = C_{t-1} + taken - released
 *     released_t = C_{t-1} (1 - stored_t / stored_{t-1}) where it discharges, else 0
 *
 * So a store is perfectly mixed, and its losses, like those between meter and bus, are borne by those whom the power
 * reaches. Rejected: losses to the asset that charges, which would leave CO2 with a battery that uses no power. Nothing
 * is lost: sources = loads + change of what stores hold + what nobody drew.
 */
import type { AssetReading } from "../assets/asset.ts";
import { sum } from "../assets/fields/series.ts";
import { emittedT } from "../model/emission-term.ts";
import type { SiteModel } from "../model/site-model.ts";
import type { SolvedSite } from "../model/solved-site.ts";

/** t CO2 over the plan unless said otherwise. */
export interface EmissionReport {
  readonly totalT: number;
  /** What each source emits; a connection with the power it brings. */
  readonly bySourceT: Readonly<Record<string, number>>;
  /** Average, by load; under a connection's name what its export carries away. */
  readonly byLoadT: Readonly<Record<string, number>>;
  /** What each store holds at the end. */
  readonly storedT: Readonly<Record<string, number>>;
  /** By how much what stores hold has grown. */
  readonly storedChangeT: number;
  /** Emitted in intervals in which nobody drew power, e.g. at no load. */
  readonly unattributedT: number;
  /** Average of what leaves the bus, in each interval; 0 where nothing does. NB: not the marginal factor. */
  readonly averageTPerMwh: Float64Array;
  /** What the attribution had to assume. */
  readonly notices: readonly string[];
}

/** Power below this (MW) is rounding of the solver. */
const ROUNDING_MW = 1e-9;

/** Undefined where a connection's import has no emission factor. */
export function attributeEmissions(
  site: SiteModel,
  solved: SolvedSite,
  readings: readonly (readonly [string, AssetReading])[],
): EmissionReport | undefined {
  const { count, stepHours: dt } = site.time;
  const isKnown = site
    .published("import")
    .every((columns) => site.emissionTerms.some((term) => term.columns === columns));
  if (!isKnown) return undefined;
  const emitted = new Float64Array(count);
  const bySourceT: Record<string, number> = {};
  for (const term of site.emissionTerms) {
    const tonnes = emittedT(term, solved);
    tonnes.forEach((t, i) => {
      emitted[i] += t;
    });
    const { asset } = term.columns;
    bySourceT[asset] = (bySourceT[asset] ?? 0) + sum(tonnes);
  }
  const notices: string[] = [];
  const stores = readings.flatMap(([name, { storage, netBusMw }]) => {
    if (!storage) return [];
    const { initialMwh, initialCo2T, storedMwh } = storage;
    if (initialCo2T === undefined && initialMwh > 0)
      notices.push(`${name}: no storedCo2T in initialState; the energy in store is taken as free of CO2.`);
    return [{ name, netBusMw, storedMwh, beforeMwh: initialMwh, contentT: initialCo2T ?? 0, startT: initialCo2T ?? 0 }];
  });
  const loads = readings.filter(([, { storage, netBusMw }]) => !storage && netBusMw.some((mw) => mw < -ROUNDING_MW));
  const takenT = loads.map(() => 0);
  const averageTPerMwh = new Float64Array(count);
  let unattributedT = 0;
  for (let t = 0; t < count; t++) {
    let tonnes = emitted[t];
    for (const store of stores) {
      if (store.netBusMw[t] > ROUNDING_MW && store.beforeMwh > store.storedMwh[t]) {
        const released = store.contentT * (1 - Math.max(0, store.storedMwh[t]) / store.beforeMwh);
        store.contentT -= released;
        tonnes += released;
      }
      store.beforeMwh = store.storedMwh[t];
    }
    const drawn = (netBusMw: Float64Array) => (netBusMw[t] < -ROUNDING_MW ? -netBusMw[t] * dt : 0);
    const drawnMwh =
      loads.reduce((mwh, [, { netBusMw }]) => mwh + drawn(netBusMw), 0) +
      stores.reduce((mwh, { netBusMw }) => mwh + drawn(netBusMw), 0);
    if (drawnMwh === 0) {
      unattributedT += tonnes;
      continue;
    }
    const average = tonnes / drawnMwh;
    averageTPerMwh[t] = average;
    loads.forEach(([, { netBusMw }], i) => {
      takenT[i] += average * drawn(netBusMw);
    });
    for (const store of stores) store.contentT += average * drawn(store.netBusMw);
  }
  return {
    totalT: sum(emitted),
    bySourceT,
    byLoadT: Object.fromEntries(loads.map(([name], i) => [name, takenT[i]])),
    storedT: Object.fromEntries(stores.map(({ name, contentT }) => [name, contentT])),
    storedChangeT: stores.reduce((total, { contentT, startT }) => total + contentT - startT, 0),
    unattributedT,
    averageTPerMwh,
    notices,
  };
}
