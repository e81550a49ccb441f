import { pricesOfDays, type Starter } from "./starter.ts";

const DAYS = 7;
const HOURS = 24 * DAYS;
const hours = (value: (hour: number) => number): number[] => Array.from({ length: HOURS }, (_, hour) => value(hour));

/** The utility halves the connection on the third day from 10 to 22. */
const isCurtailed = (hour: number): boolean => hour >= 2 * 24 + 10 && hour < 2 * 24 + 22;
/** Clear-sky half sine from 6 to 20. */
const sun = (hour: number): number =>
  Number(Math.max(0, 0.86 * Math.sin((Math.PI * ((hour % 24) + 0.5 - 6)) / 14)).toFixed(3));
/** Inference follows people: a trough before dawn, a plateau by day. */
const requests = (hour: number): number =>
  Number((0.8 + 0.2 * Math.sin((Math.PI * ((hour % 24) - 9)) / 12)).toFixed(3));

export const texasWeek: Starter = {
  about: "a summer week on one connection: inference, nightly training, spot AI, two fleets, sun, battery, gensets",
  next: [
    "prices: plan with --prices FILE --hub NAME; the prices in the site are illustrative",
    "importLimitMw of the grid: your limit, and the hours in which the utility lowers it",
    "demandCharge: your tariff's rate, and the peak that the month has already seen (initialState)",
    "facilityMw of inference and the jobs of training: your load",
    "rig and rigs of the fleets: wattsplit rigs lists the catalogue",
  ],
  site: {
    name: "Texas week",
    horizon: { start: "2026-07-13T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: HOURS },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    initialState: { grid: { peakMw: { "2026-07": 112 } }, bess: { storedMwh: 40 } },
    assets: [
      {
        kind: "grid",
        name: "grid",
        importLimitMw: hours((hour) => (isCurtailed(hour) ? 65 : 130)),
        exportLimitMw: 20,
        importPriceUsdPerMwh: pricesOfDays(DAYS),
        importAdderUsdPerMwh: 4,
        exportPriceUsdPerMwh: pricesOfDays(DAYS),
        exportFeeUsdPerMwh: 2,
        demandCharge: { usdPerMwMonth: 9500, prorate: true },
        lossFraction: 0.01,
        emissionTPerMwh: 0.37,
      },
      { kind: "renewable", name: "solar", technology: "solar", capacityMw: 30, availability: hours(sun) },
      {
        kind: "battery",
        name: "bess",
        chargeLimitMw: 20,
        dischargeLimitMw: 20,
        minStoredMwh: 4,
        maxStoredMwh: 80,
        wearUsdPerMwh: 12,
        end: { rule: "at-least", storedMwh: 40 },
      },
      {
        kind: "diesel",
        name: "gensets",
        sets: 30,
        unitMw: 2,
        fuelUsdPerL: 0.92,
        omUsdPerMwh: 20,
        permit: { class: "emergency" },
        availability: hours((hour) => (isCurtailed(hour) ? 1 : 0)),
      },
      { kind: "ai-firm", name: "inference", facilityMw: hours((hour) => 70 * requests(hour)), vollUsdPerMwh: 5000 },
      {
        kind: "ai-deferrable",
        name: "training",
        jobs: Array.from({ length: DAYS - 1 }, (_, day) => ({
          name: `night ${day + 1}`,
          energyFacilityMwh: 90,
          maxMw: 18,
          release: `2026-07-${13 + day}T20:00:00-05:00`,
          deadline: `2026-07-${14 + day}T08:00:00-05:00`,
          unmetUsdPerMwh: 400,
        })),
      },
      { kind: "ai-spot", name: "spot GPUs", facilityMw: 10, revenueUsdPerFacilityMwh: 120 },
      { kind: "mining-fleet", name: "S21 XP", rig: "Antminer S21 XP", rigs: 7000 },
      { kind: "mining-fleet", name: "S19j Pro", rig: "Antminer S19j Pro", rigs: 5000 },
    ],
    counterfactual: {
      aiOnlyImportLimitMw: hours((hour) => (isCurtailed(hour) ? 40 : 80)),
      basis: "firm allocation without mining, by letter of the utility, curtailed pro rata",
      extraImportUsdPerMwMonth: 9500,
      assetsAiOnlyKeeps: ["gensets", "bess"],
      initialState: { grid: { peakMw: { "2026-07": 78 } }, bess: { storedMwh: 40 } },
    },
  },
};
