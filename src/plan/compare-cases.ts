import { PlanInputError } from "../errors.ts";
import { aiOnlyCases, assetsAiOnlyLacks, extraImport, type AiOnlyCase } from "./ai-only-cases.ts";
import { caseFigures, miningFigures, unservedDifferenceMwh, type CaseFigures } from "./case-figures.ts";
import { dieselHeadline, UNSERVED_TOLERANCE, type ComparedCase, type DieselHeadline } from "./diesel-headline.ts";
import type { Plan } from "./plan.ts";
import type { PlanResult } from "./plan-result.ts";
import { runPlan, type PlanOptions } from "./run-plan.ts";
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

/** Plans the hybrid, B0, B1 and (where the input allows) B2. Throws `PlanInputError` without a `counterfactual`. */
export function compareCases(plan: Plan, options: PlanOptions = {}): BaselineComparison {
  const { counterfactual } = plan;
  if (counterfactual === undefined) {
    throw new PlanInputError([{
      path: "counterfactual",
      given: "nothing",
      wanted: "the AI-only site to compare with",
      fix: "give { aiOnlyImportLimitMw, basis, assetsAiOnlyKeeps } (and extraImportUsdPerMwMonth for a determined figure)",
    }]);
  }
  const hybrid = runPlan(plan, options);
  const extra = extraImport(plan, counterfactual);
  const hybridFigures = hybrid.status === "optimal" ? caseFigures(hybrid) : undefined;
  const cases = aiOnlyCases(plan, counterfactual, extra).map((aiOnly) => compareCase(aiOnly, hybridFigures, options));
  const thresholdRule = runThresholdRule(plan, hybrid, options);
  const frame = { foresight: "perfect" as const, hybrid, extraImportMw: extra.mw, cases, thresholdRule };
  if (hybrid.status !== "optimal" || hybridFigures === undefined) {
    const sentence = `No diesel figure: the hybrid has no plan (${hybrid.status})${"detail" in hybrid ? `: ${hybrid.detail}` : ""}`;
    return { ...frame, headline: { comparable: false, certainty: "none", sentence } };
  }
  const headline = dieselHeadline(hybridFigures, cases, extra, { basis: counterfactual.basis, lacks: assetsAiOnlyLacks(plan, counterfactual) });
  const mining = miningFigures(hybrid);
  const against = cases.find((compared) => compared.id === headline.against)?.figures?.siteCo2T;
  return {
    ...frame,
    hybridFigures,
    ...(extra.carryingUsd === undefined ? {} : { hybridTotalUsd: hybridFigures.dispatchUsd + extra.carryingUsd }),
    headline,
    mining: { energyMwh: mining.energyMwh, ...(mining.co2T === undefined ? {} : { co2T: mining.co2T }) },
    ...(against === undefined || hybridFigures.siteCo2T === undefined ? {} : { siteCo2DifferenceT: hybridFigures.siteCo2T - against }),
  };
}

function compareCase({ id, what, plan, carryingUsd }: AiOnlyCase, hybrid: CaseFigures | undefined, options: PlanOptions): ComparedCase {
  const result = runPlan(plan, options);
  const carrying = carryingUsd === undefined ? {} : { carryingUsd };
  if (result.status !== "optimal") return { id, what, status: result.status, detail: result.detail, ...carrying };
  const figures = caseFigures(result);
  return {
    id,
    what,
    status: result.status,
    figures,
    ...carrying,
    ...(carryingUsd === undefined ? {} : { totalUsd: figures.dispatchUsd + carryingUsd }),
    ...(hybrid === undefined ? {} : {
      displacedMwh: figures.dieselMwh - hybrid.dieselMwh,
      displacedL: figures.dieselL - hybrid.dieselL,
      sameService: unservedDifferenceMwh(figures, hybrid) <= UNSERVED_TOLERANCE * Math.max(figures.demandMwh, hybrid.demandMwh),
    }),
  };
}
