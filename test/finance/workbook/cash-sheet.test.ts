import { expect, it } from "vitest";
import { rowIn } from "../../support/workbook-rows.ts";

it("lines are inputs; sums by kind, EBITDA and streams are formulas", () => {
  expect(rowIn("Cash flow", "lease").slice(1)).toEqual(["0", "30", "30", "30", "30", "30"]);
  expect(rowIn("Cash flow", "contracted")[2]).toBe("'Cash flow'!E5");
  expect(rowIn("Cash flow", "EBITDA")[1].split("+")).toHaveLength(5);
  expect(rowIn("Cash flow", "C: contracted cash")[1]).toBe("0");
  expect(rowIn("Cash flow", "C: contracted cash")[2]).toMatch(/^IF\(/u);
});

it("real lines are inflated in rows of their own", () => {
  const money = { basis: "real", inflationPerYear: 0.02, priceLevel: "2028-01" } as const;
  expect(rowIn("Cash flow", "lease, nominal", { money })[2]).toMatch(
    /^'Cash flow'!E5\*\(1\+'Assumptions'!\$C\$\d+\)\^/u,
  );
  expect(rowIn("Cash flow", "years from the price level to the end of the period", { money }).slice(1, 3)).toEqual([
    "0",
    "1",
  ]);
});
