import type { BaselineComparison, CaseFigures } from "wattsplit/compare";
import type { LedgerItemView } from "./plan-view.ts";

export interface CaseView {
  readonly id: string;
  readonly what: string;
  readonly status: string;
  readonly figures?: CaseFigures;
  readonly carryingUsd?: number;
  readonly totalUsd?: number;
  readonly sameService?: boolean;
}

/** The AI-only sites, the diesel answer and the threshold rule. */
export interface BaselinesView {
  readonly hybrid?: CaseFigures;
  readonly cases: readonly CaseView[];
  readonly headline: string;
  readonly rule: {
    readonly status: string;
    readonly detail: string;
    readonly planIsWorthUsd?: number;
    readonly differences: readonly LedgerItemView[];
  };
}

export function baselinesView({ hybridFigures, cases, headline, thresholdRule }: BaselineComparison): BaselinesView {
  const { status, detail, planIsWorthUsd, differenceUsdByItem = [] } = thresholdRule;
  return {
    ...(hybridFigures && { hybrid: hybridFigures }),
    cases: cases.map(({ id, what, status: of, figures, carryingUsd, totalUsd, sameService }) => ({
      id,
      what,
      status: of,
      ...(figures && { figures }),
      ...(carryingUsd !== undefined && { carryingUsd }),
      ...(totalUsd !== undefined && { totalUsd }),
      ...(sameService !== undefined && { sameService }),
    })),
    headline: headline.sentence,
    rule: {
      status,
      detail,
      ...(planIsWorthUsd !== undefined && { planIsWorthUsd }),
      differences: differenceUsdByItem,
    },
  };
}
