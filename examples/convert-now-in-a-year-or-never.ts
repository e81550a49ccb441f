/**
 * Convert 60 of 100 MW of mining to AI now, in a year, or never? The same site at three rents, each with its present
 * value of ten years by quarter, and the rent at which the answer turns. Round numbers of October 2026, press figures
 * for rent and shell; no advice.
 */
import { yearsSentences } from "wattsplit/report";
import { type ConversionInput, planYears, type YearsInput } from "wattsplit/years";

/** A typical week in steps of six hours, USD/MWh: nights, mornings, afternoons, evenings. */
const price = Array.from({ length: 28 }, (_, t) => [28, 36, 44, 62][t % 4]);
const site = {
  horizon: { start: "2026-07-06T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 360, count: 28 },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 100, importPriceUsdPerMwh: price },
    { kind: "mining-fleet", name: "s19", rig: "Antminer S19 XP", rigs: 16_400 },
    { kind: "mining-fleet", name: "s21", rig: "Antminer S21 XP", rigs: 13_600 },
  ],
} as const;

function hall(usdPerItKwMonth: number): ConversionInput {
  return {
    name: "hall",
    // The tenant pays for its power.
    load: { kind: "ai-firm", facilityMw: 60, vollUsdPerMwh: 5000, revenueUsdPerFacilityMwh: price },
    blocks: 3,
    wholeBlocks: true,
    leadMonths: 18,
    miningOffMonths: 6,
    capex: { shellUsdPerMw: 7.2e6, changePerYear: 0.02 },
    lease: { usdPerItKwMonth, itMw: 48, escalatorPerYear: 0.03, years: 15, rampMonths: 3 },
  };
}

function yearsOf(conversion: ConversionInput, breakEvens: YearsInput["breakEvens"] = []): YearsInput {
  const worn = { failuresPerYear: 0.04, hashDecayPerYear: 0.01 };
  return {
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
      { asset: "hall", field: "revenueUsdPerFacilityMwh", perYear: 0.0166 },
    ],
    fleets: [
      { asset: "s19", ...worn, exits: [{ way: "sell", usdPerMw: 150_000, changePerYear: -0.4 }] },
      { asset: "s21", ...worn, exits: [{ way: "sell", usdPerMw: 950_000, changePerYear: -0.4 }] },
    ],
    conversions: [conversion],
    breakEvens,
    delayMonths: [1],
  };
}

function planned(conversion: ConversionInput, breakEvens?: YearsInput["breakEvens"]) {
  const plan = planYears(site, yearsOf(conversion, breakEvens));
  if (plan.status !== "planned") throw new Error(plan.detail);
  return plan;
}

const million = (usd: number | undefined): string => ((usd ?? Number.NaN) / 1e6).toFixed(0);
console.log("rent, USD/kW-month   now   in a year   never   (present value, million USD)");
for (const rent of [100, 125, 150]) {
  const now = planned({ ...hall(rent), startBy: "2027-01", leastMw: 60 });
  const inAYear = planned({ ...hall(rent), permitFrom: "2028-01", startBy: "2028-01", leastMw: 60 });
  const free = planned(hall(rent));
  const values = [now.valueUsd, inAYear.valueUsd, free.withoutConversionUsd].map((usd) => million(usd).padStart(9));
  console.log(`${String(rent).padStart(18)}${values.join("")}`);
}
for (const sentence of yearsSentences(planned(hall(125), [{ of: "lease-rate" }])))
  console.log(sentence.split(/(?<=[:.]) /u).join("\n  "));

/*
rent, USD/kW-month   now   in a year   never   (present value, million USD)
               100      133      113       74
               125      221      185       74
               150      308      258       74
Convert 60.0 MW of hall from 2027-Q1, energised from 2028-07:
  worth 220.5 million USD today, 146.4 million more than without conversion.
Rigs leave in this order:
  s19 from 2028-Q1, s21 from 2028-Q1.
  A month of delay costs 5.40 million USD, 4.47 if it is known beforehand.
The schedule flips at -33.5 % of the lease rate (83.1 USD per kW of IT and month, first lease).
*/
