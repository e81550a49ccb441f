import { expect, it } from "vitest";
import { rowIn } from "../../support/workbook-rows.ts";

it("arrears are due in the next period, and the sweep lowers what is owed", () => {
  expect(rowIn("Waterfall", "term loan: service and arrears due")[1]).toMatch(/\+0$/u);
  expect(rowIn("Waterfall", "term loan: service and arrears due")[2]).toMatch(/\+'Waterfall'!D\d+$/u);
  expect(rowIn("Waterfall", "term loan: owed at the end")[2]).toMatch(
    /^IF\('Waterfall'!E\d+-'Waterfall'!E\d+<=1E-12\*MAX\(.*\+'Debt'!E\d+$/u,
  );
  expect(rowIn("Waterfall", "term loan: paid")[1]).toMatch(/^'Waterfall'!D\d+$/u);
  expect(rowIn("Waterfall", "term loan: paid")[2]).toMatch(/^MIN\(/u);
});
