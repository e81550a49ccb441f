/** One case, answered: JSON in, JSON out. It depends on the case alone, so any process may answer it, and twice. */
import { checkedRequestSteps } from "../checked-request.ts";
import { PlanInputError, type PlanInputFault } from "../errors.ts";
import { isRecord, literal } from "../input/literal.ts";
import { comparisonSteps } from "../plan/compare-cases.ts";
import { checkPlanOptions } from "../plan/plan-options.ts";
import type { PlanResult } from "../plan/plan-result.ts";
import { planSteps } from "../plan/run-plan.ts";
import { type AbortSignalLike, drain, drainAsync } from "../solvers/budget/drain.ts";
import { type Case, caseId } from "./case.ts";
import { type AnswerFigures, comparisonFigures, planFigures } from "./figures.ts";

/** The answer to one case: JSON out. */
export interface CaseAnswer {
  /** The id of the case. */
  readonly id: string;
  /**
   * Status of the plan (of the hybrid's plan in a comparison). `faulty-input`: the case is not a valid input. `failed`:
   * it was not answered, since its worker ended or the planner has an error.
   */
  readonly status: PlanResult["status"] | "faulty-input" | "failed";
  /** Why there is no optimal plan; the headline of a comparison. */
  readonly detail?: string;
  /** Faults of a `faulty-input`. */
  readonly faults?: readonly PlanInputFault[];
  readonly figures: AnswerFigures;
}

/**
 * Answers one case; what a worker of a pool or a processor of a queue calls. A case solves from nothing, never from the
 * answer of another case, so that its answer is the same to the last bit in any process and any order.
 *
 * @throws PlanInputError if `given` is not a case, or if its content does not have its id.
 */
export function runCase(given: Case): CaseAnswer {
  return drain(caseSteps(given));
}

/** As `runCase`, with pauses and a signal as `planPowerAsync`. */
export async function runCaseAsync(
  given: Case,
  options: { readonly signal?: AbortSignalLike | undefined } = {},
): Promise<CaseAnswer> {
  return drainAsync(caseSteps(given), options.signal);
}

function* caseSteps(given: Case): Generator<unknown, CaseAnswer> {
  const { id, question, input, limits = {} } = checkCase(given);
  const options = checkPlanOptions(limits);
  try {
    const request = yield* checkedRequestSteps(input);
    if (question === "compare") {
      const comparison = yield* comparisonSteps(request, options);
      const { hybrid, headline } = comparison;
      return { id, status: hybrid.status, detail: headline.sentence, figures: comparisonFigures(comparison) };
    }
    const result = yield* planSteps(request, options);
    const { status, detail } = result;
    return { id, status, ...(detail !== undefined && { detail }), figures: planFigures(result) };
  } catch (error) {
    if (!(error instanceof PlanInputError)) throw error;
    const { message, faults } = error;
    return { id, status: "faulty-input", detail: message, faults: faults.map((fault) => ({ ...fault })), figures: {} };
  }
}

/** @throws PlanInputError if it is not a case, or was changed after its id was given. */
function checkCase(given: Case): Case {
  if (!isRecord(given) || typeof given.id !== "string")
    refuse("case", literal(given), "a case with an id", "take the cases of a sweep");
  if (given.question !== "plan" && given.question !== "compare")
    refuse("case.question", literal(given.question), "plan or compare", "take the cases of a sweep");
  const id = caseId(given);
  if (id !== given.id)
    refuse("case.id", given.id, `${id}, which its content has`, "change no case; make another one by caseId");
  return given;
}

function refuse(path: string, given: string, wanted: string, fix: string): never {
  throw new PlanInputError([{ path, given, wanted, fix }]);
}
