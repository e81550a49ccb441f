import { expect, it } from "vitest";
import { pricesOfDays } from "../../../src/cli/starters/starter.ts";

it("has 24 prices a day", () => {
  const prices = pricesOfDays(3);
  expect(prices).toHaveLength(72);
  expect(prices[24] - prices[0]).toBe(2);
});
