import { expect, it } from "vitest";
import { planMonths } from "../../../src/report/statement/plan-months.ts";

it("follows the site's own calendar, not UTC", () => {
  const intervalStarts = [
    "2026-10-31T23:00:00-05:00",
    "2026-11-01T00:00:00-05:00",
    "2026-11-01T01:00:00-05:00",
    "2026-11-01T01:00:00-06:00",
  ];
  expect(planMonths({ intervalStarts })).toEqual([
    { month: "2026-10", from: 0, to: 1 },
    { month: "2026-11", from: 1, to: 4 },
  ]);
});
