import { describe, expect, it } from "vitest";
import { detectForm, markerOf, MOST_LINE_CHARACTERS, mpsLines, splitFields } from "../../../src/lp/io/mps-lines.ts";
import type { MpsForm, MpsSection } from "../../../src/lp/io/mps-lines.ts";

const fields = (section: MpsSection, form: MpsForm, text: string, declared: readonly string[] = []): string[] =>
  splitFields(section, form, [...mpsLines(text)][0], (name) => declared.includes(name));

describe("mpsLines", () => {
  it("drops comments and blank lines, counts lines, and distinguishes headers from data", () => {
    expect([...mpsLines("* c\r\nROWS \n\n N c\r  * no comment\n")]).toEqual([
      { number: 2, isHeader: true, text: "ROWS" },
      { number: 4, isHeader: false, text: " N c" },
      { number: 5, isHeader: false, text: "  * no comment" },
    ]);
  });
});

describe("detectForm", () => {
  const fixedRows = "ROWS\n N  MY COST\n L  ROW 1\n";

  it("is free form if every line is valid in free form, even with all fields in fixed columns", () => {
    expect(detectForm("ROWS\n N  COST\n L  ROW1\nCOLUMNS\n    X         COST                1.5")).toBe("free");
  });

  it("is fixed form if a name contains a blank and every line has fixed columns", () => {
    expect(detectForm(fixedRows)).toBe("fixed");
    expect(detectForm(`${fixedRows}COLUMNS\n    X         ROW 1              1.5   MY COST            -2.`)).toBe(
      "fixed",
    );
  });

  it("remains free form if a line is not valid in fixed form, so that the error names fields", () => {
    expect(detectForm(`${fixedRows}COLUMNS\n  a-long-column-name ROW1 1`)).toBe("free");
    expect(detectForm("ROWS\n N\tMY COST\n")).toBe("free");
  });
});

describe("splitFields", () => {
  it("gives one order for both forms", () => {
    expect(fields("ROWS", "free", " N  cost")).toEqual(["N", "cost"]);
    expect(fields("ROWS", "fixed", " N  MY COST")).toEqual(["N", "MY COST"]);
    expect(fields("COLUMNS", "free", " x r 1 s 2")).toEqual(["x", "r", "1", "s", "2"]);
    expect(fields("COLUMNS", "fixed", "    X 1       R 1                1.5   S 1                 2.")).toEqual([
      "X 1",
      "R 1",
      "1.5",
      "S 1",
      "2.",
    ]);
  });

  it("uses an empty name for an omitted set", () => {
    expect(fields("RHS", "free", " r 1")).toEqual(["", "r", "1"]);
    expect(fields("RHS", "free", " r 1 s 2")).toEqual(["", "r", "1", "s", "2"]);
    expect(fields("RANGES", "free", " set r 1")).toEqual(["set", "r", "1"]);
    expect(fields("BOUNDS", "free", " UP x 1")).toEqual(["UP", "", "x", "1"]);
    expect(fields("BOUNDS", "free", " FR x")).toEqual(["FR", "", "x"]);
    expect(fields("BOUNDS", "free", " FR set x")).toEqual(["FR", "set", "x"]);
    expect(fields("BOUNDS", "fixed", " UP           X                  4")).toEqual(["UP", "", "X", "4"]);
    expect(fields("BOUNDS", "fixed", " FR SET       X")).toEqual(["FR", "SET", "X"]);
  });

  it("refuses wrong counts with the line", () => {
    expect(() => fields("COLUMNS", "free", "\n\n x r")).toThrow(/^line 3: got "x r" in COLUMNS, wanted a column name/u);
    expect(() => fields("RHS", "free", " a b c d e f 1")).toThrow(/^line 1: got "a b c d e f 1" in RHS/u);
    expect(() => fields("BOUNDS", "free", " UP x y z 1")).toThrow(/in BOUNDS, wanted a type/u);
  });
});

describe("markers", () => {
  it("are recognised by their second last word", () => {
    const markerIn = (text: string): string | undefined => markerOf([...mpsLines(text)][0]);
    expect(markerIn(" M1 'MARKER' 'INTORG'")).toBe("'INTORG'");
    expect(markerIn("    MY MARK   'MARKER'                 'INTEND'")).toBe("'INTEND'");
    expect(markerIn(" x 'MARKER' 1 r 2")).toBeUndefined();
    expect(markerIn(" x r 1")).toBeUndefined();
  });
});

describe("comments after $", () => {
  it("start with field 3 or 5, in both forms", () => {
    expect(fields("ROWS", "free", " E s0 $t5 0")).toEqual(["E", "s0"]);
    expect(fields("ROWS", "fixed", " E  s0        $t5                  0")).toEqual(["E", "s0"]);
    expect(fields("COLUMNS", "free", " x c 1 $ more words")).toEqual(["x", "c", "1"]);
    expect(fields("COLUMNS", "free", " x c 1 d 2 $5")).toEqual(["x", "c", "1", "d", "2"]);
    expect(
      fields("COLUMNS", "fixed", "    MY X      MY C               1.0   $ 5 % of it, by hand, and so on for long"),
    ).toEqual(["MY X", "MY C", "1.0"]);
    expect(fields("RHS", "free", " r 4 $ of r")).toEqual(["", "r", "4"]);
    expect(fields("RHS", "free", " R r 4 $")).toEqual(["R", "r", "4"]);
    expect(fields("BOUNDS", "free", " FR x $ free")).toEqual(["FR", "", "x"]);
    expect(fields("BOUNDS", "free", " UP B x 4 $ cap")).toEqual(["UP", "B", "x", "4"]);
  });

  it("are not comments if the text declares the name, or for columns and sets with such names", () => {
    expect(fields("COLUMNS", "free", " x $r 1 $s 2", ["$r", "$s"])).toEqual(["x", "$r", "1", "$s", "2"]);
    expect(fields("COLUMNS", "free", " $x c 1")).toEqual(["$x", "c", "1"]);
    expect(fields("COLUMNS", "fixed", "    X 1       $r 1               1.5", ["$r 1"])).toEqual([
      "X 1",
      "$r 1",
      "1.5",
    ]);
    expect(fields("RHS", "free", " $set r 1")).toEqual(["$set", "r", "1"]);
    expect(fields("BOUNDS", "free", " UP $set $x 1", ["$x"])).toEqual(["UP", "$set", "$x", "1"]);
    expect(fields("BOUNDS", "free", " UP $x 1", ["$x"])).toEqual(["UP", "", "$x", "1"]);
  });
});

describe("long lines", () => {
  it("are refused unless they are comments", () => {
    const long = "x".repeat(MOST_LINE_CHARACTERS + 1);
    expect([...mpsLines(`*${long}\n N c`)]).toHaveLength(1);
    expect(() => [...mpsLines(`ROWS\n ${long}`)]).toThrow(
      "line 2: has 8194 characters, wanted at most 8192; is it an MPS file?",
    );
  });
});
