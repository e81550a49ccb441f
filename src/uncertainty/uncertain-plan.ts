import type { PowerPlan } from "../plan/plan-result.ts";
import type { RiskMeasure } from "./extensive-form.ts";

/** What was decided before it is known which scenario comes: the values of some columns of one decision. */
export interface DecidedValues {
  /** Name of the asset. */
  readonly asset: string;
  /** The decision, e.g. `boughtMw`. */
  readonly decision: string;
  /** The columns, e.g. `boughtMw`, or `peak 2026-07` of the decision `peakMw`. */
  readonly name: string;
  /** Unit of the values, e.g. `MW`. */
  readonly unit: string;
  /**
   * The plan's interval that the first value belongs to; further values follow interval by interval.
   * @unit 1
   */
  readonly fromInterval: number;
  /** The values that hold in every scenario. */
  readonly values: Float64Array;
  /**
   * Price of the limit that a value stands at, USD of the objective for one unit more: negative where a higher limit
   * would save, positive where a lower least value would. 0 between limits.
   */
  readonly limitUsdPerUnit: Float64Array;
  /**
   * By scenario: what one unit more costs (negative: saves) in it, times its weight in the objective, USD. Over all
   * scenarios it sums to `limitUsdPerUnit`.
   */
  readonly usdPerUnitByScenario: Readonly<Record<string, Float64Array>>;
  /** For each value: the scenario that would gain most from one unit more; `null` where none would gain. */
  readonly raisedBy: readonly (string | null)[];
}

/** One scenario under the common decisions. */
export interface ScenarioOutcome {
  /** Name of the scenario. */
  readonly name: string;
  /** Its probability; all sum to 1. */
  readonly probability: number;
  /** What it costs with the decisions of the plan, USD. */
  readonly costUsd: number;
  /**
   * Its weight in the objective at the optimum, the probability as the objective sees it: more than `probability` in
   * the tail, less outside. All sum to 1.
   */
  readonly riskWeight: number;
  /** Whether it belongs to the tail that the conditional value at risk is the mean of. */
  readonly isInTail: boolean;
  /** What it would cost if it were known before all decisions, USD. */
  readonly knownUsd: number;
  /** What it costs with the decisions of the reference plan, USD; Infinity if those leave it without a plan. */
  readonly referenceUsd: number;
  /** Schedule, money, prices and proof of the scenario, its here-and-now decisions held. */
  readonly plan: PowerPlan;
}

/** The plan for one scenario alone that the stochastic solution is compared with. */
export interface ReferencePlan {
  /**
   * `mean`: of the mean of all scenarios. `most-probable`: of the most probable one (the first of several), where they
   * differ in something that has no mean. `given`: of `referenceScenario`.
   */
  readonly basis: "mean" | "most-probable" | "given";
  /** What has no mean, or how the reference plan fails; absent otherwise. */
  readonly detail?: string;
}

/** Decisions for now, and what follows in each scenario. */
export interface UncertainPlan {
  readonly version: 1;
  readonly status: "optimal";
  readonly name: string;
  readonly detail?: undefined;
  /** Objective: (1 - weight) expected cost + weight tail mean, USD. */
  readonly objectiveUsd: number;
  /** Mean cost over the scenarios, USD. */
  readonly expectedUsd: number;
  /** Conditional value at risk: mean cost of the worst share 1 - `risk.level`, USD. */
  readonly cvarUsd: number;
  /** Value at risk: the least cost that is not exceeded with probability `risk.level`, USD. */
  readonly valueAtRiskUsd: number;
  readonly risk: RiskMeasure;
  readonly firstStage: readonly DecidedValues[];
  /** In the order given. */
  readonly scenarios: readonly ScenarioOutcome[];
  /**
   * Value of the stochastic solution: objective with the decisions of the reference plan less `objectiveUsd`, USD; not
   * negative. Infinity where those decisions leave a scenario without a plan.
   */
  readonly stochasticSolutionUsd: number;
  readonly reference: ReferencePlan;
  /** Expected value of perfect information: `objectiveUsd` less the objective over `knownUsd`, USD; not negative. */
  readonly perfectInformationUsd: number;
  /** Every set of decisions costs at least this, USD: the optimum of the program without either-or rules. */
  readonly boundUsd: number;
  /**
   * (objectiveUsd - boundUsd) / max(1, |objectiveUsd|): what either-or rules may cost, which the bound leaves out and
   * the plan satisfies. Prices of decisions are those of the bound.
   */
  readonly relativeGap: number;
  /** The proof that `boundUsd` is the optimum of the program of all scenarios. */
  readonly certificate: {
    readonly primalInfeasibility: number;
    readonly dualInfeasibility: number;
    readonly relativeGap: number;
    readonly ok: boolean;
  };
  readonly notices: readonly string[];
  readonly solver: {
    readonly name: string;
    readonly iterations: number;
    readonly rows: number;
    readonly columns: number;
  };
}

/** No plan: the status of what has none, and why. */
export interface NoUncertainPlan {
  readonly version: 1;
  readonly status:
    "branching-limit" | "infeasible" | "unbounded" | "iteration-limit" | "time-limit" | "stopped" | "numerical-trouble";
  readonly name: string;
  /** The scenario that has no plan even alone; absent where each has one, but not with common decisions. */
  readonly scenario?: string;
  readonly detail: string;
}

export type UncertaintyResult = UncertainPlan | NoUncertainPlan;
