/** What `planYears` answers. Plain data. Lists by quarter have one entry per quarter. */
import type { CashLine } from "../finance/cash-line.ts";
import type { FinancePeriods } from "../finance/periods.ts";
import type { NetworkQuarter } from "./network-path.ts";
import type { BreakEvenParameter, ExitInput } from "./years-input.ts";

export type YearsResult = YearsPlan | UnfinishedYears;

export interface UnfinishedYears {
  readonly status: "infeasible" | "limit";
  readonly detail: string;
}

export interface YearsPlan {
  readonly status: "planned";
  readonly periods: FinancePeriods;
  /** Names of the quarters, e.g. `2027-Q1`. */
  readonly quarters: readonly string[];
  /** Present value at `start` of all cash and residual values, USD, with the dispatch as the planner gives it. */
  readonly valueUsd: number;
  readonly proof: YearsProof;
  readonly conversions: readonly ConversionSchedule[];
  readonly fleets: readonly FleetSchedule[];
  readonly bridges: readonly BridgeSchedule[];
  readonly network: readonly NetworkQuarter[];
  /** Cash by quarter in the form that `financeSite` takes; residual values are not among them. */
  readonly lines: readonly CashLine[];
  /** Value of halls after the last quarter, at its end, USD. */
  readonly residualUsd: number;
  /** The best schedule without any conversion; absent where `leastMw` excludes it. */
  readonly withoutConversionUsd?: number;
  readonly delays: readonly DelayCost[];
  readonly breakEvens: readonly BreakEven[];
  /** By hashprice, then by rent; empty without `breakEvenMap`. */
  readonly map: readonly MapCell[];
  /** Listed fleets in the order in which they leave, the first to leave first. */
  readonly dropOrder: readonly string[];
  readonly notices: readonly string[];
}

/** How far the value may be from the best one. */
export interface YearsProof {
  /** No schedule has a greater value, USD: by linear programs of the dispatch, without rules of branching. */
  readonly boundUsd: number;
  /** boundUsd - valueUsd, at least 0. */
  readonly gapUsd: number;
  /** The gap as a share of the discounted amounts of all kinds. */
  readonly relativeGap: number;
  /** Largest difference of a quarter's value between linear program and planner, USD. */
  readonly largestDispatchErrorUsd: number;
  /** False: a limit of rounds or nodes was reached; the gap is what is proven. */
  readonly isProven: boolean;
  readonly rounds: number;
  readonly nodes: number;
  /** Linear programs of quarters solved. */
  readonly dispatches: number;
}

export interface ConversionSchedule {
  readonly name: string;
  readonly facilityMw: number;
  /** MW whose construction starts, by quarter. */
  readonly startedMw: readonly number[];
  /** Space without mining for it, halls and building sites, MW, mean of the quarter. */
  readonly spaceMw: readonly number[];
  /** Under construction or waiting to be energised, MW, mean of the quarter. */
  readonly buildingMw: readonly number[];
  /** Mean load at full rent, MW. */
  readonly onlineMw: readonly number[];
  /** Month of the first energisation; absent where nothing is built. */
  readonly firstEnergised?: string;
  readonly rentUsd: readonly number[];
}

export interface FleetSchedule {
  readonly name: string;
  /** MW of the whole. */
  readonly facilityMw: number;
  /** MW there, as they stood at the start: failures take power from the dispatch, not from this. */
  readonly mw: readonly number[];
  /** MW that leave before each quarter, and after the last one. */
  readonly leavingMw: readonly { readonly way: ExitInput["way"]; readonly mw: readonly number[] }[];
  /** What one more MW of it would add to the dispatch of the quarter, USD. */
  readonly worthUsdPerMw: readonly number[];
  /** Label of the first quarter in which some of it has left; absent where all of it stays. */
  readonly leavesFrom?: string;
}

export interface BridgeSchedule {
  readonly name: string;
  readonly facilityMw: number;
  readonly mw: readonly number[];
}

export interface DelayCost {
  readonly months: number;
  /** The schedule stays, rigs are off as planned, and every hall is energised this much later, USD. */
  readonly sameScheduleUsd: number;
  /** The delay is known beforehand, and the schedule is chosen again, USD. */
  readonly replannedUsd: number;
}

/** The best schedule at two factors; its value is that of the linear programs of the dispatch. */
export interface MapCell {
  readonly hashpriceFactor: number;
  readonly leaseFactor: number;
  readonly convertedMw: number;
  /** Label of the first quarter with a start; absent where nothing is started. */
  readonly firstStart?: string;
  readonly valueUsd: number;
}

export interface BreakEven {
  readonly of: BreakEvenParameter;
  /** Which way the parameter is moved. */
  readonly direction: "up" | "down";
  /** Factor at which another schedule is as good; absent where none is within the range. */
  readonly factor?: number;
  /** The parameter there: mean hashprice, rent of the first lease, or absent. */
  readonly value?: number;
  readonly unit?: string;
  /** MW converted in all, before and after the flip. */
  readonly convertedMw: readonly [number, number];
  /** Quarter of the first start, before and after; absent where nothing is started. */
  readonly firstStart: readonly [string | undefined, string | undefined];
}
