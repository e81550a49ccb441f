/**
 * Random tariffs with every part, as a user writes them, for a plan over the end of October 2026 in Chicago (where the
 * clock changes on 1 November).
 */
import fc from "fast-check";

export type Tariff = Readonly<Record<string, unknown>>;

export const TARIFF_START = "2026-10-31T00:00:00-05:00";
/** 24 hours of October, 49 of November. */
export const TARIFF_HOURS = 73;
export const OCTOBER_HOURS = 24;

const usd = (min: number, max: number) => fc.integer({ min, max });
const day = fc.array(fc.constantFrom("peak", "shoulder", "night"), { minLength: 24, maxLength: 24 });
const schedules = { weekday: day, weekend: fc.oneof(day, fc.constant("night")) };
const byPeriod = (min: number, max: number) =>
  fc.record({ peak: usd(min, max), shoulder: usd(min, max), night: fc.constantFrom(0, min) });
/** Nine hours before a clock change and thirty after it; at most one in a month is certain. */
const peakIntervals = fc
  .uniqueArray(fc.integer({ min: 0, max: TARIFF_HOURS - 1 }), { minLength: 1, maxLength: 6 })
  .map((hours) =>
    hours.map((hour) => ({
      start: new Date(Date.parse(TARIFF_START) + hour * 3_600_000).toISOString(),
      probability: hours.length === 1 ? 1 : 0.15,
    })),
  );

export const tariffs: fc.Arbitrary<Tariff> = fc.record(
  {
    billingIntervalMinutes: fc.constantFrom(30, 60),
    importAdderUsdPerMwh: usd(0, 9),
    demandCharge: fc.record({ usdPerMwMonth: usd(200, 3000), prorate: fc.boolean() }),
    touEnergyCharge: fc.record({ usdPerMwh: byPeriod(2, 60), ...schedules }),
    touDemandCharge: fc.record({ usdPerMwMonth: byPeriod(200, 2000), ...schedules, prorate: fc.boolean() }),
    energyTiers: fc
      .tuple(usd(20, 300), usd(20, 300), usd(2, 9), usd(0, 9), usd(0, 40))
      .map(([first, second, rate, rise, last]) => ({
        tiers: [
          { upToMwh: first, usdPerMwh: rate },
          { upToMwh: first + second, usdPerMwh: rate + rise },
          { usdPerMwh: rate + rise + last },
        ],
      })),
    coincidentPeak: fc.record({
      usdPerMwYear: usd(2000, 90_000),
      months: fc.constant([10, 11]),
      intervalMinutes: fc.constant(60),
      intervals: peakIntervals,
    }),
    contractedCapacity: fc.record({
      mw: usd(5, 25),
      usdPerMwMonth: usd(200, 900),
      aboveUsdPerMwMonth: usd(200, 2000),
      prorateAbove: fc.boolean(),
    }),
    fixedCharge: fc.record({ usdPerMonth: usd(0, 900), usdPerDay: usd(0, 90) }),
    minimumBill: fc.record({ usdPerMonth: usd(1000, 400_000) }),
  },
  { requiredKeys: [] },
);

export const loads = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: TARIFF_HOURS, maxLength: TARIFF_HOURS });
