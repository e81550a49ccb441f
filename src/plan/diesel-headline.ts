/**
 * The headline: diesel that the hybrid's flexibility displaces, against the AI-only case of least total cost. Shedding
 * mining frees only the power that mining was drawing, so the figure may be zero or negative; it is reported as such. A
 * case without a feasible schedule has infinite cost: it is named, but it is never the reference.
 */
import type { CaseId, Carrying } from "./ai-only-cases.ts";
import type { CaseFigures } from "./case-figures.ts";
import type { OptimalPlan } from "./plan-result.ts";

/** Two cases are comparable if their unserved energy differs by at most this share of demand. */
export const UNSERVED_TOLERANCE = 1e-6;
/** Diesel energies that differ by this are equal: rounding of the solver. */
const SAME_MWH = 1e-6;

/** Diesel of an AI-only case minus diesel of the hybrid; negative if the hybrid burns more. */
export interface Displacement {
  /** Diesel energy that the hybrid generates less than the case. */
  readonly displacedMwh: number;
  /** According to the fuel curve of the program. */
  readonly displacedL: number;
  /** As whole sets would run. */
  readonly displacedAsRunL: number;
  /** Fuel and O&M. */
  readonly displacedUsd: number;
  /** CO2 of the displaced diesel. */
  readonly displacedCo2T: number;
}

export interface ComparedCase extends Carrying, Partial<Displacement> {
  /** The case. */
  readonly id: CaseId;
  /** What site the case is, in words. */
  readonly what: string;
  /** Status of the case's own plan. Plan and figures are absent unless it is `optimal`. */
  readonly status: string;
  /** Why the case has no plan; absent if it has one. */
  readonly detail?: string;
  readonly plan?: OptimalPlan;
  readonly figures?: CaseFigures;
  /** Dispatch and carrying cost, USD; absent if either is unknown. */
  readonly totalUsd?: number;
  /** Whether unserved energy equals the hybrid's to within 1e-6 of demand. */
  readonly sameService?: boolean;
}

/**
 * `determined`; `at-most` if the carrying cost of the extra import was not given; `none` if unserved energy differs, if
 * a case was not solved to optimality, or if no case has a plan.
 */
export type DieselHeadline = {
  /** The headline as a sentence. */
  readonly sentence: string;
} & (
  | (Displacement & {
      /** Whether a figure can be given. */
      readonly comparable: true;
      /** `at-most` if the carrying cost of the extra import is not stated; `none` without a figure. */
      readonly certainty: "determined" | "at-most";
      /** The case that the hybrid is compared with. */
      readonly against: CaseId;
    })
  | ({
      /** Whether a figure can be given. */
      readonly comparable: false;
      /** `at-most` if the carrying cost of the extra import is not stated; `none` without a figure. */
      readonly certainty: "none";
    } & {
      readonly [Figure in keyof Displacement | "against"]?: undefined;
    })
);

/** Assumptions of the comparison; printed with the headline. */
export interface Ground {
  readonly extraImportMw: number;
  readonly basis: string;
  /** On-site assets that only the hybrid has. Their displacement is counted without a carrying cost. */
  readonly lacks: readonly string[];
  /** Assets of the AI-only site that start in the hybrid's state. */
  readonly inherits: readonly string[];
}

/** A case with a plan. */
type Planned = ComparedCase & { readonly figures: CaseFigures };

export function displacement(aiOnly: CaseFigures, hybrid: CaseFigures): Displacement {
  return {
    displacedMwh: aiOnly.dieselMwh - hybrid.dieselMwh,
    displacedL: aiOnly.dieselL - hybrid.dieselL,
    displacedAsRunL: aiOnly.asRun.dieselL - hybrid.asRun.dieselL,
    displacedUsd: aiOnly.dieselUsd - hybrid.dieselUsd,
    displacedCo2T: aiOnly.dieselCo2T - hybrid.dieselCo2T,
  };
}

export function dieselHeadline(hybrid: CaseFigures, cases: readonly ComparedCase[], ground: Ground): DieselHeadline {
  const planned = cases.filter((compared): compared is Planned => compared.figures !== undefined);
  const missing = cases.filter(({ figures }) => !figures);
  const without = missing
    .map(({ id, what, status, detail }) => ` ${id} (${what}) has no plan: ${status}, ${firstClause(detail)}.`)
    .join("");
  if (planned.length === 0 || missing.some(({ status }) => status !== "infeasible")) return noHeadline(`.${without}`);

  const isOpen = planned.length > 1 && planned.some(({ totalUsd }) => totalUsd === undefined);
  const known = planned.filter(({ totalUsd }) => totalUsd !== undefined);
  const cheapest = leastBy(known, ({ totalUsd = 0 }) => totalUsd);
  // If the least cost is undetermined, any case of unknown cost may be the cheapest, or else the cheapest of those
  // known: the one of these with the most diesel bounds the figure.
  const open = planned.filter((compared) => compared === cheapest || compared.totalUsd === undefined);
  const best =
    isOpen || !cheapest ? (leastBy(open, ({ figures }) => -figures.dieselMwh, SAME_MWH) as Planned) : cheapest;
  const { id, what, figures } = best;
  if (best.sameService !== true) {
    return noHeadline(
      `: not comparable, ${id} leaves ${figure(figures.unservedMwh, 1)} MWh of AI load unserved and the ` +
        `hybrid ${figure(hybrid.unservedMwh, 1)} MWh.${without}`,
    );
  }
  const gap = displacement(figures, hybrid);
  const much =
    `${figure(gap.displacedMwh, 1)} MWh (${figure(gap.displacedL, 0)} L, as run ` +
    `${figure(gap.displacedAsRunL, 0)} L) against ${isOpen ? "" : `${id}, `}${what}`;
  const lost = [["the hybrid", hybrid] as const, [id, figures] as const].flatMap(
    ([of, { lostThroughputMwh, ...rest }]) =>
      lostThroughputMwh > 0
        ? [`${of} ${figure(lostThroughputMwh, 1)} MWh (${figure(rest.lostThroughputUsd, 0)} USD, in its total)`]
        : [],
  );
  const carried = cases.flatMap(({ id: of, carrying }) => (carrying ? [`${of} ${carrying}`] : []));
  return {
    comparable: true,
    certainty: isOpen ? "at-most" : "determined",
    against: id,
    ...gap,
    sentence:
      (isOpen
        ? `Diesel displaced is undetermined, at most ${much}: extraImportUsdPerMwMonth was not given, so it is ` +
          `unknown whether an AI-only site would rather pay for the ${ground.extraImportMw.toFixed(1)} MW.`
        : `Diesel displaced: ${much}, the AI-only case of least total cost.`) +
      without +
      listed(" AI throughput lost by throttling: ", lost, "; ") +
      listed(" Carrying: ", carried, "; ") +
      ` Basis of the AI-only limit: ${ground.basis.replace(/\.$/, "")}.` +
      listed(" The AI-only site lacks ", ground.lacks) +
      listed(
        " No counterfactual.initialState was given, so the AI-only site starts in the hybrid's state of ",
        ground.inherits,
      ),
  };
}

/** The first of those with the least value; values that differ by `tolerance` are equal. */
function leastBy(
  cases: readonly Planned[],
  valueOf: (compared: Planned) => number,
  tolerance = 0,
): Planned | undefined {
  return cases.reduce<Planned | undefined>(
    (least, compared) => (!least || valueOf(compared) < valueOf(least) - tolerance ? compared : least),
    undefined,
  );
}

/** `why` continues the sentence and ends it. */
export function noHeadline(why: string): DieselHeadline {
  return { comparable: false, certainty: "none", sentence: `No diesel figure${why}` };
}

/** The first clause of a detail, without its full stop. */
export function firstClause(detail = ""): string {
  return detail.split("\n")[0].replace(/\.$/, "");
}

function listed(words: string, names: readonly string[], separator = ", "): string {
  return names.length === 0 ? "" : `${words}${names.join(separator)}.`;
}

/** Rounded and grouped for people. NB: rounding of the solver must not print as "-0.0". */
export function figure(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace(/\B(?=(\d{3})+\b)/g, ",");
}
