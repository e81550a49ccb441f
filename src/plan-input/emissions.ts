// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { CurveInput } from "../assets/fields/fields.ts";

/** A price on the site's CO2, a cap on it, or both: a tax, allowances, a corporate budget. */
export interface EmissionsInput {
  /** A price on the site's CO2, a cap on it, or both: a tax, allowances, a corporate budget. */
  readonly kind: "emissions";
  /** Name of its own in the plan: the key of its results, its rows and its messages. */
  readonly name: string;
  /**
   * Price of CO2 emitted; default none.
   * Unit: USD/t.
   */
  readonly priceUsdPerT?: CurveInput | undefined;
  /** Most CO2 that may be emitted in a period; default no cap. */
  readonly cap?:
    | {
        /**
         * Cap on the whole calendar period, with what was already emitted in it.
         * Unit: t. Limits: >= 0.
         */
        readonly co2T: number;
        /** Calendar period of the cap. */
        readonly period: "year" | "month";
      }
    | undefined;
}
