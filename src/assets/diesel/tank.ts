/**
 * The diesel tank, in litres. Deliveries k = 1..K cut the plan into stretches; L_k is what is left before delivery k
 * (L_{K+1} at the plan's end) and q_k what delivery k brings:
 *
 *     L_1     = at hand         - litres burnt before delivery 1
 *     L_{k+1} = L_k + q_k       - litres burnt between deliveries k and k+1,      L_k >= 0
 *     L_k + q_k <= tankL,       q_k = orderedL, or 0 <= q_k <= upToL where it may still be ordered
 *
 * Between deliveries the level only falls, so these rows hold it in every interval. A delivery inside an interval
 * serves from the next one on, and its room is what there is at that interval's end: up to one interval's burning too
 * much. What does not fit is refused, not sent back.
 *
 * Money: a litre burnt costs `fuelUsdPerL` (cash: what is burnt is bought again). With deliveries, fuel is paid when it
 * comes (`sunk` where it is ordered already) and the stock is valued at `fuelUsdPerL`: burnt litres leave it, delivered
 * ones enter it (`valuation`), so fuel is never paid for twice and what is left over keeps its worth.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import { intervalStartMs, MS_PER_HOUR } from "../../time/time-grid.ts";
import type { FaultReport } from "../asset.ts";
import { instant, number, type Resolved, strictObject, type z } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";

export const deliverySchema = strictObject({
  at: instant().describe("When the fuel arrives"),
  orderedL: number(quantity.litre, "Comes and is paid whatever the plan").optional(),
  upToL: number(quantity.litre, "May be ordered up to this").optional(),
  usdPerL: number(quantity.usdPerL, "Price of the fuel delivered"),
});

type Delivery = Resolved<z.output<typeof deliverySchema>>;

export interface TankSpec {
  readonly name: string;
  readonly fuelUsdPerL: number;
  readonly tankL?: number | undefined;
  readonly deliveries?: readonly Delivery[] | undefined;
}

/** A delivery that the plan has. */
export interface PlannedDelivery {
  readonly delivery: Delivery;
  /** The interval it falls into, and the first one that it serves (one past the last at the plan's end). */
  readonly arrives: number;
  readonly serves: number;
  /** Single column: litres. */
  readonly litres: ColumnBlock;
}

export interface Tank {
  readonly atHandL: number;
  readonly deliveries: readonly PlannedDelivery[];
}

export function checkDeliveries({ tankL, deliveries = [] }: TankSpec, report: FaultReport): void {
  if (deliveries.length > 0 && tankL === undefined) {
    report(
      "tankL",
      "nothing",
      "the size of the tank, since deliveries are given",
      "give tankL, or leave deliveries out for unlimited fuel",
    );
  }
  deliveries.forEach(({ orderedL, upToL }, i) => {
    const at = `deliveries[${i}]`;
    if ((orderedL === undefined) === (upToL === undefined)) {
      report(
        at,
        orderedL === undefined ? "no quantity" : "orderedL and upToL",
        "either orderedL or upToL",
        "give what is ordered, or the most that may be",
      );
    }
    if (orderedL !== undefined && tankL !== undefined && orderedL > tankL) {
      report(
        `${at}.orderedL`,
        `${orderedL}`,
        `at most tankL = ${tankL}`,
        "split the delivery or correct the size of the tank",
      );
    }
  });
}

/**
 * `burnsL` is what a MW burns in an interval. `fuelL`: fuel in the tank when the plan begins, a limit of its own;
 * absent = full, so that the tank's size is the limit.
 */
export function declareTank(
  spec: TankSpec,
  fuelL: number | undefined,
  powerMw: ColumnBlock,
  burnsL: number,
  site: SiteModel,
): Tank {
  const { name, tankL, fuelUsdPerL } = spec;
  const inTankL = fuelL ?? tankL ?? Infinity;
  if (tankL === undefined) return { atHandL: inTankL, deliveries: [] };
  const planned = inOrder(spec, site);
  const atHandL = inTankL * sharedFuel(spec, site);
  let from = 0;
  let level = site.addColumn(name, "fuelL", {
    unit: "L",
    lower: atHandL,
    upper: atHandL,
    limit: fuelL === undefined ? "tankL" : "initialState.fuelL",
  });
  let last: ColumnBlock | undefined;
  // Rows in kL, so that their coefficients are of the size of the others; limits and their prices per litre.
  const burnUntil = (serves: number, when: string) => {
    const row = site.addRow(name, `fuel in tank${when}`, { unit: "kL", lower: 0, upper: 0, from });
    // What is left is never more than the tank holds: with fuel at hand given, and no room asked for, that is its
    // limit.
    const isSize = fuelL !== undefined && planned.length === 0;
    const left = site.addColumn(name, `fuelL left${when}`, {
      unit: "L",
      from,
      ...(isSize && { upper: tankL, limit: "tankL" }),
    });
    site.addSum(row, powerMw, burnsL / 1000, from, serves);
    site.addShared(row, level, -0.001);
    if (last) site.addShared(row, last, -0.001);
    site.addShared(row, left, 0.001);
    from = serves;
    level = left;
  };
  const deliveries = planned.map(({ delivery, i, arrives, serves }): PlannedDelivery => {
    const { orderedL, upToL, usdPerL } = delivery;
    const field = `deliveries[${i}]`;
    burnUntil(serves, ` before ${field}`);
    const litres = site.addColumn(name, field, {
      unit: "L",
      lower: orderedL ?? 0,
      upper: orderedL ?? upToL ?? 0,
      from: arrives,
      ...(orderedL === undefined && { limit: `${field}.upToL` }),
    });
    site.addCost(litres, "fuel deliveries", orderedL === undefined ? "cash" : "sunk", usdPerL);
    site.addCost(litres, "change of fuel in tank", "valuation", -fuelUsdPerL);
    const room = site.addRow(name, `room for ${field}`, { unit: "L", upper: tankL, from: arrives, limit: "tankL" });
    site.addShared(room, level, 1);
    site.addShared(room, litres, 1);
    last = litres;
    return { delivery, arrives, serves, litres };
  });
  burnUntil(site.time.count, "");
  return { atHandL, deliveries };
}

/** Share of the fuel in the tank that a look-ahead may burn: the fuel must last until the next delivery. */
function sharedFuel({ deliveries = [] }: TankSpec, { time, pace }: SiteModel): number {
  if (!pace) return 1;
  const next = deliveries.map(({ at }) => at).filter((at) => at >= time.startMs);
  return next.length > 0 ? pace.shareUntil(Math.min(...next)) : pace.share();
}

/** Fuel in the tank at the end of every interval, L; a delivery is in it from the interval it falls into. */
export function levels({ atHandL, deliveries }: Tank, burntL: Float64Array, solved: SolvedSite): Float64Array {
  let leftL = atHandL;
  return burntL.map((litres, t) => {
    for (const { arrives, litres: column } of deliveries) if (arrives === t) leftL += solved.value(column);
    return (leftL -= litres);
  });
}

/** The deliveries that fall into the plan, in the order of time. */
function inOrder({ name, deliveries = [] }: TankSpec, { time, notices }: SiteModel) {
  const stepMs = time.stepHours * MS_PER_HOUR;
  const all = deliveries.map((delivery, i) => {
    const step = (delivery.at - time.startMs) / stepMs;
    return { delivery, i, arrives: Math.floor(step), serves: Math.ceil(step) };
  });
  const within = all.filter(({ delivery: { at } }) => at >= time.startMs && at < intervalStartMs(time, time.count));
  if (within.length < all.length)
    notices.push(
      `${name}: ${all.length - within.length} of ${all.length} deliveries fall outside the plan and are left out.`,
    );
  return within.toSorted((a, b) => a.delivery.at - b.delivery.at);
}
