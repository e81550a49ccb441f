import { checkedPlainSteps } from "./checked-request.ts";
import { type PlainInput, plainCopySteps, plainInputSteps } from "./input/parse-request.ts";
import { SectionMemory } from "./input/section-memory.ts";
import { changedInput, type PlanChanges } from "./plan-changes.ts";
import type { PlanInput } from "./plan-input/index.ts";
import { buildSteps } from "./plan/build-site.ts";
import { type AsyncPlanOptions, checkPlanOptions, type PlanOptions } from "./plan/plan-options.ts";
import type { PlanResult } from "./plan/plan-result.ts";
import { siteSteps } from "./plan/run-plan.ts";
import { type SessionState, withState } from "./plan/session-state.ts";
import { WarmEngine } from "./plan/warm-engine.ts";
import { drain, drainAsync } from "./solvers/budget/drain.ts";

/**
 * A plan that can be asked and planned again: `why` and `worth` of `wattsplit/explain` take the session. It holds the
 * program and its basis, so it is not plain data; its `result` is.
 */
export interface PlanSession {
  /** The last result, as `planPower` gives it. */
  readonly result: PlanResult;
  /**
   * Plans again with what has changed since the last input, from the last answer: other prices, limits and states take
   * a few simplex steps. What changes the program's matrix (an efficiency, an asset's count of jobs) is solved as new.
   * The answer is judged as any other; where optima tie it is the same as `planPower`'s.
   *
   * @throws PlanInputError for changes that make the input faulty; the session then keeps its last answer.
   * @example
   * session.replan({ assets: { grid: { importPriceUsdPerMwh: prices } }, initialState: endState });
   */
  replan(changes: PlanChanges): PlanResult;
}

/** As `PlanSession`, opened by `openPlanAsync`; the signal given at the opening also ends what is asked of it. */
export interface AsyncPlanSession {
  /** The last result, as `planPower` gives it. */
  readonly result: PlanResult;
  /** As `replan` of `PlanSession`, in slices. One at a time: where a later one has begun, the earlier one rejects. */
  replan(changes: PlanChanges): Promise<PlanResult>;
}

/**
 * Plans a site and keeps what is needed to explain the plan and to plan again.
 *
 * @throws PlanInputError as `planPower`.
 * @example
 * import { openPlan } from "wattsplit";
 * import { why, worth } from "wattsplit/explain";
 *
 * const session = openPlan(input);
 * const answer = why(session, { asset: "s19j", at: "2026-07-14T17:00:00-05:00" });
 * if (answer.status === "optimal") answer.text; // s19j asleep: power 61 > strike 56 USD/MWh; ...
 * session.replan({ assets: { grid: { importPriceUsdPerMwh: newPrices } } });
 */
export function openPlan(input: PlanInput, options: PlanOptions = {}): PlanSession {
  const planner = new SessionPlanner(checkPlanOptions(options));
  drain(planner.firstSteps(input));
  const session = {
    get result() {
      return planner.state.result;
    },
    replan: (changes: PlanChanges) => drain(planner.changedSteps(changes)),
  };
  return withState(session, () => planner.state);
}

/** As `openPlan`, with pauses and a signal as `planPowerAsync`. */
export async function openPlanAsync(input: PlanInput, options: AsyncPlanOptions = {}): Promise<AsyncPlanSession> {
  const own = checkPlanOptions(options);
  const { signal } = own;
  const planner = new SessionPlanner(own);
  await drainAsync(planner.firstSteps(input), signal);
  const session = {
    get result() {
      return planner.state.result;
    },
    replan: async (changes: PlanChanges) => drainAsync(planner.changedSteps(changes), signal),
  };
  return withState(session, () => planner.state);
}

/** The last input and answer, and the engine that goes on from it. */
class SessionPlanner {
  readonly #options: AsyncPlanOptions;
  readonly #engine: WarmEngine;
  readonly #memory = new SectionMemory();
  #last: { readonly input: PlainInput; readonly state: SessionState } | undefined;

  constructor(options: AsyncPlanOptions) {
    this.#options = options;
    this.#engine = new WarmEngine(options.solver);
  }

  get state(): SessionState {
    return this.#present.state;
  }

  *firstSteps(input: unknown): Generator<unknown, PlanResult> {
    return yield* this.#planSteps(yield* plainInputSteps(input));
  }

  *changedSteps(changes: PlanChanges): Generator<unknown, PlanResult> {
    const own = (yield* plainCopySteps(changes, "changes")) as PlanChanges;
    return yield* this.#planSteps({ ...changedInput(this.#present.input as unknown as PlanInput, own) });
  }

  /** `input` is the session's own copy. */
  *#planSteps(input: PlainInput): Generator<unknown, PlanResult> {
    const options = this.#options;
    const request = yield* checkedPlainSteps(input, this.#memory);
    yield;
    const built = yield* buildSteps(request);
    const solved = yield* siteSteps(built, { ...options, solver: this.#engine.forPlan() });
    this.#last = { input, state: { built, options, ...solved } };
    return solved.result;
  }

  get #present() {
    if (!this.#last) throw new Error("A session is asked before its first plan has ended.");
    return this.#last;
  }
}
