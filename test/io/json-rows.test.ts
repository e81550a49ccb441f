import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { eachJsonRow, isJson, parsedJson } from "../../src/io/json-rows.ts";

function rowsOf(document: unknown) {
  const faults = new FaultLog();
  const notices: string[] = [];
  const rows: string[] = [];
  eachJsonRow(document, faults, notices, (fields, line) => void rows.push(`${line}: ${fields.join(" ")}`));
  return { rows, faults, notices };
}

describe("tables in JSON", () => {
  it.each<[string, unknown]>([
    [
      "fields and rows",
      {
        fields: [{ name: "a" }, { name: "b" }],
        data: [
          [1, "x"],
          [2.5, null],
        ],
      },
    ],
    [
      "columns and rows",
      {
        columns: ["a", "b"],
        rows: [
          [1, "x"],
          [2.5, null],
        ],
      },
    ],
    [
      "records alone",
      [
        { a: 1, b: "x" },
        { a: 2.5, b: null },
      ],
    ],
    ["records under a name", { total: 2, dataset: "Prices", records: [{ a: 1, b: "x" }, { a: 2.5 }] }],
    [
      "rows below a row of headings",
      [
        ["a", "b"],
        [1, "x"],
        [2.5, ""],
      ],
    ],
    ["columns side by side", { a: [1, 2.5], b: ["x", null], unit: "EUR" }],
  ])("are read from %s", (_, document) => {
    expect(rowsOf(document)).toMatchObject({ rows: ["0: a b", "1: 1 x", "2: 2.5 "], notices: [] });
  });

  it("keep every digit, and name faults by record", () => {
    const { rows, faults } = rowsOf([{ price: 0.1 + 0.2, flag: true, own: { toString: 1 } }]);
    expect(rows[1]).toBe('1: 0.30000000000000004 true {"toString":1}');
    faults.add({ line: 1, column: 2 }, "a", "b", "c");
    expect(() => faults.throwIfAny()).toThrow("record 1, column 2: got a, wanted b; c");
  });

  it("say where the document holds only a part", () => {
    expect(rowsOf({ total: 744, records: [{ a: 1 }] }).notices).toEqual([
      "The document has 1 of 744 records; request the other pages too.",
    ]);
    expect(rowsOf({ _meta: { totalRecords: 25 }, fields: [{ name: "a" }], data: [[1]] }).notices).toHaveLength(1);
  });

  it.each([[{ status: "error", message: "no data" }], [{}], [3], [[]], [{ data: [] }], [[1, 2]]])(
    "refuse %j, which has none",
    (document) => {
      const { rows, faults } = rowsOf(document);
      expect(rows).toEqual([]);
      expect(() => faults.throwIfAny()).toThrow("wanted a list of records, or fields and data");
    },
  );

  it("are distinguished from tables of lines by their first signs", () => {
    expect([' \n{"a":1}', "[[1]]", '[{"a":1}]', "\ufeff{}"].map(isJson)).toEqual([true, true, true, true]);
    expect(["a,b", "[EUR],b", '"{",b', "<a>"].map(isJson)).toEqual([false, false, false, false]);
  });

  it("that were cut off are refused", () => {
    const faults = new FaultLog();
    expect(parsedJson('{"data":[', faults)).toBeUndefined();
    expect(() => faults.throwIfAny()).toThrow("wanted a complete JSON document");
    expect(parsedJson('\ufeff{"a":1}', new FaultLog())).toEqual({ a: 1 });
  });
});
