import { checkedRequestSteps } from "./checked-request.ts";
import { PlanInputError } from "./errors.ts";
import { describeValue } from "./lp/check-options.ts";
import type { PlanInput } from "./plan-input/index.ts";
import { type AsyncPlanOptions, checkPlanOptions } from "./plan/plan-options.ts";
import { parseChoices } from "./sizing/chosen-size.ts";
import type { CapitalRate, SizeChoice } from "./sizing/choice-schema.ts";
import type { SizingResult } from "./sizing/size-result.ts";
import { sizingSteps } from "./sizing/size-steps.ts";
import { drain, drainAsync } from "./solvers/budget/drain.ts";

/** What may be built, at which cost of capital, and how to solve. */
export interface SizingOptions extends AsyncPlanOptions {
  /** The sizes to choose, by asset. */
  readonly choices: readonly SizeChoice[];
  /** The cost of capital, real or nominal. */
  readonly rate: CapitalRate;
  /**
   * Points of the curve of each size, from its least to its greatest; every point is a plan of its own. Default 0: no
   * curves.
   */
  readonly curvePoints?: number;
  /**
   * Find what the next unit and the last one of each size are worth, exactly and by ranging. Its time grows faster than
   * the program: a second for a month, minutes for a year. Default: where the program has at most 20,000 rows. Without
   * it, the break-even capex of a size at its limit is a bound from the prices of the optimum.
   */
  readonly unitWorths?: boolean;
  /** Plan the span with what exists, too, for the saving and the simple payback. Default false. */
  readonly compareWithExisting?: boolean;
}

/**
 * Chooses sizes of assets and their dispatch in one linear program, at least cost of both: energy and markets over the
 * plan's span, and for each size its yearly charge (capital recovery and fixed O&M) times the plan's share of a year.
 *
 * Sizes are continuous. The input's own size of a chosen asset sets only proportions (the share in store at the start,
 * the shape of a limit); what exists is `existing` of the choice, and its capex is sunk. The plan's year stands for
 * every year of a life: nothing decays, and prices are known beforehand.
 *
 * @throws PlanInputError for a faulty input, choice or rate, and where a limit is not a straight line of a size.
 * @example
 * import { sizeSite } from "wattsplit/sizing";
 *
 * const result = sizeSite(input, {
 *   rate: { realPerYear: 0.08 },
 *   choices: [
 *     { asset: "bess", size: "energyMwh", capexUsdPerUnit: 180_000, lifeYears: 15, most: 400 },
 *     { asset: "bess", size: "powerMw", capexUsdPerUnit: 90_000, lifeYears: 20, most: 100 },
 *   ],
 * });
 * if (result.sizes) result.sizes[0].more?.breakEvenCapexUsdPerUnit; // what a further MWh may cost
 */
export function sizeSite(input: PlanInput, options: SizingOptions): SizingResult {
  return drain(steps(input, checkSizingOptions(options)));
}

/** As `sizeSite`, with pauses and a signal as `planPowerAsync`. */
export async function sizeSiteAsync(input: PlanInput, options: SizingOptions): Promise<SizingResult> {
  const own = checkSizingOptions(options);
  return drainAsync(steps(input, own), own.signal);
}

function* steps(input: unknown, options: SizingOptions): Generator<unknown, SizingResult> {
  const { choices, rate, curvePoints = 0, compareWithExisting = false, unitWorths, signal: _signal, ...rest } = options;
  const request = yield* checkedRequestSteps(input);
  const parsed = parseChoices({ choices, rate }, request);
  yield;
  return yield* sizingSteps(request, parsed, { curvePoints, compareWithExisting, unitWorths }, rest);
}

const MOST_POINTS = 1000;

function checkSizingOptions(given: SizingOptions): SizingOptions {
  const options = checkPlanOptions(given);
  const { curvePoints = 0, compareWithExisting = false, unitWorths = false } = options;
  if (!(Number.isInteger(curvePoints) && curvePoints >= 0 && curvePoints <= MOST_POINTS))
    refuse("curvePoints", curvePoints, `a whole number from 0 to ${MOST_POINTS}`);
  if (typeof compareWithExisting !== "boolean") refuse("compareWithExisting", compareWithExisting, "true or false");
  if (typeof unitWorths !== "boolean") refuse("unitWorths", unitWorths, "true or false");
  return options;
}

function refuse(option: string, given: unknown, wanted: string): never {
  throw new PlanInputError([
    { path: `options.${option}`, given: describeValue(given), wanted, fix: "correct it, or leave it out" },
  ]);
}
