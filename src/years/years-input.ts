/** What `planYears` takes beside the site: the calendar, the network, what changes with the years, and the options. */
import type { AiFirmInput, AiSpotInput, MiningFleetInput } from "../plan-input/index.ts";

/** A month as `2027-04`. */
export type Month = string;

export interface YearsInput {
  /** First month of the first quarter, e.g. `2027-01`. */
  readonly start: Month;
  /** Number of quarters, 1 to 160. */
  readonly quarters: number;
  /** Return that owners ask for, per year, nominal and effective. Cash of a quarter is paid at its end. */
  readonly discountRatePerYear: number;
  /**
   * Hours that are dispatched in each quarter. A number: this many days in the middle of the quarter, scaled to its
   * hours; `full`: every hour. Default 7 days, or the site's horizon if that is shorter.
   */
  readonly dispatchDays?: number | "full";
  /** What mining earns in the years. */
  readonly network: NetworkInput;
  /** Fields of assets that change with the years. */
  readonly changes?: readonly ChangeInput[];
  /** Fleets of the site whose rigs may leave. Fleets that are not listed stay for all years. */
  readonly fleets?: readonly FleetInput[];
  /** Fleets that may be bought. */
  readonly refreshes?: readonly RefreshInput[];
  /** Halls that may take the place of rigs. */
  readonly conversions?: readonly ConversionInput[];
  /** On-site generation of the site that is rented by the quarter. */
  readonly bridges?: readonly BridgeInput[];
  /**
   * Facility power that fleets and halls may have together, building sites included, MW. Default: that of the fleets in
   * `fleets` at the start.
   */
  readonly spaceMw?: number;
  /** Months of delay of every hall whose cost is reported. Default `[1]`; `[]` for none. */
  readonly delayMonths?: readonly number[];
  /** Break-evens that are searched. Default: none. */
  readonly breakEvens?: readonly BreakEvenInput[];
  /** A map of the best schedule over two factors. Default: none. */
  readonly breakEvenMap?: BreakEvenMapInput;
  /** Largest gap between the value and its bound, relative to the discounted cash of all kinds. Default 1e-6. */
  readonly relativeGap?: number;
}

/** Hashprice from its parts, or given. */
export interface NetworkInput {
  /** Hashprice by quarter, or one for all, USD per PH/s and day, pool fee not deducted. Excludes the other fields. */
  readonly hashpriceUsdPerPhDay?: number | readonly number[];
  /** Price of a bitcoin at `start`, USD. */
  readonly btcUsd?: number;
  /** Change of the price per year as a share. Default 0. */
  readonly btcGrowthPerYear?: number;
  /** Difficulty at `start`. */
  readonly difficulty?: number;
  /** Growth of the network's hashrate per year as a share, one number or one per year from `start`; may be negative. */
  readonly difficultyGrowthPerYear?: number | readonly number[];
  /** Fees per block, BTC. Give this or `feeShare`. */
  readonly feesBtcPerBlock?: number;
  /** Fees as a share of subsidy and fees together. */
  readonly feeShare?: number;
  /** Share of the network's hashrate that is switched off at each halving, for good. Default 0. */
  readonly halvingExit?: number;
  /** Dates of halvings after the last known one, e.g. `2028-04-13`. Default: estimated at 10 minutes per block. */
  readonly halvings?: readonly string[];
}

/** A change of one asset: by a rate per year from `start`, or once. */
export interface ChangeInput {
  readonly asset: string;
  /** Field below the asset, with dots, e.g. `tariff`. Default with `perYear`: every price of the asset. */
  readonly field?: string;
  /**
   * Growth per year as a share, from quarter to quarter. It acts on numbers at or below the field whose name has `Usd`;
   * on a field that is named itself, it acts whatever its name.
   */
  readonly perYear?: number;
  /** First month with the new values. */
  readonly from?: Month;
  /** New values of fields of the asset. */
  readonly set?: Readonly<Record<string, unknown>>;
}

/** How rigs leave the site, and what that brings. */
export interface ExitInput {
  readonly way: "sell" | "move" | "scrap";
  /** Received per facility MW of the fleet as it stood at the start, after all cost; negative = paid. */
  readonly usdPerMw: number;
  /** Change of that amount per year as a share. Default 0. */
  readonly changePerYear?: number;
  /** Most MW that leave this way in all quarters together. Default no limit. */
  readonly mostMw?: number;
}

export interface FleetTerms {
  /** Month in which its rigs were new. Default: `start`, or the month of purchase. */
  readonly inServiceFrom?: Month;
  /** Share of the hashrate lost per year at the same power. Default 0. */
  readonly hashDecayPerYear?: number;
  /** Share of the rigs that fail per year and are not replaced. Default 0. */
  readonly failuresPerYear?: number;
  /** Fixed operation and maintenance, USD per MW and year. Default 0. */
  readonly fixedOmUsdPerMwYear?: number;
  /** Default: scrapped for nothing. */
  readonly exits?: readonly ExitInput[];
}

export interface FleetInput extends FleetTerms {
  /** Name of a mining fleet of the site. */
  readonly asset: string;
}

export interface RefreshInput extends FleetTerms {
  readonly name: string;
  /** The fleet at its full size, as an asset of the site without a name. */
  readonly fleet: Omit<MiningFleetInput, "name">;
  /** Months in which it may be bought; each purchase ages by itself, and each may be of the full size. */
  readonly dates: readonly Month[];
  /** Price at `start`, installed, USD per facility MW. */
  readonly usdPerMw: number;
  /** Change of the price per year as a share. Default 0. */
  readonly changePerYear?: number;
}

export interface LeaseInput {
  /** Rent at the start of the lease, USD per kW of IT and month. */
  readonly usdPerItKwMonth: number;
  /** IT power of the whole option, MW. */
  readonly itMw: number;
  /** Rise per year of the lease as a share. Default 0. */
  readonly escalatorPerYear?: number;
  /** Term, years. */
  readonly years: number;
  /** Months from energisation to the full rent and load, in a straight line. Default 0. */
  readonly rampMonths?: number;
}

export interface ConversionInput {
  readonly name: string;
  /** The load at full size, as an asset of the site without a name. */
  readonly load: Omit<AiFirmInput, "name"> | Omit<AiSpotInput, "name">;
  /** Facility power that it takes from the space, MW. Default: the load's greatest demand. */
  readonly facilityMw?: number;
  /** Equal construction blocks. Default 1. */
  readonly blocks?: number;
  /** True: a block is built as a whole (branch and bound). Default false: any share may be built. */
  readonly wholeBlocks?: boolean;
  /** Permit: construction starts in this quarter at the earliest. Default `start`. */
  readonly permitFrom?: Month;
  /** Construction starts in this quarter at the latest, e.g. because a tenant's option ends. Default: no limit. */
  readonly startBy?: Month;
  /** Months from the start of construction to energisation. */
  readonly leadMonths: number;
  /** Nothing is energised before this month, however early construction starts. Default: no limit. */
  readonly energisedFrom?: Month;
  /** Months before energisation in which the space no longer mines. Default: none; at most `leadMonths`. */
  readonly miningOffMonths?: number;
  /** Cost per facility MW at `start`, spent evenly over the lead time. */
  readonly capex: CapexInput;
  /** Fixed operation and maintenance from energisation, USD per MW and year. Default 0. */
  readonly fixedOmUsdPerMwYear?: number;
  /** Absent: the load earns by its own prices alone. */
  readonly lease?: LeaseInput;
  /** Most facility MW started in one quarter. Default no limit. */
  readonly mostStartsMwPerQuarter?: number;
  /** Least facility MW energised by the end of the last quarter. Default 0. */
  readonly leastMw?: number;
  /**
   * Years of straight-line life: what is left of shell and retrofit cost after the last quarter counts as value.
   * `null`: nothing counts. Default 20.
   */
  readonly residualLifeYears?: number | null;
}

export interface CapexInput {
  readonly shellUsdPerMw?: number;
  readonly retrofitUsdPerMw?: number;
  /** Owned accelerators; absent where the tenant brings them. They have no residual value. */
  readonly gpusUsdPerMw?: number;
  /** Change per year as a share. Default 0. */
  readonly changePerYear?: number;
}

export interface BridgeInput {
  /** Name of on-site generation of the site, written at its full size. */
  readonly asset: string;
  /** First and last month of the rent. Default: all. */
  readonly from?: Month;
  readonly to?: Month;
  /** Rent, USD per MW and month. */
  readonly usdPerMwMonth: number;
  /** Month from which the rent is that of a backup. */
  readonly backupFrom?: Month;
  readonly backupUsdPerMwMonth?: number;
  /** Cost of each MW that is brought, USD per MW. Default 0. */
  readonly mobiliseUsdPerMw?: number;
}

export interface BreakEvenInput {
  readonly of: BreakEvenParameter;
  /** Least and greatest factor that is tried. Default 0.25 to 4. */
  readonly least?: number;
  readonly most?: number;
}

/** Factors on the base case; the schedule is chosen again at every pair, at most 400. */
export interface BreakEvenMapInput {
  readonly hashprice: readonly number[];
  readonly leaseRate: readonly number[];
}

/** A factor on the hashprice, on every rent, or on every price of the connections. */
export type BreakEvenParameter = "hashprice" | "lease-rate" | "power-price";
