// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { CurveInput } from "../assets/fields/fields.ts";

/** What mining earns; needed where a fleet is among the assets. */
export type BitcoinInput =
  | {
      /**
       * Expected mining revenue before pool fee, block fees included.
       * Unit: USD/PH/day.
       */
      readonly hashpriceUsdPerPhDay: CurveInput;
    }
  | {
      /**
       * Price of a bitcoin.
       * Unit: USD/BTC.
       */
      readonly btcUsd: CurveInput;
      /** Difficulty of the network at the plan's start, or by interval. */
      readonly difficulty: CurveInput;
      /**
       * Compound, from the plan's start; an interval has its mean.
       * Unit: 1/year. Limits: >= -0.95, <= 100.
       * @defaultValue `0`
       */
      readonly difficultyGrowthPerYear?: number | undefined;
      /**
       * Default by the table of halvings.
       * Unit: BTC.
       */
      readonly subsidyBtc?: CurveInput | undefined;
      /**
       * Transaction fees of a block.
       * Unit: BTC.
       */
      readonly feesBtcPerBlock: CurveInput;
    };
