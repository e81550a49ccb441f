// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { CurveInput } from "../assets/fields/fields.ts";

/** On-site generation that runs on bought fuel: gas engines, turbines, fuel cells. */
export interface FirmGenerationInput {
  /** On-site generation that runs on bought fuel: gas engines, turbines, fuel cells. */
  readonly kind: "firm-generation";
  /** Name of its own in the plan: the key of its results, its rows and its messages. */
  readonly name: string;
  /**
   * Number of equal units.
   * Limits: >= 1, <= 10000.
   */
  readonly units: number;
  /**
   * Rated net power of one unit.
   * Unit: MW. Limits: > 0, <= 10000.
   */
  readonly unitMw: number;
  /** Share of the units that may run; default 1. */
  readonly availability?: CurveInput | undefined;
  /** Share of the available capacity committed to run; default as the power asks. */
  readonly onlineShare?: CurveInput | undefined;
  /**
   * Of the capacity online: held with onlineShare, else reported.
   * Limits: >= 0, <= 1.
   * @defaultValue `0`
   */
  readonly minLoadFraction?: number | undefined;
  /**
   * Delivered.
   * Unit: USD/MMBtu.
   */
  readonly fuelUsdPerMmbtu?: CurveInput | undefined;
  /**
   * Incremental; the average one where no-load fuel is 0.
   * Unit: MMBtu/MWh. Limits: >= 3.4, <= 50.
   */
  readonly heatRateMmbtuPerMwh?: number | undefined;
  /**
   * Fuel of each MW online at no load.
   * Unit: MMBtu/h per MW. Limits: >= 0, <= 20.
   * @defaultValue `0`
   */
  readonly noLoadMmbtuPerHPerMw?: number | undefined;
  /**
   * 40 CFR 98 table C-1 (2016): natural gas 53.06, propane 62.87, distillate no. 2 73.96.
   * Unit: kg/MMBtu. Limits: >= 0, <= 250.
   */
  readonly co2KgPerMmbtu?: number | undefined;
  /**
   * Fuel of a MWh of power; in place of fuelUsdPerMmbtu and heatRateMmbtuPerMwh.
   * Unit: USD/MWh.
   */
  readonly fuelUsdPerMwh?: CurveInput | undefined;
  /**
   * With fuelUsdPerMwh, in place of co2KgPerMmbtu.
   * Unit: t/MWh. Limits: >= 0, <= 5.
   */
  readonly co2TPerMwh?: number | undefined;
  /**
   * Variable O&M.
   * Unit: USD/MWh. Limits: >= 0, <= 1000000.
   */
  readonly omUsdPerMwh: number;
  /**
   * Default no limit.
   * Unit: MW/h. Limits: > 0.
   */
  readonly rampUpMwPerH?: number | undefined;
  /**
   * Default no limit.
   * Unit: MW/h. Limits: > 0.
   */
  readonly rampDownMwPerH?: number | undefined;
  /**
   * Most energy in a calendar year, by permit or contract; default no cap.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly energyMwhPerYear?: number | undefined;
  /**
   * Of all units together.
   * Unit: h. Limits: >= 0.
   */
  readonly unitHoursPerYear?: number | undefined;
  /**
   * Most fuel in a calendar year; default no cap.
   * Unit: MMBtu. Limits: >= 0.
   */
  readonly fuelMmbtuPerYear?: number | undefined;
}
