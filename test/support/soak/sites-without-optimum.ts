import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { dispatchYear } from "../dispatch-year.ts";
import type { Draw } from "./draw.ts";

/**
 * Sites (`dispatchYear`, 4 to 40 hours) with one demand too many, or one limit too few. Which column and row is which
 * stands there: 15 columns and 6 rows an hour; then the peak of each month and the missing energy of each week; rows of
 * the weeks, fuel, CO2.
 */
const COLS = 15;
const ROWS = 6;
const [IMPORT, EXPORT, SOLAR] = [0, 1, 2];
const STORED = [5, 8];
const [DIESEL, FLEET, DEFERRABLE, UNSERVED] = [9, 10, 13, 14];
const [BALANCE, PEAK, EXCHANGE] = [0, 3, 4];

export interface Site {
  readonly numHours: number;
  readonly lp: LinearProgram;
  readonly fuelRow: number;
  readonly co2Row: number;
  readonly peakCol: number;
  readonly weekCol: number;
}

/** At most a week long, so there is one peak and one week. */
function siteOf(draw: Draw, leastHours: number, mostHours: number): Site {
  const numHours = draw.whole(leastHours, mostHours);
  const lp = dispatchYear(numHours, { seed: draw.whole(1, 1000), co2Share: 5 });
  return {
    numHours,
    lp,
    fuelRow: ROWS * numHours + 1,
    co2Row: ROWS * numHours + 2,
    peakCol: COLS * numHours,
    weekCol: COLS * numHours + 1,
  };
}

const everyHour = ({ numHours }: Site, act: (t: number) => void): void => {
  for (let t = 0; t < numHours; t++) act(t);
};
/** Greatest energy the two batteries give, from full or (at the start) 40 % full, without losses. */
const storedMwh = (lp: LinearProgram, share: number): number =>
  share * STORED.reduce((sum, col) => sum + lp.colUpper[col], 0);
const loadMw = (lp: LinearProgram, t: number): number => lp.rowLower[ROWS * t + BALANCE];

/** All load must be served: the column of unserved load is shut. */
function serveAll(site: Site): void {
  everyHour(site, (t) => (site.lp.colUpper[COLS * t + UNSERVED] = 0));
}

/** Each returns false where the site drawn does not make its point (a sunny day, say); another is drawn then. */
export type Demand = (site: Site, draw: Draw) => boolean;

export const infeasibleDemands: Readonly<Record<string, Demand>> = {
  "CO2 cap too tight": (site, draw) => {
    // Load that neither sun nor the stored energy covers comes from imports (at least 0.15 t/MWh) or diesel (0.7).
    const { lp } = site;
    let needMwh = -storedMwh(lp, 0.4);
    everyHour(site, (t) => (needMwh += loadMw(lp, t) - lp.colUpper[COLS * t + SOLAR]));
    if (needMwh <= 1) return false;
    serveAll(site);
    lp.rowUpper[site.co2Row] = draw.pick([0, 0.05, 0.15]) * needMwh * 0.99;
    return true;
  },
  "outage longer than the battery": (site, draw) => {
    const { lp } = site;
    let needMwh = -storedMwh(lp, 1);
    const from = draw.whole(0, site.numHours - 1);
    for (let t = from; t < site.numHours; t++) {
      lp.colUpper[COLS * t + IMPORT] = lp.colUpper[COLS * t + DIESEL] = 0;
      needMwh += loadMw(lp, t) - lp.colUpper[COLS * t + SOLAR];
    }
    serveAll(site);
    return needMwh > 0.5;
  },
  "fuel cap too small for an outage": (site, draw) => {
    const { lp } = site;
    let needMwh = -storedMwh(lp, 1);
    const from = draw.whole(0, site.numHours - 1);
    for (let t = from; t < site.numHours; t++) {
      lp.colUpper[COLS * t + IMPORT] = 0;
      needMwh += loadMw(lp, t) - lp.colUpper[COLS * t + SOLAR];
    }
    if (needMwh <= 1) return false;
    lp.rowUpper[site.fuelRow] = 0.25 * needMwh * draw.pick([0.99, 0.5, 0]);
    serveAll(site);
    return true;
  },
  "contradictory peaks": (site, draw) => {
    // import_t <= peak <= limit, and one hour asks for more than the limit.
    const { lp, peakCol } = site;
    const limit = draw.quarter(1, 20);
    lp.colUpper[peakCol] = limit;
    lp.colLower[COLS * draw.whole(0, site.numHours - 1) + IMPORT] = limit + draw.pick([5, 0.25, 1e-3]);
    return true;
  },
  "more deferrable energy than hours": (site, draw) => {
    const { lp, weekCol } = site;
    lp.colUpper[weekCol] = 0;
    lp.rowLower[ROWS * site.numHours] = lp.colUpper[DEFERRABLE] * site.numHours + draw.pick([40, 1, 1e-3]);
    return true;
  },
  "a battery that must be full where it cannot": (site, draw) => {
    // At most 40 % full at the start, and no hour may charge.
    const { lp } = site;
    const battery = draw.whole(0, 1);
    everyHour(site, (t) => (lp.colUpper[COLS * t + STORED[battery] - 2] = 0));
    const last = COLS * (site.numHours - 1) + STORED[battery];
    lp.colLower[last] = lp.colUpper[last] * draw.pick([1, 0.6, 0.41]);
    return true;
  },
};

export const unboundedDemands: Readonly<Record<string, Demand>> = {
  "export pays more than import costs, neither limited": (site, draw) => {
    const { lp } = site;
    const t = draw.whole(0, site.numHours - 1);
    lp.colUpper[COLS * t + IMPORT] = lp.colUpper[COLS * t + EXPORT] = Infinity;
    lp.rowUpper[ROWS * t + EXCHANGE] = lp.rowUpper[ROWS * t + PEAK] = lp.rowUpper[site.co2Row] = Infinity;
    lp.cost[COLS * t + EXPORT] = -(lp.cost[COLS * t + IMPORT] + draw.pick([100, 1, 0.01]));
    return true;
  },
  "export pays more than import and its peak cost": (site, draw) => {
    // The peak's charge has to be earned in every hour that follows it.
    const { lp } = site;
    const t = draw.whole(0, site.numHours - 1);
    lp.colUpper[COLS * t + IMPORT] = lp.colUpper[COLS * t + EXPORT] = Infinity;
    lp.rowUpper[ROWS * t + EXCHANGE] = lp.rowUpper[site.co2Row] = Infinity;
    lp.cost[COLS * t + EXPORT] = -(lp.cost[COLS * t + IMPORT] + lp.cost[site.peakCol] + draw.pick([100, 1]));
    return true;
  },
  "a paid column without a limit": (site, draw) => {
    // Missing energy and the month's peak only loosen rows as they grow.
    site.lp.cost[draw.pick([site.weekCol, site.peakCol])] = draw.pick([-1e-3, -1, -500]);
    return true;
  },
  "sun and mining without limits": (site, draw) => {
    const { lp } = site;
    const t = draw.whole(0, site.numHours - 1);
    lp.colUpper[COLS * t + SOLAR] = lp.colUpper[COLS * t + FLEET + 1] = Infinity;
    return true;
  },
  "a line in both directions": (site, draw) => {
    // A negative export is an import: of it without end into a fleet that earns more.
    const { lp } = site;
    const t = draw.whole(0, site.numHours - 1);
    lp.colUpper[COLS * t + FLEET + 2] = Infinity;
    lp.colLower[COLS * t + EXPORT] = -Infinity;
    lp.rowLower[ROWS * t + EXCHANGE] = -Infinity;
    lp.cost[COLS * t + EXPORT] = lp.cost[COLS * t + FLEET + 2] + draw.pick([1, 30]);
    return true;
  },
};

export function siteWith(draw: Draw, demand: Demand, leastHours = 4, mostHours = 40): LinearProgram {
  for (;;) {
    const site = siteOf(draw, leastHours, mostHours);
    if (demand(site, draw)) return site.lp;
  }
}

const anyOf = (draw: Draw, demands: Readonly<Record<string, Demand>>): LinearProgram =>
  siteWith(draw, demands[draw.pick(Object.keys(demands))]);
export const infeasibleSite = (draw: Draw): LinearProgram => anyOf(draw, infeasibleDemands);
export const unboundedSite = (draw: Draw): LinearProgram => anyOf(draw, unboundedDemands);
