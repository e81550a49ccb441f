import type { OptimalSolution } from "../lp/solution.ts";
import type { AssetState, Reading } from "../assets/index.ts";
import type { EmissionReport } from "./attribute-emissions.ts";
import type { Conflict } from "./conflict.ts";
import type { IrreducibleSet } from "./irreducible-set.ts";
import type { BrokenRule } from "./either-or-check.ts";
import type { Ledger } from "./ledger.ts";
import type { Prices } from "./prices.ts";
import type { Warning } from "../model/warning.ts";

/** The proof that a plan is optimal, recomputed from the original program by code that no solver uses. */
export interface Certificate {
  /**
   * Greatest violation of a limit, relative to max(1, |limit|); `checkSolution` has the formulas.
   * @unit 1
   */
  readonly primalInfeasibility: number;
  /**
   * Greatest violation of dual feasibility, relative; `checkSolution` has the formulas.
   * @unit 1
   */
  readonly dualInfeasibility: number;
  /**
   * Relative gap between the cost of the plan and the lower bound on the cost of any plan.
   * @unit 1
   */
  readonly relativeGap: number;
  /** Whether all figures are within their tolerances. */
  readonly ok: boolean;
  /** Greatest power imbalance of the reported schedule, MW. */
  readonly balanceResidualMw: number;
  /**
   * |ledger total - objective| over the sum of the absolute amounts.
   * @unit 1
   */
  readonly ledgerResidual: number;
}

/**
 * How branch and bound settled either-or rules that the LP relaxation violates. Two things are certified. The
 * certificate proves that the plan is optimal with the chosen directions fixed. The best bound states how much cheaper
 * a plan with any other directions could be.
 */
export interface Branching {
  /**
   * Linear programs solved by the search: nodes of its tree, and dives for an incumbent.
   * @unit 1
   */
  readonly nodes: number;
  /** Best bound: every plan that satisfies the rules costs at least this, USD. */
  readonly boundUsd: number;
  /**
   * MIP gap: (cost - bound) / max(1, |cost|).
   * @unit 1
   */
  readonly relativeGap: number;
  /**
   * Number of sides (rule and interval) that were fixed at zero for this plan.
   * @unit 1
   */
  readonly directionsFixed: number;
}

/**
 * A schedule with its money, prices and proof. Series are `Float64Array`s with one value per interval.
 * `JSON.stringify` of a result needs no replacer: it writes series as plain arrays, and numbers that JSON lacks as the
 * texts `"Infinity"`, `"-Infinity"` and `"NaN"`. To read one back with typed arrays, take `resultToJson` and
 * `resultFromJson` of `wattsplit/io`; a structured clone of a result is stringified as any object is.
 */
export interface PowerPlan {
  /** Name of the plan, as in the input. */
  readonly name: string;
  /** Start of the plan, ISO-8601 with the local offset. */
  readonly startIso: string;
  /** IANA time zone of the site. */
  readonly timeZone: string;
  /** Length of an interval. */
  readonly stepHours: number;
  /** Start of each interval, ISO-8601 with the local offset. */
  readonly intervalStarts: readonly string[];
  /** Net cost over the plan, USD (income negative): the minimised objective. */
  readonly objectiveUsd: number;
  /**
   * Charges from before the plan, USD, for peaks already set in its months. They are not part of the objective, so the
   * objectives of consecutive plans add up. `ledger.alreadySet` lists them by item.
   */
  readonly alreadySetUsd: number;
  /** By asset name; narrow by `kind`. Series have their units in their names. */
  readonly assets: Readonly<Record<string, Reading>>;
  /** Costs and income by item. */
  readonly ledger: Ledger;
  /** Shadow prices: the value of power in each interval and of each limit. */
  readonly prices: Prices;
  readonly certificate: Certificate;
  /** CO2 by source and by load; absent if a connection has no emission factor. */
  readonly emissions?: EmissionReport;
  /** Absent if the optimum of the LP relaxation, or an equal one, satisfies every either-or rule. */
  readonly branching?: Branching;
  /** Pass it as `initialState` of the plan that starts where this one ends. */
  readonly endState: Readonly<Record<string, AssetState>>;
  /** Aspects of the plan that may mislead or be costly; read these first. */
  readonly warnings: readonly Warning[];
  /** Defaults used and rules applied. */
  readonly notices: readonly string[];
  /** The engine that found the optimum, and the size of the program. */
  readonly solver: {
    /** Name of the engine. */
    readonly name: string;
    /**
     * Iterations of the engine.
     * @unit 1
     */
    readonly iterations: number;
    /**
     * Rows of the linear program.
     * @unit 1
     */
    readonly rows: number;
    /**
     * Columns of the linear program.
     * @unit 1
     */
    readonly columns: number;
  };
}

/** A certified optimal plan; with `branching`, its cost is within `relativeGap` of the best bound. */
export interface OptimalPlan extends PowerPlan {
  /** Version of the result's shape; `PlanResult` has the policy. */
  readonly version: 1;
  /** The outcome. */
  readonly status: "optimal";
  readonly detail?: undefined;
}

/**
 * A limit of branch and bound was reached before the either-or rules were settled. Contains the incumbent, if any, and
 * what is proven so far.
 */
export interface BranchingLimitPlan {
  /** Version of the result's shape; `PlanResult` has the policy. */
  readonly version: 1;
  /** The outcome. */
  readonly status: "branching-limit";
  /** Name of the plan, as in the input. */
  readonly name: string;
  /** Rules that the optimum of the LP relaxation violates. */
  readonly brokenRules: readonly BrokenRule[];
  /**
   * Incumbent: the best plan found. It satisfies every limit and rule and is at most `relativeGap` from the best bound.
   * Absent if no plan was found.
   */
  readonly incumbent?: PowerPlan;
  /** Best bound: every plan that satisfies the rules costs at least this, USD. */
  readonly boundUsd: number;
  /**
   * MIP gap of the incumbent: (cost - bound) / max(1, |cost|); Infinity without an incumbent.
   * @unit 1
   */
  readonly relativeGap: number;
  /**
   * Linear programs solved by the search: nodes of its tree, and dives for an incumbent.
   * @unit 1
   */
  readonly nodes: number;
  /** Which limit was reached, what is proven and how to continue; then the violated rules with their times. */
  readonly detail: string;
  /** Warnings of the incumbent, if there is one. */
  readonly warnings: readonly Warning[];
  /** Defaults used and rules applied. */
  readonly notices: readonly string[];
}

/** No schedule satisfies all limits, or all limits and either-or rules. */
export interface InfeasiblePlan {
  /** Version of the result's shape; `PlanResult` has the policy. */
  readonly version: 1;
  /** The outcome. */
  readonly status: "infeasible";
  /** Name of the plan, as in the input. */
  readonly name: string;
  /**
   * Which limits conflict, when and by how much, worst first. Empty if only the either-or rules in `detail` conflict.
   */
  readonly conflicts: readonly Conflict[];
  /** Irreducible infeasible subset (IIS) of limits around the worst conflict; absent if the search was cut short. */
  readonly irreducible?: IrreducibleSet;
  /**
   * The Farkas certificate, checked on the original program (with rules: the worst of all branches). A claim that fails
   * the check has the status `numerical-trouble` instead.
   */
  readonly proof: {
    /**
     * Greatest relative violation of the certificate.
     * @unit 1
     */
    readonly rayViolation: number;
    /** Whether the certificate is within its tolerance. */
    readonly ok: boolean;
  };
  /** The sentences of the worst conflicts, at most five lines. */
  readonly detail: string;
  /** Warnings about the input. */
  readonly warnings: readonly Warning[];
  /** Defaults used and rules applied. */
  readonly notices: readonly string[];
}

/** The solver stopped early or the cost is unbounded. No plan is claimed. */
export interface UnfinishedPlan {
  /** Version of the result's shape; `PlanResult` has the policy. */
  readonly version: 1;
  /** The outcome. */
  readonly status: "unbounded" | "iteration-limit" | "time-limit" | "stopped" | "numerical-trouble";
  /** Name of the plan, as in the input. */
  readonly name: string;
  /** What stopped the solver, and what to do about it. */
  readonly detail: string;
  /** Warnings about the input. */
  readonly warnings: readonly Warning[];
  /** Defaults used and rules applied. */
  readonly notices: readonly string[];
}

/** A plan with the point and the prices it was read from; only an optimal plan has them. */
export interface SolvedPlan {
  readonly result: PlanResult;
  readonly solution?: OptimalSolution;
  /** The same of the incumbent where a limit of branch and bound was reached. */
  readonly incumbent?: OptimalSolution;
}

/** As `SolvedPlan`, its result still plain data. */
export interface SolvedData {
  readonly result: ResultData;
  readonly solution?: OptimalSolution;
  readonly incumbent?: OptimalSolution;
}

/**
 * The outcome of a plan; `status` tells which. `version` grows when a field changes its name, type or meaning, or goes
 * away. A release may add fields within a version, so a schema validates the results of its own release and of earlier
 * ones with the same version (`planResultJsonSchema` of `wattsplit/schema`).
 */
export type PlanResult = OptimalPlan | BranchingLimitPlan | InfeasiblePlan | UnfinishedPlan;

/** A result before it has its version. */
export type ResultData = PlanResult extends infer Result
  ? Result extends unknown
    ? Omit<Result, "version">
    : never
  : never;
