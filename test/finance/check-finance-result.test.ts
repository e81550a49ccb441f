import { expect, it } from "vitest";
import { checkFinanceResult } from "../../src/finance/check-finance-result.ts";
import { financeSite } from "../../src/finance/finance-site.ts";
import { smallSite } from "../support/finance-site.ts";

it("takes a result, and refuses what is not one", () => {
  expect(() => checkFinanceResult("f", financeSite(smallSite()))).not.toThrow();
  for (const given of [null, 5, {}, { waterfall: {}, cashFlow: {}, periods: [] }]) {
    expect(() => checkFinanceResult("f", given)).toThrow("f: got");
  }
});
