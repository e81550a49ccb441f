import { expect, it } from "vitest";
import { rowIn } from "../../support/workbook-rows.ts";

it("parameters are inputs, structure is text", () => {
  const of = (label: string, more = {}) => rowIn("Assumptions", label, more)[0];
  expect(of("Interest per year")).toBe("0.08");
  expect(of("Gearing on construction cost")).toBe("0.8");
  expect(of("Target on merchant cash")).toBe("2");
  expect(of("Periods of repayment")).toBe("5");
  expect(of("Lock-up covenant", { conditions: { lockUpDscr: 1.2 } })).toBe("1.2");
  expect(of("Inflation per year", { money: { basis: "real", inflationPerYear: 0.03, priceLevel: "2027-01" } })).toBe(
    "0.03",
  );
  expect(of("Money", { money: { basis: "real", inflationPerYear: 0.03, priceLevel: "2027-01" } })).toBe(
    "real, of 2027-01",
  );
  expect(() => of("Interest per year", { sculpted: undefined })).toThrow("has no row");
});
