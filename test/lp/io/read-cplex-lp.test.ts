import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import { ProgramError } from "../../../src/errors.ts";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { readCplexLp } from "../../../src/lp/io/read-cplex-lp.ts";
import { runs } from "../../support/runs.ts";

const highs = await loadHighs();

/** What HiGHS reads from the same text, as far as a `LinearProgram` holds it. */
function readByHighs(text: string): Partial<LinearProgram> {
  return highs.withModel({ format: "lp", data: text }, (model) => {
    const { numCols, numRows, colCost, colLower, colUpper, rowLower, rowUpper, matrix, offset, sense } =
      model.getLp("csc");
    const { starts: colStart, indices: rowIndex, values: value } = matrix;
    const program = {
      numCols,
      numRows,
      cost: colCost,
      colLower,
      colUpper,
      rowLower,
      rowUpper,
      colStart,
      rowIndex,
      value,
    };
    const isMax = sense === highs.constants.objectiveSense.maximize;
    return { ...program, objectiveOffset: offset + 0, sense: isMax ? ("max" as const) : ("min" as const) };
  });
}

const lines = (...text: readonly string[]): string => text.join("\n");

const byCplex = lines(
  "\\ENCODING=ISO-8859-1",
  "\\Problem name: plan",
  "",
  "Maximize",
  " obj1: x1 + 2 x2 + 3 x3 + x4 + 4.5",
  "Subject To",
  " c1: - x1 + x2 + x3 + 10 x4 <= 20",
  " c2: x1 - 3 x2 + x3 <= 30",
  " c3: x2 - 3.5 x4 = 0",
  "Bounds",
  " 0 <= x1 <= 40",
  " 2 <= x4 <= 3",
  " x2 Free",
  " -inf <= x3 <= 7",
  "End",
);
const byLinopy = lines(
  "max", "", "obj:", "", "+40.0 x0", "+3.0 x1", "", "s.t.", "", "c0:", "+1.0 x0", "+1.0 x1", ">=", "+50.0", "",
  "c1:", "-1.0 x0", "<=", "-5.0", "", "bounds", "", "-infinity <= x1 <= +infinity", "", "+0.0 <= x0 <= +100.0", "", "end", "",
); // prettier-ignore
const byPulp = lines(
  "\\* a_problem *\\",
  "Minimize",
  "OBJ: 3 flow_(0,_1) + 2 y",
  "Subject To",
  "_C1: flow_(0,_1) + y >= 2",
  "_C2: flow_(0,_1) - 2 y",
  " - 1.5 z <= 1e-07",
  "Bounds",
  "-5 <= y <= 5",
  "z free",
  "End",
);
const plain = lines(
  "Minimize",
  " 3x+2y-1e1 z+1",
  "st",
  " x+y>=2",
  " + - 2 x - y <= 1e30",
  " x <= 1E+02",
  " z >= -5",
  "bounds",
  " x <= 1e20",
  " y = 3",
  " z >= -1e30",
  "end",
);

describe("readCplexLp, beside HiGHS", () => {
  it.each([
    ["CPLEX", byCplex, ["x1", "x2", "x3", "x4"], ["c1", "c2", "c3"]],
    ["linopy", byLinopy, ["x0", "x1"], ["c0", "c1"]],
    ["PuLP", byPulp, ["flow_(0,_1)", "y", "z"], ["_C1", "_C2"]],
    ["a person in a hurry", plain, ["x", "y", "z"], ["R1", "R2", "R3", "R4"]],
  ])("reads what %s writes", (_, text, colNames, rowNames) => {
    const mine = readCplexLp(text);
    expect(mine).toMatchObject(readByHighs(text));
    expect(mine).toMatchObject({ colNames, rowNames });
    expect(mine.notices).toBeUndefined();
  });

  it("reads the relaxation of integer columns on request", () => {
    const text = lines(
      "Minimize",
      " x + y + z + w",
      "Subject To",
      " c: x + y + z + w >= 3",
      "Bounds",
      " 2 <= w <= 9",
      " z <= 8",
      "General",
      " z",
      "Binary",
      " x y",
      "Semi-continuous",
      " w",
      "End",
    );
    expect(() => readCplexLp(text)).toThrow(
      'line 9: got column "z" under General, wanted continuous columns only; pass { integers: "relax" } to ' +
        "read the linear relaxation.",
    );
    const mine = readCplexLp(text, { integers: "relax" });
    expect([[...mine.colLower], [...mine.colUpper]]).toEqual([
      [0, 0, 0, 0],
      [1, 1, 8, 9],
    ]);
    expect(mine.notices).toEqual([
      { line: 9, message: '4 integer or semicontinuous columns (first: "z") were read as continuous ones.' },
    ]);
    // HiGHS keeps the lower bound of w beside its kind; the bounds of the integers agree.
    expect([...(readByHighs(text).colUpper ?? [])]).toEqual([1, 1, 8, 9]);
    expect(readCplexLp(text.replace(" 2 <= w", " x = 1\n 2 <= w"), { integers: "relax" }).colLower[0]).toBe(1);
  });
});

describe("readCplexLp, beyond HiGHS", () => {
  const rowOf = (row: string): [number, number, number[]] => {
    const { rowLower, rowUpper, value } = readCplexLp(lines("Minimize", " x + y", "Subject To", ` ${row}`, "End"));
    return [rowLower[0], rowUpper[0], [...value]];
  };

  it.each<[string, [number, number, number[]]]>([
    ["c: -5 <= x + y <= 5", [-5, 5, [1, 1]]],
    ["c: 5 >= x + y >= -5", [-5, 5, [1, 1]]],
    ["-inf <= x - y <= 5", [-Infinity, 5, [1, -1]]],
    ["-1e30 <= x - y <= +Infinity", [-Infinity, Infinity, [1, -1]]],
    ["c: 2 <= x + y", [2, Infinity, [1, 1]]],
    ["c: 2 = x + y", [2, 2, [1, 1]]],
    ["c: 2 > 3 x", [-Infinity, 2, [3]]],
    ["c: x =< 2", [-Infinity, 2, [1]]],
    ["c: x => 2", [2, Infinity, [1]]],
    ["c: - + 2 x < 2", [-Infinity, 2, [-2]]],
    ["c: x + y >= -inf", [-Infinity, Infinity, [1, 1]]],
    ["c: x + 3 >= 5", [2, Infinity, [1]]],
    ["c: x + 0.1 + y <= 0.3", [-Infinity, 0.2, [1, 1]]],
    ["c: 1 <= x + 2 <= 4", [-1, 2, [1]]],
    ["c: x + 2 x + y - y >= 1", [1, Infinity, [3]]],
    ["c: 0 x >= 2", [2, Infinity, []]],
    ["c: 0 >= 2", [2, Infinity, []]],
    ["c: 0 >= -inf", [-Infinity, Infinity, []]],
    ["c: 1 <= 0 <= 2", [1, 2, []]],
    ["c: 3 x\n + 2\n y\n <=\n 4", [-Infinity, 4, [3, 2]]],
  ])("reads the row %s", (row, wanted) => {
    expect(rowOf(row)).toEqual(wanted);
  });

  it("adds up terms of one column in the objective too", () => {
    expect([...readCplexLp("Minimize\n x + 2 x - y + 3 + 0.1 + 0.2\nEnd").cost]).toEqual([3, -1]);
    // The constants as decimals: 3.3, not 3.3000000000000003.
    expect(readCplexLp("Minimize\n x + 2 x - y + 3 + 0.1 + 0.2\nEnd").objectiveOffset).toBe(3.3);
  });

  it("takes names with odd characters, brackets and keywords where they are labels", () => {
    const lp = readCplexLp(
      lines(
        "Minimize",
        " x[1,2] + a/b + $c + é#1 + e1 + _(y)",
        "Subject To",
        " end: x[1,2] >= 1",
        " bounds : a/b >= 1",
        " c[1]: 2e1 >= 1",
        "End",
      ),
    );
    expect(lp.colNames).toEqual(["x[1,2]", "a/b", "$c", "é#1", "e1", "_(y)"]);
    expect(lp.rowNames).toEqual(["end", "bounds", "c[1]"]);
    // 2e1 is twenty, not 2 times e1.
    expect([...lp.rowLower]).toEqual([1, 1, -19]);
  });

  it("keeps columns that only Bounds names, with a notice", () => {
    const lp = readCplexLp("Minimize\n x\nSubject To\n c: x >= 1\nBounds\n unused <= 4\n 0 <= w <= 1\nEnd");
    expect(lp).toMatchObject({ numCols: 3, colNames: ["x", "unused", "w"], colUpper: Float64Array.of(Infinity, 4, 1) });
    expect(lp.notices).toEqual([
      {
        line: 6,
        message:
          '2 columns (first: "unused") have no cost and occur in no row; they are columns of the program all the same.',
      },
    ]);
  });

  it("uses the last of two bounds, with a notice", () => {
    const lp = readCplexLp("Minimize\n x + y\nBounds\n x >= 1\n x >= 2\n y free\n y <= 5\n y <= 6\nEnd");
    expect([[...lp.colLower], [...lp.colUpper]]).toEqual([
      [2, -Infinity],
      [Infinity, 6],
    ]);
    expect(lp.notices).toEqual([
      { line: 5, message: '3 bounds (first: of "x") were set more than once; the last value counts.' },
    ]);
  });

  it("names rows without a label by position, without reusing a label", () => {
    expect(readCplexLp("Minimize\n x\nSubject To\n x >= 1\n R1: x >= 2\n x >= 3\nEnd").rowNames).toEqual([
      "R1_",
      "R1",
      "R3",
    ]);
  });
});

const head = ["Minimize", " obj: x + y", "Subject To", " c: x + y >= 2"];
const faults: readonly [string, string, string][] = [
  ["an empty text", "", 'line 1: got "", wanted Minimize or Maximize first.'],
  ["no sense", " x + y\nEnd", 'line 1: got "x", wanted Minimize or Maximize first.'],
  ["no End", lines(...head), "line 4: the text ends without End, wanted it as the last line; was the file cut short?"],
  ["words after End", lines(...head, "End", "x"), 'line 6: got "x", wanted nothing after End.'],
  [
    "a section twice",
    lines(...head, "Subject To", "End"),
    'line 5: got section "Subject To" a second time, wanted it once.',
  ],
  [
    "a quadratic objective",
    lines("Minimize", " x + [ x ^ 2 ] / 2", "End"),
    "line 2: got a quadratic term ([), wanted linear terms only; this library solves linear programs.",
  ],
  ["a product", lines("Minimize", " 3 x * y", "End"), "line 2: got a quadratic term (*), wanted linear terms only"],
  [
    "an indicator",
    lines(...head, " i: b = 1 -> x <= 3", "End"),
    "line 5: got an indicator constraint (->), wanted linear terms only",
  ],
  [
    "special ordered sets",
    lines(...head, "SOS", " s1: S1:: x:1 y:2", "End"),
    'line 6: got section "SOS", wanted a linear program; this library does not solve other programs.',
  ],
  [
    "general constraints",
    lines(...head, "General Constraints", " g: z = MAX ( x , y )", "End"),
    'line 6: got section "General Constraints", wanted a linear program',
  ],
  [
    "lazy constraints",
    lines(...head, "Lazy Constraints", " g: x >= 1", "End"),
    'line 6: got section "Lazy Constraints"',
  ],
  ["a row without a relation", lines(...head, " d: x + y", "End"), 'line 6: got "End", wanted a relation (<=, >=, =).'],
  ["a row without a bound", lines(...head, " d: x + y >=", "End"), 'line 6: got "End", wanted a number or infinity.'],
  ["a variable to the right", lines(...head, " d: x >= y", "End"), 'line 5: got "y", wanted a number or infinity.'],
  [
    "a variable with a factor to the right",
    lines(...head, " d: x >= 2 y", "End"),
    'line 5: got "y", wanted the end of the row after its bound; variables go to the left',
  ],
  [
    "a sum to the right",
    lines(...head, " d: x >= 2 + 3", "End"),
    'line 5: got "+", wanted the end of the row after its bound',
  ],
  [
    "two relations that differ",
    lines(...head, " d: 1 <= x >= 2", "End"),
    "line 5: got two relations of different kinds in a row",
  ],
  [
    "three relations",
    lines(...head, " d: 1 <= x <= 2 <= 3", "End"),
    'line 5: got "<=", wanted the end of the row after its bound',
  ],
  [
    "a crossed row",
    lines(...head, " d: 3 <= x <= 2", "End"),
    "line 5: the row has the bounds [3, 2], wanted lower <= upper",
  ],
  [
    "a row that no point satisfies",
    lines(...head, " d: x >= inf", "End"),
    "line 5: the row has the bounds [Infinity, Infinity]",
  ],
  ["a label twice", lines(...head, " c: x <= 2", "End"), 'line 5: got row "c" a second time, wanted it once.'],
  [
    "no sign between terms",
    lines(...head, " d: x y >= 2", "End"),
    'line 5: got "y", wanted + or - between terms, or a relation',
  ],
  ["two numbers", lines(...head, " d: 3 4 x >= 2", "End"), 'line 5: got "4", wanted + or - between terms'],
  [
    "an infinite coefficient",
    lines(...head, " d: 1e999 x >= 2", "End"),
    'line 5: got "1e999", wanted a finite number.',
  ],
  [
    "infinity as a column",
    lines(...head, " d: 2 x + inf >= 2", "End"),
    'line 5: got "inf", wanted a term such as 3 x.',
  ],
  [
    "two labels",
    lines("Minimize", " x : y : 3", "End"),
    'line 2: got "y", wanted a term of the objective or Subject To.',
  ],
  [
    "a sum under Bounds",
    lines(...head, "Bounds", " x + y <= 2", "End"),
    'line 6: got "+", wanted a relation (<=, >=, =) or free.',
  ],
  ["a factor under Bounds", lines(...head, "Bounds", " 2 x <= 2", "End"), 'line 6: got "x", wanted a relation'],
  [
    "a number under Bounds",
    lines(...head, "Bounds", " 2 <= 3", "End"),
    'line 6: got "3", wanted a column name; Bounds contains bounds of single columns.',
  ],
  [
    "a negative upper bound alone",
    lines(...head, "Bounds", " x <= -5", "End"),
    'line 6: column "x" has the bounds [0, -5], wanted lower <= upper; write "-inf <= x <= ..." if no lower ' +
      "bound is intended.",
  ],
  [
    "crossed bounds",
    lines(...head, "Bounds", " x <= 5", " x >= 6", "End"),
    'line 7: column "x" has the bounds [6, 5], wanted lower <= upper.',
  ],
  [
    "a sign that stands alone",
    lines(...head, "Bounds", " x <= 5 -", "End"),
    'line 7: got "End", wanted a number or infinity.',
  ],
  [
    "a character that is not allowed in a name",
    lines(...head, " .x >= 1", "End"),
    'line 5: got ".x >= 1", wanted a name, a number or a relation.',
  ],
];

/** CPU time that no reading in linear time comes near, microseconds. */
const MAX_CPU_US = 10_000_000;

describe("readCplexLp, faults", () => {
  it.each(faults)("%s", (_, text, message) => {
    try {
      readCplexLp(text);
    } catch (error) {
      expect(error).toBeInstanceOf(ProgramError);
      expect((error as Error).message).toContain(message);
      return;
    }
    throw new Error("nothing was thrown");
  });

  it("rejects input that is not text, and invalid options", () => {
    expect(() => readCplexLp(5 as never)).toThrow("text: got number, wanted the LP file as a string.");
    expect(() => readCplexLp("", { rhs: "A" } as never)).toThrow(
      "options.rhs: is not an option, wanted one of integers.",
    );
  });

  it.each<[string, () => string, RegExp]>([
    ["megabytes of carriage returns", () => "\r".repeat(runs(20_000_000)), /Minimize or Maximize first/u],
    [
      "a number of a million digits and a letter",
      () => `Minimize\n ${"9".repeat(1_000_000)}x\nEnd`,
      /^line 2: got a word of 1000000 characters, wanted at most 8192/u,
    ],
    [
      "a name of 1e8 characters",
      () => `Minimize\n ${"x".repeat(1e8)}\nEnd`,
      /^line 2: got a word of 100000000 characters/u,
    ],
    ["a line of 1e8 blanks", () => `Minimize\n x${" ".repeat(1e8)}y\nEnd`, /wanted \+ or - between terms/u],
    ["a million signs", () => `Minimize\n ${"- ".repeat(1_000_000)}x\nEnd`, /^read$/u],
    ["a million relations", () => `Minimize\n x\nst\n ${"<= ".repeat(1_000_000)}`, /^line 4: got/u],
    [
      "very many columns in one line",
      () => `Minimize\n ${Array.from({ length: runs(300_000) }, (_, k) => `+ x${k}`).join(" ")}\nEnd`,
      /^read$/u,
    ],
    ["very many constants", () => `Minimize\n ${"+ 1.5 ".repeat(runs(300_000))}\nEnd`, /^read$/u],
    [
      "very many bounds given again",
      () => `Minimize\n x\nBounds\n${Array.from({ length: runs(300_000) }, (_, k) => ` x <= ${k}\n`).join("")}End`,
      /^read$/u,
    ],
    ["a million sections", () => "Minimize\nst\n".repeat(1_000_000), /^line \d+: /u],
  ])("%s: an answer in linear time", (_, text, message) => {
    const given = text();
    const before = process.cpuUsage();
    let answer = "read";
    try {
      readCplexLp(given);
    } catch (error) {
      expect(error).toBeInstanceOf(ProgramError);
      answer = (error as Error).message;
    }
    expect(process.cpuUsage(before).user).toBeLessThan(MAX_CPU_US);
    expect(answer).toMatch(message);
    expect(answer.length).toBeLessThan(300);
  });
});
