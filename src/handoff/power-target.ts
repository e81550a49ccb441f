/**
 * What an executor is asked to do: a level of power for one load over one span of time. Targets are level-triggered:
 * those of a scope cover the hand-off without a gap, and each states the whole level, so an executor that missed a
 * message follows the target of the present instant and needs no history.
 */

/** A level of power for one load from `from` to `to`. */
export interface PowerTarget {
  /** Where it applies: the asset's name, or what `scopes` maps that to. */
  readonly scope: string;
  readonly asset: string;
  readonly side: "ai" | "mining";
  /**
   * `limit`: the load runs up to `targetKw`, deferred work included, and must not draw more. `release`: it may draw
   * what it asks for, and `targetKw` is what the plan expects.
   */
  readonly control: "limit" | "release";
  /** Mean facility power at the site bus, kW; of fleets, that of whole rigs. */
  readonly targetKw: number;
  /** UTC, ISO-8601; the span is [from, to). */
  readonly from: string;
  readonly to: string;
  /** The executor keeps this level at least so long, unless a later hand-off replaces it. */
  readonly minimumDurationSeconds: number;
  /** Fleets only. */
  readonly rigs?: RigTarget;
  /** How a fleet rises from the level before: each batch at its time after `from`. Empty: at once, or no rise. */
  readonly restoreBatches: readonly RestoreBatch[];
  /** Why, in words with prices. */
  readonly reason: string;
  /** Equal for equal targets: a second delivery, or a replan that changes nothing, is recognised by it. */
  readonly idempotencyKey: string;
}

/** A fleet's level as whole rigs in whole modes. */
export interface RigTarget {
  /** Rigs that are not asleep, of all. */
  readonly on: number;
  readonly of: number;
  /** Facility power with every rig in its top mode, kW. */
  readonly fullKw: number;
  /** `asleep` first, then by rising power; power of one rig at its plug, W. */
  readonly modes: readonly { readonly name: string; readonly powerW: number; readonly rigs: number }[];
  /** Share of commanded rigs that work at a time, and facility over rig power, as the plan assumes. */
  readonly uptime: number;
  readonly pue: number;
}

/** Rigs that change to their new mode together. */
export interface RestoreBatch {
  readonly afterSeconds: number;
  /** Rigs that change in this batch. */
  readonly rigs: number;
  /** Facility power of the fleet once they have, kW. */
  readonly targetKw: number;
}

/** Targets of a plan from `at` on. */
export interface ReadyHandOff {
  readonly version: 1;
  readonly status: "ready";
  /** Name of the plan. */
  readonly plan: string;
  /** The instant it was made for, UTC. */
  readonly at: string;
  /** End of the last target, UTC. Executors then return to their own default. */
  readonly validUntil: string;
  readonly targets: readonly PowerTarget[];
  /** What was assumed. */
  readonly notices: readonly string[];
}

/** A plan that failed or is stale gives no targets. */
export interface NoHandOff {
  readonly version: 1;
  readonly status: "none";
  readonly plan: string;
  readonly at: string;
  /** Why there are no targets, and what to do. */
  readonly detail: string;
}

export type HandOff = ReadyHandOff | NoHandOff;
