/**
 * How much debt do 100 MW of mining carry, and how much after 60 MW of them are converted to AI? The same site twice:
 * 100 MW of rigs, and 40 MW of rigs beside 60 MW that a tenant leases. Then the schedule of `planYears`: 100 MW of rigs
 * that are there, of which 60 MW give way by quarter, with cash of the hourly dispatch. Round numbers of October 2026,
 * press figures for the rent; no advice.
 */
import {
  type CashLine,
  escalatingLease,
  financeSite,
  leaseLine,
  leases2026_11,
  projectLine,
  usualStresses,
} from "wattsplit/finance";
import { planYears } from "wattsplit/years";

const periods = { start: "2027-01", every: "year", count: 16 } as const;
const years = periods.count - 1;
const atStart = (usd: number): number[] => [usd, ...new Array<number>(years).fill(0)];

/** Rigs of 13.5 J/TH at 40 USD per PH/s and day; the network grows by 15 % a year, and after five years they are worn. */
function mining(mw: number): CashLine[] {
  const mwh = mw * 8760 * 0.95;
  const income: CashLine = { name: "mining", kind: "merchant", driver: "hashprice", usd: [(mwh * 40_000) / 24 / 13.5] };
  const power: CashLine = { name: "power", kind: "power", serves: "merchant", usd: [mwh * -45] };
  const staff: CashLine = { name: "staff", kind: "operations", serves: "merchant", usd: [mw * -30_000] };
  const term = { periods, from: 1, to: 6 };
  return [
    projectLine({ ...term, line: income, growthPerYear: 1 / 1.15 - 1 }),
    projectLine({ ...term, line: power, growthPerYear: 0.02 }),
    projectLine({ ...term, line: staff, growthPerYear: 0.02 }),
    { name: "rigs and site", kind: "capex", usd: atStart(-mw * (0.95e6 + 0.5e6)) },
  ];
}

/** The rent per MW of IT of Beacon Point, of which 85 % are left; the tenant pays for power. PUE 1.25, 9 M USD per MW. */
function lease(facilityMw: number): CashLine[] {
  const { totalUsd, years: term, escalatorPerYear, itMw } = leases2026_11.beaconPoint;
  const { usdPerItMwYear = 0 } = escalatingLease({ totalUsd, years: term, escalatorPerYear, itMw });
  const leasedMw = facilityMw / 1.25;
  const rent = { name: "lease", firstYearUsd: usdPerItMwYear * leasedMw, years: term, escalatorPerYear };
  return [
    leaseLine({ ...rent, from: "2028-01", noiMargin: 0.85 }, periods),
    { name: "AI shell", kind: "capex", usd: atStart(-9e6 * leasedMw) },
  ];
}

const site = {
  horizon: { start: "2026-07-06T00:00:00Z", timeZone: "UTC", intervalMinutes: 360, count: 28 },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 101, importPriceUsdPerMwh: 45 },
    { kind: "mining-fleet", name: "s21-xp", rig: "Antminer S21 XP", rigs: 27_200 },
  ],
} as const;

/** The tenant pays 45 USD/MWh of power and 85 % of the rent are left, as above. */
function converting() {
  const { totalUsd, years: term, escalatorPerYear, itMw } = leases2026_11.beaconPoint;
  const { usdPerItMwYear = 0 } = escalatingLease({ totalUsd, years: term, escalatorPerYear, itMw });
  const usdPerItKwMonth = (0.85 * usdPerItMwYear) / 12_000;
  const load = { kind: "ai-firm", facilityMw: 60, vollUsdPerMwh: 5000, revenueUsdPerFacilityMwh: 45 } as const;
  const rent = { usdPerItKwMonth, itMw: 48, escalatorPerYear, years: term };
  const exits = [{ way: "sell", usdPerMw: 950_000, changePerYear: -0.4 }] as const;
  const span = { start: "2027-01", quarters: 60, discountRatePerYear: 0.0775, delayMonths: [] };
  const plan = planYears(site, {
    ...span,
    network: { hashpriceUsdPerPhDay: Array.from({ length: 60 }, (_, q) => 40 / 1.15 ** (q / 4)) },
    changes: ["grid", "hall"].map((asset) => ({ asset, perYear: 0.02 })),
    fleets: [{ asset: "s21-xp", fixedOmUsdPerMwYear: 30_000, exits }],
    conversions: [{ name: "hall", load, leadMonths: 12, capex: { shellUsdPerMw: 9e6 / 1.25 }, lease: rent }],
  });
  if (plan.status !== "planned") throw new Error(plan.detail);
  return plan;
}

const converted = converting();
const by = `100 MW of rigs, 60 MW convert from ${converted.conversions[0].firstEnergised}`;
const loan = { name: "term loan", ratePerYear: 0.0775, gearing: 0.85, upfrontFee: 0.02 };
for (const [name, lines, every, constructionPeriods] of [
  ["100 MW of mining", mining(100), periods, 1],
  ["40 MW of mining, 60 MW of AI", [...mining(40), ...lease(60)], periods, 1],
  [by, converted.lines, converted.periods, 4],
] as const) {
  const { sizing, ratios, stresses } = financeSite({
    name,
    periods: every,
    constructionPeriods,
    money: { basis: "nominal" },
    lines,
    sculpted: { ...loan, repaymentPeriods: every.count - constructionPeriods },
    conditions: { lockUpDscr: 1.2, defaultDscr: 1.05 },
    discountRatePerYear: 0.12,
    stresses: usualStresses(every.every === "quarter" ? "2028-Q1" : "2028"),
  });
  if (!sizing) throw new Error("the loan was not sized");
  const million = (usd: number): string => (usd / 1e6).toFixed(0);
  console.log(`${name}: ${million(sizing.debtUsd)} M USD, limited by ${sizing.limitedBy}`);
  console.log(`  cash carries ${million(sizing.capacityUsd)}, gearing allows ${million(sizing.gearingLimitUsd)}`);
  console.log(
    `  DSCR at least ${ratios.coverage.minimum?.dscr.toFixed(2)}, ${ratios.coverage.average?.toFixed(2)} on average`,
  );
  for (const { name: stress, breaches } of stresses) {
    console.log(`  ${stress}: ${breaches.length === 0 ? "no breach" : `${breaches[0].kind} in ${breaches[0].period}`}`);
  }
}

/*
100 MW of mining: 78 M USD, limited by cash
  cash carries 78, gearing allows 123
  DSCR at least 2.00, 2.00 on average
  hashprice -30 %: default in 2028
  difficulty +20 %: lock-up in 2031
  halving: default in 2028
  tenant default: no breach
  power +50 %: default in 2030
  delay of 6 months: default in 2028
40 MW of mining, 60 MW of AI: 417 M USD, limited by gearing
  cash carries 517, gearing allows 417
  DSCR at least 1.61, 1.65 on average
  hashprice -30 %: no breach
  difficulty +20 %: no breach
  halving: no breach
  tenant default: default in 2028
  power +50 %: no breach
  delay of 6 months: default in 2028
100 MW of rigs, 60 MW convert from 2028-01: 367 M USD, limited by gearing
  cash carries 504, gearing allows 367
  DSCR at least 1.79, 1.97 on average
  hashprice -30 %: no breach
  difficulty +20 %: no breach
  halving: no breach
  tenant default: default in 2028-Q2
  power +50 %: no breach
  delay of 6 months: default in 2028-Q1
*/
