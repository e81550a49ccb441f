import { expect, it } from "vitest";
import { balanceResidualMw } from "../../src/plan/balance-check.ts";

const reading = (...netBusMw: number[]) => ({
  kind: "x",
  role: "on-site" as const,
  netBusMw: Float64Array.from(netBusMw),
  series: {},
  totals: {},
});

it("is the greatest imbalance of any interval, whichever way", () => {
  // 30 - 30 = 0,  25 - 27 = -2,  10 - 9 = 1
  expect(balanceResidualMw([reading(30, 25, 10), reading(-20, -20, -9), reading(-10, -7, 0)], 3)).toBe(2);
  expect(balanceResidualMw([reading(5), reading(-5)], 1)).toBe(0);
  expect(balanceResidualMw([reading(5)], 1)).toBe(5);
});
