import type { PlanOptions } from "../plan/plan-options.ts";

/** A curtailment of the part of a connection that is not firm. */
export interface Curtailment {
  /** ISO-8601 with offset, within the span of the input. */
  readonly start: string;
  readonly end: string;
  /** Share of the part that is not firm, 0 to 1. Default 1. */
  readonly depth?: number;
}

/** One way a year may go. */
export interface CurtailmentScenario {
  readonly name: string;
  /** 0 to 1; over all scenarios they sum to 1. Default, if none has one: all are equally probable. */
  readonly probability?: number;
  readonly curtailments: readonly Curtailment[];
}

/** Curtailments drawn at random; the same seed draws the same ones. */
export interface CurtailmentGenerator {
  /** A whole number. */
  readonly seed: number;
  /** Number of equally probable scenarios. */
  readonly scenarios: number;
  /** Expected hours in a year; a scenario has its span's share of them. */
  readonly hoursPerYear: number;
  /** Longest curtailment, h; lengths are uniform up to it. */
  readonly longestHours: number;
  /** Share of the part that is not firm; of a pair, uniform between the two. Default 1. */
  readonly depth?: number | readonly [least: number, most: number];
  /** Local hours of the day in which curtailments begin, e.g. [14, 21]. Default: all. */
  readonly beginBetweenHours?: readonly [from: number, to: number];
}

/** A connection from one date on. */
export interface ConnectionStage {
  /** ISO-8601 with offset. The stage lasts until the next one begins. */
  readonly from: string;
  /** Import limit at the POI, MW: one for the year, or twelve, January first. 0 ends the connection. */
  readonly importMw: number | readonly number[];
  /** Import that is never curtailed, MW. Default: all. */
  readonly firmMw?: number;
  /** When the rest is curtailed. Default: never. */
  readonly curtailment?: readonly CurtailmentScenario[] | CurtailmentGenerator;
  /** From a curtailment being known to its start, min. Default 0. */
  readonly noticeMinutes?: number;
  /** Paid for the connection, USD per year. Default 0. */
  readonly feeUsdPerYear?: number;
  /** Whether the site may sell flexibility products. Default true. */
  readonly mayReservesBeSold?: boolean;
  /** Share of the import limit that own generation and storage must be able to back, 0 to 1. Default 0. */
  readonly ownGenerationShare?: number;
}

/** A connection that may be signed. */
export interface ConnectionOption {
  readonly name: string;
  /** In the order of time. Before the first one the site has the import of `beforeImportMw`. */
  readonly stages: readonly ConnectionStage[];
  /** Paid once, USD. Default 0. */
  readonly upgradeUsd?: number;
}

/** What to compare, and over which years. */
export interface ConnectionsOptions extends PlanOptions {
  readonly options: readonly ConnectionOption[];
  /** Start of the years that are compared, ISO-8601 with offset. */
  readonly from: string;
  /** Their end. */
  readonly to: string;
  /** The grid asset whose import limit the options set. Default: the only one. */
  readonly connection?: string;
  /** Import limit before an option begins, MW. Default 0. */
  readonly beforeImportMw?: number;
  /** Intervals that each decision looks ahead. Default: to the end of the input's span. */
  readonly horizonIntervals?: number;
}

/** Figures of a year, or of the mean year of an option. */
export interface ConnectionFigures {
  /** Net cost of the site, fees included, USD per year (income negative). */
  readonly usdPerYear: number;
  /** AI energy served. */
  readonly aiServedMwhPerYear: number;
  /** AI energy asked for and not served. */
  readonly aiUnservedMwhPerYear: number;
  /** Energy drawn by mining. */
  readonly miningMwhPerYear: number;
  readonly dieselMwhPerYear: number;
  /** Hours of running sets, of all sets. */
  readonly dieselSetHoursPerYear: number;
  /** Of them, those that count against a permit. */
  readonly permitHoursPerYear: number;
  readonly curtailedHoursPerYear: number;
}
