import { plannerSiteInput } from "./planner-site-input.ts";

type Asset = Readonly<Record<string, unknown>>;

/**
 * The planner's site with all further parts of a real site: a tariff with time of use, ratchet, coincident peaks and
 * fixed charges; a block with resale and a take-or-pay contract; curtailment calls; a gas engine; a permit and
 * deliveries for the diesel; power modes and stepped wake-up; two flexibility products; SLA credits; a price and a cap
 * on CO2.
 */
export function wholeSiteInput(numIntervals: number, intervalMinutes: number) {
  const site = plannerSiteInput(numIntervals, intervalMinutes, 9500);
  const startMs = Date.parse(site.horizon.start);
  const hours = (numIntervals * intervalMinutes) / 60;
  const stamp = (hour: number): string => new Date(startMs + hour * 3_600_000).toISOString().replace(".000", "");
  const every = <T>(periodHours: number, of: (hour: number) => T): T[] =>
    Array.from({ length: Math.floor(hours / periodHours) }, (_, k) => of(k * periodHours));
  const peakHours = Array.from({ length: 24 }, (_, hour) => (hour >= 16 && hour < 21 ? "peak" : "base"));
  const terms: Readonly<Record<string, Asset>> = {
    grid: {
      touEnergyCharge: { usdPerMwh: { base: 2, peak: 14 }, weekday: peakHours, weekend: "base" },
      touDemandCharge: { usdPerMwMonth: { base: 0, peak: 3000 }, weekday: peakHours, weekend: "base" },
      demandCharge: { usdPerMwMonth: 9500, ratchet: { share: 0.6, lastMonths: 11 } },
      coincidentPeak: {
        usdPerMwYear: 75_000,
        months: [1, 6, 7, 8, 9],
        intervalMinutes: 60,
        intervals: every(24, (hour) => ({ start: stamp(hour + 17), probability: 0.02 })).filter(({ start }) =>
          [1, 6, 7, 8, 9].includes(Number(start.slice(5, 7))),
        ),
      },
      contractedCapacity: { mw: 150, usdPerMwMonth: 300 },
      fixedCharge: { usdPerMonth: 2500 },
    },
    gensets: {
      permit: { class: "non-emergency", hoursPerYear: 500 },
      deliveries: every(168, (hour) => ({ at: stamp(hour + 84), upToL: 60_000, usdPerL: 0.95 })),
    },
    inference: { slaCredits: [{ upToUnservedShare: 0.001, usdPerMwh: 1500 }, { usdPerMwh: 4000 }] },
    "S19j Pro": {
      powerModes: [
        { powerW: 1100, hashrateThPerS: 53 },
        { powerW: 2350, hashrateThPerS: 85 },
      ],
    },
    S21: { wakeUp: { shareOfRigs: 0.25, everyMinutes: 30 } },
  };
  return {
    ...site,
    name: "Whole site",
    assets: [
      ...site.assets.map((asset): Asset => ({ ...asset, ...terms[asset.name] })),
      {
        kind: "firm-generation",
        name: "engine",
        units: 2,
        unitMw: 8,
        fuelUsdPerMmbtu: 3.6,
        heatRateMmbtuPerMwh: 8.2,
        noLoadMmbtuPerHPerMw: 0.9,
        omUsdPerMwh: 9,
        rampUpMwPerH: 12,
        rampDownMwPerH: 12,
        co2KgPerMmbtu: 53.06,
      },
      {
        kind: "power-purchase",
        name: "block",
        volumeMw: 40,
        terms: { shape: "fixed-block", priceUsdPerMwh: 44, resale: { feeUsdPerMwh: 2 } },
      },
      {
        kind: "curtailment-call",
        name: "utility",
        missUsdPerMwh: 2000,
        noticeMinutes: 30,
        calls: every(24, (hour) => hour)
          .filter((hour) => hour % 336 === 0)
          .map((hour) => ({
            start: stamp(hour + 18),
            end: stamp(hour + 21),
            reduceByFraction: 0.2,
            baseline: "own-load",
          })),
      },
      {
        kind: "flexibility-product",
        name: "non-spin",
        backedBy: ["S21 XP", "battery A"],
        priceUsdPerMwHour: 6,
        deployedShare: 0.01,
        durationHours: 1,
        responseMinutes: 30,
      },
      {
        kind: "flexibility-product",
        name: "blocks",
        backedBy: ["S21"],
        priceUsdPerMwHour: 5,
        deployedShare: 0.01,
        durationHours: 4,
        blockHours: 4,
      },
      { kind: "emissions", name: "CO2", priceUsdPerT: 8, cap: { co2T: 900_000, period: "year" } },
    ],
  };
}
