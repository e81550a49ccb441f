/** What is kept of a case's result: a few numbers with units, the same names for every site. */
import type { BaselineComparison } from "../plan/compare-cases.ts";
import { caseFigures, miningFigures } from "../plan/case-figures.ts";
import type { PlanResult, PowerPlan } from "../plan/plan-result.ts";

/** Figures of one case over its plan. Those that the result does not have are absent. */
export interface AnswerFigures {
  /** Net cost, the objective: penalties and valuations included, income negative. */
  readonly costUsd?: number;
  /** The part of it that changes hands, as the ledger's kind `cash`. */
  readonly cashUsd?: number;
  /** Energy bought at connections. */
  readonly importMwh?: number;
  /** Energy sold at connections. */
  readonly exportMwh?: number;
  readonly aiServedMwh?: number;
  readonly aiUnservedMwh?: number;
  readonly miningMwh?: number;
  readonly dieselMwh?: number;
  /** By the program's fuel curve. */
  readonly dieselL?: number;
  /** CO2 of imported power and of all fuel burnt, t; absent if a connection has no emission factor. */
  readonly siteCo2T?: number;
  /** Of a comparison: diesel that the headline's AI-only site generates more than the hybrid; if determined. */
  readonly displacedDieselMwh?: number;
  /** Of a comparison: that diesel by the program's fuel curve. */
  readonly displacedDieselL?: number;
  /** Of a comparison whose headline is "at most": without the carrying cost of the extra import. */
  readonly displacedDieselAtMostMwh?: number;
  /** Of a comparison: dispatch cost of the hybrid plus the carrying cost of its extra import. */
  readonly hybridTotalUsd?: number;
  /** Of a comparison: total cost of the headline's AI-only site. */
  readonly aiOnlyTotalUsd?: number;
  /** Of a comparison: cost of the same site by the threshold rule. */
  readonly thresholdRuleUsd?: number;
}

export type FigureName = keyof AnswerFigures;

/** Figures of an optimal plan, and of the incumbent where branching reached a limit. */
export function planFigures(result: PlanResult): AnswerFigures {
  const plan =
    result.status === "optimal" ? result : result.status === "branching-limit" ? result.incumbent : undefined;
  return plan ? written(ofPlan(plan)) : {};
}

export function comparisonFigures(comparison: BaselineComparison): AnswerFigures {
  const { hybrid, headline, cases, hybridTotalUsd, thresholdRule } = comparison;
  const against = cases.find(({ id }) => id === headline.against);
  return {
    ...planFigures(hybrid),
    ...written({
      ...(headline.certainty === "determined" && {
        displacedDieselMwh: headline.displacedMwh,
        displacedDieselL: headline.displacedL,
      }),
      ...(headline.certainty === "at-most" && { displacedDieselAtMostMwh: headline.displacedMwh }),
      hybridTotalUsd,
      aiOnlyTotalUsd: against?.totalUsd,
      thresholdRuleUsd: thresholdRule.plan?.objectiveUsd,
    }),
  };
}

function ofPlan(plan: PowerPlan): { readonly [Name in FigureName]?: number | undefined } {
  const { dieselMwh, dieselL, unservedMwh, demandMwh, siteCo2T, dispatchUsd } = caseFigures(plan);
  let importMwh = 0;
  let exportMwh = 0;
  for (const { role, netBusMw } of Object.values(plan.assets)) {
    if (role !== "connection") continue;
    for (const mw of netBusMw) {
      if (mw > 0) importMwh += mw * plan.stepHours;
      else exportMwh -= mw * plan.stepHours;
    }
  }
  return {
    costUsd: dispatchUsd,
    cashUsd: plan.ledger.usdByKind.cash,
    importMwh,
    exportMwh,
    aiServedMwh: demandMwh - unservedMwh,
    aiUnservedMwh: unservedMwh,
    miningMwh: miningFigures(plan).energyMwh,
    dieselMwh,
    dieselL,
    siteCo2T,
  };
}

/** Only finite numbers, and 0 in place of -0: JSON has no others, and a clone of the answer shall equal its text. */
function written(figures: { readonly [Name in FigureName]?: number | undefined }): AnswerFigures {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) =>
      value !== undefined && Number.isFinite(value) ? [[name, value + 0]] : [],
    ),
  );
}
