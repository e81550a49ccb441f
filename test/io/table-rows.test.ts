import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { eachTableRow, isWhole, type TableReader } from "../../src/io/table-rows.ts";

function rowsOf(
  text: string,
  table: Partial<TableReader> = {},
  isHeader = (fields: readonly string[]) => fields[0] === "a",
) {
  const faults = new FaultLog();
  const rows: string[] = [];
  eachTableRow(text, {}, faults, (fields) =>
    isHeader(fields)
      ? { ...table, row: (row, line) => void rows.push(`${line}: ${row.join(" ")}`) }
      : fields[0] === "stop"
        ? "stop"
        : "next",
  );
  return { rows, faults };
}

describe("eachTableRow", () => {
  it("hands over the rows below the headings, wherever these are, and nothing once it is stopped", () => {
    expect(rowsOf("title\na,b\n1,2\n3,4\n").rows).toEqual(["3: 1 2", "4: 3 4"]);
    expect(rowsOf("stop,b\na,b\n1,2\n").rows).toEqual([]);
  });

  it("leaves out what does not belong to the table, and takes no width from it", () => {
    expect(rowsOf("a,b\n#\n1,2\n", { isOutsideTable: ([first]) => first === "#" }).rows).toEqual(["3: 1 2"]);
  });

  it("faults rows that are shorter than the first, or than the table says", () => {
    expect(() => rowsOf("a,b\n1,2\n3\n").faults.throwIfAny()).toThrow("line 3: got 1 fields");
    expect(() => rowsOf("a,b\n3\n", { width: 2 }).faults.throwIfAny()).toThrow("line 2: got 1 fields");
    expect(() => rowsOf("a,b\n1,2,3\n", { headerWidth: 2 }).faults.throwIfAny()).toThrow("line 2: got 3 fields");
    expect(rowsOf("a,b\n3\n").rows).toEqual(["2: 3"]);
  });

  it("names fields beyond the headings, and takes nothing under a blank one but what may be half a number", () => {
    expect(() => rowsOf("a,b\n1,30,3\n", { headerWidth: 2 }).faults.throwIfAny()).toThrow(
      /line 2: got 3 fields under 2 headings, the last "3", wanted 2 fields; if its comma is a decimal comma, set options.decimalComma, or the separator/,
    );
    const blank = { headerWidth: 2, numBlankHeadings: 1 };
    expect(rowsOf("a,b,\n1,x,4.5\n2,y,\n", blank).rows).toEqual(["2: 1 x 4.5", "3: 2 y "]);
    expect(() => rowsOf("a,b,\n1,30,3\n", blank).faults.throwIfAny()).toThrow("3 fields under 2 headings");
    expect(() => rowsOf("a,b,\n1,x,y,z\n", blank).faults.throwIfAny()).toThrow("4 fields under 2 headings");
  });

  it("puts fields together where the table knows how", () => {
    expect(rowsOf("a,b\n1,30,3\n", { headerWidth: 2, rejoin: ([a, b, c]) => [a, `${b},${c}`] }).rows).toEqual([
      "2: 1 30,3",
    ]);
  });

  it("reads records of JSON as rows", () => {
    expect(rowsOf('[{"a":1,"b":"x"},{"a":2,"b":null}]').rows).toEqual(["1: 1 x", "2: 2 "]);
    expect(() => rowsOf('{"a":').faults.throwIfAny()).toThrow("a complete JSON document");
  });
});

describe("isWhole", () => {
  const judge = (fields: string[]) => {
    const faults = new FaultLog();
    return { isSound: isWhole(fields, 2, 7, faults), faults };
  };

  it("wants the width of the table, but for blanks beyond it", () => {
    expect(judge(["1", "2"]).isSound).toBe(true);
    expect(judge(["1", "2", "", " "]).isSound).toBe(true);
    expect(judge(["1"]).isSound).toBe(false);
    expect(() => judge(["1"]).faults.throwIfAny()).toThrow(
      'line 7: got 1 fields, the last "1", wanted 2 fields; the line was cut off',
    );
    expect(() => judge(["1", "2", "3"]).faults.throwIfAny()).toThrow("remove the extra field");
  });
});
