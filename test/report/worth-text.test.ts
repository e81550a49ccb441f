import { expect, it } from "vitest";
import type { LimitWorth, Worth } from "../../src/explain/worth.ts";
import { worthText } from "../../src/report/worth-text.ts";

const line: LimitWorth = {
  asset: "grid",
  limit: "importLimitMw",
  quantity: "importMw",
  unit: "MW",
  value: 20,
  everyInterval: true,
  sentence: "",
  more: { usdPerUnit: 9940, validFor: 4, end: "price-changes" },
  less: { usdPerUnit: Infinity, validFor: 0, end: "infeasible" },
};
const worth: Worth = {
  status: "optimal",
  limits: [
    line,
    {
      ...line,
      asset: "gensets",
      limit: "tankL",
      unit: "L",
      everyInterval: false,
      more: { usdPerUnit: 0, validFor: Infinity, end: "never" },
    },
  ],
  directionsFixed: false,
  notPriced: [],
};

it("worthText is a table, a line for each limit", () => {
  expect(
    worthText(worth)
      .split("\n")
      .map((text) => text.split(/ {2,}/).filter(Boolean)),
  ).toEqual([
    ["limit", "unit", "is", "one more saves USD", "for", "one less costs USD", "for"],
    [expect.stringMatching(/^-+$/), ...Array.from({ length: 6 }, () => expect.stringMatching(/^-+$/))],
    ["grid importLimitMw", "MW, every interval", "20.0", "9,940", "4.00", "no plan", "0"],
    ["gensets tankL", "L", "20.0", "0", "no end", "no plan", "0"],
  ]);
});

it("worthText says the status and what to do where there is nothing to explain", () => {
  expect(worthText({ status: "time-limit", detail: "Raise timeLimitMs." })).toBe("time-limit: Raise timeLimitMs.");
});

it("worthText has a line for the notice of each call", () => {
  const call = {
    ...line,
    asset: "utility",
    limit: "noticeMinutes",
    quantity: "calls[0]",
    unit: "h",
    value: 1,
    everyInterval: false,
    start: "2026-07-14T03:00:00-05:00",
    surpriseUsd: 15_000,
  };
  expect(worthText({ ...worth, limits: [], notice: [call] }).split("\n")[2]).toMatch(
    /^utility noticeMinutes of calls\[0\] +h +1\.00 +9,940 +4\.00 +no plan +0$/,
  );
});

it("worthText says by what rule a year is made, that directions are held, and what has no price", () => {
  const yearly = {
    ...line,
    more: { ...line.more, usdPerUnitYear: 3_628_100 },
    less: { ...line.less, usdPerUnitYear: Infinity },
  };
  const text = worthText({
    status: "optimal",
    limits: [yearly],
    year: { factor: 365, rule: "times 365" },
    directionsFixed: true,
    notPriced: ["an hour of notice: none"],
  });
  expect(text).toMatch(
    /9,940 +3,628,100 +4\.00 +no plan +no plan +0\nyear: times 365\nWith the plan's directions fixed .*\nnot priced: an hour of notice: none$/,
  );
});
