import { expect, test } from "vitest";
import { yearsNotices } from "../../src/years/years-notices.ts";
import { frameOf } from "../support/years-frame.ts";
import { years } from "../support/years-site.ts";

test("notices say which hours are dispatched and which halvings are estimated", () => {
  expect(yearsNotices(frameOf(years({})))[0]).toMatch(/on 7 days in its middle/u);
  expect(yearsNotices(frameOf(years({ dispatchDays: "full" })))[0]).toMatch(/Every hour/u);
  const network = { btcUsd: 1e5, difficulty: 1e14, difficultyGrowthPerYear: 0, feeShare: 0 };
  expect(yearsNotices(frameOf(years({ start: "2028-01", network }))).join(" ")).toMatch(/2028-04-1/u);
});
