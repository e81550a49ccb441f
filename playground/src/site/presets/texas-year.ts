import type { PlanInput } from "wattsplit";
import week from "../../../../examples/data/texas-week.json";

const HOURS = 8760;
/** 1 January 2026 is a Thursday; the week of the data begins on a Monday. */
const FIRST_HOUR_OF_WEEK = 3 * 24;

/** Cosine of the season, 1 in mid-July and -1 in mid-January. */
const season = (hour: number) => -Math.cos((2 * Math.PI * (hour - 15 * 24)) / HOURS);
const inWeek = (values: readonly number[], hour: number) => values[(hour + FIRST_HOUR_OF_WEEK) % values.length];
/** A fixed number in [0, 1) for each day, so that days differ and the year is always the same one. */
const ofDay = (hour: number) => (Math.floor(hour / 24) * 0.618034) % 1;
const series = (value: (hour: number) => number, digits: number) =>
  Array.from({ length: HOURS }, (_, hour) => Number(value(hour).toFixed(digits)));

/** Scarcity prices of the week appear on a few summer days only. */
const priceUsdPerMwh = series((hour) => {
  const usd = inWeek(week.priceUsdPerMwh, hour);
  const isScarce = usd > 200;
  return isScarce && (season(hour) < 0.6 || ofDay(hour) < 0.7)
    ? 60 + 20 * season(hour)
    : usd * (1 + 0.25 * season(hour)) + 8 * (ofDay(hour) - 0.5);
}, 2);

/** The Texas week spread over a synthetic year: 8,760 hours of the same site without its deferrable jobs. */
export const texasYear: PlanInput = {
  name: "Texas year (synthetic)",
  horizon: { start: "2026-01-01T00:00:00-06:00", timeZone: "America/Chicago", intervalMinutes: 60, count: HOURS },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  initialState: { battery: { storedMwh: 40 } },
  assets: [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: 130,
      importPriceUsdPerMwh: priceUsdPerMwh,
      importAdderUsdPerMwh: 4,
      demandCharge: { usdPerMwMonth: 9500 },
    },
    {
      kind: "renewable",
      name: "solar",
      technology: "solar",
      capacityMw: 30,
      availability: series(
        (hour) => Math.min(1, inWeek(week.solarAvailability, hour) * (0.85 + 0.2 * season(hour))),
        4,
      ),
    },
    {
      kind: "battery",
      name: "battery",
      chargeLimitMw: 20,
      dischargeLimitMw: 20,
      minStoredMwh: 4,
      maxStoredMwh: 80,
      wearUsdPerMwh: 12,
    },
    {
      kind: "ai-firm",
      name: "inference",
      facilityMw: series((hour) => 72 * inWeek(week.inferenceShare, hour), 2),
      vollUsdPerMwh: 5000,
    },
    { kind: "mining-fleet", name: "S21 XP", rig: "Antminer S21 XP", rigs: 6700 },
    { kind: "mining-fleet", name: "S19j Pro", rig: "Antminer S19j Pro", rigs: 6000 },
  ],
};
