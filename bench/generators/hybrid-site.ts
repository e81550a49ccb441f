import type { LinearProgram } from "wattsplit/lp";
import { ColumnList } from "./column-list.ts";
import { type Weather, weatherAt } from "./site-weather.ts";
import { uniformAt } from "./uniform-at.ts";

/**
 * A hybrid site of chosen length as a linear program, numbers by `weatherAt`. In each interval (columns, MW unless
 * said):
 *
 *     import export solar diesel unserved deferrable fleetA fleetB fleetC, then charge discharge stored(MWh) per
 *     battery
 *
 *     balance   import + solar + diesel + discharge + unserved = firm + export + charge + deferrable + fleets
 *     peak      import <= peak of the month
 *     exchange  import / 140 + export / 80 <= 1
 *     ramp      -20 <= fleetA - fleetA before <= 20 MW per hour
 *     storage   stored = 0.9995 stored before + dt (eff charge - discharge / eff), per battery
 *
 * Then a peak column a month, and a row each: deferrable energy by week (missing energy costs 400 USD/MWh), the year's
 * fuel, the year's CO2, any coupling rows. Always feasible (serve nothing) and bounded. With 2 batteries: 15 columns
 * and 6 rows an interval; the year by the hour is 52,615 rows x 131,465 columns.
 */
export interface HybridSiteOptions {
  readonly numIntervals: number;
  /** Default 1. */
  readonly stepHours?: number;
  /** Offset in hours of the start of the horizon in the data. Default 0. */
  readonly firstHour?: number;
  readonly seed?: number;
  /**
   * Charged in full for every month begun, as on a bill: 9500 flattens a single week, 500 hardly matters. Default 9500.
   */
  readonly peakUsdPerMwMonth?: number;
  /** Default 2. */
  readonly numBatteries?: number;
  /**
   * Stored energy of every battery at the start, as a share of its size; the end must have at least as much. Default
   * 0.4.
   */
  readonly storedAtStartShare?: number;
  readonly redraw?: number;
  readonly noise?: number;
  readonly priceStepUsdPerMwh?: number;
  readonly negativeShare?: number;
  /** Revenue per MWh in each fleet, USD. Default 61, 48, 39, varying by 2 %. */
  readonly strikesUsdPerMwh?: readonly [number, number, number];
  /** Rows over import, diesel and fleets of all intervals, with random weights. Default 0. */
  readonly numCouplingRows?: number;
  /** What deferrable work costs per MWh and hour that it waits within its week. Default 0.01; 0 makes all hours equal. */
  readonly delayUsdPerMwhHour?: number;
  /** Share of the hours with sun in which the price and the fees of import and export are 0. Default 0. */
  readonly freeShare?: number;
  /**
   * Power that diesel and batteries have to offer as reserve in every interval. If it is not 0, the interval has a
   * reserve column for each of them, and rows for their headroom and the sum. Default 0.
   */
  readonly reserveMw?: number;
  /** Whether all batteries are like the first one. Default false. */
  readonly equalBatteries?: boolean;
}

const HOURS_PER_WEEK = 168;
const HOURS_PER_MONTH = 730;
const OWN_COLS = 9;
const OWN_ROWS = 4;

export function siteLayout(numIntervals: number, numBatteries = 2) {
  return { numIntervals, intervalCols: OWN_COLS + 3 * numBatteries, intervalRows: OWN_ROWS + numBatteries };
}

export function hybridSite(options: HybridSiteOptions): LinearProgram {
  const { numIntervals, stepHours: dt = 1, firstHour = 0, seed = 1, numBatteries = 2, numCouplingRows = 0 } = options;
  const { intervalRows } = siteLayout(numIntervals, numBatteries);
  const peakUsd = options.peakUsdPerMwMonth ?? 9500;
  const storedShare = options.storedAtStartShare ?? 0.4;
  const delayUsd = options.delayUsdPerMwhHour ?? 0.01;
  const reserveMw = options.reserveMw ?? 0;
  const freeShare = options.freeShare ?? 0;
  const outside = {
    seed,
    redraw: options.redraw ?? 1,
    noise: options.noise ?? 0,
    priceStepUsdPerMwh: options.priceStepUsdPerMwh ?? 0,
    negativeShare: options.negativeShare ?? 0,
  };
  const retained = RETAINED_PER_HOUR ** dt;
  const numHours = numIntervals * dt;
  const numWeeks = Math.ceil(numHours / HOURS_PER_WEEK);
  const numMonths = Math.ceil(numHours / HOURS_PER_MONTH);
  const weekRow = intervalRows * numIntervals;
  const fuelRow = weekRow + numWeeks;
  const carbonRow = fuelRow + 1;
  const couplingRow = carbonRow + 1;
  const reserveRow = couplingRow + numCouplingRows;
  const numReserveRows = reserveMw > 0 ? (2 + numBatteries) * numIntervals : 0;
  const rowLower = new Float64Array(reserveRow + numReserveRows).fill(-Infinity);
  const rowUpper = new Float64Array(rowLower.length).fill(Infinity);
  const limit = (row: number, lower: number, upper: number): void => {
    rowLower[row] = lower;
    rowUpper[row] = upper;
  };
  const list = new ColumnList();
  const couple = (stream: number, t: number): void => {
    for (let k = 0; k < numCouplingRows; k++)
      list.put(couplingRow + k, 0.5 + uniformAt(seed, 100 + 10 * k + stream, t));
  };

  for (let t = 0; t < numIntervals; t++) {
    const row = intervalRows * t;
    const hour = firstHour + t * dt;
    const now: Weather = weatherAt(hour, outside);
    const last = t === numIntervals - 1;
    const isFree = now.solarMw > 0.01 && uniformAt(seed, FREE, Math.floor(hour)) < freeShare;
    /** Rows of the interval's reserve: the sum, the headroom of diesel, that of each battery; -1 without reserves. */
    const reserve = reserveMw > 0 ? reserveRow + (2 + numBatteries) * t : -1;
    const offerReserve = (source: number): void => {
      if (reserve < 0) return;
      list.begin(0, 0, Infinity);
      list.put(reserve, 1);
      list.put(reserve + 1 + source, 1);
    };
    addSupply(list, row, now, dt, isFree, { fuelRow, carbonRow, headroomRow: reserve + 1 }, (stream) =>
      couple(stream, t),
    );
    if (reserve >= 0) limit(reserve, reserveMw, Infinity);
    if (reserve >= 0) limit(reserve + 1, -Infinity, DIESEL_MW);
    offerReserve(0);

    list.begin(delayUsd * dt * ((t * dt) % HOURS_PER_WEEK), 0, 20);
    list.put(row, -1);
    list.put(weekRow + Math.floor((t * dt) / HOURS_PER_WEEK), dt);

    for (let fleet = 0; fleet < 3; fleet++) {
      const strike = options.strikesUsdPerMwh?.[fleet] ?? [61, 48, 39][fleet] * (1 + 0.02 * Math.sin(hour / 50));
      list.begin(-strike * dt, 0, 30);
      list.put(row, -1);
      if (fleet === 0) {
        list.put(row + 3, 1);
        if (!last) list.put(row + 3 + intervalRows, -1);
      }
      couple(2 + fleet, t);
    }
    limit(row, now.firmMw, now.firmMw);
    limit(row + 1, -Infinity, 0);
    limit(row + 2, -Infinity, 1);
    limit(row + 3, t === 0 ? 0 : -20 * dt, t === 0 ? 40 * dt : 20 * dt);

    for (let b = 0; b < numBatteries; b++) {
      const { powerMw, sizeMwh, efficiency } = batteryOf(options.equalBatteries === true ? 0 : b);
      const storage = row + OWN_ROWS + b;
      const start = storedShare * sizeMwh;
      const wear = (options.equalBatteries === true ? 0.5 : 0.5 + 0.1 * b) * dt;
      list.begin(wear, 0, powerMw);
      list.put(row, -1);
      list.put(storage, -efficiency * dt);
      list.begin(wear, 0, powerMw);
      list.put(row, 1);
      list.put(storage, dt / efficiency);
      if (reserve >= 0) list.put(reserve + 2 + b, 1);
      if (reserve >= 0) limit(reserve + 2 + b, -Infinity, powerMw);
      offerReserve(1 + b);
      list.begin(0, last ? start : 0, sizeMwh);
      list.put(storage, 1);
      if (!last) list.put(storage + intervalRows, -retained);
      const carried = t === 0 ? retained * start : 0;
      limit(storage, carried, carried);
    }
  }

  const perMonth = Math.round(HOURS_PER_MONTH / dt);
  for (let month = 0; month < numMonths; month++) {
    list.begin(peakUsd, 0, Infinity);
    for (let t = month * perMonth; t < Math.min(numIntervals, (month + 1) * perMonth); t++)
      list.put(intervalRows * t + 1, -1);
  }
  for (let week = 0; week < numWeeks; week++) {
    list.begin(400, 0, Infinity);
    list.put(weekRow + week, 1);
    limit(weekRow + week, 6 * Math.min(HOURS_PER_WEEK, numHours - week * HOURS_PER_WEEK), Infinity);
  }
  limit(fuelRow, -Infinity, 0.2487 * 0.5 * numHours);
  limit(carbonRow, -Infinity, 30 * numHours);
  for (let k = 0; k < numCouplingRows; k++) limit(couplingRow + k, -Infinity, (120 + 5 * k) * numIntervals);
  return list.finish(rowLower, rowUpper);
}

/** Stream of the random numbers that say which hours are free; `weatherAt` draws from those below 10. */
const FREE = 50;
const DIESEL_MW = 40;
/** Self-discharge: the share of a stored MWh that is left after an hour. */
const RETAINED_PER_HOUR = 0.9995;

function batteryOf(index: number) {
  return { powerMw: 25 * 0.7 ** index, sizeMwh: 100 * 0.6 ** index, efficiency: 0.95 + 0.004 * index };
}

/** Import, export, solar, diesel and unserved firm load. Fuel in m3 (0.2487 per MWh), CO2 in t. */
function addSupply(
  list: ColumnList,
  row: number,
  now: Weather,
  dt: number,
  isFree: boolean,
  { fuelRow, carbonRow, headroomRow }: { fuelRow: number; carbonRow: number; headroomRow: number },
  couple: (stream: number) => void,
): void {
  list.begin(isFree ? 0 : (now.priceUsdPerMwh + 6) * dt, 0, now.importLimitMw);
  list.put(row, 1);
  list.put(row + 1, 1);
  list.put(row + 2, 1 / 140);
  list.put(carbonRow, 0.4 * dt);
  couple(0);
  list.begin(isFree ? 0 : -(now.priceUsdPerMwh - 3) * dt, 0, 80);
  list.put(row, -1);
  list.put(row + 2, 1 / 80);
  list.begin(0, 0, now.solarMw);
  list.put(row, 1);
  list.begin(310 * dt, 0, DIESEL_MW);
  list.put(row, 1);
  list.put(fuelRow, 0.2487 * dt);
  list.put(carbonRow, 0.75 * dt);
  if (headroomRow > 0) list.put(headroomRow, 1);
  couple(1);
  list.begin(9000 * dt, 0, now.firmMw);
  list.put(row, 1);
}
