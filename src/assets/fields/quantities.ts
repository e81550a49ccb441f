/**
 * What the numbers of an input mean: unit, legal range and the range beyond which a unit was probably mistaken.
 * A value outside [min, max] is refused; nothing is clamped. The magnitude bounds are validation bounds: they reject
 * kW given as MW or $/kWh given as $/MWh, and are wide enough for any real site or market.
 */
export interface Quantity {
  readonly unit: string;
  /** Default 0. */
  readonly min?: number;
  readonly max?: number;
  /** `min` itself is refused too. */
  readonly aboveMin?: boolean;
  /** Said when a value exceeds `max`, e.g. "was kW given?". */
  readonly tooLarge?: string;
  /**
   * When no value exceeds this in size and not all are zero, or a part of a series stays far below the rest, the unit
   * was probably mistaken (`unitsAsStated` in the input says that it was not)...
   */
  readonly suspectIfAllBelow?: number;
  /** ...and this says how, e.g. "was $/kWh given? multiply by 1000". */
  readonly suspect?: string;
}

/** What a message wants of a quantity: `a number of MW from 0 to 10000`. */
export function describeQuantity({ unit, min = 0, max, aboveMin }: Quantity): string {
  const lower = aboveMin ? ` above ${min}` : max === undefined ? ` of ${min} or more` : ` from ${min}`;
  const upper = max === undefined ? "" : aboveMin ? ` and up to ${max}` : ` to ${max}`;
  return `a number${inUnit("of", unit)}${lower}${upper}`;
}

/** ` of MW`, ` in MW`; nothing for a pure number. */
export function inUnit(preposition: string, unit: string): string {
  return unit === "1" ? "" : ` ${preposition} ${unit}`;
}

export const quantity = {
  powerMw: { unit: "MW", max: 10_000, tooLarge: "is this kW? divide by 1000" },
  energyMwh: { unit: "MWh", max: 10_000_000, tooLarge: "is this kWh? divide by 1000" },
  /** Highest known caps: AEMO A$20,300, ERCOT 5,000 $/MWh; lowest floor AEMO -1,000. */
  priceUsdPerMwh: {
    unit: "USD/MWh",
    min: -5_000,
    max: 25_000,
    tooLarge: "is this USD/GWh or cents? convert to USD/MWh",
    suspectIfAllBelow: 1,
    suspect: "is this USD/kWh? multiply by 1000",
  },
  /** A charge or penalty that may well be 0 or a few cents. */
  costUsdPerMwh: { unit: "USD/MWh", max: 1_000_000 },
  costUsdPerMwhHour: { unit: "USD/MWh-h", max: 1_000_000 },
  chargeUsdPerMwMonth: {
    unit: "USD/MW-month",
    max: 1_000_000,
    suspectIfAllBelow: 100,
    suspect: "is this USD/kW-month? multiply by 1000",
  },
  chargeUsdPerMwYear: {
    unit: "USD/MW-year",
    max: 10_000_000,
    suspectIfAllBelow: 1_000,
    suspect: "is this USD/kW-year? multiply by 1000",
  },
  usd: { unit: "USD", min: -1e12 },
  /** A value handed from plan to plan. */
  usdNotNegative: { unit: "USD", max: 1e12 },
  usdPerDay: { unit: "USD/day" },
  usdPerMonth: { unit: "USD/month" },
  usdPerMw: { unit: "USD/MW", max: 1_000_000 },
  /** Highest known cap: ERCOT, 5,000. */
  usdPerMwHour: { unit: "USD/MW-h", max: 10_000, tooLarge: "is this per MW and month or year? divide by its hours" },
  usdPerL: { unit: "USD/L", max: 20, tooLarge: "is this per barrel or m3? convert to USD/L" },
  /** A GPU of 2026 lets for 2 to 10 USD an hour; a node of eight for about 100. */
  usdPerGpuHour: { unit: "USD/GPU-h", max: 100, tooLarge: "is this per node, day or month? give USD per GPU and hour" },
  gpuHours: { unit: "GPU-h" },
  gpus: { unit: "GPU", max: 100_000_000 },
  requestsPerSecond: { unit: "1/s" },
  degC: { unit: "degC", min: -60, max: 60, tooLarge: "is this in Fahrenheit? convert to Celsius" },
  perDegC: { unit: "1/K", min: -0.5, max: 0.5, tooLarge: "is this a percentage? divide by 100" },
  fraction: { unit: "1", max: 1, tooLarge: "is this a percentage? divide by 100" },
  efficiency: { unit: "1", aboveMin: true, max: 1, tooLarge: "is this a percentage? divide by 100" },
  pue: { unit: "1", min: 1, max: 5 },
  emissionTPerMwh: { unit: "t/MWh", max: 5, tooLarge: "is this kg/MWh or g/kWh? divide by 1000" },
  kgPerL: { unit: "kg/L", max: 10 },
  litre: { unit: "L" },
  litrePerMwh: {
    unit: "L/MWh",
    aboveMin: true,
    max: 5_000,
    suspectIfAllBelow: 1,
    suspect: "is this L/kWh? multiply by 1000",
  },
  litrePerHourMw: { unit: "L/h per MW", max: 1_000 },
  /** 3.412 is all heat of the fuel; engines and turbines take 6 to 13. */
  heatRateMmbtuPerMwh: { unit: "MMBtu/MWh", min: 3.4, max: 50, tooLarge: "is this Btu/kWh? divide by 1000" },
  /** Waha was below 0 in 2024; Oklahoma above 1,000 in February 2021. */
  gasUsdPerMmbtu: { unit: "USD/MMBtu", min: -20, max: 2_000 },
  mmbtuPerHourMw: { unit: "MMBtu/h per MW", max: 20, tooLarge: "is this Btu/h per kW? divide by 1000" },
  mmbtu: { unit: "MMBtu" },
  kgPerMmbtu: { unit: "kg/MMBtu", max: 250 },
  tonnes: { unit: "t" },
  usdPerT: { unit: "USD/t", max: 10_000 },
  hours: { unit: "h" },
  minutes: { unit: "min" },
  seconds: { unit: "s" },
  rampMwPerH: { unit: "MW/h", aboveMin: true },
  rampMwPerMin: { unit: "MW/min", aboveMin: true, max: 10_000, tooLarge: "is this kW/min? divide by 1000" },
  kw: { unit: "kW", aboveMin: true, max: 1_000 },
  watt: { unit: "W", max: 100_000 },
  hashrateThPerS: { unit: "TH/s", aboveMin: true, max: 100_000, tooLarge: "is this GH/s? divide by 1000" },
  hashpriceUsdPerPhDay: {
    unit: "USD/PH/day",
    max: 10_000,
    suspectIfAllBelow: 0.5,
    suspect: "is this USD/TH/day? multiply by 1000",
  },
  /** Above 1,000 since 2017. */
  btcUsd: {
    unit: "USD/BTC",
    max: 100_000_000,
    suspectIfAllBelow: 1_000,
    suspect: "is this in thousands of USD? multiply by 1000",
  },
  difficulty: { unit: "1", min: 1, suspectIfAllBelow: 1e9, suspect: "is this in T? multiply by 1e12" },
  btc: { unit: "BTC", max: 10_000 },
  growthPerYear: { unit: "1/year", min: -0.95, max: 100, tooLarge: "is this a percentage? divide by 100" },
} as const satisfies Record<string, Quantity>;
