import { expect, it } from "vitest";
import { rowIn } from "../../support/workbook-rows.ts";

it("all checks are counted", () => {
  const [formula] = rowIn("Checks", "all checks");
  expect(formula.split("+")).toHaveLength(5);
  expect(formula).toMatch(/=5,"right","WRONG"\)$/u);
  expect(rowIn("Checks", "sources are uses")[0]).toMatch(/^IF\(ABS\(/u);
});
