import { pricesOfDays, type Starter } from "./starter.ts";

const DAYS = 2;
/** The utility halves the connection from 17 to 21 on the second day. */
const isCurtailed = (hour: number): boolean => hour >= 41 && hour < 45;

const importLimitMw = (mw: number): number[] =>
  Array.from({ length: 24 * DAYS }, (_, hour) => (isCurtailed(hour) ? mw / 2 : mw));

export const hybrid: Starter = {
  about: "AI inference, a training queue and mining behind one connection, with a battery and gensets",
  next: [
    "importLimitMw and importPriceUsdPerMwh of the grid: your connection and tariff; " +
      "or plan with --prices FILE --hub NAME",
    "facilityMw of inference: your AI load in every hour, or one number",
    "rig and rigs of the fleet: wattsplit rigs lists the catalogue",
    "aiOnlyImportLimitMw of the counterfactual: what the site could import without mining, and why (basis)",
  ],
  site: {
    name: "My hybrid site",
    horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 24 * DAYS },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    initialState: { battery: { storedMwh: 10 } },
    assets: [
      {
        kind: "grid",
        name: "grid",
        importLimitMw: importLimitMw(60),
        importPriceUsdPerMwh: pricesOfDays(DAYS),
        emissionTPerMwh: 0.37,
      },
      {
        kind: "battery",
        name: "battery",
        chargeLimitMw: 10,
        dischargeLimitMw: 10,
        minStoredMwh: 0,
        maxStoredMwh: 20,
        wearUsdPerMwh: 12,
        end: { rule: "at-least", storedMwh: 10 },
      },
      {
        kind: "diesel",
        name: "gensets",
        sets: 20,
        unitMw: 2,
        fuelUsdPerL: 0.92,
        omUsdPerMwh: 20,
        permit: { class: "emergency" },
        availability: importLimitMw(1).map((share) => (share < 1 ? 1 : 0)),
      },
      { kind: "ai-firm", name: "inference", facilityMw: 30, vollUsdPerMwh: 5000 },
      { kind: "mining-fleet", name: "fleet", rig: "Antminer S21 XP", rigs: 6000 },
    ],
    counterfactual: {
      aiOnlyImportLimitMw: importLimitMw(35),
      basis: "firm allocation without mining, by letter of the utility",
      extraImportUsdPerMwMonth: 9500,
      assetsAiOnlyKeeps: ["gensets"],
    },
  },
};
