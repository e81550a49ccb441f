// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { CurveInput } from "../assets/fields/fields.ts";

/** A power purchase agreement (PPA): a financial position at the meter of a grid connection. */
export interface PowerPurchaseInput {
  /** A power purchase agreement (PPA): a financial position at the meter of a grid connection. */
  readonly kind: "power-purchase";
  /** Name of its own in the plan: the key of its results, its rows and its messages. */
  readonly name: string;
  /** The grid connection; default the only one. */
  readonly connection?: string | undefined;
  /**
   * At the POI: the block, what the plant produces, or the most that can be taken.
   * Unit: MW.
   */
  readonly volumeMw: CurveInput;
  /** Shape, price and conditions. */
  readonly terms:
    | {
        /** Every MWh of the volume is owed, used or not. */
        readonly shape: "fixed-block";
        /**
         * Owed for every MWh of the block.
         * Unit: USD/MWh.
         */
        readonly priceUsdPerMwh: CurveInput;
        /** Terms on which unused energy is sold; default it is lost. */
        readonly resale?:
          | {
              /**
               * Default the connection's import price.
               * Unit: USD/MWh.
               */
              readonly priceUsdPerMwh?: CurveInput | undefined;
              /**
               * Off the price of resale; 0 for none.
               * Unit: USD/MWh.
               */
              readonly feeUsdPerMwh: CurveInput;
              /**
               * The block may be sold while the site buys at spot.
               * @defaultValue `false`
               */
              readonly besideBuying?: boolean | undefined;
            }
          | undefined;
      }
    | {
        /** A least amount is taken or paid in a period. */
        readonly shape: "take-or-pay";
        /**
         * Of energy taken, and of the shortfall.
         * Unit: USD/MWh. Limits: >= 0, <= 25000.
         */
        readonly priceUsdPerMwh: number;
        /**
         * To be taken or paid in the period.
         * Unit: MWh. Limits: >= 0, <= 10000000.
         */
        readonly minimumMwh: number;
        /**
         * When the period of the minimum ends.
         * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
         */
        readonly periodEnd: string;
        /**
         * Value of a MWh behind the period's pace at the plan's end; default stated in the notices.
         * Unit: USD/MWh. Limits: >= 0, <= 1000000.
         */
        readonly behindUsdPerMwh?: number | undefined;
        /**
         * Worth of a MWh paid and not taken, which may be taken later for nothing; absent = it is lost.
         * Unit: USD/MWh. Limits: >= 0, <= 1000000.
         */
        readonly makeUpUsdPerMwh?: number | undefined;
      }
    | {
        /** The volume is what a plant produces. */
        readonly shape: "pay-as-produced";
        /**
         * Owed for every MWh that counts as delivered.
         * Unit: USD/MWh.
         */
        readonly priceUsdPerMwh: CurveInput;
        /** Whether all energy produced is paid, or only what is taken. */
        readonly paid: "always" | "if-taken";
        /** Terms on which unused energy is sold; default it is lost. */
        readonly resale?:
          | {
              /**
               * Default the connection's import price.
               * Unit: USD/MWh.
               */
              readonly priceUsdPerMwh?: CurveInput | undefined;
              /**
               * Off the price of resale; 0 for none.
               * Unit: USD/MWh.
               */
              readonly feeUsdPerMwh: CurveInput;
              /**
               * The block may be sold while the site buys at spot.
               * @defaultValue `false`
               */
              readonly besideBuying?: boolean | undefined;
            }
          | undefined;
        /**
         * Owed for energy produced and not taken; with paid: if-taken.
         * Unit: USD/MWh. Limits: >= 0, <= 1000000.
         */
        readonly untakenUsdPerMwh?: number | undefined;
      }
    | {
        /** A right to buy at heat rate times gas price. */
        readonly shape: "heat-rate-option";
        /**
         * Heat rate that the strike is computed with.
         * Unit: MMBtu/MWh. Limits: >= 3.4, <= 50.
         */
        readonly heatRateMmbtuPerMwh: number;
        /**
         * Gas price that the strike is computed with.
         * Unit: USD/MMBtu.
         */
        readonly gasUsdPerMmbtu: CurveInput;
        /**
         * Added to the strike.
         * Unit: USD/MWh. Limits: >= 0, <= 1000000.
         * @defaultValue `0`
         */
        readonly omUsdPerMwh?: number | undefined;
        /**
         * On the month's greatest volume, for the plan's share of the month; sunk.
         * Unit: USD/MW-month. Limits: >= 0, <= 1000000.
         */
        readonly premiumUsdPerMwMonth?: number | undefined;
      };
  /**
   * The counterfactual's AI-only site has it too.
   * @defaultValue `false`
   */
  readonly aiOnlyKeeps?: boolean | undefined;
}
