/**
 * What foresight is worth: the same span, planned and lived through in five ways, from all knowledge to none.
 *
 *   foresight    one plan of the whole span that knows everything: the bound for every other way
 *   published    a replay in which curves are known as they are published (`known`), and forecast beyond that
 *   forecast     a replay in which every uncertain curve is forecast from the next interval on
 *   persistence  the same, and every forecast is the last known value
 *   rule         the threshold rule: mine below the strike price, do not look ahead
 */
import { caseFigures } from "../plan/case-figures.ts";
import type { LedgerLine } from "../plan/ledger.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import type { OptimalPlan, PlanResult } from "../plan/plan-result.ts";
import { planSteps } from "../plan/run-plan.ts";
import { runThresholdRule } from "../plan/threshold-rule.ts";
import { persistence } from "./forecast.ts";
import type { ReplayOptions, UncertainCurve } from "./replay-options.ts";
import { type CompletedReplay, type ReplayResult, replaySteps } from "./replay-span.ts";

/** A ledger item whose cost differs by less than this, USD, is not listed. */
const SAME_USD = 1e-6;

export type Knowledge = "foresight" | "published" | "forecast" | "persistence" | "rule";

/** One of the five numbers. */
export type ForesightNumber = CarriedOut | NotCarriedOut;

/** A way that ended before the span did. */
export interface NotCarriedOut {
  readonly knowledge: Knowledge;
  /** Status of the plan or window that has no optimum; `not-possible` if the rule violates a limit of the site. */
  readonly status: Exclude<PlanResult["status"], "optimal"> | "not-possible";
  readonly detail: string;
}

/** A way that could be carried out to the end of the span. */
export interface CarriedOut {
  readonly knowledge: Knowledge;
  readonly status: "completed";
  readonly detail?: undefined;
  /** Net cost over the span, USD (income negative). */
  readonly usd: number;
  readonly aiUnservedMwh: number;
  readonly dieselMwh: number;
  /** Cost above that with perfect foresight, USD. NaN if that has no plan. */
  readonly gapUsd: number;
  /** The gap by ledger item, in the order of the ledger; equal items are left out. */
  readonly gapUsdByItem: readonly Pick<LedgerLine, "asset" | "item" | "kind" | "usd">[];
  readonly plan: Omit<OptimalPlan, "version" | "status">;
  /** Forecast errors by lead time; absent where the span was planned as a whole and not replayed. */
  readonly forecastErrors?: CompletedReplay["forecastErrors"];
}

/** Cost, unserved AI and diesel of a span by how much was known. */
export interface ForesightComparison {
  readonly numbers: readonly ForesightNumber[];
}

export function* fiveNumbersSteps(span: PlanRequest, options: ReplayOptions): Generator<unknown, ForesightComparison> {
  const { uncertain, horizonIntervals, onInterval, ...planOptions } = options;
  const foresight = yield* planSteps(span, planOptions);
  const ideal = foresight.status === "optimal" ? foresight : undefined;
  const numbers: ForesightNumber[] = [ofPlan("foresight", foresight, ideal)];
  const ways: readonly [Knowledge, readonly UncertainCurve[]][] = [
    ["published", uncertain],
    ["forecast", uncertain.map((curve) => ({ ...curve, known: "when-it-begins" as const }))],
    ["persistence", uncertain.map((curve) => ({ ...curve, known: "when-it-begins" as const, forecast: persistence }))],
  ];
  const total = ways.length * span.time.count;
  for (const [way, [knowledge, curves]] of ways.entries()) {
    const onOne = onInterval && ((done: number) => onInterval(way * span.time.count + done, total));
    const replayed = yield* replaySteps(span, curves, {
      ...planOptions,
      horizonIntervals,
      ...(onOne && { onInterval: onOne }),
    });
    numbers.push(ofReplay(knowledge, replayed, ideal));
  }
  const rule = yield* runThresholdRule(span, foresight, planOptions);
  const { plan, detail } = rule;
  numbers.push(plan ? carriedOut("rule", plan, ideal) : { knowledge: "rule", status: "not-possible", detail });
  return { numbers };
}

function ofPlan(knowledge: Knowledge, result: PlanResult, ideal: OptimalPlan | undefined): ForesightNumber {
  if (result.status === "optimal") return carriedOut(knowledge, result, ideal);
  return { knowledge, status: result.status, detail: result.detail };
}

function ofReplay(knowledge: Knowledge, result: ReplayResult, ideal: OptimalPlan | undefined): ForesightNumber {
  if (result.status !== "completed") return { knowledge, status: result.status, detail: result.detail };
  return { ...carriedOut(knowledge, result.plan, ideal), forecastErrors: result.forecastErrors };
}

function carriedOut(knowledge: Knowledge, plan: CarriedOut["plan"], ideal: OptimalPlan | undefined): CarriedOut {
  const { unservedMwh, dieselMwh } = caseFigures(plan);
  return {
    knowledge,
    status: "completed",
    usd: plan.objectiveUsd,
    aiUnservedMwh: unservedMwh,
    dieselMwh,
    gapUsd: ideal ? plan.objectiveUsd - ideal.objectiveUsd : NaN,
    gapUsdByItem: ideal ? differences(plan, ideal) : [],
    plan,
  };
}

/** Both ledgers come from the cost terms of one site, so their lines correspond one to one. */
function differences(plan: CarriedOut["plan"], ideal: OptimalPlan): CarriedOut["gapUsdByItem"] {
  return plan.ledger.lines
    .map(({ asset, item, kind, usd }, i) => ({ asset, item, kind, usd: usd - ideal.ledger.lines[i].usd }))
    .filter(({ usd }) => Math.abs(usd) > SAME_USD);
}
