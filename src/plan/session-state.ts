/**
 * The last answer of a session, for code of other entry points. It is stored under a registered symbol, so that an ES
 * module and a CommonJS module of the package find the same state if both are loaded.
 */
import { PlanInputError } from "../errors.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import type { AsyncPlanOptions } from "./plan-options.ts";
import type { BuiltSite } from "./build-site.ts";
import type { PlanResult } from "./plan-result.ts";

export interface SessionState {
  readonly built: BuiltSite;
  readonly result: PlanResult;
  /** Point and prices of the plan; absent if `result` is not optimal. */
  readonly solution?: OptimalSolution;
  /** As given when the session was opened. */
  readonly options: AsyncPlanOptions;
}

const KEY = Symbol.for("wattsplit.session-state");

/** Gives a session its state; `state` is called on every access. */
export function withState<Session extends object>(session: Session, state: () => SessionState): Session {
  return Object.defineProperty(session, KEY, { get: state });
}

/** @throws PlanInputError if it is not a session; `of` names the function that received it. */
export function stateOf(of: string, session: unknown): SessionState {
  let state: SessionState | undefined;
  try {
    state = (session as Readonly<Record<symbol, SessionState | undefined>> | null | undefined)?.[KEY];
  } catch {
    // Not a session of this library.
  }
  if (state !== undefined) return state;
  throw new PlanInputError([
    {
      path: `${of}.session`,
      given: session === null ? "null" : typeof session,
      wanted: "the session that openPlan returned",
      fix: "pass the session itself; a copy of its fields is not one",
    },
  ]);
}
