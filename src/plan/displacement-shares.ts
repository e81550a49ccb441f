/**
 * By what diesel is displaced: by a larger import, by on-site supply, by mining as a reserve (calls it answers,
 * capacity it holds, less its own standby). What the hybrid has and B0 has not is added in this order,
 *
 *     B0  ->  + import = B1  ->  + on-site supply  ->  + mining and the rest = the hybrid
 *
 * and each share is the diesel before its step minus the diesel after it: the shares sum to the whole displacement
 * against B0, whatever their signs. Where two of them could serve the same hour the earlier one gets it; so each also
 * says what it displaces alone, added to B0 with nothing else (those need not sum to anything). Import comes first
 * since B1 is what the AI-only site could buy by itself: what follows it is the displacement against B1.
 */
import type { Carrying } from "./ai-only-cases.ts";
import type { CaseFigures } from "./case-figures.ts";
import { type ComparedCase, type DieselHeadline, displacement, type Displacement, figure } from "./diesel-headline.ts";

export type ShareSource = "import" | "on-site" | "reserve";

/**
 * What one thing that the hybrid has displaces, negative as negative. `carryingUsd` is absent where the input states
 * none.
 */
export interface DisplacementShare extends Displacement, Carrying {
  readonly source: ShareSource;
  readonly what: string;
  /** What the step does to the net cost of the dispatch, USD; negative = it lowers it (mining's income included). */
  readonly dispatchUsd: number;
  /**
   * The same displacement with nothing else added to B0; absent where that site has no plan or serves its load
   * otherwise.
   */
  readonly alone?: Displacement;
}

/** The displacement against B0, by source. */
export interface DisplacementShares {
  readonly against: "B0";
  /** In the order in which they were added; they sum to `total`. */
  readonly shares: readonly DisplacementShare[];
  readonly total: Displacement;
  readonly sentence: string;
}

/** A site on the way from B0 to the hybrid: its figures, and those of B0 with this source alone where they compare. */
export interface ShareStep extends Carrying {
  readonly source: ShareSource;
  readonly what: string;
  readonly figures: CaseFigures;
  readonly alone: CaseFigures | undefined;
}

/** `steps` end at the hybrid. */
export function displacementShares(
  b0: CaseFigures,
  steps: readonly ShareStep[],
  headline: DieselHeadline,
  cases: readonly ComparedCase[],
): DisplacementShares {
  const shares = steps.map(({ figures, alone, ...step }, k): DisplacementShare => {
    const before = k === 0 ? b0 : steps[k - 1].figures;
    return {
      ...step,
      ...displacement(before, figures),
      dispatchUsd: figures.dispatchUsd - before.dispatchUsd,
      ...(alone && { alone: displacement(b0, alone) }),
    };
  });
  const hybrid = steps[steps.length - 1].figures;
  const total = displacement(b0, hybrid);
  const parts = shares.map(
    ({ what, displacedMwh, dispatchUsd, carryingUsd, alone }) =>
      `${what} ${figure(displacedMwh, 1)} MWh ` +
      `(${alone ? `alone ${figure(alone.displacedMwh, 1)}` : "alone not comparable"}; dispatch ` +
      `${figure(dispatchUsd, 0)} USD, carrying ` +
      `${carryingUsd === undefined ? "not stated" : `${figure(carryingUsd, 0)} USD`})`,
  );
  return {
    against: "B0",
    shares,
    total,
    sentence:
      `Of ${figure(total.displacedMwh, 1)} MWh displaced against B0, added in this order: ` +
      `${parts.join("; ")}.${headlineText(b0, shares, headline, cases)}`,
  };
}

/** How the headline's figure follows from the shares where it is not against B0. */
function headlineText(
  b0: CaseFigures,
  shares: readonly DisplacementShare[],
  { against }: DieselHeadline,
  cases: readonly ComparedCase[],
): string {
  const other = cases.find(({ id }) => id === against);
  if (!other?.figures || other.id === "B0") return "";
  const own = displacement(b0, other.figures).displacedMwh;
  const left = shares.reduce((sum, { displacedMwh }) => sum + displacedMwh, 0) - own;
  return (
    ` ${other.id} displaces ${figure(own, 1)} MWh of it without mining, which leaves the headline's ` +
    `${figure(left, 1)}.`
  );
}
