import { expect, it } from "vitest";
import { sizingSummary } from "wattsplit/report";
import type { SizingResult } from "wattsplit/sizing";
import { chargedPerHour, sized, twoPrices } from "../support/sizing-cases.ts";

const choice = { asset: "bess", size: "systemMwh", most: 50 };

// 10 MWh at 30 USD an hour: 600 for the 2 hours, 2,628,000 USD of capex. Dispatch 400 in place of 1200.
it("says what is built, what a unit may cost and what it saves", () => {
  const text = sizingSummary(sized(twoPrices, { choices: [chargedPerHour(choice, 30)], compareWithExisting: true }));
  expect(text.split("\n").slice(0, 19)).toEqual([
    "plan: optimal. Built are 10.0 MWh of bess (systemMwh).",
    "",
    "asset  size       chosen  existing  built  unit  at       capex, USD",
    "-----  ---------  ------  --------  -----  ----  -------  ----------",
    "bess   systemMwh    10.0         0   10.0  MWh   between   2,628,000",
    "",
    "what a unit may cost, USD, so that it just pays",
    "asset  size       unit    price  last unit  next unit  next holds for",
    "-----  ---------  ----  -------  ---------  ---------  --------------",
    "bess   systemMwh  MWh   262,800    350,400          0        40.0 MWh",
    "",
    "over 0.02 % of a year                    USD",
    "---------------------------------  ---------",
    "dispatch                               400.0",
    "capital recovery and fixed O&M         600.0",
    "total                                  1,000",
    "capex of what is built             2,628,000",
    "dispatch with what exists              1,200",
    "saved by the year, with fixed O&M  3,504,000",
  ]);
  expect(text).toMatch(/^simple payback, years +0\.75$/mu);
  expect(text).toMatch(/agrees to \d\.\de[+-]\d+ of its cost/u);
  expect(text).toMatch(/^! The plan covers .* Size on a calendar year/mu);
  expect(text).toMatch(/^- bess systemMwh: the input's 1 MWh only set proportions/mu);
});

it("says that nothing is built, and what retires", () => {
  expect(sizingSummary(sized(twoPrices, { choices: [chargedPerHour(choice, 50)] }))).toMatch(/Nothing is built\./u);
  const om = { ...choice, existing: 6, least: 0, fixedOmUsdPerUnitYear: 45 * 8760 };
  expect(sizingSummary(sized(twoPrices, { choices: [chargedPerHour(om, 30)] }))).toMatch(
    /Retired are 6\.00 MWh of bess/u,
  );
});

it("has bounds at the limits where units were not ranged", () => {
  const none = sized(twoPrices, { choices: [chargedPerHour(choice, 50)], unitWorths: false });
  expect(sizingSummary(none)).toMatch(/bess +systemMwh +MWh +438,000 +at most [\d,]+$/mu);
  const all = sized(twoPrices, { choices: [chargedPerHour({ ...choice, most: 4 }, 30)], unitWorths: false });
  expect(sizingSummary(all)).toMatch(/bess +systemMwh +MWh +262,800 +at least [\d,]+$/mu);
});

it("says why no size was chosen", () => {
  const unsized = { version: 1, status: "infeasible", name: "site", detail: "No schedule.", plan: {} };
  expect(sizingSummary(unsized as unknown as SizingResult)).toBe(
    "site: infeasible, so no size was chosen. No schedule.",
  );
  for (const wrong of [undefined, 7, {}, { sizes: 1 }])
    expect(() => sizingSummary(wrong as unknown as SizingResult)).toThrow(/a result of sizeSite/u);
});
