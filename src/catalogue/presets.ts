/**
 * Starting values, dated, each with its source. None of them enters a plan by itself: the user spreads them, `{ kind:
 * "diesel", ..., ...presetValues(defaults2026_10.diesel) }`, and sees in the input what the plan is based on. Left out,
 * because no input field takes them: revenue from ancillary services (0), cost of capital (10 % mining, 7.75 % AI).
 */
import { PlanInputError } from "../errors.ts";
import { standbyWPerRig } from "./rigs.ts";

export interface PresetEntry<Value = number | string> {
  /** A number, the name of a rig, or a measured curve. */
  readonly value: Value;
  readonly unit: string;
  readonly source: string;
  /** Month or day that the figure refers to. */
  readonly asOf: string;
}

export type PresetGroup<Value = number | string> = Readonly<Record<string, PresetEntry<Value>>>;

const AS_OF = "2026-10";
const entry = (value: number, unit: string, source: string, asOf: string = AS_OF) => ({ value, unit, source, asOf });

/** Chart values: 162.0, 273.3, 391.7, 537.1 L/h at 25, 50, 75, 100 % load. */
const FUEL_FIT = "least-squares fit of the industry chart of a 2 MW set";
/** `src/core/electric_storage.jl`: inverter 0.96 x sqrt(internal 0.975). */
const REOPT = "NREL/REopt.jl 029db01: 0.96 x sqrt(0.975)";
const LITRES_PER_US_GALLON = 3.785411784;

/** The defaults of October 2026; the keys are the field names of the assets. */
export const defaults2026_10 = {
  bitcoin: {
    hashpriceUsdPerPhDay: entry(40, "USD/PH/day", "two providers: 40.58 with, 39.48 without fees", "2026-10-03"),
  },
  /** For `bitcoin` by difficulty. */
  bitcoinGrowth: {
    difficultyGrowthPerYear: entry(0.15, "1/year", "a choice within -0.10 to 0.40; -0.11 in the year to 2026-10"),
  },
  miningRig: {
    rig: { value: "Antminer S21 XP", unit: "model", source: "a choice: 13.5 J/TH, air", asOf: AS_OF },
  },
  miningFleet: {
    standbyWPerRig,
    pue: entry(1.05, "1", "5 % parasitic load, marceloceccon/bitcoinmining; air 1.02-1.08"),
    uptime: entry(0.96, "1", "0.92-0.98 net of failures; recalled, verify"),
    poolFee: entry(0.01, "1", "FPPS list 0.02, large accounts below 0.01; recalled, verify"),
  },
  aiLoad: {
    pue: entry(1.25, "1", "TeraWulf/Core42 design"),
  },
  /** For `requests` of an AI load. */
  aiRequests: {
    idleShareOfPeak: entry(0.3, "1", "0.25-0.4 of peak for GPU servers that stay on; recalled, verify"),
  },
  aiFirm: {
    vollUsdPerMwh: entry(5000, "USD/MWh", "a choice between REopt's 1,000 and 10,000"),
  },
  battery: {
    chargeEfficiency: entry(0.948, "1", REOPT),
    dischargeEfficiency: entry(0.948, "1", REOPT),
  },
  diesel: {
    fuelSlopeLPerMwh: entry(248.7, "L/MWh", FUEL_FIT),
    fuelInterceptLPerHPerMw: entry(15, "L/h per MW", FUEL_FIT),
    fuelUsdPerL: entry(
      3.5 / LITRES_PER_US_GALLON,
      "USD/L",
      "3.50 USD/gal; EIA STEO: 3.46 on-highway in 2026",
      "2025-09",
    ),
    co2KgPerL: entry(2.69, "kg/L", "10.19 kg/gal, EIA"),
    minLoadFraction: entry(0.3, "1", "makers, against wet stacking; recalled, verify"),
  },
  /**
   * These are not input fields; three of them determine input fields: sets = sets needed + spareSets, tankL = tankHours
   * x MW needed x 263.7 L/MWh, unitHoursCap = allowed hours x sets. Hours of true emergencies are not limited.
   */
  dieselSizing: {
    spareSets: entry(1, "1", "N+1, Tier III"),
    tankHours: entry(24, "h", "recalled, verify"),
    hoursPerSetYear: entry(100, "h/year", "40 CFR 60.4211(f), emergency sets"),
    nonEmergencyHoursPerSetYear: entry(50, "h/year", "40 CFR 60.4211(f), within those"),
  },
  demandCharge: {
    usdPerMwMonth: entry(10_000, "USD/MW-month", "10 USD/kW-month; recalled, verify"),
  },
} as const satisfies Readonly<Record<string, PresetGroup>>;

const LOADVIZ = "LoadViz knowledge base, ERCOT demand response";
const ECRS = "Grid Monitor, S&P: ERCOT ancillary services";
/**
 * ERCOT's requirements for `flexibility-product`s. ERCOT's payment changes hourly, so priceUsdPerMwHour must come from
 * the user, and durationHours from the product's present rules. ERS is sold in seasonal blocks (`windows`), and a MW of
 * ERS may not be sold as another product. The planner never sells one MW twice, and `exclusiveWith` separates whole
 * assets. RRS by relay near 59.7 Hz is faster than a plan's intervals.
 */
export const ercotProducts = {
  ers10: { responseMinutes: entry(10, "min", LOADVIZ) },
  ers30: { responseMinutes: entry(30, "min", LOADVIZ) },
  rrs: { responseMinutes: entry(10, "min", `${LOADVIZ}: when dispatched`) },
  ecrs: { responseMinutes: entry(10, "min", ECRS) },
  nonSpin: { responseMinutes: entry(30, "min", ECRS) },
} as const satisfies Readonly<Record<string, PresetGroup>>;

/** The values of a group without their sources, to spread into an asset. */
export function presetValues<Group extends PresetGroup<unknown>>(
  group: Group,
): { -readonly [Key in keyof Group]: Group[Key]["value"] } {
  const entries = typeof group === "object" && group !== null ? entriesOf(group) : [];
  if (entries.length === 0 || entries.some(([, preset]) => typeof preset !== "object" || preset === null)) {
    throw new PlanInputError([
      {
        path: "presetValues",
        given: typeof group,
        wanted: "a group of presets",
        fix: "pass one of the exported groups",
      },
    ]);
  }
  return Object.fromEntries(entries.map(([key, { value }]) => [key, value])) as {
    -readonly [Key in keyof Group]: Group[Key]["value"];
  };
}

/** Undefined for an object whose fields cannot be listed. */
function entriesOf<Group extends PresetGroup<unknown>>(group: Group) {
  try {
    return Object.entries(group);
  } catch {
    return [];
  }
}
