/**
 * The headline: diesel that the hybrid's flexibility displaces, against the AI-only case of least total cost. Shedding
 * mining frees only what mining was taking, so the figure may be zero or negative and is printed as it is.
 */
import type { CaseId, ExtraImport } from "./ai-only-cases.ts";
import type { CaseFigures } from "./case-figures.ts";

/** Share of demand by which unserved energy may differ before two cases are not comparable. */
export const UNSERVED_TOLERANCE = 1e-6;

export interface ComparedCase {
  readonly id: CaseId;
  readonly what: string;
  /** Status of the case's own plan; figures are absent unless it is `optimal`. */
  readonly status: string;
  readonly detail?: string;
  readonly figures?: CaseFigures;
  /** Carrying cost of extra import or of the case's battery over the plan, USD; absent = not stated. */
  readonly carryingUsd?: number;
  /** Dispatch and carrying, USD; absent where either is unknown. */
  readonly totalUsd?: number;
  /** Diesel of this case minus diesel of the hybrid, MWh; negative if the hybrid burns more. */
  readonly displacedMwh?: number;
  readonly displacedL?: number;
  /** Same unserved energy as the hybrid to 1e-6 of demand. */
  readonly sameService?: boolean;
}

export interface DieselHeadline {
  /** False where unserved energy differs or a case has no plan; then there is no figure. */
  readonly comparable: boolean;
  /** `determined`, or `at-most` where the carrying cost of the extra import was not stated. */
  readonly certainty: "determined" | "at-most" | "none";
  readonly against?: CaseId;
  readonly displacedMwh?: number;
  readonly displacedL?: number;
  readonly displacedUsd?: number;
  readonly displacedCo2T?: number;
  readonly sentence: string;
}

/** `lacks`: on-site assets that only the hybrid has; what they displace they displace without a carrying cost. */
export function dieselHeadline(
  hybrid: CaseFigures,
  cases: readonly ComparedCase[],
  extra: ExtraImport,
  { basis, lacks }: { readonly basis: string; readonly lacks: readonly string[] },
): DieselHeadline {
  const ground = `Basis of the AI-only limit: ${basis.replace(/\.$/, "")}.${lacks.length === 0 ? "" : ` The AI-only site lacks ${lacks.join(", ")}.`}`;
  const missing = cases.find((compared) => compared.figures === undefined);
  if (missing !== undefined) {
    return none(`No diesel figure: ${missing.id} (${missing.what}) has no plan: ${missing.status}${missing.detail === undefined ? "" : `, ${missing.detail}`}.`);
  }
  if (extra.carryingUsd === undefined) {
    const b0 = cases.find((compared) => compared.id === "B0") as ComparedCase;
    if (b0.sameService !== true) return none(differs(b0, hybrid));
    return figure("at-most", b0, hybrid,
      `Diesel displaced is undetermined, at most ${mwh(b0.displacedMwh)} (${litres(b0.displacedL)}) against ${b0.what}: extraImportUsdPerMwMonth was not given, so it is open whether an AI-only site would rather carry the ${extra.mw.toFixed(1)} MW. ${ground}`);
  }
  const best = cases.reduce((least, compared) => ((compared.totalUsd as number) < (least.totalUsd as number) ? compared : least));
  if (best.sameService !== true) return none(differs(best, hybrid));
  return figure("determined", best, hybrid,
    `Diesel displaced: ${mwh(best.displacedMwh)} (${litres(best.displacedL)}) against ${best.id}, ${best.what}, the AI-only case of least total cost. ${ground}`);
}

function figure(certainty: "determined" | "at-most", against: ComparedCase, hybrid: CaseFigures, sentence: string): DieselHeadline {
  const figures = against.figures as CaseFigures;
  return {
    comparable: true,
    certainty,
    against: against.id,
    displacedMwh: against.displacedMwh as number,
    displacedL: against.displacedL as number,
    displacedUsd: figures.dieselUsd - hybrid.dieselUsd,
    displacedCo2T: figures.dieselCo2T - hybrid.dieselCo2T,
    sentence,
  };
}

function none(sentence: string): DieselHeadline {
  return { comparable: false, certainty: "none", sentence };
}

function differs(compared: ComparedCase, hybrid: CaseFigures): string {
  return `No diesel figure: not comparable, ${compared.id} leaves ${mwh(compared.figures?.unservedMwh)} of AI load unserved and the hybrid ${mwh(hybrid.unservedMwh)}.`;
}

/** Rounded for people; rounding of the solver must not print as "-0.0". */
function rounded(value: number | undefined, digits: number): string {
  const text = (value ?? NaN).toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text;
}

function mwh(value: number | undefined): string {
  return `${rounded(value, 1)} MWh`;
}

function litres(value: number | undefined): string {
  return `${rounded(value, 0)} L`;
}
