import { expect, it } from "vitest";
import { rowIn } from "../../support/workbook-rows.ts";

it("returns by IRR where there is one, and in words where there is none", () => {
  expect(rowIn("Ratios", "return on equity")[0]).toMatch(/^\(1\+IRR\('Ratios'!D\d+:I\d+,0\.\d+\)\)\^1-1$/u);
  const lines = [{ name: "a", kind: "contracted", usd: [0, 1, 1, 1, 1, 1] }] as const;
  expect(rowIn("Ratios", "return on equity", { lines })[0]).toContain("nothing is ever paid in");
});
