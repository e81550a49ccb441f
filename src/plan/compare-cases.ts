import { caseFigures, miningFigures, unservedDifferenceMwh, type CaseFigures } from "./case-figures.ts";
import { drain } from "../solvers/budget/drain.ts";
import { type SitePlanner, sitePlanner } from "./equal-sites.ts";
import {
  aiOnlyCases,
  assetsAiOnlyLacks,
  extraImport,
  sitesBetween,
  statesInherited,
  type AiOnlyCase,
  type ExtraImport,
} from "./ai-only-cases.ts";
import type { Counterfactual, PlanRequest } from "./plan-request.ts";
import type { PlanResult } from "./plan-result.ts";
import {
  dieselHeadline,
  displacement,
  firstClause,
  noHeadline,
  UNSERVED_TOLERANCE,
  type ComparedCase,
  type DieselHeadline,
} from "./diesel-headline.ts";
import { displacementShares, type DisplacementShares, type ShareStep } from "./displacement-shares.ts";
import type { PlanOptions } from "./plan-options.ts";
import { PlanInputError } from "../errors.ts";
import { runThresholdRule, type ThresholdRuleResult } from "./threshold-rule.ts";

/** Diesel energy up to this is rounding of the solver. */
const NO_DIESEL_MWH = 1e-6;

/** The hybrid compared with the AI-only cases and with today's way of operating it. */
export interface BaselineComparison {
  /** Version of the comparison's shape; the policy is that of `PlanResult`. */
  readonly version: 1;
  /** All cases are planned with the same perfect foresight of the whole horizon. */
  readonly foresight: "perfect";
  /** The plan of the hybrid site. */
  readonly hybrid: PlanResult;
  /** Absent unless the hybrid's plan is optimal. */
  readonly hybridFigures?: CaseFigures;
  /**
   * Dispatch cost of the hybrid plus the carrying cost of its extra import, USD; absent if the latter is not stated.
   */
  readonly hybridTotalUsd?: number;
  /** Import capacity above the AI-only limit, MW. */
  readonly extraImportMw: number;
  /** B0, B1 and, if the input allows, B2; with power modes of AI loads B3, and B4 where the import limits differ. */
  readonly cases: readonly ComparedCase[];
  readonly headline: DieselHeadline;
  /** The displacement against B0 by source. Only a sentence with the reason if it cannot be broken down. */
  readonly shares:
    | DisplacementShares
    | {
        /** Why the displacement was not broken down. */
        readonly sentence: string;
        readonly shares?: undefined;
      };
  /**
   * Energy and emissions of mining itself, for comparison with the headline: at the grid's hourly factor, as if each
   * MWh were imported. `co2T` is absent without a factor.
   */
  readonly mining?: {
    /** Energy that mining drew. */
    readonly energyMwh: number;
    /** CO2 of that energy at the grid's factor. */
    readonly co2T?: number;
  };
  /** CO2 of the hybrid site minus CO2 of the headline's case, t; positive: the hybrid emits more. */
  readonly siteCo2DifferenceT?: number;
  /** The hybrid operated by the usual threshold rule, and what the plan saves against it. */
  readonly thresholdRule: ThresholdRuleResult;
}

/**
 * Plans the hybrid, B0, B1 and (if the input allows) B2, B3 and B4.
 *
 * @throws PlanInputError without a `counterfactual`, or if the AI-only site cannot have reached the state that it would
 * inherit from the hybrid.
 */
export function compareCases(plan: PlanRequest, options: PlanOptions = {}): BaselineComparison {
  return drain(comparisonSteps(plan, options));
}

/** As `compareCases`, in steps. */
export function* comparisonSteps(plan: PlanRequest, options: PlanOptions): Generator<unknown, BaselineComparison> {
  const { counterfactual } = plan;
  if (!counterfactual) {
    throw new PlanInputError([
      {
        path: "counterfactual",
        given: "nothing",
        wanted: "the AI-only site to compare with",
        fix:
          "give { aiOnlyImportLimitMw, basis, assetsAiOnlyKeeps } (and extraImportUsdPerMwMonth for a " +
          "determined figure)",
      },
    ]);
  }
  const inherits = statesInherited(plan, counterfactual);
  const extra = extraImport(plan, counterfactual);
  const planSite = sitePlanner(options);
  const hybrid = yield* planSite(plan);
  const hybridFigures = hybrid.status === "optimal" ? caseFigures(hybrid) : undefined;
  const cases: ComparedCase[] = [];
  for (const aiOnly of aiOnlyCases(plan, counterfactual, extra))
    cases.push(yield* compareCase(aiOnly, hybridFigures, planSite));
  const thresholdRule = yield* runThresholdRule(plan, hybrid, options);
  const frame = {
    version: 1 as const,
    foresight: "perfect" as const,
    hybrid,
    extraImportMw: extra.mw,
    cases,
    thresholdRule,
  };
  if (hybrid.status !== "optimal" || !hybridFigures) {
    const headline = noHeadline(`: the hybrid has no plan (${hybrid.status}): ${firstClause(hybrid.detail)}.`);
    return {
      ...frame,
      headline,
      shares: { sentence: "The displacement was not broken down by source: the hybrid has no plan." },
    };
  }
  const headline = dieselHeadline(hybridFigures, cases, {
    extraImportMw: extra.mw,
    basis: counterfactual.basis,
    lacks: assetsAiOnlyLacks(plan, counterfactual),
    inherits,
  });
  const against = cases.find((compared) => compared.id === headline.against)?.figures?.siteCo2T;
  const shares = yield* sharesSteps(plan, counterfactual, extra, cases, hybridFigures, headline, planSite);
  return {
    ...frame,
    shares,
    hybridFigures,
    ...(extra.cost.carryingUsd === undefined
      ? {}
      : { hybridTotalUsd: hybridFigures.dispatchUsd + extra.cost.carryingUsd }),
    headline,
    mining: miningFigures(hybrid),
    ...(against === undefined || hybridFigures.siteCo2T === undefined
      ? {}
      : { siteCo2DifferenceT: hybridFigures.siteCo2T - against }),
  };
}

/** Solves the sites between B0 and the hybrid, one for each step that is not a case already. */
function* sharesSteps(
  plan: PlanRequest,
  counterfactual: Counterfactual,
  extra: ExtraImport,
  cases: readonly ComparedCase[],
  hybrid: CaseFigures,
  headline: DieselHeadline,
  planSite: SitePlanner,
): Generator<unknown, BaselineComparison["shares"]> {
  const none = (why: string) => ({ sentence: `The displacement was not broken down by source: ${why}.` });
  const figuresBy = new Map(cases.map(({ id, figures }) => [id, figures]));
  const planless = cases.find(({ id, figures }) => id !== "B2" && !figures);
  const b0 = figuresBy.get("B0");
  const throttled = figuresBy.get("B3");
  // Without extra import B3 has the hybrid's limit already.
  const imported = figuresBy.get("B4") ?? throttled ?? figuresBy.get("B1");
  if (planless || !b0 || !imported) return none(`${planless?.id} has no plan`);
  if (b0.dieselMwh <= NO_DIESEL_MWH && hybrid.dieselMwh <= NO_DIESEL_MWH)
    return none("neither B0 nor the hybrid burns diesel");
  const between = sitesBetween(plan, counterfactual, extra);
  const importing = { source: "import" as const, what: "larger import", ...extra.cost, figures: imported };
  const throttling = throttled && {
    source: "throttling" as const,
    what: "throttling of AI",
    carryingUsd: 0,
    figures: throttled,
  };
  const reserving = {
    source: "reserve" as const,
    what: [
      "mining as reserve, its standby deducted",
      ...between.contracts.map((name) => `, ${name}`),
      between.hasOwnStates ? ", and the hybrid's own initial states" : "",
    ].join(""),
    figures: hybrid,
  };
  const isServed = ({ figures }: Pick<ShareStep, "figures">) => isSameService(b0, figures);
  const unlike = ({ what, figures }: Pick<ShareStep, "what" | "figures">) =>
    none(
      `with ${what} ${figures.unservedMwh.toFixed(1)} MWh of AI load are unserved, in B0 ${b0.unservedMwh.toFixed(1)}`,
    );
  // Before further sites are solved: each takes as long as a case.
  const differs = [...(throttling ? [throttling] : []), importing, reserving].find((step) => !isServed(step));
  if (differs) return unlike(differs);
  const figuresOf = function* (
    site: PlanRequest | undefined,
    same: CaseFigures,
  ): Generator<unknown, CaseFigures | undefined> {
    if (!site) return same;
    const result = yield* planSite(site);
    return result.status === "optimal" ? caseFigures(result) : undefined;
  };
  const onSite = yield* figuresOf(between.importAndOnSite, imported);
  if (!onSite) return none("the AI-only site with the hybrid's import and on-site supply has no plan");
  const supplying = {
    source: "on-site" as const,
    what: `on-site supply (${between.onSite.join(", ") || "none"})`,
    figures: onSite,
    ...(between.onSite.length === 0 && { carryingUsd: 0 }),
  };
  if (!isServed(supplying)) return unlike(supplying);
  const alone = (figures: CaseFigures | undefined) => (figures && isSameService(b0, figures) ? figures : undefined);
  const steps: ShareStep[] = [
    ...(throttling ? [{ ...throttling, alone: alone(throttled) }] : []),
    { ...importing, alone: alone(figuresBy.get("B1")) },
    { ...supplying, alone: alone(yield* figuresOf(between.onSiteAlone, b0)) },
    { ...reserving, alone: alone(yield* figuresOf(between.miningAlone, hybrid)) },
  ];
  return displacementShares(b0, steps, headline, cases);
}

function isSameService(a: CaseFigures, b: CaseFigures): boolean {
  return unservedDifferenceMwh(a, b) <= UNSERVED_TOLERANCE * Math.max(a.demandMwh, b.demandMwh);
}

function* compareCase(
  { plan, ...aiOnly }: AiOnlyCase,
  hybrid: CaseFigures | undefined,
  planSite: SitePlanner,
): Generator<unknown, ComparedCase> {
  const result = yield* planSite(plan);
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
      sameService: isSameService(figures, hybrid),
    }),
  };
}
