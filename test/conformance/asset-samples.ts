/**
 * One asset of every kind with all its fields in use, and its test day: hourly prices from 20 to 90 USD/MWh, 20 MW of
 * import (8 MW from 18:00 to 21:00), 10 MW of firm AI.
 */
import { fleetAsset, gridAsset, firmAsset } from "../support/plans.ts";
import { dayWithPeak } from "../support/tariffs.ts";

export type AssetInput = Readonly<Record<string, unknown>>;

export interface AssetSample {
  /** The asset in a plan of the hours `[from, to)` of the day. */
  readonly asset: (from: number, to: number) => AssetInput;
  /** Other assets that it needs, either the same for every plan or for the hours `[from, to)`. */
  readonly beside?: readonly AssetInput[] | ((from: number, to: number) => readonly AssetInput[]);
  /** Its entry in `initialState` at midnight. */
  readonly state?: AssetInput;
  /** An asset of the kind that may be idle at no cost, with its state. */
  readonly idle?: { readonly asset: AssetInput; readonly state?: AssetInput };
}

export const DAY_HOURS = 24;
export const HASHPRICE = 40;

const priceUsdPerMwh = Array.from(
  { length: DAY_HOURS },
  (_, t) => 55 - 35 * Math.cos((2 * Math.PI * (t - 3)) / DAY_HOURS),
);
const importLimitMw = priceUsdPerMwh.map((_, t) => (t >= 18 && t < 21 ? 8 : 20));
const reserveMwh = priceUsdPerMwh.map((_, t) => (t >= 16 && t < 18 ? 4 : 1));
const sunShare = priceUsdPerMwh.map((_, t) => Math.max(0, Math.sin((Math.PI * (t - 6)) / 12)));
const hour = (t: number) => `2026-07-${14 + Math.floor(t / 24)}T${String(t % 24).padStart(2, "0")}:00:00-05:00`;

/** The other assets of the site; an asset with the same name as the tested one replaces it. */
export const surroundings = (from: number, to: number): AssetInput[] => [
  gridAsset({
    importLimitMw: importLimitMw.slice(from, to),
    importPriceUsdPerMwh: priceUsdPerMwh.slice(from, to),
    emissionTPerMwh: 0.4,
  }),
  firmAsset(10, { vollUsdPerMwh: 5000 }),
];

export const assetSamples: Readonly<Record<string, AssetSample>> = {
  grid: {
    asset: (from, to) =>
      gridAsset({
        importLimitMw: importLimitMw.slice(from, to),
        importPriceUsdPerMwh: priceUsdPerMwh.slice(from, to),
        importAdderUsdPerMwh: 4,
        exportLimitMw: 5,
        exportPriceUsdPerMwh: 15,
        exportFeeUsdPerMwh: 1,
        lossFraction: 0.02,
        emissionTPerMwh: 0.37,
        billingIntervalMinutes: 30,
        rampLimitMwPerMin: 0.15,
        demandCharge: {
          usdPerMwMonth: [700, 700, 700, 700, 700, 900, 900, 900, 700, 700, 700, 700],
          leastBilledMw: 12,
          ratchet: { share: 0.9, lastMonths: 11 },
        },
        touDemandCharge: {
          usdPerMwMonth: { peak: 700, "off-peak": 0 },
          ratchets: { peak: { share: 0.8, lastMonths: 3 } },
          leastBilledMw: { peak: 7 },
          weekday: dayWithPeak(16, 20),
          weekend: "off-peak",
        },
        touEnergyCharge: { usdPerMwh: { peak: 12, "off-peak": 2 }, weekday: dayWithPeak(16, 20), weekend: "off-peak" },
        energyTiers: { tiers: [{ upToMwh: 5_100, usdPerMwh: 2 }, { usdPerMwh: 7 }] },
        coincidentPeak: {
          usdPerMwYear: 60_000,
          months: [6, 7, 8, 9],
          intervalMinutes: 60,
          intervals: [
            { start: hour(16), probability: 0.01 },
            { start: hour(17), probability: 0.02 },
          ],
          groups: [
            {
              name: "own",
              usdPerMw: 500,
              peaks: 2,
              form: "maximum",
              intervals: [{ start: hour(15) }, { start: hour(16) }, { start: hour(19) }],
            },
          ],
        },
        contractedCapacity: { mw: 15, usdPerMwMonth: 300, aboveUsdPerMwMonth: 1000 },
        touExportPrice: { usdPerMwh: { peak: 6, "off-peak": 3 }, weekday: dayWithPeak(16, 20), weekend: "off-peak" },
        fixedCharge: { usdPerMonth: 900, usdPerDay: 40 },
        minimumBill: { usdPerMonth: 200_000 },
      }),
    state: {
      netImportMw: 8,
      peakMw: { "2026-06": 14, "2026-07": 9 },
      touPeakMw: { "2026-06": { peak: 9 }, "2026-07": { peak: 6 } },
      coincidentGroupPeaks: { own: { finishedMw: [13, 2], chargedMw: 15 } },
      monthMwh: { "2026-07": 5_000 },
      bill: { "2026-07": { usd: 120_000, shortfallUsd: 10_000 } },
    },
    idle: {
      asset: gridAsset({ name: "second feeder", importLimitMw: 5, importPriceUsdPerMwh: 70, lossFraction: 0.05 }),
    },
  },
  renewable: {
    asset: (from, to) => ({
      kind: "renewable",
      name: "sun",
      technology: "solar",
      capacityMw: 14,
      availability: sunShare.slice(from, to),
      leastShare: 0.2,
      costUsdPerMwh: 2,
      curtailmentUsdPerMwh: 5,
    }),
    idle: {
      asset: { kind: "renewable", name: "sun", technology: "wind", capacityMw: 7, availability: 0.6, costUsdPerMwh: 3 },
    },
  },
  battery: {
    asset: (from, to) => ({
      kind: "battery",
      name: "bess",
      chargeLimitMw: 4,
      dischargeLimitMw: 5,
      minStoredMwh: reserveMwh.slice(from, to),
      maxStoredMwh: 12,
      selfDischargePerHour: 0.001,
      wearUsdPerMwh: 2,
      holdingUsdPerMwhHour: 0.05,
      reserve: { storedMwh: reserveMwh.map((mwh) => 2 * mwh).slice(from, to), missUsdPerMwhHour: 3 },
      end: { rule: "value", usdPerMwh: 40 },
    }),
    state: { storedMwh: 3 },
    idle: {
      asset: {
        kind: "battery",
        name: "bess",
        chargeLimitMw: 4,
        dischargeLimitMw: 5,
        maxStoredMwh: 12,
        wearUsdPerMwh: 2,
        end: { rule: "free" },
      },
      state: { storedMwh: 3 },
    },
  },
  diesel: {
    asset: (from, to) => ({
      kind: "diesel",
      name: "gensets",
      sets: 2,
      unitMw: 2,
      availability: new Array<number>(to - from).fill(0.9),
      fuelUsdPerL: 0.9,
      omUsdPerMwh: 20,
      tankL: 1200,
      unitHoursCap: 10,
      deliveries: [
        { at: hour(12), orderedL: 300, usdPerL: 0.8 },
        { at: hour(19), upToL: 400, usdPerL: 1.1 },
      ],
      permit: {
        class: "emergency",
        emergency: new Array<number>(to - from).fill(0.2),
        nonEmergency: 1,
        testingHoursPerYear: 12,
      },
    }),
    state: { fuelL: 700, unitHoursUsed: 3, permitHoursByYear: { "2026": 96 } },
    idle: { asset: { kind: "diesel", name: "gensets", sets: 2, unitMw: 2, fuelUsdPerL: 0.1, omUsdPerMwh: 1 } },
  },
  "firm-generation": {
    asset: (from, to) => ({
      kind: "firm-generation",
      name: "engines",
      units: 3,
      unitMw: 2,
      availability: new Array<number>(to - from).fill(0.95),
      onlineShare: new Array<number>(to - from).fill(0.7),
      minLoadFraction: 0.4,
      fuelUsdPerMmbtu: 4,
      heatRateMmbtuPerMwh: 7.5,
      noLoadMmbtuPerHPerMw: 1,
      omUsdPerMwh: 8,
      rampUpMwPerH: 1,
      rampDownMwPerH: 1.5,
      co2KgPerMmbtu: 53.06,
      energyMwhPerYear: 900,
      unitHoursPerYear: 500,
      fuelMmbtuPerYear: 8000,
    }),
    state: {
      powerMw: 3,
      energyMwhByYear: { "2026": 820 },
      unitHoursByYear: { "2026": 440 },
      fuelMmbtuByYear: { "2026": 7200 },
    },
    idle: {
      asset: {
        kind: "firm-generation",
        name: "engines",
        units: 2,
        unitMw: 2,
        fuelUsdPerMwh: 7,
        co2TPerMwh: 0.4,
        omUsdPerMwh: 1,
        rampUpMwPerH: 1,
        energyMwhPerYear: 9,
      },
    },
  },
  emissions: {
    asset: (from, to) => ({
      kind: "emissions",
      name: "co2",
      priceUsdPerT: new Array<number>(to - from).fill(30),
      cap: { co2T: 500, period: "year" },
    }),
    state: { co2TByPeriod: { "2026": 400 } },
  },
  "ai-firm": {
    asset: () => ({
      kind: "ai-firm",
      name: "inference",
      itMw: 8,
      pue: 1.2,
      vollUsdPerMwh: 4000,
      flexibleShare: 0.2,
      revenueUsdPerItMwh: 250,
      revenueUsdPerMonth: 400_000,
      slaMonthMwh: 6000,
      kwPerGpu: 1.2,
      powerModes: [
        { powerW: 350, throughput: 70 },
        { powerW: 500, throughput: 88 },
        { powerW: 600, throughput: 97, name: "quiet" },
        { powerW: 700, throughput: 100 },
      ],
      throughputFloor: 0.85,
      lostThroughputUsdPerMwh: 180,
      interruptionCap: { hoursPerYear: 40, mwhPerYear: 500 },
      slaCredits: [
        { upToUnservedShare: 0.0005, usdPerMwh: 0 },
        { upToUnservedShare: 0.01, usdPerMwh: 800 },
        { usdPerMwh: 2000 },
      ],
    }),
    state: { unservedMwh: { "2026-07": 1 }, interruptedHours: { 2026: 3 }, interruptedMwh: { 2026: 20 } },
    idle: { asset: { kind: "ai-firm", name: "for nothing", facilityMw: 3, vollUsdPerMwh: 0 } },
  },
  "ai-deferrable": {
    asset: () => ({
      kind: "ai-deferrable",
      name: "batch",
      capMw: 6.5,
      facilityByIt: {
        points: [
          { itMw: 0, facilityMw: 0.3 },
          { itMw: 3, facilityMw: 3.6 },
          { itMw: 6, facilityMw: 7.5 },
        ],
        unservedUsdPerMwh: 900,
      },
      jobs: [
        { name: "night", energyItMwh: 8, release: hour(2), deadline: hour(9), maxMw: 4, unmetUsdPerMwh: 700 },
        {
          name: "over noon",
          energyItMwh: 12,
          release: hour(8),
          deadline: hour(17),
          maxMw: 3,
          unmetUsdPerMwh: 700,
          interruption: { usdPerMw: 20, lostHours: 0.25 },
        },
        { name: "into tomorrow", energyItMwh: 9, release: hour(20), deadline: hour(28), maxMw: 5, unmetUsdPerMwh: 700 },
        { name: "tomorrow", energyItMwh: 9, release: hour(26), deadline: hour(28), maxMw: 5 },
      ],
    }),
    state: { openMwh: { night: 9 } },
    idle: {
      asset: {
        kind: "ai-deferrable",
        name: "batch",
        jobs: [
          {
            name: "for nothing",
            energyFacilityMwh: 9,
            release: hour(1),
            deadline: hour(4),
            maxMw: 5,
            unmetUsdPerMwh: 0,
          },
        ],
      },
    },
  },
  "ai-spot": {
    asset: (from, to) => ({
      kind: "ai-spot",
      name: "spot",
      gpus: new Array<number>(to - from).fill(2400),
      revenueUsdPerGpuHour: 0.1,
      kwPerGpu: 1.275,
      interruptionCap: { hoursPerYear: 20 },
      facilityByIt: {
        points: [
          { itMw: 0, facilityMw: 0.2 },
          { itMw: 2, facilityMw: 2.5 },
          { itMw: 4, facilityMw: 5 },
        ],
        overheadPerDegC: 0.01,
        outdoorDegC: 30,
        referenceDegC: 20,
        unservedUsdPerMwh: 900,
      },
    }),
    state: { interruptedHours: { 2026: 15 } },
    idle: { asset: { kind: "ai-spot", name: "spot", facilityMw: 3, revenueUsdPerFacilityMwh: 60 } },
  },
  "mining-fleet": {
    asset: () => ({
      kind: "mining-fleet",
      name: "rigs",
      rig: "Antminer S21",
      rigs: 1500,
      rampUpMwPerH: 3,
      rampDownMwPerH: 4,
      restartUsdPerMw: 5,
      omUsdPerMwh: 1,
      staleShare: 0.001,
      deenergizeUsdPerMwh: 600,
      powerModes: [{ name: "low", powerW: 2200, hashrateThPerS: 140 }],
      wakeUp: { rigsPerMinute: 8 },
    }),
    state: { powerMw: 2 },
    idle: { asset: fleetAsset({ restartUsdPerMw: 5, rampUpMwPerH: 3 }) },
  },
  "power-purchase": {
    asset: () => ({
      kind: "power-purchase",
      name: "ppa",
      connection: "grid",
      volumeMw: 6,
      aiOnlyKeeps: true,
      terms: {
        shape: "take-or-pay",
        priceUsdPerMwh: 60,
        minimumMwh: 150,
        periodEnd: hour(48),
        behindUsdPerMwh: 12,
        makeUpUsdPerMwh: 20,
      },
    }),
    state: { takenMwh: 10, shortfallMwh: 1, makeUpMwh: 5 },
    idle: {
      asset: {
        kind: "power-purchase",
        name: "option",
        volumeMw: 6,
        terms: { shape: "heat-rate-option", heatRateMmbtuPerMwh: 7.5, gasUsdPerMmbtu: 4, omUsdPerMwh: 2 },
      },
    },
  },
  "day-ahead-purchase": {
    asset: (from, to) => ({
      kind: "day-ahead-purchase",
      name: "day-ahead",
      connection: "grid",
      priceUsdPerMwh: priceUsdPerMwh.slice(from, to).map((usd) => 0.8 * usd + 8),
      limitMw: 18,
      shortfallUsdPerMwh: 2,
      surplusUsdPerMwh: 3,
      aiOnlyKeeps: true,
    }),
    idle: { asset: { kind: "day-ahead-purchase", name: "day-ahead", priceUsdPerMwh: 95, limitMw: 18 } },
  },
  "non-firm-service": {
    asset: () => ({
      kind: "non-firm-service",
      name: "service",
      connection: "grid",
      firmMw: 6,
      mostFirmMw: 9,
      firmUsdPerMwMonth: 900,
      noticeMinutes: 10,
      missUsdPerMwh: 300,
      curtailments: [
        { start: hour(9), end: hour(12), depth: 0.6 },
        { start: hour(15), end: hour(16) },
      ],
    }),
  },
  "curtailment-call": {
    asset: () => ({
      kind: "curtailment-call",
      name: "utility",
      connection: "grid",
      missUsdPerMwh: 300,
      noticeMinutes: 10,
      shedSeconds: 20,
      relaySeconds: 1,
      rideThroughSeconds: 15,
      calls: [
        { start: hour(9), end: hour(11), reduceByFraction: 0.3, baseline: "own-load" },
        { start: hour(10), end: hour(13), reduceByFraction: 0.1, baseline: 10.5, aiOnlyBaselineMw: 9 },
        { start: hour(14), end: hour(15), capMw: 9 },
      ],
    }),
  },
  "flexibility-product": {
    asset: (from, to) => ({
      kind: "flexibility-product",
      name: "non-spin",
      backedBy: ["rigs", "spot"],
      priceUsdPerMwHour: 6,
      deployedShare: 0.02,
      durationHours: 4,
      responseMinutes: 30,
      limitMw: 4,
      committedMw: Array.from({ length: to - from }, (_, i) => (from + i < 16 ? 0.5 : 0)),
      blockHours: 8,
      calls: [{ start: hour(11), end: hour(13) }],
    }),
    beside: [
      fleetAsset({ rigs: 1000, rampDownMwPerH: 6 }),
      { kind: "ai-spot", name: "spot", facilityMw: 3, revenueUsdPerFacilityMwh: 80 },
    ],
    state: { headroomMw: { rigs: 2, spot: 3 } },
  },
};
