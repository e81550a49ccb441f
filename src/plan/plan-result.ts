import type { AssetState, Reading } from "../assets/index.ts";
import type { EmissionReport } from "./attribute-emissions.ts";
import type { Conflict } from "./explain-infeasible.ts";
import type { IrreducibleSet } from "./irreducible-set.ts";
import type { BrokenRule } from "./either-or-check.ts";
import type { Ledger } from "./ledger.ts";
import type { Prices } from "./prices.ts";

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
  /** By asset name; narrow by `kind`. Units stand in the names of the series. */
  readonly assets: Readonly<Record<string, Reading>>;
  readonly ledger: Ledger;
  readonly prices: Prices;
  readonly certificate: Certificate;
  /** CO2 by source and by load; absent where a connection states no emission factor. */
  readonly emissions?: EmissionReport;
  /** Give it as `initialState` of the plan that starts where this one ends. */
  readonly endState: Readonly<Record<string, AssetState>>;
  /** Defaults taken and rules applied that the reader should know. */
  readonly notices: readonly string[];
  readonly solver: { readonly name: string; readonly iterations: number; readonly rows: number; readonly columns: number };
}

/** A certified optimal plan. */
export interface OptimalPlan extends PowerPlan {
  readonly status: "optimal";
  readonly detail?: undefined;
}

/**
 * The program's optimum breaks an either-or rule that a linear program cannot hold, so it is no plan. Its cost is a
 * bound that no plan keeping the rules can beat.
 */
export interface RelaxedPlan {
  readonly status: "relaxed";
  readonly name: string;
  readonly brokenRules: readonly BrokenRule[];
  /** No plan that keeps the rules costs less, USD. */
  readonly boundUsd: number;
  /** What the relaxed program would do; not executable in the intervals of `brokenRules`. */
  readonly relaxation: PowerPlan;
  /** The rules and when they are broken, at most five lines, then what to do. */
  readonly detail: string;
  readonly notices: readonly string[];
}

/** No schedule keeps all limits. */
export interface InfeasiblePlan {
  readonly status: "infeasible";
  readonly name: string;
  /** Which limits conflict, when and by how much, worst first. */
  readonly conflicts: readonly Conflict[];
  /** A least set of limits that cannot all be kept, around the worst conflict; absent where the search was cut short. */
  readonly irreducible?: IrreducibleSet;
  /** The Farkas proof checked on the original program; a claim that fails the check ends as `numerical-trouble`. */
  readonly proof: { readonly rayViolation: number; readonly ok: boolean };
  /** The sentences of the worst conflicts, at most five lines. */
  readonly detail: string;
  readonly notices: readonly string[];
}

/** The solver was stopped or gave up, or the program has no bound; nothing is claimed. */
export interface UnfinishedPlan {
  readonly status: "unbounded" | "iteration-limit" | "time-limit" | "stopped" | "numerical-trouble";
  readonly name: string;
  readonly detail: string;
  readonly notices: readonly string[];
}

export type PlanResult = OptimalPlan | RelaxedPlan | InfeasiblePlan | UnfinishedPlan;
