import { expect, it } from "vitest";
import { readFinanceInput } from "../../src/finance/finance-input.ts";
import { smallSite } from "../support/finance-site.ts";

it("reads a site with its defaults, and reports all faults at once", () => {
  const { name: _name, ...unnamed } = smallSite();
  expect(readFinanceInput(unnamed)).toMatchObject({
    name: "site",
    frame: { operationFrom: 1, perYear: 1 },
    sculpted: { targetDscr: { contracted: 1.3, merchant: 2 }, gearingOn: "construction-cost", upfrontFee: 0 },
    otherDebts: [],
    stresses: [],
  });
  const wrong = { ...smallSite(), discountRatePerYear: "a", name: "" };
  expect(() => readFinanceInput(wrong as never)).toThrow("The finance input has 2 faults");
  expect(() => readFinanceInput(null as never)).toThrow("input: got null");
});
