/**
 * Assets with round numbers, for cases derived by hand. The fleet draws 10 MW and its strike price is exactly
 * 41.6667 x 48 / 25 = 80 USD/MWh; diesel costs 248.7 + 15 = 263.7 USD/MWh at 1 USD/L and no O&M.
 */
type Fields = Readonly<Record<string, unknown>>;

export const horizon = (count: number, intervalMinutes = 60): Fields => ({
  start: "2026-07-14T00:00:00-05:00",
  timeZone: "America/Chicago",
  intervalMinutes,
  count,
});

export const bitcoin = { hashpriceUsdPerPhDay: 48 };

export const grid = (over: Fields = {}): Fields => ({
  kind: "grid",
  name: "grid",
  importLimitMw: 60,
  importPriceUsdPerMwh: 30,
  ...over,
});

export const firm = (over: Fields = {}): Fields => ({
  kind: "ai-firm",
  name: "inference",
  facilityMw: 30,
  vollUsdPerMwh: 5000,
  ...over,
});

export const fleet = (over: Fields = {}): Fields => ({
  kind: "mining-fleet",
  name: "fleet",
  rig: { hashrateThPerS: 100, powerW: 2500 },
  rigs: 4000,
  pue: 1,
  uptime: 1,
  poolFee: 0,
  standbyWPerRig: 0,
  ...over,
});

export const battery = (over: Fields = {}): Fields => ({
  kind: "battery",
  name: "bess",
  chargeLimitMw: 5,
  dischargeLimitMw: 5,
  maxStoredMwh: 20,
  chargeEfficiency: 0.8,
  dischargeEfficiency: 0.8,
  wearUsdPerMwh: 0,
  end: { rule: "free" },
  ...over,
});

export const diesel = (over: Fields = {}): Fields => ({
  kind: "diesel",
  name: "gensets",
  sets: 10,
  unitMw: 2,
  fuelUsdPerL: 1,
  omUsdPerMwh: 0,
  ...over,
});

export const renewable = (over: Fields = {}): Fields => ({
  kind: "renewable",
  name: "wind",
  technology: "wind",
  capacityMw: 20,
  availability: 0.5,
  ...over,
});

export const spot = (over: Fields = {}): Fields => ({
  kind: "ai-spot",
  name: "spot",
  facilityMw: 5,
  revenueUsdPerFacilityMwh: 100,
  ...over,
});
