import { expect, it } from "vitest";
import { monthsLookedBack } from "../../../../src/assets/tariff/demand/billed-demand.ts";

it("monthsLookedBack counts back from the month, or lists those of the eleven before", () => {
  const march2026 = 2026 * 12 + 2;
  expect(monthsLookedBack({ share: 1, lastMonths: 2 }, march2026)).toEqual([march2026 - 1, march2026 - 2]);
  expect(monthsLookedBack({ share: 1, months: [3, 4, 12] }, march2026)).toEqual([march2026 - 3, march2026 - 11]);
});
