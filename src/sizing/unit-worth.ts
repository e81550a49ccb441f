/**
 * What a unit more and the last unit of each size are worth, by ranging: the size is fixed at its optimum, and that
 * value moves while every other column, sizes included, is optimised anew. With p the derivative of the total cost,
 *
 *     worth = (charge - p / share of the year) per unit and year,       break-even capex = (worth - fixed O&M) / CRF
 *
 * where charge is what the unit costs: capital recovery and fixed O&M if it is built, fixed O&M if it exists already.
 * NB: the solver's own reduced cost will not do. At a size of 0 all that the asset may do is 0, the vertex is
 * degenerate, and any price between the true worth and the charge proves it optimal.
 */
import { explainedPlanSteps } from "../explain/explained-plan.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import type { BuiltSite } from "../plan/build-site.ts";
import type { PlanOptions } from "../plan/plan-options.ts";
import { rangeLp, type SideRange } from "../solvers/ranging/range-lp.ts";
import type { ChosenSize } from "./chosen-size.ts";
import { chargeUsdPerUnitYear } from "./read-size.ts";
import type { SizeColumn } from "./size-columns.ts";
import type { SizeReading, UnitWorth } from "./size-result.ts";

export type WorthOfUnits = Pick<
  SizeReading,
  "reducedCostUsdPerUnitYear" | "breakEvenCapexUsdPerUnit" | "more" | "less"
>;

export interface Worths {
  /** By choice. */
  readonly units: readonly WorthOfUnits[];
  readonly directionsFixed: boolean;
  /** Why there is none; absent where there is. */
  readonly detail?: string;
}

/** `sizes` are those of `solution`, put at their limits. */
export function* worthSteps(
  built: BuiltSite,
  columns: readonly SizeColumn[],
  sizes: readonly number[],
  solution: OptimalSolution,
  yearShare: number,
  options: PlanOptions,
): Generator<unknown, Worths> {
  const explained = yield* explainedPlanSteps(built, solution, options);
  if ("detail" in explained) return pricedWorths(columns, sizes, solution, yearShare, explained.detail);
  const { fixed, optimum, barredBy } = explained;
  yield;
  const targets = columns.map(({ column }) => ({ col: column.start, bound: "value" }) as const);
  const ranges = rangeLp(fixed, optimum, targets);
  const units = ranges.map(({ left, right }, k): WorthOfUnits => {
    const { choice } = columns[k];
    const more = unitWorth(choice, right, sizes[k] >= choice.existing, choice.most - sizes[k], yearShare);
    const less = sizes[k] > 0 ? unitWorth(choice, left, sizes[k] > choice.existing, sizes[k], yearShare) : undefined;
    const isLeast = sizes[k] === choice.least;
    const at = isLeast ? right.price : sizes[k] === choice.most ? left.price : undefined;
    return {
      ...atLimit(choice, at, isLeast, yearShare),
      ...(more && { more }),
      ...(less && { less }),
    };
  });
  return { units, directionsFixed: barredBy.size > 0 };
}

/**
 * Worths from the reduced costs of the optimum alone: at a limit the sizes stay as they are while the charge of a unit
 * is on that side of its worth by this price, which may be any of several.
 */
export function pricedWorths(
  columns: readonly SizeColumn[],
  sizes: readonly number[],
  { reducedCost }: OptimalSolution,
  yearShare: number,
  detail: string,
): Worths {
  const units = columns.map(({ choice, column }, k) => {
    const isLeast = sizes[k] === choice.least;
    const at = isLeast || sizes[k] === choice.most ? reducedCost[column.start] : undefined;
    return atLimit(choice, at, isLeast, yearShare);
  });
  return { units, directionsFixed: false, detail };
}

/** `price`: d cost / d size at the limit; undefined between limits. */
function atLimit(
  choice: ChosenSize,
  price: number | undefined,
  isLeast: boolean,
  yearShare: number,
): Pick<SizeReading, "reducedCostUsdPerUnitYear" | "breakEvenCapexUsdPerUnit"> {
  if (price === undefined || Number.isNaN(price)) return { reducedCostUsdPerUnitYear: 0 };
  // A unit that would retire has no capex.
  const isBuilt = isLeast ? choice.least >= choice.existing : choice.most > choice.existing;
  const reducedCostUsdPerUnitYear = price / yearShare;
  if (!isBuilt) return { reducedCostUsdPerUnitYear };
  return {
    reducedCostUsdPerUnitYear,
    breakEvenCapexUsdPerUnit: choice.capexUsdPerUnit - reducedCostUsdPerUnitYear / choice.chargePerCapexUsd,
  };
}

/** `isBuilt`: the unit is one that is built, not one that exists. `room`: units up to the limit on that side. */
function unitWorth(
  choice: ChosenSize,
  { price, validFor }: SideRange,
  isBuilt: boolean,
  room: number,
  yearShare: number,
): UnitWorth | undefined {
  if (Number.isNaN(price)) return undefined;
  const { fixedOmUsdPerUnitYear, chargePerCapexUsd } = choice;
  const charge = isBuilt ? chargeUsdPerUnitYear(choice) : fixedOmUsdPerUnitYear;
  const worthUsdPerUnitYear = charge - price / yearShare;
  return {
    worthUsdPerUnitYear,
    breakEvenCapexUsdPerUnit: (worthUsdPerUnitYear - fixedOmUsdPerUnitYear) / chargePerCapexUsd,
    validForUnits: Math.min(validFor, room),
  };
}
