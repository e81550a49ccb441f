/**
 * What a session keeps of its last answer, for code of other entry points. It stands under a registered symbol: an
 * ES module and a CommonJS module of the package, loaded side by side, find the same one.
 */
import { PlanInputError } from "../errors.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import type { AsyncPlanOptions } from "./plan-options.ts";
import type { BuiltSite } from "./build-site.ts";
import type { PlanResult } from "./plan-result.ts";

export interface SessionState {
  readonly built: BuiltSite;
  readonly result: PlanResult;
  /** Point and prices of the plan; absent where `result` is not optimal. */
  readonly solution?: OptimalSolution;
  /** As given at the opening. */
  readonly options: AsyncPlanOptions;
}

const KEY = Symbol.for("wattsplit.session-state");

/** Gives a session its state: `state` is called whenever that is asked for. */
export function withState<Session extends object>(session: Session, state: () => SessionState): Session {
  return Object.defineProperty(session, KEY, { get: state });
}

/** @throws PlanInputError for what is not a session; `of` names the function it was passed to. */
export function stateOf(of: string, session: unknown): SessionState {
  let state: SessionState | undefined;
  try {
    state = (session as Readonly<Record<symbol, SessionState | undefined>> | null | undefined)?.[KEY];
  } catch {
    // Not an object of ours.
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
