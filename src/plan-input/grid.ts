// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { CoincidentPeakInput } from "./tariff/coincident-peak.ts";
import type { ContractedCapacityInput } from "./tariff/contracted-capacity.ts";
import type { CurveInput } from "../assets/fields/fields.ts";
import type { DemandChargeInput } from "./tariff/demand-charge.ts";
import type { EnergyTiersInput } from "./tariff/energy-tiers.ts";
import type { ExportCreditsInput } from "./tariff/export-credits.ts";
import type { FixedChargeInput } from "./tariff/fixed-charge.ts";
import type { MinimumBillInput } from "./tariff/minimum-bill.ts";
import type { NetMeteringInput } from "./tariff/net-metering.ts";
import type { TouDemandChargeInput } from "./tariff/tou-demand-charge.ts";
import type { TouEnergyChargeInput } from "./tariff/tou-energy-charge.ts";
import type { TouExportPriceInput } from "./tariff/tou-export-price.ts";

/** The grid connection. */
export interface GridInput {
  /** The grid connection. */
  readonly kind: "grid";
  /** Name of its own in the plan: the key of its results, its rows and its messages. */
  readonly name: string;
  /**
   * At the POI; 0 in an outage.
   * Unit: MW.
   */
  readonly importLimitMw: CurveInput;
  /**
   * At the POI; default none.
   * Unit: MW.
   */
  readonly exportLimitMw?: CurveInput | undefined;
  /**
   * Needed where importLimitMw is above 0.
   * Unit: USD/MWh.
   */
  readonly importPriceUsdPerMwh?: CurveInput | undefined;
  /**
   * Delivery charges on every MWh imported; default 0.
   * Unit: USD/MWh.
   */
  readonly importAdderUsdPerMwh?: CurveInput | undefined;
  /**
   * Paid for every MWh exported; needed where exportLimitMw is above 0.
   * Unit: USD/MWh.
   */
  readonly exportPriceUsdPerMwh?: CurveInput | undefined;
  /**
   * Off the export price; default 0.
   * Unit: USD/MWh.
   */
  readonly exportFeeUsdPerMwh?: CurveInput | undefined;
  /**
   * Between POI and site bus, either way.
   * Limits: >= 0, <= 0.5.
   * @defaultValue `0`
   */
  readonly lossFraction?: number | undefined;
  /**
   * CO2 factor of imported power; absent: emissions are not reported.
   * Unit: t/MWh.
   */
  readonly emissionTPerMwh?: CurveInput | undefined;
  /**
   * Demand is metered as the mean over so long; default the plan's interval.
   * Unit: min.
   */
  readonly billingIntervalMinutes?: 15 | 30 | 60 | undefined;
  /**
   * Greatest change of the net import from one interval's mean to the next; default no limit.
   * Unit: MW/min. Limits: > 0, <= 10000.
   */
  readonly rampLimitMwPerMin?: number | undefined;
  /** Energy by time of use: with share_{t,p} of interval t in period p. */
  readonly touEnergyCharge?: TouEnergyChargeInput | undefined;
  /** A price on exported energy by time of use, as the `sell` rates of a rate database have it. */
  readonly touExportPrice?: TouExportPriceInput | undefined;
  /**
   * Net metering in kWh: exported energy is not sold, it offsets energy imported in the same month and period, and what
   * is left is carried to later months as a credit in MWh.
   */
  readonly netMetering?: NetMeteringInput | undefined;
  /** Energy by the month's volume, at rates that rise. */
  readonly energyTiers?: EnergyTiersInput | undefined;
  /**
   * A charge on the month's highest metered demand, peak_m, at a rate that may differ by month, with or without a
   * ratchet and a least billed demand.
   */
  readonly demandCharge?: DemandChargeInput | undefined;
  /** A charge on the highest metered demand of each period in a month, at a rate that may differ by month. */
  readonly touDemandCharge?: TouDemandChargeInput | undefined;
  /**
   * A charge on what the site imports while the whole system peaks, e.g. ERCOT's 4CP: USD per MW and year on the mean
   * over the year's coincident peaks, or `groups` of intervals with a rate per peak of their own.
   */
  readonly coincidentPeak?: CoincidentPeakInput | undefined;
  /**
   * Capacity bought in advance: `mw` is paid whether used or not, what the month's highest metered demand exceeds it by
   * costs more.
   */
  readonly contractedCapacity?: ContractedCapacityInput | undefined;
  /**
   * What the connection costs whatever it imports: `usdPerMonth` times the plan's share of each month, `usdPerDay`
   * times its days by the local clock.
   */
  readonly fixedCharge?: FixedChargeInput | undefined;
  /** A month's bill is at least `usdPerMonth`. */
  readonly minimumBill?: MinimumBillInput | undefined;
  /**
   * Credits for exported energy that offset charges of the same month and are carried to later months, not paid out:
   * net billing.
   */
  readonly exportCredits?: ExportCreditsInput | undefined;
}
