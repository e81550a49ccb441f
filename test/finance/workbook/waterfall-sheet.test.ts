import { expect, it } from "vitest";
import { rowIn } from "../../support/workbook-rows.ts";

it("owners pay before operation what is missing, and receive in operation what is left", () => {
  expect(rowIn("Waterfall", "paid in by owners")[1]).toMatch(/^MAX\(0,-\('Waterfall'!D\d+\)\)$/u);
  expect(rowIn("Waterfall", "distributions").slice(1, 3)).toEqual([
    "0",
    expect.stringMatching(/^IF\('Waterfall'!E\d+=1,0,/u),
  ]);
  expect(rowIn("Waterfall", "DSCR of the covenants")[1]).toBe("");
  expect(rowIn("Waterfall", "reserve account: target", { conditions: { reserveMonths: 6 } })[1]).toContain(
    "0.5*'Debt'!E",
  );
  const { sculpted, ...none } = { sculpted: undefined };
  expect(rowIn("Waterfall", "cash sweep", { sculpted: sculpted as never, ...none })[3]).toBe("0");
});
