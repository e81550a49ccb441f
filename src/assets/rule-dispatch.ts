/**
 * How an asset takes part in the usual threshold rule ("AI first, mine when the price is below the strike price, diesel
 * for the rest, battery idle"), which the plan is compared with. Each asset describes itself by a role and a reach per
 * interval; `plan/threshold-rule.ts` walks the intervals in order and hands every asset its power.
 */
import type { ColumnBlock } from "../model/block.ts";

export type RuleRole =
  /** Sun, wind; taken with the grid in order of price, before it at the same price. */
  | "free-supply"
  /** Import of the grid connection. */
  | "grid"
  /** Takes what is left over (export). */
  | "surplus"
  /** Runs only for must-serve load that nothing else covers (diesel). */
  | "backup"
  /** Load that must be served; `draw` reports what is left unserved. */
  | "must-serve"
  /** Draw of sleeping rigs: served like must-serve load, but the first to be cut off. */
  | "standby"
  /** AI load that may wait: taken as soon as grid and free supply allow. */
  | "as-soon-as-possible"
  /** Taken when its worth exceeds the price of power: AI first, then mining. */
  | "ai-when-it-pays"
  | "mining-when-it-pays";

/** One controllable power of an asset under the rule. */
export interface RuleDispatch {
  readonly flows: readonly RuleFlow[];
  /** Columns the rule holds at zero (battery). */
  readonly idle?: readonly ColumnBlock[];
  /**
   * Columns whose lower limits (but zero) the rule cannot keep, having no will of its own (store of an idle battery).
   */
  readonly released?: readonly ColumnBlock[];
  /** Contracts: greatest power at the bus, MW, of the flow that fixes `columns`, in interval `t`. */
  readonly caps?: readonly { readonly columns: ColumnBlock; reachMw(t: number): number }[];
  /** Contracts: what a MWh of `columns` costs beside its price, USD per MW of the column and hour, in interval `t`. */
  readonly charges?: readonly { readonly columns: ColumnBlock; usdPerMwh(t: number): number }[];
  /** Sentences on what the rule minds or leaves out. */
  readonly remarks?: readonly string[];
}

export interface RuleFlow {
  readonly role: RuleRole;
  /** Greatest power at the site bus in interval `t`, MW, given what was taken before (`tookMw` calls so far). */
  reachMw(t: number): number;
  /** Power at the bus that must be served before anything else in interval `t`, MW; default 0. */
  floorMw?(t: number): number;
  /**
   * Column blocks that follow from the power taken, with their value in interval `t` for `mw` at the bus: straight in
   * `mw`.
   */
  readonly fixes: readonly { readonly columns: ColumnBlock; value(t: number, mw: number): number }[];
  /**
   * Worth (loads) or price (supplies) in USD per MWh at the bus; needed by `grid`, `surplus` and the threshold roles.
   */
  usdPerMwh?(t: number): number;
  /** Receives the power given in interval `t`, MW at the bus; assets with memory (tank, job, ramp) count it. */
  tookMw?(t: number, mw: number): void;
}

/** The usual fix: each unit of the column is `busMwPerUnit` at the bus. */
export function busPower(columns: ColumnBlock, busMwPerUnit = 1): RuleFlow["fixes"][number] {
  return { columns, value: (_t, mw) => mw / busMwPerUnit };
}
