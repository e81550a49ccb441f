import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eachCsvRow } from "../../src/io/csv-rows.ts";
import { FaultLog } from "../../src/io/fault-log.ts";

function rowsOf(text: string, separator?: string) {
  const faults = new FaultLog();
  const rows: { fields: readonly string[]; line: number }[] = [];
  eachCsvRow(text, { separator }, faults, (fields, line) => void rows.push({ fields, line }));
  return { rows, faults };
}

const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;

describe("eachCsvRow", () => {
  it("hands over rows with their lines, blank ones left out", () => {
    expect(rowsOf("\ufeffa,b\r\n\r\n1,2\n   \n3,\"4,\n5\"\n6,7").rows).toEqual([
      { fields: ["a", "b"], line: 1 }, { fields: ["1", "2"], line: 3 }, { fields: ["3", "4,\n5"], line: 5 }, { fields: ["6", "7"], line: 7 },
    ]);
  });

  it.each([[";", "a;b\n1,5;2,5\n"], ["\t", "a\tb\n1,5\t2\n"], ["|", "a|b\n"], [",", "a\n12\n"]])("finds the separator %j", (separator, text) => {
    expect(rowsOf(text).rows[0].fields).toEqual(separator === "," ? ["a"] : ["a", "b"]);
  });

  it("stops where it is told to", () => {
    let num = 0;
    eachCsvRow("a\nb\nc\n", {}, new FaultLog(), () => ++num < 2);
    expect(num).toBe(2);
  });

  it("tells of a quotation mark that is never closed, with its line", () => {
    expect(() => rowsOf('a,b\n1,2\n3,"4\n5,6\n').faults.throwIfAny()).toThrow("line 3: got a quotation mark that is never closed");
  });

  // Blocks are cut at line ends outside quotation marks; long fields with line ends and quotation marks stand across them.
  it("reads what was written, over any number of blocks", () => {
    const field = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('"', "\n", ",", 'x"\n', "y".repeat(9000)));
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 60 }), (table) => {
        const rows = table.map((fields) => fields.map((text) => text.replaceAll("\r", "r").replaceAll("\ufeff", "b")));
        const text = rows.map((fields) => fields.map(quoted).join(",")).join("\n");
        const read = rowsOf(text, ",");
        expect(read.rows.map(({ fields }) => fields)).toEqual(rows);
        expect(read.faults.isEmpty).toBe(true);
        let line = 1;
        for (const [i, fields] of rows.entries()) {
          expect(read.rows[i].line).toBe(line);
          line += fields.join("").split("\n").length;
        }
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });
});
