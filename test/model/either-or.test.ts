import { expect, it } from "vitest";
import { columnsAt } from "../../src/model/either-or.ts";
import { emptySite } from "../support/plans.ts";

it("columns of a side in an interval: of every block that covers it", () => {
  const site = emptySite(4);
  const whole = site.addSeries("a", "mw", { unit: "MW" });
  const late = site.addSeries("b", "mw", { unit: "MW", from: 2, count: 1 });
  // a has columns 0 to 3, b column 4 in interval 2.
  expect([0, 1, 2, 3].map((t) => columnsAt([whole, late], t))).toEqual([[0], [1], [2, 4], [3]]);
  expect(columnsAt([], 0)).toEqual([]);
});
