// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { CurveInput } from "../assets/fields/fields.ts";

/** Energy bought in the day-ahead market for a grid connection: a financial position at its meter, settled twice. */
export interface DayAheadPurchaseInput {
  /** Energy bought in the day-ahead market for a grid connection: a financial position at its meter, settled twice. */
  readonly kind: "day-ahead-purchase";
  /** Name of its own in the plan: the key of its results, its rows and its messages. */
  readonly name: string;
  /** The grid connection; default the only one. */
  readonly connection?: string | undefined;
  /**
   * Day-ahead price, owed for every MWh bought.
   * Unit: USD/MWh.
   */
  readonly priceUsdPerMwh: CurveInput;
  /**
   * Most that may be bought in each interval, at the POI.
   * Unit: MW.
   */
  readonly limitMw: CurveInput;
  /**
   * Bought already; default the plan decides.
   * Unit: MW.
   */
  readonly boughtMw?: CurveInput | undefined;
  /**
   * On top of the import price for a MWh imported and not bought; default 0.
   * Unit: USD/MWh.
   */
  readonly shortfallUsdPerMwh?: CurveInput | undefined;
  /**
   * Off the import price for a MWh bought and not imported; default 0.
   * Unit: USD/MWh.
   */
  readonly surplusUsdPerMwh?: CurveInput | undefined;
  /**
   * The counterfactual's AI-only site may buy day-ahead too.
   * @defaultValue `false`
   */
  readonly aiOnlyKeeps?: boolean | undefined;
}
