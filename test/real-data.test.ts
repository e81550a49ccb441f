import { beforeAll, describe, expect, it } from "vitest";
import type { OptimalPlan } from "../src/plan/plan-result.ts";
import { summary } from "../src/report/summary.ts";
import { numberOf, readSharedCsv, sharedDataAbsence, sharedDataPresent, type CsvRow } from "./support/reading-csv.ts";
import { compareBaselines, planPower } from "./support/untyped.ts";

/**
 * Two weeks on measured data: ERCOT day-ahead prices at HB_HOUSTON and ERCOT-wide solar of 2024, GPU power of 2025
 * moved by 364 days (same weekday) onto them and scaled to a peak of 80 MW, Bitcoin of the week's first day. Stamps:
 * prices are local, hour ENDING (hour 1 = 00:00 to 01:00); the GPU trace is one value per clock hour. NB: the solar
 * column of that file runs an hour late against its hour-ending stamp (its centre is 0.7 to 0.8 h after solar noon,
 * EIA-930's of the same fleet is at solar noon), so hour ending h is read as the clock hour before it.
 */
const HOURS = 168;
const GPUS = ["gpu05_w", "gpu06_w", "gpu07_w", "gpu08_w", "gpu09_w", "gpu10_w"];
const PEAK_MW = 80;
/**
 * Hours of the partial curtailment: the second day (20 August 2024 has the summer's day-ahead spike), 10:00 to 22:00.
 */
const CURTAILED = { from: 34, to: 46, mw: 55 };

interface Week {
  readonly name: string;
  /** First local day of the prices and of the demand, and the UTC offset of both weeks' prices. */
  readonly priceDay: string;
  readonly demandDay: string;
  readonly offset: string;
  /** Sum of the source's 168 prices, read off the file by another program; guards against an hour's shift. */
  readonly meanUsdPerMwh: number;
  readonly maxUsdPerMwh: number;
  /** Solar noon at 101 degrees west (6 h 44 min after Greenwich), equation of time included, local clock hours. */
  readonly solarNoon: number;
}

const WEEKS: readonly Week[] = [
  {
    name: "January",
    priceDay: "2024-01-08",
    demandDay: "2025-01-06",
    offset: "-06:00",
    meanUsdPerMwh: 24.2337,
    maxUsdPerMwh: 98.52,
    solarNoon: 12.85,
  },
  {
    name: "August",
    priceDay: "2024-08-19",
    demandDay: "2025-08-18",
    offset: "-05:00",
    meanUsdPerMwh: 38.7727,
    maxUsdPerMwh: 622.31,
    solarNoon: 13.78,
  },
];

const DAY_MS = 86_400_000;
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** One value for each hour of the week, in order, by local day and hour beginning 0 to 23. */
function hourly(byHour: ReadonlyMap<string, CsvRow>, day: string, read: (row: CsvRow) => number): number[] {
  return Array.from({ length: HOURS }, (_, t) => {
    const key = `${dayAfter(day, Math.floor(t / 24))} ${t % 24}`;
    const row = byHour.get(key);
    if (row === undefined) throw new Error(`no row for ${key}`);
    return read(row);
  });
}

function siteOf(week: Week, files: { prices: CsvRow[]; solar: CsvRow[]; demand: CsvRow[]; bitcoin: CsvRow[] }) {
  const hourEnding = (rows: CsvRow[], lateHours = 0) =>
    new Map(
      rows.map((row) => {
        const beginning = Number(row.hour_ending) - 1 - lateHours;
        return [
          beginning < 0 ? `${dayAfter(row.delivery_date, -1)} ${beginning + 24}` : `${row.delivery_date} ${beginning}`,
          row,
        ];
      }),
    );
  const clockHour = new Map(
    files.demand.map((row) => [
      `${row.timestamp_local.slice(0, 10)} ${Number(row.timestamp_local.slice(11, 13))}`,
      row,
    ]),
  );
  const price = hourly(hourEnding(files.prices), week.priceDay, (row) => numberOf(row, "dam_hb_houston"));
  const solarPeak = Math.max(...files.solar.map((row) => Number(row.solar_gen_mw)));
  const solar = hourly(hourEnding(files.solar, 1), week.priceDay, (row) => numberOf(row, "solar_gen_mw") / solarPeak);
  const watts = hourly(clockHour, week.demandDay, (row) => GPUS.reduce((sum, gpu) => sum + numberOf(row, gpu), 0));
  const wattPeak = Math.max(...watts);
  const btc = files.bitcoin.find((row) => row.date === week.priceDay) as CsvRow;
  const at = (day: number, hour: number) =>
    `${dayAfter(week.priceDay, day)}T${String(hour).padStart(2, "0")}:00:00${week.offset}`;
  const importLimitMw = (mw: number) =>
    Array.from({ length: HOURS }, (_, t) => (t >= CURTAILED.from && t < CURTAILED.to ? CURTAILED.mw : mw));
  const jobs = Array.from({ length: 6 }, (_, day) => ({
    name: `training ${day + 1}`,
    energyFacilityMwh: 60,
    release: at(day, 18),
    deadline: at(day + 1, 12),
    maxMw: 12,
    unmetUsdPerMwh: 400,
  }));
  return {
    price,
    firmMw: watts.map((w) => (w / wattPeak) * PEAK_MW),
    input: {
      name: week.name,
      horizon: { start: at(0, 0), timeZone: "America/Chicago", intervalMinutes: 60, count: HOURS },
      // Fees of blocks are blank in the source for most days: none are counted.
      bitcoin: { btcUsd: numberOf(btc, "price_usd"), difficulty: numberOf(btc, "difficulty"), feesBtcPerBlock: 0 },
      initialState: { bess: { storedMwh: 40 }, grid: { peakMw: { [week.priceDay.slice(0, 7)]: 90 } } },
      assets: [
        {
          kind: "grid",
          name: "grid",
          importLimitMw: importLimitMw(150),
          importPriceUsdPerMwh: price,
          importAdderUsdPerMwh: 4,
          lossFraction: 0.01,
          emissionTPerMwh: 0.37,
          demandCharge: { usdPerMwMonth: 4000 },
        },
        {
          kind: "ai-firm",
          name: "inference",
          facilityMw: watts.map((w) => (w / wattPeak) * PEAK_MW),
          vollUsdPerMwh: 5000,
        },
        { kind: "ai-deferrable", name: "batch", jobs },
        { kind: "ai-spot", name: "spot", facilityMw: 10, revenueUsdPerFacilityMwh: 70 },
        { kind: "mining-fleet", name: "old fleet", rig: "Antminer S19j Pro", rigs: 7000 },
        { kind: "mining-fleet", name: "s21", rig: "Antminer S21", rigs: 6000, restartUsdPerMw: 2 },
        { kind: "mining-fleet", name: "m60s", rig: "Whatsminer M60S", rigs: 4000, rampUpMwPerH: 20 },
        {
          kind: "battery",
          name: "bess",
          chargeLimitMw: 20,
          dischargeLimitMw: 20,
          minStoredMwh: 8,
          maxStoredMwh: 80,
          wearUsdPerMwh: 5,
        },
        { kind: "renewable", name: "sun", technology: "solar", capacityMw: 40, availability: solar },
        { kind: "diesel", name: "gensets", sets: 30, unitMw: 2, fuelUsdPerL: 0.92, omUsdPerMwh: 20, tankL: 200_000 },
      ],
      counterfactual: {
        aiOnlyImportLimitMw: importLimitMw(95).map((mw, t) => (t >= CURTAILED.from && t < CURTAILED.to ? 40 : mw)),
        basis: "assumed firm allocation of the AI load and its share of the call",
        extraImportUsdPerMwMonth: 3000,
        assetsAiOnlyKeeps: ["gensets", "sun"],
      },
    },
  };
}

describe.skipIf(!sharedDataPresent).each(WEEKS)(`a week of real data: $name${sharedDataAbsence}`, (week) => {
  let site: ReturnType<typeof siteOf>;
  let plan: OptimalPlan;
  let text: string;

  beforeAll(() => {
    site = siteOf(week, {
      prices: readSharedCsv("prices/ercot_2024_hourly.csv"),
      solar: readSharedCsv("renewables/ercot_2024_generation_mw.csv"),
      demand: readSharedCsv("demand/biohpc_gpu_servers_hourly_2024-11_2025-10.csv"),
      bitcoin: readSharedCsv("bitcoin/btc_daily_2023-01_2026-02.csv"),
    });
    const result = planPower(site.input);
    if (result.status !== "optimal") throw new Error(`${result.status}: ${result.detail}`);
    plan = result;
    text = summary(result);
  });

  it("reads the stamps right", () => {
    const mean = site.price.reduce((sum, usd) => sum + usd, 0) / HOURS;
    expect(mean).toBeCloseTo(week.meanUsdPerMwh, 3);
    expect(Math.max(...site.price)).toBe(week.maxUsdPerMwh);
    expect(Math.max(...site.firmMw)).toBe(PEAK_MW);
    // The sun's output is centred on solar noon of West Texas; a stamp taken the other way would move it by an hour.
    const sun = site.input.assets.find(({ name }) => name === "sun") as unknown as { availability: number[] };
    const total = sun.availability.reduce((sum, share) => sum + share, 0);
    const centre = sun.availability.reduce((sum, share, t) => sum + share * ((t % 24) + 0.5), 0) / total;
    expect(Math.abs(centre - week.solarNoon), `centre of the sun's output ${centre}`).toBeLessThan(0.5);
    expect(plan.startIso).toBe(`${week.priceDay}T00:00:00${week.offset}`);
  });

  it("balances, adds up and is certified", () => {
    expect(plan.certificate.ok, text).toBe(true);
    expect(plan.certificate.balanceResidualMw, text).toBeLessThan(1e-6);
    expect(plan.certificate.ledgerResidual, text).toBeLessThan(1e-9);
    const net = new Float64Array(HOURS);
    for (const { netBusMw } of Object.values(plan.assets)) for (let t = 0; t < HOURS; t++) net[t] += netBusMw[t];
    expect(Math.max(...net.map(Math.abs)), text).toBeLessThan(1e-6);
  });

  it("serves all firm AI through the curtailment and mines only where it pays", () => {
    const { inference } = plan.assets;
    if (inference.kind !== "ai-firm") throw new Error(inference.kind);
    expect(inference.totals.unservedMwh, text).toBeCloseTo(0, 6);
    let mined = 0;
    for (const reading of Object.values(plan.assets)) {
      if (reading.kind !== "mining-fleet") continue;
      for (let t = 0; t < HOURS; t++) {
        if (reading.series.aboveStandbyMw[t] <= 1e-6) continue;
        mined++;
        // Restart and ramp may carry a fleet through an hour; power worth far more than the strike is never mined with.
        expect(plan.prices.powerUsdPerMwh[t], `${text}\nhour ${t}`).toBeLessThan(
          reading.series.strikeUsdPerMwh[t] + 100,
        );
      }
    }
    expect(mined, text).toBeGreaterThan(100);
    // The spike of 20 August, 18:00 to 21:00, and any hour above 300 USD/MWh: every rig sleeps.
    for (let t = 0; t < HOURS; t++) {
      if (site.price[t] < 300) continue;
      for (const reading of Object.values(plan.assets)) {
        if (reading.kind === "mining-fleet")
          expect(reading.series.aboveStandbyMw[t], `${text}\nhour ${t}`).toBeLessThanOrEqual(1e-6);
      }
    }
  });

  it("answers the diesel question and beats the threshold rule", () => {
    const comparison = compareBaselines(site.input);
    const answer = summary(comparison);
    expect(answer).toContain("optimal");
    expect(answer).toContain("diesel");
    expect(
      comparison.cases.map(({ status }) => status),
      answer,
    ).toEqual(["optimal", "optimal"]);
    expect(comparison.headline.comparable, answer).toBe(true);
    expect(comparison.thresholdRule.status, answer).toBe("carried-out");
    expect(comparison.thresholdRule.planIsWorthUsd, answer).toBeGreaterThan(0);
    // B0 lacks 15 MW in the 12 hours of the call; the hybrid may import them.
    expect(comparison.cases[0].displacedMwh, answer).toBeGreaterThan(0);
  });
});
