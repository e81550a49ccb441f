import { expect, it } from "vitest";
import { periodPrices } from "../../../../src/assets/tariff/net-metering/period-prices.ts";
import { Bill } from "../../../../src/assets/tariff/bill/bill.ts";
import { emptySite } from "../../../support/plans.ts";

const billOf = (usdPerMwh: readonly number[]) => {
  const site = emptySite(usdPerMwh.length, 60);
  const importMw = site.addSeries("grid", "importMw", { unit: "MW", upper: 9 });
  const bill = new Bill(site, "grid", importMw, undefined, undefined, {});
  bill.energy("price", "import energy", Float64Array.from(usdPerMwh));
  return bill;
};
const faults = (bill: Bill) => {
  try {
    bill.site.throwFaults(() => "assets[0]");
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};
const periods = (...shares: number[]) => [
  { period: "day", shares: Float64Array.from(shares) },
  { period: "night", shares: Float64Array.from(shares, (share) => 1 - share) },
];

it("finds the price of each period, and mixes it where an interval lies in two", () => {
  const bill = billOf([90, 55, 20]);
  expect([...periodPrices(bill, "netMetering", periods(1, 0.5, 0), bill.months[0])]).toEqual([
    ["day", 90],
    ["night", 20],
  ]);
  expect(faults(bill)).toBe("");
});

it("leaves out a period that does not occur", () => {
  const bill = billOf([90, 90]);
  expect([...periodPrices(bill, "netMetering", periods(1, 1), bill.months[0]).keys()]).toEqual(["day"]);
});

it("refuses prices that differ within a period, and periods without an interval of their own", () => {
  const unlike = billOf([90, 56, 20]);
  periodPrices(unlike, "netMetering", periods(1, 0.5, 0), unlike.months[0]);
  expect(faults(unlike)).toContain("a price of import of 56 USD/MWh in interval 1, beside 55 of its period");
  const mixed = billOf([90, 90]);
  periodPrices(mixed, "netMetering", periods(0.5, 0.5), mixed.months[0]);
  expect(faults(mixed)).toContain('no interval of 2026-07 that lies in "day" as a whole');
});
