/** `wattsplit/replay`: a span lived through with what was known at each time, and what foresight would be worth. */
export { compareForesight, compareForesightAsync, replay, replayAsync } from "./replay-site.ts";
export {
  type CarriedOut,
  type ForesightComparison,
  type ForesightNumber,
  type Knowledge,
  type NotCarriedOut,
} from "./replay/five-numbers.ts";
export {
  type ForecastBasis,
  type Forecaster,
  persistence,
  quantileByHour,
  sameHourLastWeek,
} from "./replay/forecast.ts";
export type { ForecastError } from "./replay/forecast-errors.ts";
export type { CurveName, KnownFrom, ReplayOptions, UncertainCurve } from "./replay/replay-options.ts";
export type { CompletedReplay, EndedReplay, ReplayResult } from "./replay/replay-span.ts";
