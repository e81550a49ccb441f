import { checkedRequestSteps } from "./checked-request.ts";
import { PlanInputError, type PlanInputFault } from "./errors.ts";
import { isRecord, literal } from "./input/literal.ts";
import type { PlanInput } from "./plan-input/index.ts";
import { changedInput } from "./plan-changes.ts";
import { type AsyncPlanOptions, checkPlanOptions } from "./plan/plan-options.ts";
import { drain, drainAsync } from "./solvers/budget/drain.ts";
import type { NamedScenario } from "./uncertainty/candidate.ts";
import type { RiskMeasure } from "./uncertainty/extensive-form.ts";
import type { HereAndNow } from "./uncertainty/here-and-now.ts";
import { checkScenarios, type Scenario } from "./uncertainty/scenario.ts";
import { twoStageSteps } from "./uncertainty/two-stage.ts";
import type { UncertaintyResult } from "./uncertainty/uncertain-plan.ts";

/** How to plan under uncertainty. Limits and the engine as in `PlanOptions`; each holds for every solve. */
export interface UncertaintyOptions extends AsyncPlanOptions {
  /** What may come; probabilities sum to 1. */
  readonly scenarios: readonly Scenario[];
  /** The decisions that are taken before it is known which scenario comes. */
  readonly firstStage: readonly HereAndNow[];
  /** The tail in the objective. Default `{ weight: 0, level: 0.95 }`: the mean cost alone is minimised. */
  readonly cvar?: RiskMeasure;
  /**
   * Changes that make the scenario which the reference plan is made for, e.g. the forecast used today. Default: the
   * mean of the scenarios.
   */
  readonly referenceScenario?: Scenario["changes"];
}

/**
 * Plans the decisions that must be taken before it is known which scenario comes, and what follows in each. `input` is
 * the site; a scenario changes its prices, loads, calls or states. The objective is
 * (1 - weight) expected cost + weight CVaR, proven optimal over all scenarios at once.
 *
 * @throws PlanInputError for a faulty input, scenario or option.
 * @example
 * import { planUnderUncertainty } from "wattsplit/uncertainty";
 *
 * const result = planUnderUncertainty(input, {
 *   scenarios: [
 *     { name: "calm", probability: 0.9, changes: { assets: { grid: { importPriceUsdPerMwh: 30 } } } },
 *     { name: "scarce", probability: 0.1, changes: { assets: { grid: { importPriceUsdPerMwh: 900 } } } },
 *   ],
 *   firstStage: [{ asset: "day-ahead", decision: "boughtMw" }],
 *   cvar: { weight: 0.5, level: 0.95 },
 * });
 * if (result.status === "optimal") result.firstStage[0].values; // MW to buy in each interval
 */
export function planUnderUncertainty(input: PlanInput, options: UncertaintyOptions): UncertaintyResult {
  return drain(steps(input, checkPlanOptions(options)));
}

/** As `planUnderUncertainty`, with pauses and a signal as `planPowerAsync`. */
export async function planUnderUncertaintyAsync(
  input: PlanInput,
  options: UncertaintyOptions,
): Promise<UncertaintyResult> {
  const own = checkPlanOptions(options);
  return drainAsync(steps(input, own), own.signal);
}

function* steps(input: PlanInput, options: UncertaintyOptions): Generator<unknown, UncertaintyResult> {
  const { scenarios: given, firstStage, cvar, referenceScenario, signal: _, ...limits } = options;
  const probabilities = checkScenarios(given);
  checkDecisions(firstStage);
  const risk = checkRisk(cvar);
  yield* checkedRequestSteps(input);
  const scenarios: NamedScenario[] = [];
  for (const [i, { name, changes }] of given.entries()) {
    const changed = changedAt(input, changes, `options.scenarios[${i}].changes`);
    const request = yield* requestAt(changed, `options.scenarios[${i}]`);
    scenarios.push({ name, probability: probabilities[i], input: changed, request });
  }
  const reference =
    referenceScenario &&
    (yield* requestAt(changedAt(input, referenceScenario, "options.referenceScenario"), "options.referenceScenario"));
  return yield* twoStageSteps(scenarios, { ...limits, firstStage, risk, ...(reference && { reference }) });
}

/** Scenarios share the time axis: their decisions are the same ones. */
function changedAt(input: PlanInput, changes: Scenario["changes"], path: string): PlanInput {
  if (!isRecord(changes)) refuse(path, literal(changes), "an object of changes");
  if (Object.hasOwn(changes, "horizon")) refuse(`${path}.horizon`, "a change", "none; all scenarios share the horizon");
  return atPath(path, () => changedInput(input, changes));
}

function* requestAt(input: PlanInput, path: string) {
  const parsing = checkedRequestSteps(input);
  for (;;) {
    const step = atPath(path, () => parsing.next());
    if (step.done === true) return step.value;
    yield;
  }
}

/** Faults of a scenario say which one. */
function atPath<Result>(path: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PlanInputError)) throw error;
    throw new PlanInputError(error.faults.map((fault) => ({ ...fault, path: `${path}: ${fault.path}` })));
  }
}

function checkDecisions(given: unknown): void {
  if (!Array.isArray(given)) refuse("options.firstStage", literal(given), "a list of decisions taken before");
  const faults: PlanInputFault[] = [];
  for (const [i, one] of (given as readonly unknown[]).entries()) {
    const path = `options.firstStage[${i}]`;
    if (!isRecord(one)) {
      faults.push({ path, given: literal(one), wanted: "{ asset, decision }", fix: "name an asset and its decision" });
      continue;
    }
    const { intervals } = one;
    if (intervals !== undefined && !(Number.isInteger(intervals) && (intervals as number) >= 1))
      faults.push({
        path: `${path}.intervals`,
        given: literal(intervals),
        wanted: "a whole number of at least 1",
        fix: "say how many intervals are decided ahead, or leave it out for all",
      });
  }
  if (faults.length > 0) throw new PlanInputError(faults);
}

function checkRisk(given: unknown = { weight: 0, level: 0.95 }): RiskMeasure {
  if (!isRecord(given)) return refuse("options.cvar", literal(given), "{ weight, level }");
  const { weight, level } = given as unknown as RiskMeasure;
  if (!(typeof weight === "number" && weight >= 0 && weight <= 1))
    refuse("options.cvar.weight", literal(weight), "a number from 0 to 1");
  if (!(typeof level === "number" && level >= 0 && level < 1))
    refuse("options.cvar.level", literal(level), "a number from 0 to below 1, e.g. 0.95 for the worst 5 %");
  return { weight, level };
}

function refuse(path: string, given: string, wanted: string): never {
  throw new PlanInputError([{ path, given, wanted, fix: "correct it" }]);
}
