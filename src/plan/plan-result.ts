import type { AssetState, Reading } from "../assets/index.ts";
import type { EmissionReport } from "./attribute-emissions.ts";
import type { Conflict } from "./explain-infeasible.ts";
import type { IrreducibleSet } from "./irreducible-set.ts";
import type { BrokenRule } from "./either-or-check.ts";
import type { Ledger } from "./ledger.ts";
import type { Prices } from "./prices.ts";
import type { Warning } from "../model/warning.ts";

/** The proof that a plan is optimal, recomputed from the original program by code no solver shares. */
export interface Certificate {
  /** Greatest violation of a limit, relative to max(1, |limit|); formulas at `checkSolution`. */
  readonly primalInfeasibility: number;
  readonly dualInfeasibility: number;
  /** Distance between the cost of the plan and the bound no plan can beat, relative. */
  readonly relativeGap: number;
  readonly ok: boolean;
  /** Greatest power imbalance of the schedule as reported, MW. */
  readonly balanceResidualMw: number;
  /** |ledger total - objective| over the sum of all amounts' sizes. */
  readonly ledgerResidual: number;
}

/**
 * How an either-or rule was settled that the prices do not keep: by branching on which side is zero. What is certified
 * then is two things: the certificate proves the plan the best with the chosen directions fixed, and the tree's bound
 * says how much a plan with any other directions could save.
 */
export interface Branching {
  /** Linear programs the search has solved: nodes of its tree, and dives for a plan. */
  readonly nodes: number;
  /** No plan that keeps the rules costs less, USD. */
  readonly boundUsd: number;
  /** (cost - bound) / max(1, |cost|). */
  readonly relativeGap: number;
  /** Sides of a rule in an interval that were set to zero on the way to this plan. */
  readonly directionsFixed: number;
}

/**
 * A schedule with its money, prices and proof. Series are `Float64Array`s, which `JSON.stringify` turns into objects
 * (`{"0":1}`): pass a replacer such as `(key, value) => (value instanceof Float64Array ? [...value] : value)`.
 */
export interface PowerPlan {
  readonly name: string;
  readonly startIso: string;
  readonly timeZone: string;
  readonly stepHours: number;
  /** Start of each interval, ISO-8601 with the local offset. */
  readonly intervalStarts: readonly string[];
  /** Net cost over the plan, USD (income negative): what the program minimises. */
  readonly objectiveUsd: number;
  /**
   * What was charged before the plan began, USD, for the peaks already set in its months: beside the objective and no
   * part of it, so that the objectives of plans that follow each other add up. By item in `ledger.alreadySet`.
   */
  readonly alreadySetUsd: number;
  /** By asset name; narrow by `kind`. Units stand in the names of the series. */
  readonly assets: Readonly<Record<string, Reading>>;
  readonly ledger: Ledger;
  readonly prices: Prices;
  readonly certificate: Certificate;
  /** CO2 by source and by load; absent where a connection states no emission factor. */
  readonly emissions?: EmissionReport;
  /** Absent where the program's own optimum, or an equal one, keeps every either-or rule. */
  readonly branching?: Branching;
  /** Give it as `initialState` of the plan that starts where this one ends. */
  readonly endState: Readonly<Record<string, AssetState>>;
  /** What of the plan may mislead or cost its reader; read these first. */
  readonly warnings: readonly Warning[];
  /** Defaults taken and rules applied that the reader should know. */
  readonly notices: readonly string[];
  readonly solver: {
    readonly name: string;
    readonly iterations: number;
    readonly rows: number;
    readonly columns: number;
  };
}

/** A certified optimal plan; with `branching` its cost is within `relativeGap` of the best. */
export interface OptimalPlan extends PowerPlan {
  readonly status: "optimal";
  readonly detail?: undefined;
}

/** An either-or rule was not settled before a limit was met: the best plan found, if any, and what is proven so far. */
export interface BranchingLimitPlan {
  readonly status: "branching-limit";
  readonly name: string;
  /** What the program's optimum breaks. */
  readonly brokenRules: readonly BrokenRule[];
  /** Keeps every limit and rule; at most `relativeGap` from the best. Absent where none was found. */
  readonly incumbent?: PowerPlan;
  /** No plan that keeps the rules costs less, USD. */
  readonly boundUsd: number;
  /** (cost - bound) / max(1, |cost|) of the incumbent; Infinity without one. */
  readonly relativeGap: number;
  /** Linear programs the search has solved: nodes of its tree, and dives for a plan. */
  readonly nodes: number;
  /** Which limit, what is proven, how to go on; then the rules and when they are in question. */
  readonly detail: string;
  /** As of a plan; of the incumbent, where there is one. */
  readonly warnings: readonly Warning[];
  readonly notices: readonly string[];
}

/** No schedule keeps all limits, or all limits and either-or rules. */
export interface InfeasiblePlan {
  readonly status: "infeasible";
  readonly name: string;
  /**
   * Which limits conflict, when and by how much, worst first; none where only the either-or rules named in `detail` do.
   */
  readonly conflicts: readonly Conflict[];
  /**
   * A least set of limits that cannot all be kept, around the worst conflict; absent where the search was cut short.
   */
  readonly irreducible?: IrreducibleSet;
  /**
   * The Farkas proof checked on the original program (of rules: the worst of every branch's); a claim that fails the
   * check ends as `numerical-trouble`.
   */
  readonly proof: { readonly rayViolation: number; readonly ok: boolean };
  /** The sentences of the worst conflicts, at most five lines. */
  readonly detail: string;
  /** As of a plan; of the incumbent, where there is one. */
  readonly warnings: readonly Warning[];
  readonly notices: readonly string[];
}

/** The solver was stopped or gave up, or the program has no bound; nothing is claimed. */
export interface UnfinishedPlan {
  readonly status: "unbounded" | "iteration-limit" | "time-limit" | "stopped" | "numerical-trouble";
  readonly name: string;
  readonly detail: string;
  /** As of a plan; of the incumbent, where there is one. */
  readonly warnings: readonly Warning[];
  readonly notices: readonly string[];
}

export type PlanResult = OptimalPlan | BranchingLimitPlan | InfeasiblePlan | UnfinishedPlan;
