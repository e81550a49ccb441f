import type { PlanResult } from "../plan/plan-result.ts";
import type { Warning } from "../model/warning.ts";

/** What one unit more, or the last unit, is worth, the other sizes chosen anew. */
export interface UnitWorth {
  /**
   * What the unit saves the site by the year, its own charge left aside; Infinity where a unit less leaves no plan.
   * @unit USD/unit-year
   */
  readonly worthUsdPerUnitYear: number;
  /**
   * The capex at which the unit just pays: below 0, not even a gift pays.
   * @unit USD/unit
   */
  readonly breakEvenCapexUsdPerUnit: number;
  /**
   * By how many units this worth holds; at most to the limit of the size.
   * @unit see unit
   */
  readonly validForUnits: number;
}

/** One point of the curve of a size: the plan at least cost with that size given and the others chosen anew. */
export interface CurvePoint {
  /**
   * The size.
   * @unit see unit
   */
  readonly size: number;
  /** Cost of the plan's span, charges of all sizes included; absent where there is no plan. */
  readonly totalUsd?: number;
  /**
   * What the size saves by the year beside the curve's first point with a plan, its own charge left aside.
   * @unit USD/year
   */
  readonly savedUsdPerYear?: number;
}

/** One size that was chosen. */
export interface SizeReading {
  /** Name of the asset. */
  readonly asset: string;
  /** Which size of it, e.g. `energyMwh`. */
  readonly size: string;
  /** Unit of the size. */
  readonly unit: string;
  /**
   * The size chosen.
   * @unit see unit
   */
  readonly chosen: number;
  /**
   * What of it existed.
   * @unit see unit
   */
  readonly existing: number;
  /**
   * What is built.
   * @unit see unit
   */
  readonly built: number;
  /**
   * What of the existing retires.
   * @unit see unit
   */
  readonly retired: number;
  /**
   * The least size that could be chosen.
   * @unit see unit
   */
  readonly least: number;
  /**
   * The greatest.
   * @unit see unit
   */
  readonly most: number;
  /** Whether the size is at one of its limits. */
  readonly at: "least" | "between" | "most";
  /**
   * Price of a unit, as given.
   * @unit USD/unit
   */
  readonly capexUsdPerUnit: number;
  /** Price of what is built. */
  readonly capexUsd: number;
  /**
   * Yearly charge of each USD of capex: capital recovery and interest during construction.
   * @unit 1/year
   */
  readonly chargePerCapexUsdYear: number;
  /**
   * Yearly charge of a new unit, fixed O&M included.
   * @unit USD/unit-year
   */
  readonly chargeUsdPerUnitYear: number;
  /**
   * What a unit adds to the yearly cost: the next one at `least`, above 0; the last one at `most`, below 0; 0
   * between. At a limit without unit worths it is the solver's own price, one of several that prove the optimum.
   * @unit USD/unit-year
   */
  readonly reducedCostUsdPerUnitYear: number;
  /**
   * At `least`, how far capex has to fall before a unit pays; at `most`, how far it may rise before one is left out.
   * Without unit worths the sizes stay as they are up to here, and perhaps beyond. Absent between limits, where it is
   * the capex itself.
   * @unit USD/unit
   */
  readonly breakEvenCapexUsdPerUnit?: number;
  /** One unit more than chosen; absent where ranging was cut short. */
  readonly more?: UnitWorth;
  /** The last unit chosen; absent at a size of 0. */
  readonly less?: UnitWorth;
  /** With `curvePoints`: the value of the size. */
  readonly curve?: readonly CurvePoint[];
}

/** What the same span costs with existing sizes alone. */
export interface WithoutBuilding {
  /** Whether there is a plan with what exists. */
  readonly status: PlanResult["status"];
  /** Its cost, without charges; absent where there is no plan. */
  readonly objectiveUsd?: number;
  /**
   * What building and retiring save the site by the year, the change of fixed O&M included and capital left aside.
   * @unit USD/year
   */
  readonly savedUsdPerYear?: number;
  /**
   * Simple payback: capex over that saving; Infinity where nothing is saved, absent where nothing is built.
   * @unit years
   */
  readonly paybackYears?: number;
}

/** Sizes at least cost, and the plan of the site that has them. */
export interface SizedPlan {
  /** Version of the result's shape. */
  readonly version: 1;
  /** `branching-limit`: the sizes are the best found, at most `relativeGap` from the best bound. */
  readonly status: "optimal" | "branching-limit";
  /** Name of the plan, as in the input. */
  readonly name: string;
  /** By choice, in their order. */
  readonly sizes: readonly SizeReading[];
  /** Cost of the plan's span: dispatch, and the charges of the sizes for the plan's share of a year. */
  readonly totalUsd: number;
  /** The charges in it: capital recovery of what is built, fixed O&M of what runs. */
  readonly chargesUsd: number;
  /** Capex of all that is built. */
  readonly capexUsd: number;
  /**
   * The plan's share of a year, by which yearly charges are multiplied: 1 for a calendar year.
   * @unit 1
   */
  readonly yearShare: number;
  /**
   * The real rate of interest.
   * @unit 1/year
   */
  readonly realRatePerYear: number;
  /** The dispatch of the site at these sizes, planned again without any choice. */
  readonly plan: PlanResult;
  /**
   * |total - charges - cost of `plan`| over the cost: how far the second plan reproduces the first.
   * @unit 1
   */
  readonly redispatchGap: number;
  /**
   * MIP gap where either-or rules branch: (total - best bound) / max(1, |total|); else 0.
   * @unit 1
   */
  readonly relativeGap: number;
  /** Whether worths hold for the plan's own directions of either-or rules only. */
  readonly directionsFixed: boolean;
  /** With `compareWithExisting`. */
  readonly withoutBuilding?: WithoutBuilding;
  /** Aspects that may mislead or be costly; those of the dispatch are in `plan`. */
  readonly warnings: readonly Warning[];
  /** Defaults used and rules applied. */
  readonly notices: readonly string[];
}

/** No sizes: the program has no plan within their limits, or its solve was cut short. */
export interface UnsizedPlan {
  /** Version of the result's shape. */
  readonly version: 1;
  /** What happened to the program of dispatch and sizes. */
  readonly status: Exclude<PlanResult["status"], "optimal">;
  /** Name of the plan, as in the input. */
  readonly name: string;
  /** What happened and what to do. */
  readonly detail: string;
  /** The program's result with every size free within its limits: which limits conflict. */
  readonly plan: PlanResult;
  readonly sizes?: undefined;
}

/** The outcome of a sizing; it has `sizes` where there are any. */
export type SizingResult = SizedPlan | UnsizedPlan;
