import type { ConnectionFigures } from "./connection-option.ts";

/** One option over the years compared. */
export type ComparedConnection =
  | {
      readonly name: string;
      readonly status: "compared";
      readonly detail?: undefined;
      /** Cost of all years, upgrade included, USD; not discounted. */
      readonly totalUsd: number;
      /** Figures of the mean year, the upgrade spread over all years. */
      readonly figures: ConnectionFigures;
      /** AI energy served less than with the greatest import of all options, firm, from the first day on. */
      readonly lostAiMwhPerYear: number;
      /** Mining energy less than with that import. */
      readonly lostMiningMwhPerYear: number;
      /**
       * What one year more in the last stage is worth, in place of one before the connection, USD. NaN if the site
       * has no plan before the connection.
       */
      readonly yearEarlierUsd: number;
      readonly stages: readonly {
        readonly from: string;
        /** How long it lasts within the years compared. */
        readonly years: number;
        /** Mean over the scenarios of curtailments, the fee included. */
        readonly figures: ConnectionFigures;
        /** Cost in the worst of them, the fee included, USD per year. */
        readonly worstUsdPerYear: number;
      }[];
    }
  | {
      readonly name: string;
      /** The site has no plan in a stage, or own generation cannot back what it must. */
      readonly status: "not-possible";
      readonly detail: string;
    };

/** From where on another option would cost no more than the best one. */
export interface ConnectionBreakEven {
  readonly best: string;
  readonly other: string;
  /** By how much the best one is cheaper over all years, USD. */
  readonly differenceUsd: number;
  /**
   * Months by which the best one may be late. Infinity: it stays the best however late within the years compared. NaN:
   * the site has no plan before the connection.
   */
  readonly monthsOfDelay: number;
  /**
   * Curtailed hours of its most curtailed stage, h per year, all stages in proportion; cost is taken to grow with the
   * hours. Infinity where no hours of a year would do, NaN where nothing is curtailed.
   */
  readonly curtailedHoursPerYear: number;
}

export interface ConnectionComparison {
  /** In the order given. */
  readonly options: readonly ComparedConnection[];
  /** The option of least total cost; absent if none is possible. */
  readonly best?: string;
  /** The best one beside each of the others, cheapest first. */
  readonly breakEvens: readonly ConnectionBreakEven[];
}
