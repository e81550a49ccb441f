import { expect, test } from "vitest";
import { plannedYears } from "../support/planned-years.ts";
import { oneBlock, years } from "../support/years-site.ts";

test("the power price at which the schedule flips", () => {
  // Rigs and hall both draw 10 MW: the price does not matter until rigs sleep, at 100 USD/MWh, k = 2.5. Above it not
  // building costs nothing: 6,000,000 - 10 x 4,344 x 40 k = 1,000,000 -> k = 2.8775.
  const hall = oneBlock({ rent: 100, capexUsdPerMw: 1e5 });
  const { breakEvens } = plannedYears(years({ conversions: [hall], breakEvens: [{ of: "power-price", most: 4 }] }));
  const [down, up] = breakEvens;
  expect(down).toMatchObject({ direction: "down", convertedMw: [10, 10] });
  expect(down.factor).toBeUndefined();
  expect(up.convertedMw[1]).toBeLessThan(10);
  expect(up.factor).toBeCloseTo(5_000_000 / (10 * 4344 * 40), 4);
});

test("a tie at the base case is a break-even at 1", () => {
  // 6,000,000 r/100 - 1,737,600 - capex = 2,606,400 at capex = 1,656,000: the block is worth exactly what rigs are.
  const hall = oneBlock({ rent: 100, capexUsdPerMw: 165_600 });
  const { breakEvens } = plannedYears(
    years({ conversions: [{ ...hall, startBy: "2025-01" }], breakEvens: [{ of: "lease-rate", least: 0.5, most: 2 }] }),
  );
  const flip = breakEvens.find(({ factor }) => factor !== undefined);
  expect(flip?.factor).toBeCloseTo(1, 5);
});
