import { ercotProducts, presetValues } from "../../catalogue/presets.ts";
import { pricesOfDays, type Starter } from "./starter.ts";

const DAYS = 3;
/** The afternoon hour that may be the system's peak, on each day. */
const peakHour = (day: number): string => `2026-08-${11 + day}T16:00:00-05:00`;

export const iso: Starter = {
  about: "a site in a power market: day-ahead prices, a coincident-peak charge, and reserve sold from the mining fleet",
  next: [
    "prices: plan with --prices dam.csv --hub HB_HOUSTON (ERCOT, PJM, MISO, SPP, CAISO, NYISO, ISO-NE files are read)",
    "coincidentPeak: your market's charge, and the hours in which its peak may fall with their probability",
    "priceUsdPerMwHour of the reserve: what the market pays; durationHours and deployedShare: the product's rules",
    "facilityMw of inference, rig and rigs of the fleet: your load",
  ],
  site: {
    name: "Site in a power market",
    horizon: { start: "2026-08-11T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 24 * DAYS },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    assets: [
      {
        kind: "grid",
        name: "grid",
        importLimitMw: 80,
        importPriceUsdPerMwh: pricesOfDays(DAYS),
        coincidentPeak: {
          usdPerMwYear: 75_000,
          months: [6, 7, 8, 9],
          intervalMinutes: 60,
          intervals: Array.from({ length: DAYS }, (_, day) => ({ start: peakHour(day), probability: 0.02 })),
        },
      },
      { kind: "ai-firm", name: "inference", facilityMw: 30, vollUsdPerMwh: 5000 },
      { kind: "mining-fleet", name: "fleet", rig: "Antminer S21 XP", rigs: 10_000 },
      {
        kind: "flexibility-product",
        name: "reserve",
        priceUsdPerMwHour: 6,
        deployedShare: 0.02,
        durationHours: 1,
        ...presetValues(ercotProducts.ecrs),
        backedBy: ["fleet"],
      },
    ],
  },
};
