import { weatherAt } from "./site-weather.ts";

/**
 * A site as `planPower` accepts it: two batteries, solar, diesel, three fleets, inference, a training job a day and
 * spot AI behind one connection with a demand charge. Prices and weather are from `weatherAt`; diesel may run in its
 * hours of low import. Starts on Monday 5 January 2026, UTC.
 */
export function plannerSiteInput(numIntervals: number, intervalMinutes: number, demandChargeUsdPerMwMonth: number) {
  const stepHours = intervalMinutes / 60;
  const outside = { seed: 1, redraw: 1, noise: 0, priceStepUsdPerMwh: 0, negativeShare: 0 };
  const weather = Array.from({ length: numIntervals }, (_, t) => weatherAt(t * stepHours, outside));
  const startMs = Date.UTC(2026, 0, 5);
  const stamp = (hours: number): string => new Date(startMs + hours * 3_600_000).toISOString().replace(".000", "");
  const numDays = Math.floor((numIntervals * stepHours) / 24);
  const priceUsdPerMwh = weather.map((now) => Math.max(0.5, now.priceUsdPerMwh));
  const battery = (name: string, limitMw: number, maxStoredMwh: number, wearUsdPerMwh: number) => ({
    kind: "battery",
    name,
    chargeLimitMw: limitMw,
    dischargeLimitMw: limitMw,
    minStoredMwh: 0.05 * maxStoredMwh,
    maxStoredMwh,
    wearUsdPerMwh,
  });
  return {
    name: "Benchmark site",
    horizon: { start: stamp(0), timeZone: "UTC", intervalMinutes, count: numIntervals },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    initialState: { "battery A": { storedMwh: 40 }, "battery B": { storedMwh: 10 } },
    assets: [
      {
        kind: "grid",
        name: "grid",
        importLimitMw: weather.map((now) => now.importLimitMw),
        exportLimitMw: 20,
        importPriceUsdPerMwh: priceUsdPerMwh,
        importAdderUsdPerMwh: 4,
        exportPriceUsdPerMwh: priceUsdPerMwh,
        exportFeeUsdPerMwh: 2,
        demandCharge: { usdPerMwMonth: demandChargeUsdPerMwMonth },
        lossFraction: 0.01,
        emissionTPerMwh: 0.37,
      },
      {
        kind: "renewable",
        name: "solar",
        technology: "solar",
        capacityMw: 60,
        availability: weather.map((now) => now.solarMw / 60),
      },
      battery("battery A", 25, 100, 12),
      battery("battery B", 15, 30, 9),
      {
        kind: "diesel",
        name: "gensets",
        sets: 30,
        unitMw: 2,
        fuelUsdPerL: 0.92,
        omUsdPerMwh: 20,
        tankL: 250_000,
        availability: weather.map((now) => (now.importLimitMw < 140 ? 1 : 0)),
      },
      {
        kind: "ai-firm",
        name: "inference",
        itMw: weather.map((now) => now.firmMw / 1.25),
        pue: 1.25,
        vollUsdPerMwh: 5000,
      },
      {
        kind: "ai-deferrable",
        name: "training",
        capMw: 18,
        jobs: Array.from({ length: numDays }, (_, day) => ({
          name: `day ${day + 1}`,
          energyFacilityMwh: 90,
          maxMw: 18,
          unmetUsdPerMwh: 900,
          release: stamp(24 * day),
          deadline: stamp(24 * day + 24),
        })),
      },
      { kind: "ai-spot", name: "spot GPUs", itMw: 4, pue: 1.25, revenueUsdPerGpuHour: 0.28, kwPerGpu: 1.275 },
      {
        kind: "mining-fleet",
        name: "S21 XP",
        rig: "Antminer S21 XP",
        rigs: 6700,
        rampUpMwPerH: 40,
        restartUsdPerMw: 4,
      },
      { kind: "mining-fleet", name: "S21", rig: "Antminer S21", rigs: 4000, restartUsdPerMw: 4 },
      { kind: "mining-fleet", name: "S19j Pro", rig: "Antminer S19j Pro", rigs: 3000 },
    ],
  };
}
