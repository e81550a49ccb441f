import type { ColumnBlock } from "./block.ts";

/**
 * What an amount of the ledger is.
 * - `cash`: money that changes hands.
 * - `penalty`: the stated price of not doing something (unserved load, unmet job); nobody is paid.
 * - `expected`: an average over events that may or may not happen.
 * - `valuation`: a stated worth of a stock or of wear (end state of charge, cycling, restarts); nobody is paid.
 * - `sunk`: cash that is owed whatever the plan decides.
 */
export type CostKind = "cash" | "penalty" | "expected" | "valuation" | "sunk";

/** A priced block: value times `usdPerUnit`, positive = cost. */
export interface CostTerm {
  readonly columns: ColumnBlock;
  readonly item: string;
  readonly kind: CostKind;
  readonly usdPerUnit: number | Float64Array;
}

/** What was owed before the plan began, e.g. for a peak already set. It is reported beside the objective. */
export interface AlreadySet {
  /** Name of the asset. */
  readonly asset: string;
  /** The item of the bill, e.g. `demand charge 2026-07`. */
  readonly item: string;
  /** The amount. */
  readonly usd: number;
}

/** An amount that no decision changes. */
export interface ConstantCost {
  readonly asset: string;
  readonly item: string;
  readonly kind: CostKind;
  /** One amount for the plan, or one per interval. */
  readonly usd: number | Float64Array;
}
