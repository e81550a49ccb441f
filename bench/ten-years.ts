/**
 * Ten years of conversion by quarter: how long the schedule, its delay, its three break-evens and its map take. Run it
 * with `npx tsx bench/ten-years.ts`; `--hourly` for a week of hours per quarter in place of steps of three hours.
 */
import { parseArgs } from "node:util";
import { planYears, type YearsInput } from "wattsplit/years";

const { values } = parseArgs({ options: { hourly: { type: "boolean", default: false } } });
const intervalMinutes = values.hourly ? 60 : 180;
const count = (7 * 24 * 60) / intervalMinutes;
const perDay = (24 * 60) / intervalMinutes;
const price = Array.from(
  { length: count },
  (_, t) => 38 + 22 * Math.sin(2 * Math.PI * ((t % perDay) / perDay - 0.4)) + (t % 11 === 0 ? 40 : 0),
);
const site = {
  horizon: { start: "2026-07-06T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes, count },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  initialState: { bess: { storedMwh: 20 } },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 100, importPriceUsdPerMwh: price },
    { kind: "battery", name: "bess", maxStoredMwh: 40, chargeLimitMw: 20, dischargeLimitMw: 20, wearUsdPerMwh: 8 },
    { kind: "mining-fleet", name: "s19", rig: "Antminer S19 XP", rigs: 16_400 },
    { kind: "mining-fleet", name: "s21", rig: "Antminer S21 XP", rigs: 13_600 },
  ],
} as const;
const years: YearsInput = {
  start: "2027-01",
  quarters: 40,
  discountRatePerYear: 0.0775,
  network: {
    btcUsd: 84_714,
    btcGrowthPerYear: 0.1,
    difficulty: 134.7e12,
    difficultyGrowthPerYear: 0.15,
    feesBtcPerBlock: 0.05,
  },
  changes: [
    { asset: "grid", perYear: 0.0166 },
    { asset: "bess", field: "maxStoredMwh", perYear: -0.02 },
  ],
  fleets: [
    { asset: "s19", failuresPerYear: 0.04, exits: [{ way: "sell", usdPerMw: 150_000, changePerYear: -0.4 }] },
    { asset: "s21", failuresPerYear: 0.04, exits: [{ way: "sell", usdPerMw: 950_000, changePerYear: -0.4 }] },
  ],
  conversions: [
    {
      name: "hall",
      load: { kind: "ai-firm", facilityMw: 60, vollUsdPerMwh: 5000, revenueUsdPerFacilityMwh: 40 },
      blocks: 6,
      wholeBlocks: true,
      leadMonths: 18,
      miningOffMonths: 6,
      mostStartsMwPerQuarter: 20,
      capex: { shellUsdPerMw: 7.2e6, changePerYear: 0.02 },
      lease: { usdPerItKwMonth: 125, itMw: 48, escalatorPerYear: 0.03, years: 15, rampMonths: 3 },
    },
  ],
};

for (const [what, asked] of [
  ["schedule, and a month of delay", {}],
  ["with its break-even rent", { breakEvens: [{ of: "lease-rate" }] }],
  ["with its break-even hashprice", { breakEvens: [{ of: "hashprice" }] }],
  [
    "with a map of 5 x 5",
    { breakEvenMap: { hashprice: [0.6, 0.8, 1, 1.25, 1.6], leaseRate: [0.5, 0.7, 0.85, 1, 1.2] } },
  ],
] as const satisfies readonly (readonly [string, Partial<YearsInput>])[]) {
  const startMs = performance.now();
  const plan = planYears(site, { ...years, ...asked });
  const seconds = (performance.now() - startMs) / 1000;
  const proof = plan.status === "planned" ? `gap ${plan.proof.relativeGap.toExponential(1)}` : plan.detail;
  console.log(`${what}: ${seconds.toFixed(1)} s, ${proof}`);
}
