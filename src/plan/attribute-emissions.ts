/**
 * CO2 of the site by source and by load. The figures of sources are their emissions. The figures of loads are averages.
 * They are not the effect of one MWh more or less; that marginal answer is the shadow price of an emission cap, or
 * another plan.
 *
 * Rule (proportional sharing; Bialek, IEE Proc. 143(4), 1996; for CO2 Tranberg et al., arXiv:1812.06679, 2019): all
 * power that leaves the bus in an interval has the mean emission factor of all power that enters it. Storage releases
 * its CO2 when it discharges, as in Electricity Maps:
 *
 *     i_t = (sum of what sources emit + sum of what discharging stores release) / (dt MW drawn from the bus),  t/MWh
 *     a load, an export or a charging store takes i_t dt MW;      content of a store  C_t = C_{t-1} + taken - released
 *     released_t = C_{t-1} (1 - stored_t / stored_{t-1}) while it discharges, otherwise 0
 *
 * A store is therefore perfectly mixed. The users of the power bear its losses, like the losses between meter and bus.
 * Rejected: charging the losses to the asset that charges, which would leave CO2 with a battery that uses no power. The
 * balance is exact: sources = loads + change of the contents of stores + emissions of intervals without load.
 */
import type { AssetReading } from "../assets/asset.ts";
import { sum } from "../assets/fields/series.ts";
import type { BuiltSite } from "./build-site.ts";
import { emittedT } from "../model/emission-term.ts";
import type { SolvedSite } from "../model/solved-site.ts";

/** In t CO2 over the plan unless stated otherwise. */
export interface EmissionReport {
  /** CO2 of the site over the plan. */
  readonly totalT: number;
  /** Emissions of each source; for a connection, those of its import. */
  readonly bySourceT: Readonly<Record<string, number>>;
  /** Average emissions by load. Under a connection's name: the CO2 of its export. */
  readonly byLoadT: Readonly<Record<string, number>>;
  /** CO2 content of each store at the end. */
  readonly storedT: Readonly<Record<string, number>>;
  /** Increase of the CO2 content of all stores over the plan. */
  readonly storedChangeT: number;
  /** Emitted in intervals in which no load, export or store took power, e.g. by a generator running at no load. */
  readonly unattributedT: number;
  /**
   * Average emission factor of power that leaves the bus, for each interval; 0 without such power. NB: this is not the
   * marginal factor.
   */
  readonly averageTPerMwh: Float64Array;
  /** Assumptions of the attribution. */
  readonly notices: readonly string[];
}

/** Power below this (MW) is rounding of the solver. */
const ROUNDING_MW = 1e-9;

/** Returns undefined if the import of a connection has no emission factor. */
export function attributeEmissions(
  { site, ports }: Pick<BuiltSite, "site" | "ports">,
  solved: SolvedSite,
  readings: readonly (readonly [string, AssetReading])[],
): EmissionReport | undefined {
  const { count, stepHours: dt } = site.time;
  if (!ports.connections.every(({ hasEmissionFactor }) => hasEmissionFactor)) return undefined;
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
      notices.push(`${name}: no storedCo2T in initialState; the stored energy is assumed to contain no CO2.`);
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
