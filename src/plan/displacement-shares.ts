/**
 * Diesel displacement by source: a larger import, on-site supply, and mining as a reserve (calls it answers, capacity
 * it reserves, minus its own standby). The sources are added to B0 in this order,
 *
 *     B0  ->  + throttling = B3  ->  + import = B4  ->  + on-site supply  ->  + mining and the rest = the hybrid
 *
 * and each share is the diesel before its step minus the diesel after it. The shares sum to the whole displacement
 * against B0, whatever their signs. If two sources could serve the same hour, the earlier one gets it. Each share
 * therefore also states its displacement alone, added to B0 with nothing else; these figures need not sum to anything.
 * Throttling and import come first because the AI-only site could have them by itself: the later shares are the
 * displacement against B4. Without power modes there is no first step, and B4 is B1.
 */
import type { Carrying } from "./ai-only-cases.ts";
import type { CaseFigures } from "./case-figures.ts";
import { type ComparedCase, type DieselHeadline, displacement, type Displacement, figure } from "./diesel-headline.ts";

export type ShareSource = "throttling" | "import" | "on-site" | "reserve";

/**
 * The displacement by one source of the hybrid; a negative displacement is reported as such. `carryingUsd` is absent if
 * the input states no carrying cost.
 */
export interface DisplacementShare extends Displacement, Carrying {
  /** What displaces the diesel. */
  readonly source: ShareSource;
  /** The source in words. */
  readonly what: string;
  /** Change of the net dispatch cost in this step, USD; negative: it falls (income of mining included). */
  readonly dispatchUsd: number;
  /**
   * The displacement of this source alone, added to B0. Absent if that site has no plan or leaves other load unserved.
   */
  readonly alone?: Displacement;
}

/** The displacement against B0, by source. */
export interface DisplacementShares {
  /** The case that the hybrid is compared with. */
  readonly against: "B0";
  /** In the order in which the sources were added; they sum to `total`. */
  readonly shares: readonly DisplacementShare[];
  readonly total: Displacement;
  /** The shares as a sentence. */
  readonly sentence: string;
}

/**
 * A site between B0 and the hybrid: its figures, and the figures of B0 with this source alone if they are comparable.
 */
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
      `The displacement against B0 is ${figure(total.displacedMwh, 1)} MWh; its sources, added in this order: ` +
      `${parts.join("; ")}.${headlineText(b0, shares, headline, cases)}`,
  };
}

/** How the headline follows from the shares if it is not against B0. */
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
