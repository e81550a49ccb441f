import { expect, test } from "vitest";
import { yearsSentences, yearsSummary } from "../../src/report/years-summary.ts";
import { plannedYears } from "../support/planned-years.ts";
import { oneBlock, years } from "../support/years-site.ts";

const breakEvens = [{ of: "lease-rate" as const }];
const plan = plannedYears(years({ breakEvens, conversions: [oneBlock({ rent: 100, capexUsdPerMw: 1e5 })] }));

test("three sentences: what and when, rigs and delay, where it flips", () => {
  // 2,136,000 + 2,126,400 - 1,000,000 = 3.26 million, 0.66 more than 2.61 million.
  expect(yearsSentences(plan)).toEqual([
    "Convert 10.0 MW of hall from 2025-Q1, energised from 2025-01: worth 3.26 million USD today, 0.66 million more " +
      "than without conversion.",
    expect.stringMatching(/^Rigs leave in this order: rigs from 2025-Q1\. A month of delay costs 0\.71 million USD, /u),
    "The schedule flips at -10.9 % of the lease rate (89.1 USD per kW of IT and month, first lease).",
  ]);
});

test("tables of megawatts, cash and break-evens, with the proof", () => {
  const text = yearsSummary(plan);
  expect(text).toMatch(/2025-Q1 +0 +0 +10\.0 +48\.0/u);
  expect(text).toMatch(/four from 2025-Q1/u);
  expect(text).toMatch(/lease rate +down +0\.8907/u);
  expect(text).toMatch(/gap 0 USD/u);
});

test("nothing to convert, nothing to flip", () => {
  const none = plannedYears(years({}));
  expect(yearsSentences(none)).toEqual([
    "Convert nothing: mining on is worth 2.61 million USD today.",
    "No rigs leave before the end.",
    "No break-even was asked for.",
  ]);
});
