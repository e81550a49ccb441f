import { expect, it } from "vitest";
import { Bill } from "../../../../src/assets/tariff/bill/bill.ts";
import { CreditWorth } from "../../../../src/assets/tariff/net-metering/credit-worth.ts";
import { emptySite } from "../../../support/plans.ts";

const after = (say: (worth: CreditWorth, bill: Bill) => void): string => {
  const site = emptySite(2, 60);
  const importMw = site.addSeries("grid", "importMw", { unit: "MW", upper: 9 });
  const bill = new Bill(site, "grid", importMw, undefined, undefined, {});
  say(new CreditWorth(bill, "netMetering"), bill);
  try {
    site.throwFaults(() => "assets[0]");
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

it("lets prices fall and stay, and refuses a rise above the least so far", () => {
  expect(after((worth, { months: [month] }) => [60, 50, 50].forEach((usd) => worth.used("peak", month, usd)))).toBe("");
  expect(
    after((worth, { months: [month] }) => [60, 50, 55].forEach((usd) => worth.used("peak", month, usd))),
  ).toContain(
    'assets[0].netMetering: got 55 USD/MWh of import in 2026-07, wanted at most the price of import of "peak"',
  );
});

it("judges every period by itself, and anew after credits have ended", () => {
  expect(
    after((worth, { months: [month] }) => {
      worth.used("peak", month, 50);
      worth.used("night", month, 60);
      worth.paid("peak", 50, "leftUsdPerMwh");
      worth.ended("peak");
      worth.used("peak", month, 90);
      worth.paid("peak", 90, "leftUsdPerMwh");
    }),
  ).toBe("");
  expect(
    after((worth, { months: [month] }) => {
      worth.used("peak", month, 50);
      worth.paid("peak", 51, "trueUp.usdPerMwh");
    }),
  ).toContain("assets[0].netMetering.trueUp.usdPerMwh: got 51");
});
