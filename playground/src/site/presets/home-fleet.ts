import type { PlanInput } from "wattsplit";
import { pricesOfDays } from "./day-prices.ts";

const DAYS = 3;

/** Mining alone behind one connection: when does it pay to run? */
export const homeFleet: PlanInput = {
  name: "Mining fleet",
  horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 24 * DAYS },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: 2,
      importPriceUsdPerMwh: pricesOfDays(DAYS),
      importAdderUsdPerMwh: 6,
    },
    { kind: "mining-fleet", name: "S21 Pro", rig: "Antminer S21 Pro", rigs: 250 },
    { kind: "mining-fleet", name: "S19 Pro", rig: "Antminer S19 Pro", rigs: 200 },
  ],
};
