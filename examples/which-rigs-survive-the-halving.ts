/**
 * Which rigs survive the next halving? Four fleets of 25 MW each at one price of power, by quarter from 2027 to 2029. A
 * rig that earns less than its standby power and its fixed costs is sold; the order follows from efficiency, age and
 * resale prices. Round numbers of October 2026; no advice.
 */
import { planYears } from "wattsplit/years";

const fleets = [
  ["s19j-pro", "Antminer S19j Pro", 8_400, 40_000],
  ["s19-xp", "Antminer S19 XP", 8_200, 150_000],
  ["s21", "Antminer S21", 7_050, 300_000],
  ["s21-xp", "Antminer S21 XP", 6_800, 950_000],
] as const;
const price = Array.from({ length: 28 }, (_, t) => [24, 32, 40, 58][t % 4]);
const plan = planYears(
  {
    horizon: { start: "2026-07-06T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 360, count: 28 },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 110, importPriceUsdPerMwh: price },
      ...fleets.map(([name, rig, rigs]) => ({ kind: "mining-fleet" as const, name, rig, rigs })),
    ],
  },
  {
    start: "2027-01",
    quarters: 12,
    discountRatePerYear: 0.1,
    network: {
      btcUsd: 84_714,
      btcGrowthPerYear: 0.2,
      difficulty: 134.7e12,
      difficultyGrowthPerYear: 0.05,
      feesBtcPerBlock: 0.05,
    },
    fleets: fleets.map(([asset, , , usdPerMw]) => ({
      asset,
      failuresPerYear: 0.04,
      fixedOmUsdPerMwYear: 30_000,
      exits: [{ way: "sell" as const, usdPerMw, changePerYear: -0.2 }],
    })),
  },
);
if (plan.status !== "planned") throw new Error(plan.detail);

const halving = plan.network.findIndex((quarter) => quarter.halving !== undefined);
const hashprices = plan.network.map(({ hashpriceUsdPerPhDay }) => hashpriceUsdPerPhDay.toFixed(1));
console.log(`halving on ${plan.network[halving].halving}; hashprice by quarter ${hashprices.join(" ")}`);
for (const { name, leavesFrom, worthUsdPerMw, mw } of plan.fleets) {
  const [before, after] = [worthUsdPerMw[halving - 1], worthUsdPerMw[halving + 1]].map((usd) =>
    (usd / 1000).toFixed(1),
  );
  const fate = leavesFrom === undefined ? `stays, ${mw[mw.length - 1].toFixed(0)} MW at the end` : `sold ${leavesFrom}`;
  console.log(`${name}: ${fate}; a MW earns ${before} thousand USD a quarter before the halving, ${after} after`);
}
console.log(`first to go: ${plan.dropOrder.join(", ")}`);

/*
halving on 2028-04-13; hashprice by quarter 40.8 42.2 43.6 45.1 46.7 27.5 25.3 26.2 27.1 28.0 29.0 29.9
s19j-pro: sold 2028-Q2; a MW earns 49.3 thousand USD a quarter before the halving, 5.5 after
s19-xp: stays, 25 MW at the end; a MW earns 97.5 thousand USD a quarter before the halving, 21.9 after
s21: stays, 25 MW at the end; a MW earns 138.2 thousand USD a quarter before the halving, 38.4 after
s21-xp: stays, 25 MW at the end; a MW earns 202.9 thousand USD a quarter before the halving, 72.8 after
first to go: s19j-pro
*/
