import { caseFigures, miningFigures, unservedDifferenceMwh, type CaseFigures } from "./case-figures.ts";
import { drain } from "../solvers/drain.ts";
import { planSteps } from "./run-plan.ts";
import { aiOnlyCases, assetsAiOnlyLacks, extraImport, statesInherited, type AiOnlyCase } from "./ai-only-cases.ts";
import type { Plan } from "./plan.ts";
import type { PlanResult } from "./plan-result.ts";
import { dieselHeadline, displacement, firstClause, noHeadline, UNSERVED_TOLERANCE, type ComparedCase, type DieselHeadline } from "./diesel-headline.ts";
import type { PlanOptions } from "./plan-options.ts";
import { PlanInputError } from "../errors.ts";
import { runThresholdRule, type ThresholdRuleResult } from "./threshold-rule.ts";

/** The hybrid beside the AI-only cases and beside today's way of running it. */
export interface BaselineComparison {
  /** All cases are planned with the same perfect foresight of the whole horizon. */
  readonly foresight: "perfect";
  readonly hybrid: PlanResult;
  /** Absent unless the hybrid's plan is optimal. */
  readonly hybridFigures?: CaseFigures;
  /** Dispatch of the hybrid and the carrying cost of its extra import, USD; absent where the latter is not stated. */
  readonly hybridTotalUsd?: number;
  /** Import capacity above the AI-only limit, MW. */
  readonly extraImportMw: number;
  readonly cases: readonly ComparedCase[];
  readonly headline: DieselHeadline;
  /**
   * Mining's own energy and emissions, to stand beside the headline: at the grid's hourly factor, as if each MWh were
   * imported. `co2T` is absent where no factor was given.
   */
  readonly mining?: { readonly energyMwh: number; readonly co2T?: number };
  /** CO2 of the hybrid site minus that of the headline's case, t; positive = the hybrid emits more. */
  readonly siteCo2DifferenceT?: number;
  /** The hybrid run by the usual threshold rule, and what planning is worth beside it. */
  readonly thresholdRule: ThresholdRuleResult;
}

/**
 * Plans the hybrid, B0, B1 and (where the input allows) B2. Throws `PlanInputError` without a `counterfactual`, and where
 * the AI-only site cannot have come to the state it would inherit from the hybrid.
 */
export function compareCases(plan: Plan, options: PlanOptions = {}): BaselineComparison {
  return drain(comparisonSteps(plan, options));
}

/** As `compareCases`, in steps. */
export function* comparisonSteps(plan: Plan, options: PlanOptions): Generator<unknown, BaselineComparison> {
  const { counterfactual } = plan;
  if (!counterfactual) {
    throw new PlanInputError([{
      path: "counterfactual",
      given: "nothing",
      wanted: "the AI-only site to compare with",
      fix: "give { aiOnlyImportLimitMw, basis, assetsAiOnlyKeeps } (and extraImportUsdPerMwMonth for a determined figure)",
    }]);
  }
  const inherits = statesInherited(plan, counterfactual);
  const extra = extraImport(plan, counterfactual);
  const hybrid = yield* planSteps(plan, options);
  const hybridFigures = hybrid.status === "optimal" ? caseFigures(hybrid) : undefined;
  const cases: ComparedCase[] = [];
  for (const aiOnly of aiOnlyCases(plan, counterfactual, extra)) cases.push(yield* compareCase(aiOnly, hybridFigures, options));
  const thresholdRule = yield* runThresholdRule(plan, hybrid, options);
  const frame = { foresight: "perfect" as const, hybrid, extraImportMw: extra.mw, cases, thresholdRule };
  if (hybrid.status !== "optimal" || !hybridFigures) {
    return { ...frame, headline: noHeadline(`: the hybrid has no plan (${hybrid.status}): ${firstClause(hybrid.detail)}.`) };
  }
  const headline = dieselHeadline(hybridFigures, cases, {
    extraImportMw: extra.mw,
    basis: counterfactual.basis,
    lacks: assetsAiOnlyLacks(plan, counterfactual),
    inherits,
  });
  const against = cases.find((compared) => compared.id === headline.against)?.figures?.siteCo2T;
  return {
    ...frame,
    hybridFigures,
    ...(extra.cost.carryingUsd === undefined ? {} : { hybridTotalUsd: hybridFigures.dispatchUsd + extra.cost.carryingUsd }),
    headline,
    mining: miningFigures(hybrid),
    ...(against === undefined || hybridFigures.siteCo2T === undefined ? {} : { siteCo2DifferenceT: hybridFigures.siteCo2T - against }),
  };
}

function* compareCase({ plan, ...aiOnly }: AiOnlyCase, hybrid: CaseFigures | undefined, options: PlanOptions): Generator<unknown, ComparedCase> {
  const result = yield* planSteps(plan, options);
  const { status } = result;
  if (status !== "optimal") return { ...aiOnly, status, detail: result.detail };
  const figures = caseFigures(result);
  return {
    ...aiOnly,
    status,
    plan: result,
    figures,
    ...(aiOnly.carryingUsd === undefined ? {} : { totalUsd: figures.dispatchUsd + aiOnly.carryingUsd }),
    ...(hybrid && {
      ...displacement(figures, hybrid),
      sameService: unservedDifferenceMwh(figures, hybrid) <= UNSERVED_TOLERANCE * Math.max(figures.demandMwh, hybrid.demandMwh),
    }),
  };
}
