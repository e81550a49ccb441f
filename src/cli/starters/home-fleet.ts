import { pricesOfDays, type Starter } from "./starter.ts";

export const homeFleet: Starter = {
  about: "mining alone behind one connection: when does it pay to run?",
  next: [
    "importLimitMw and importPriceUsdPerMwh of the grid: your connection and tariff",
    "rig and rigs of the fleet: wattsplit rigs lists the catalogue",
    "hashpriceUsdPerPhDay: what a PH/s earns in a day, USD",
  ],
  site: {
    name: "My fleet",
    horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 48 },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 1, importPriceUsdPerMwh: pricesOfDays(2) },
      { kind: "mining-fleet", name: "fleet", rig: "Antminer S21", rigs: 250 },
    ],
  },
};
