import { checkedRequestSteps } from "./checked-request.ts";
import { PlanInputError, type PlanInputFault } from "./errors.ts";
import type { PlanInput } from "./plan-input/index.ts";
import { checkPlanOptions } from "./plan/plan-options.ts";
import { fiveNumbersSteps, type ForesightComparison } from "./replay/five-numbers.ts";
import type { ReplayOptions, UncertainCurve } from "./replay/replay-options.ts";
import { withHistory } from "./replay/believed-curves.ts";
import { withoutHistory } from "./replay/window.ts";
import type { PlanRequest } from "./plan/plan-request.ts";
import { type ReplayResult, replaySteps } from "./replay/replay-span.ts";
import { drain, drainAsync } from "./solvers/budget/drain.ts";

/**
 * Lives through a span with limited knowledge: at each interval it plans the next `horizonIntervals` with what is known
 * then and forecasts for the rest, carries out the first interval, and goes on from the state that leaves. `input` has
 * the values that came true. The result is costed over the whole span, so peaks and tiers are billed once.
 *
 * What an interval itself brings is known when it begins. End rules of stores hold at the end of each look-ahead, as
 * written (`cyclic` means the energy at the start of the span); a value per MWh (`end: { rule: "value" }`) is the
 * neutral one. Fuel, permit hours and yearly caps are shared out over the time for which they must last, unless AI load
 * would stay unserved.
 *
 * @throws PlanInputError for a faulty input, options or forecast.
 * @example
 * import { replay, sameHourLastWeek } from "wattsplit/replay";
 *
 * const result = replay(input, {
 *   horizonIntervals: 48,
 *   uncertain: [
 *     { curve: { asset: "grid", field: "importPriceUsdPerMwh" }, history, forecast: sameHourLastWeek },
 *   ],
 * });
 * if (result.status === "completed") result.plan.objectiveUsd; // what the span cost
 */
export function replay(input: PlanInput, options: ReplayOptions): ReplayResult {
  return drain(replayWith(input, checkReplayOptions(options)));
}

/** As `replay`, with pauses and a signal as `planPowerAsync`. */
export async function replayAsync(input: PlanInput, options: ReplayOptions): Promise<ReplayResult> {
  const own = checkReplayOptions(options);
  return drainAsync(replayWith(input, own), own.signal);
}

/**
 * What foresight is worth: cost, unserved AI load and diesel of a span with perfect foresight, with curves known as
 * they are published, with forecasts alone, with the last known values, and by the threshold rule; and the gap to
 * foresight by ledger item.
 *
 * @throws PlanInputError as `replay`.
 */
export function compareForesight(input: PlanInput, options: ReplayOptions): ForesightComparison {
  return drain(compareWith(input, checkReplayOptions(options)));
}

/** As `compareForesight`, with pauses and a signal as `planPowerAsync`. */
export async function compareForesightAsync(input: PlanInput, options: ReplayOptions): Promise<ForesightComparison> {
  const own = checkReplayOptions(options);
  return drainAsync(compareWith(input, own), own.signal);
}

function* replayWith(input: unknown, options: ReplayOptions): Generator<unknown, ReplayResult> {
  const [span, { uncertain, ...rest }] = afterHistory(yield* checkedRequestSteps(input), options);
  return yield* replaySteps(span, uncertain, rest);
}

function* compareWith(input: unknown, options: ReplayOptions): Generator<unknown, ForesightComparison> {
  return yield* fiveNumbersSteps(...afterHistory(yield* checkedRequestSteps(input), options));
}

function checkReplayOptions(given: ReplayOptions): ReplayOptions {
  const options = checkPlanOptions(given);
  const faults: PlanInputFault[] = [];
  const { horizonIntervals, uncertain } = options;
  if (!(Number.isInteger(horizonIntervals) && horizonIntervals >= 1))
    faults.push({
      path: "options.horizonIntervals",
      given: String(horizonIntervals),
      wanted: "a whole number of at least 1",
      fix: "say how many intervals each decision looks ahead, e.g. 48",
    });
  if (!Array.isArray(uncertain))
    faults.push({
      path: "options.uncertain",
      given: String(uncertain),
      wanted: "a list of curves that are not known ahead",
      fix: "give [] if everything is known",
    });
  else
    for (const [i, one] of (uncertain as ReplayOptions["uncertain"]).entries())
      faults.push(...curveFaults(one, `options.uncertain[${i}]`));
  if (faults.length > 0) throw new PlanInputError(faults);
  return options;
}

/** The part of the span that is carried out; the intervals before it are appended to the histories. */
function afterHistory(
  request: PlanRequest,
  { historyIntervals = 0, ...options }: ReplayOptions,
): readonly [PlanRequest, ReplayOptions] {
  const { count } = request.time;
  if (!(Number.isInteger(historyIntervals) && historyIntervals >= 0 && historyIntervals < count))
    throw new PlanInputError([
      {
        path: "options.historyIntervals",
        given: String(historyIntervals),
        wanted: `a whole number from 0 to ${count - 1}, so that an interval is left to carry out`,
        fix: "correct it, or leave it out",
      },
    ]);
  const uncertain = withHistory(request, options.uncertain, historyIntervals);
  return [withoutHistory(request, historyIntervals), { ...options, uncertain }];
}

const LAST_HOUR = 23;

function curveFaults(given: Partial<UncertainCurve> | undefined, path: string): PlanInputFault[] {
  const { curve, forecast, history = [], known } = given ?? {};
  const faults: PlanInputFault[] = [];
  const isNamed = typeof curve === "object" && typeof curve?.asset === "string" && typeof curve.field === "string";
  if (!isNamed && curve !== "hashpriceUsdPerPhDay")
    faults.push({
      path: `${path}.curve`,
      given: String(curve),
      wanted: '{ asset, field }, or "hashpriceUsdPerPhDay"',
      fix: 'name a curve, e.g. { asset: "grid", field: "importPriceUsdPerMwh" }',
    });
  if (typeof forecast !== "function")
    faults.push({
      path: `${path}.forecast`,
      given: String(forecast),
      wanted: "a function that forecasts",
      fix: "give one, e.g. persistence of wattsplit/replay",
    });
  const wrong = Array.from(history).findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0)
    faults.push({
      path: `${path}.history[${wrong}]`,
      given: String(history[wrong]),
      wanted: "a finite number",
      fix: "fill the gap, or begin the history after it",
    });
  const hour = typeof known === "object" ? known.publishedAtHour : 0;
  if (!(hour >= 0 && hour <= LAST_HOUR))
    faults.push({
      path: `${path}.known.publishedAtHour`,
      given: String(hour),
      wanted: `a local hour from 0 to ${LAST_HOUR}`,
      fix: "correct it",
    });
  return faults;
}
