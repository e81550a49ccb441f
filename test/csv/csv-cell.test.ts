import Papa from "papaparse";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csvCell, csvRow } from "../../src/csv/csv-cell.ts";

const FORM = { delimiter: ",", newline: "\r\n" } as const;

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1dcmd"])(
  "text %j is preceded by an apostrophe",
  (text) => {
    expect(Papa.parse<string[]>(csvCell(text), FORM).data).toEqual([[`'${text}`]]);
  },
);

it("numbers stay numbers, and other text stays as it is", () => {
  expect(csvRow([-5, -0.25, 1e21, true, null, undefined, "a-b", "5 = 5"])).toBe("-5,-0.25,1e+21,true,,,a-b,5 = 5\r\n");
});

it("no cell that begins as a formula leaves this file, and every text is read back", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("=a", '"', "a,b", " x", "\ufeff", ";"))),
      (texts) => {
        if (texts.length === 0) return;
        const [cells] = Papa.parse<string[]>(`x,${csvRow(texts)}`, FORM).data;
        cells.slice(1).forEach((cell, i) => {
          expect(cell).not.toMatch(/^[=+\-@\t\r\n]/u);
          expect([texts[i], `'${texts[i]}`]).toContain(cell);
        });
      },
    ),
    { seed: 20261130, numRuns: 500 },
  );
});
