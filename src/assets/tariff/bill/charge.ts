/** A charge of a connection: the line of one month, what it is made of and what it comes to. */
import type { ColumnBlock } from "../../../model/block.ts";
import type { CostKind } from "../../../model/cost-term.ts";
import type { Values } from "../../../model/block-options.ts";
import type { SolvedSite } from "../../../model/solved-site.ts";
import type { MonthSpan, PeakReading } from "../demand/metered-demand.ts";

/** One line of a month's bill. */
export interface BillLine extends Partial<PeakReading> {
  /** Calendar month, e.g. `2026-07`. */
  readonly month: string;
  /** The field of the connection it comes from, e.g. `demandCharge`. */
  readonly part: string;
  /** As in the ledger. */
  readonly item: string;
  readonly kind: CostKind;
  /** What the plan adds to the bill. */
  readonly usd: number;
  /** What the item was charged before the plan began; not part of `usd`. Absent where nothing was. */
  readonly alreadyUsd?: number;
  /**
   * Demand charges: what one more MW of billed demand costs. Coincident peaks: one more MW in every listed interval.
   */
  readonly usdPerMw?: number;
  /** With a ratchet: the demand that is billed. */
  readonly billedMw?: number;
  /** With a ratchet: the earlier month whose peak sets it; absent where the month's own does. */
  readonly setBy?: string;
  /** Tiers: the month's import to the plan's end, and what its next MWh costs. */
  readonly importMwh?: number;
  /** Tiers: what the next MWh of the month costs. */
  readonly nextUsdPerMwh?: number;
  /** Net metering: import that was offset, and the credit left after it, MWh. */
  readonly offsetMwh?: number;
  /** Net metering: the credit left after the offset. */
  readonly creditMwh?: number;
  /** The form that bills at least what will be owed. */
  readonly isConservative?: boolean;
}

/** What a charge's own part knows to tell of it. */
export type BillDetail = (solved: SolvedSite) => Partial<BillLine>;

export interface Charge extends MonthSpan, Pick<BillLine, "part" | "item" | "kind"> {
  /** A series over the plan, or a single column. */
  readonly columns?: ColumnBlock;
  readonly usdPerUnit: Values;
  readonly constantUsd: number;
  readonly alreadyUsd: number;
  readonly detail?: BillDetail | undefined;
}

export interface MonthOptions {
  /** The whole name of the item; default that given, with the month. */
  readonly item?: string;
  /** What was charged before the plan. */
  readonly alreadyUsd?: number;
  readonly constantUsd?: number;
  /** What the column stands for, by what was imported; absent for a peak. */
  readonly settled?: (solved: SolvedSite) => number;
  readonly detail?: BillDetail;
}

/** What a charge comes to, USD. */
export function chargeUsd(
  { columns, usdPerUnit, constantUsd, alreadyUsd, from, to }: Charge,
  solved: SolvedSite,
): number {
  let usd = constantUsd - alreadyUsd;
  if (!columns) return usd;
  if (typeof usdPerUnit === "number") return usd + usdPerUnit * solved.value(columns);
  const values = solved.values(columns);
  for (let t = from; t < to; t++) usd += usdPerUnit[t] * values[t];
  return usd;
}
