import type { PlanInput } from "wattsplit";
import { pricesOfDays } from "./day-prices.ts";

const DAYS = 2;
/** The line is down from 17 to 21 on the second day. */
const isOut = (hour: number) => hour >= 41 && hour < 45;

/** AI that must be served through an outage, with too few gensets: there is no plan until a limit moves. */
export const outageConflict: PlanInput = {
  name: "Outage without enough backup",
  horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 24 * DAYS },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  initialState: { battery: { storedMwh: 20 } },
  assets: [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: Array.from({ length: 24 * DAYS }, (_, hour) => (isOut(hour) ? 0 : 60)),
      importPriceUsdPerMwh: pricesOfDays(DAYS),
      importAdderUsdPerMwh: 0,
    },
    {
      kind: "battery",
      name: "battery",
      chargeLimitMw: 10,
      dischargeLimitMw: 10,
      minStoredMwh: 0,
      maxStoredMwh: 20,
      wearUsdPerMwh: 12,
    },
    {
      kind: "diesel",
      name: "gensets",
      sets: 11,
      unitMw: 2,
      fuelUsdPerL: 0.92,
      omUsdPerMwh: 20,
      availability: Array.from({ length: 24 * DAYS }, (_, hour) => (isOut(hour) ? 1 : 0)),
    },
    { kind: "ai-firm", name: "inference", facilityMw: 30 },
    { kind: "mining-fleet", name: "fleet", rig: "Antminer S21 XP", rigs: 6000 },
  ],
};
