import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { eachCsvRow } from "../../src/io/csv-rows.ts";
import { FaultLog } from "../../src/io/fault-log.ts";
import { MAX_FIELD_CHARACTERS, MAX_FIELDS, MAX_ROW_CHARACTERS } from "../../src/io/read-limits.ts";
import { faultsOf } from "../support/price-lines.ts";
import { runs } from "../support/runs.ts";

function rowsOf(text: string, separator?: string) {
  const faults = new FaultLog();
  const rows: { fields: readonly string[]; line: number }[] = [];
  eachCsvRow(text, { separator }, faults, (fields, line) => void rows.push({ fields, line }));
  return { rows, faults };
}

const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;

describe("eachCsvRow", () => {
  it("hands over rows with their lines, blank ones left out", () => {
    expect(rowsOf('\ufeffa,b\r\n\r\n1,2\n   \n3,"4,\n5"\n6,7').rows).toEqual([
      { fields: ["a", "b"], line: 1 },
      { fields: ["1", "2"], line: 3 },
      { fields: ["3", "4,\n5"], line: 5 },
      { fields: ["6", "7"], line: 7 },
    ]);
  });

  it.each([
    [";", "a;b\n1,5;2,5\n"],
    ["\t", "a\tb\n1,5\t2\n"],
    ["|", "a|b\n"],
    [",", "a\n12\n"],
  ])("finds the separator %j", (separator, text) => {
    expect(rowsOf(text).rows[0].fields).toEqual(separator === "," ? ["a"] : ["a", "b"]);
  });

  it("takes no separator from the words of comment lines", () => {
    expect(rowsOf("# a, b, c, d\nx;y\n1;2\n").rows[1].fields).toEqual(["x", "y"]);
  });

  it("stops where it is asked to", () => {
    let num = 0;
    eachCsvRow("a\nb\nc\n", {}, new FaultLog(), () => ++num < 2);
    expect(num).toBe(2);
  });

  it("tells of a quotation mark that is never closed, with its line", () => {
    expect(() => rowsOf('a,b\n1,2\n3,"4\n5,6\n').faults.throwIfAny()).toThrow(
      "line 3: got a quotation mark that is never closed",
    );
  });

  // Blocks are cut at line ends outside quotation marks; long fields with line ends and quotation marks stand across
  // them.
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
      { seed: 20261122, numRuns: runs(60, 6) },
    );
  });

  it(
    "reads any text of separators, blanks, line ends and quotation marks as papaparse does, where that finds " +
      "no fault",
    () => {
      const text = fc.string({ unit: fc.constantFrom(...'a1 ,"\n\r\t;'), maxLength: 40 });
      fc.assert(
        fc.property(
          fc.oneof(
            text,
            fc.array(text.map(quoted)).map((fields) => fields.join(",")),
          ),
          (given) => {
            const plain = given.replaceAll(/\r\n?/g, "\n");
            const judge = Papa.parse<string[]>(plain, { delimiter: ",", newline: "\n" });
            // NB: papaparse takes a line end between a closing quotation mark and a separator for a blank.
            fc.pre(judge.errors.length === 0 && !/"[ \t]*\n[\s]*,/.test(plain));
            const rows = judge.data.filter((fields) => fields.length > 1 || fields[0].trim() !== "");
            expect(rowsOf(given, ",").rows.map(({ fields }) => fields)).toEqual(rows);
          },
        ),
        { seed: 20261130, numRuns: runs(2000, 133) },
      );
    },
  );

  it.each(["\n", "\r", "\r\n"])("counts lines that end in %j", (end) => {
    expect(rowsOf(["a,b", "", '1,"2', '3"', "4,5"].join(end)).rows).toEqual([
      { fields: ["a", "b"], line: 1 },
      { fields: ["1", "2\n3"], line: 3 },
      { fields: ["4", "5"], line: 5 },
    ]);
  });

  it("tells of a quotation mark inside a field once a row, and reads the rows below", () => {
    const { rows, faults } = rowsOf('a,b\n"1"x"y"z,2\n3,4\n"5" 6,7\n8,"9" \n');
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 5]);
    expect(rows[2].fields).toEqual(["8", "9"]);
    expect(faultsOf(() => faults.throwIfAny()).map(({ line, given }) => [line, given])).toEqual([
      [2, "a quotation mark inside a field"],
      [4, "a quotation mark inside a field"],
    ]);
  });

  it("says nothing of rows below headings that it could not read", () => {
    expect(rowsOf('"a"x,b\n1,2\n').rows).toEqual([]);
  });

  const longField = "x".repeat(MAX_FIELD_CHARACTERS);
  it.each([
    ["a field", `a,b\n1,${longField}x`, { line: 2, column: 2, given: "a field of 32768 characters" }],
    ["a quoted field", `a,b\n"${longField}x",1`, { line: 2, column: 1, given: "a field of 32768 characters" }],
    ["a row of fields", `a,b\n${"1,".repeat(MAX_FIELDS)}1`, { line: 2, given: "a row of 16385 fields" }],
    ["a row of quoted fields", `a,b\n${'"",'.repeat(MAX_FIELDS)}""`, { line: 2, given: "a row of 16385 fields" }],
    [
      "a row",
      `a,b\n${`${longField.slice(1)},`.repeat(33)}`,
      { line: 2, given: `a row of ${33 * MAX_FIELD_CHARACTERS} characters` },
    ],
    [
      "a quotation mark closed a megabyte below",
      `a,b\n"${"1,2\n".repeat(MAX_ROW_CHARACTERS / 4)}"`,
      { line: 2, given: expect.stringMatching(/^a row of 10485\d\d characters/) },
    ],
  ])("refuses %s beyond the limit", (_, text, fault) => {
    const { rows, faults } = rowsOf(text, ",");
    expect(rows).toHaveLength(1);
    expect(faultsOf(() => faults.throwIfAny())).toEqual([expect.objectContaining(fault)]);
  });

  it("reads a row at its limits", () => {
    expect(rowsOf(`a,b\n1,${longField}`).rows).toHaveLength(2);
    expect(rowsOf(`a,b\n1,"${longField}"`).rows).toHaveLength(2);
    expect(rowsOf(",".repeat(MAX_FIELDS - 1), ",").rows[0].fields).toHaveLength(MAX_FIELDS);
  });
});
