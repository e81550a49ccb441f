import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import { ProgramError } from "../../../src/errors.ts";
import { checkProgram } from "../../../src/lp/check-program.ts";
import { readMps } from "../../../src/lp/io/read-mps.ts";
import { sharedLpAbsence, sharedLps, sharedLpsPresent } from "../../support/shared-lps.ts";
import { isSoak, runs } from "../../support/runs.ts";

const free = `* a comment, then a blank line

NAME  tiny
OBJSENSE
    MAX
ROWS
 N  profit
 L  hours
 G  need
 E  exact
 E  above
 E  below
 N  memo
 L  span
COLUMNS
    x  profit  3  hours  1
    x  need  1
    x  memo  5
    y  profit  2.5e0  exact  1
    y  above  1  below  1
    y  span  -1
    z  hours  1D1
RHS
    rhs  hours  40  need  2
    rhs  exact  4  above  4
    rhs  below  4  span  9
    rhs  profit  -7
RANGES
    rng  hours  10  need  5
    rng  above  2  below  -2
    rng  span  3
BOUNDS
 UP  bnd  x  12
 LO  bnd  x  1
 MI  bnd  y
 UP  bnd  z  -3
ENDATA
`;

describe("readMps", () => {
  it("reads free form: rows, ranges by the sign of R, bounds, sense and constant", () => {
    const lp = readMps(free);
    expect(lp.sense).toBe("max");
    expect(lp.objectiveOffset).toBe(7); // minus the right-hand side of the objective
    expect(lp.rowNames).toEqual(["hours", "need", "exact", "above", "below", "memo", "span"]);
    expect(lp.colNames).toEqual(["x", "y", "z"]);
    expect([...lp.colStart]).toEqual([0, 3, 7, 8]);
    expect([...lp.rowIndex]).toEqual([0, 1, 5, 2, 3, 4, 6, 0]);
    expect([...lp.value]).toEqual([1, 1, 5, 1, 1, 1, -1, 10]);
    expect([...lp.cost]).toEqual([3, 2.5, 0]);
    // hours: L 40 with R 10; need: G 2 with R 5; exact: E 4; above: E 4, R 2; below: E 4, R -2; memo: N; span: L 9, R
    // 3.
    expect([...lp.rowLower]).toEqual([30, 2, 4, 4, 2, -Infinity, 6]);
    expect([...lp.rowUpper]).toEqual([40, 7, 4, 6, 4, Infinity, 9]);
    // MI leaves the upper bound at Infinity; a negative UP without a lower bound opens the lower side.
    expect([...lp.colLower]).toEqual([1, -Infinity, -Infinity]);
    expect([...lp.colUpper]).toEqual([12, Infinity, -3]);
  });

  it("reads fixed form with blanks inside names", () => {
    const lp = readMps(
      [
        "NAME          BLANKS",
        "ROWS",
        " N  MY COST",
        " L  ROW 1",
        " G  ROW 2",
        "COLUMNS",
        "    COL A     MY COST            1.5   ROW 1              2.",
        "    COL A     ROW 2               1.",
        "    COL B     ROW 1               -1",
        "RHS",
        "    MY RHS    ROW 1               10   ROW 2               1",
        "BOUNDS",
        " UP MY BND    COL A                4",
        " FR MY BND    COL B",
        "ENDATA",
      ].join("\n"),
    );
    expect(lp.rowNames).toEqual(["ROW 1", "ROW 2"]);
    expect(lp.colNames).toEqual(["COL A", "COL B"]);
    expect([...lp.cost]).toEqual([1.5, 0]);
    expect([...lp.value]).toEqual([2, 1, -1]);
    expect([...lp.rowIndex]).toEqual([0, 1, 0]);
    expect([...lp.rowLower]).toEqual([-Infinity, 1]);
    expect([...lp.rowUpper]).toEqual([10, Infinity]);
    expect([...lp.colLower]).toEqual([0, -Infinity]);
    expect([...lp.colUpper]).toEqual([4, Infinity]);
    expect(lp.sense).toBe("min");
  });

  it("reads every bound type and infinite bounds", () => {
    const lp = readMps(`NAME
ROWS
 N c
COLUMNS
 a c 1
 b c 1
 d c 1
 e c 1
 f c 1
 g c 1
 h c 1
BOUNDS
 FX a 2
 FR b
 MI d
 UP d -1
 LO e -4
 PL e
 UP f 1e30
 LO g -Inf
 UP g +inf
 UP h 0
ENDATA`);
    expect([...lp.colLower]).toEqual([2, -Infinity, -Infinity, -4, 0, -Infinity, 0]);
    expect([...lp.colUpper]).toEqual([2, Infinity, -1, Infinity, Infinity, Infinity, 0]);
    expect(lp.numRows).toBe(0);
  });

  it("reads OBJSENSE inline, Windows line ends, lower-case heads, sets left out, and empty columns", () => {
    const text =
      "name t\r\nobjsense maximize\r\nrows\r\n n c\r\n l r\r\ncolumns\r\n x c 0\r\n y r 1\r\nrhs\r\n r " +
      "5\r\nendata\r\n\r\n";
    const lp = readMps(text);
    expect(lp.sense).toBe("max");
    expect([...lp.colStart]).toEqual([0, 0, 1]);
    expect([...lp.rowUpper]).toEqual([5]);
    expect(readMps(text.replace("maximize", "MIN")).sense).toBe("min");
    expect(readMps(`\uFEFF${text}`)).toEqual(lp);
    // OBJSENSE may stand anywhere before ENDATA.
    expect(readMps("ROWS\n N c\nCOLUMNS\n x c 1\nOBJSENSE\n Maximise\nENDATA").sense).toBe("max");
  });

  it("agrees with HiGHS's own reader on what the format leaves open", async () => {
    const highs = await loadHighs();
    const mine = readMps(free);
    const theirs = highs.withModel({ format: "mps", data: free.replace("1D1", "1E1") }, (model) => model.getLp("csc"));
    // HiGHS drops further N rows: take `memo` out of ours.
    const selected = [0, 1, 2, 3, 4, 6];
    expect(selected.map((i) => mine.rowLower[i])).toEqual([...theirs.rowLower]);
    expect(selected.map((i) => mine.rowUpper[i])).toEqual([...theirs.rowUpper]);
    // HiGHS keeps z in [0, -3]; see the docstring of readMps.
    expect([...mine.colLower].slice(0, 2)).toEqual([...theirs.colLower].slice(0, 2));
    expect([mine.colLower[2], theirs.colLower[2]]).toEqual([-Infinity, 0]);
    expect([...mine.colUpper]).toEqual([...theirs.colUpper]);
    expect([...mine.cost]).toEqual([...theirs.colCost]);
    expect(mine.objectiveOffset).toBe(theirs.offset);
  });
});

/** A sound text, one line of which each case replaces. */
const sound = [
  "NAME t", // 1
  "ROWS", // 2
  " N c", // 3
  " L r1", // 4
  " G r2", // 5
  "COLUMNS", // 6
  " x c 1 r1 2", // 7
  " y c 1 r2 3", // 8
  "RHS", // 9
  " R r1 4", // 10
  "RANGES", // 11
  " G r1 2", // 12
  "BOUNDS", // 13
  " UP B x 4", // 14
  "ENDATA", // 15
];

const faults: readonly [string, number, string, RegExp][] = [
  ["an unknown section", 2, "ROWZ", /got section "ROWZ", wanted NAME, OBJSENSE, OBJNAME, ROWS/u],
  ["a section twice", 9, "COLUMNS", /got section COLUMNS a second time/u],
  ["a section of quadratic programs", 13, "QUADOBJ", /got section QUADOBJ, wanted a linear program/u],
  ["a data line before any section", 1, "  x 1", /a data line before any section/u],
  ["a data line under NAME", 2, "  x 1", /a data line under NAME/u],
  ["an unknown sense", 1, "OBJSENSE best", /got "best" under OBJSENSE, wanted MIN, MINIMIZE, MAX or MAXIMIZE/u],
  ["a sense and a word too many", 1, "OBJSENSE MAX profit", /got "MAX profit" under OBJSENSE/u],
  ["words after a section's name", 2, "ROWS N c", /got "N c" after ROWS, wanted nothing/u],
  ["an unknown row type", 4, " X r1", /got row type "X", wanted N, E, L or G/u],
  ["a row twice", 5, " G r1", /got row "r1" a second time/u],
  ["no objective", 3, " L c", /ROWS has no N row/u],
  ["a row line of three fields", 4, " L r1 r9", /got "L r1 r9" in ROWS, wanted a type .* fixed form/u],
  ["a column line of two fields", 7, " x c", /in COLUMNS, wanted a column name and one or two pairs/u],
  ["a coefficient that is not a number", 7, " x c 1 r1 two", /in COLUMNS, wanted a column name/u],
  [
    "an infinite coefficient",
    7,
    " x c 1 r1 Inf",
    /got "Inf" for the coefficient of "x" in "r1", wanted a finite number/u,
  ],
  ["a coefficient beyond doubles", 7, " x c 1 r1 1e999", /got "1e999" for the coefficient/u],
  ["an unknown row in COLUMNS", 7, " x c 1 r9 2", /got row "r9", wanted one named in ROWS/u],
  ["a coefficient twice on a line", 7, " x r1 1 r1 2", /column "x" has row "r1" twice/u],
  ["a cost twice", 7, " x c 1 c 2", /column "x" has row "c" twice/u],
  [
    "an integer marker",
    7,
    " M1 'MARKER' 'INTORG'",
    /an integer MARKER, wanted continuous columns only; pass \{ integers: "relax" \}/u,
  ],
  ["an unknown row in RHS", 10, " R r9 4", /got row "r9"/u],
  ["a right-hand side twice", 10, " R r1 4 r1 5", /got the right-hand side of "r1" a second time/u],
  ["an infinite constant", 10, " R c Inf", /got "Inf" for the right-hand side of "c"/u],
  [
    "an infinite right-hand side that makes the row infeasible",
    10,
    " R r1 -1e20",
    /got -Infinity for the right-hand side of "r1" \(L row\)/u,
  ],
  ["a range on the objective", 12, " G c 2", /a range on the N row "c"/u],
  ["a range twice", 12, " G r1 2 r1 3", /got the range of "r1" a second time/u],
  ["an unknown row in RANGES", 12, " G r9 2", /got row "r9"/u],
  ["an unknown bound type", 14, " UX B x 4", /got bound type "UX", wanted UP, LO, FX, FR, MI or PL/u],
  ["a binary column", 14, " BV B x", /got bound type BV on "x", wanted a continuous column/u],
  ["an integer lower bound", 14, " LI B x 1", /got bound type LI on "x"/u],
  ["an integer upper bound", 14, " UI B x 1", /got bound type UI on "x"/u],
  ["a semicontinuous column", 14, " SC B x 1", /got bound type SC on "x"/u],
  ["a bound without a number", 14, " UP B x", /in BOUNDS, wanted a type/u],
  ["a bound on an unknown column", 14, " UP B w 4", /got column "w", wanted one named in COLUMNS/u],
  ["an upper bound of -Infinity", 14, " UP B x -Inf", /column "x" now has the bounds \[-Infinity, -Infinity\]/u],
  ["a lower bound of Infinity", 14, " LO B x 1e20", /column "x" now has the bounds \[Infinity, Infinity\]/u],
  ["no ENDATA", 15, "* end", /the text ends without ENDATA/u],
];

describe("readMps, faults", () => {
  const faultOf = (text: string): ProgramError => {
    try {
      readMps(text);
    } catch (error) {
      if (error instanceof ProgramError) return error;
      throw error;
    }
    throw new Error("nothing was thrown");
  };

  it("reads the sound text", () => {
    expect(readMps(sound.join("\n")).numCols).toBe(2);
  });

  it.each(faults)("names the line of %s", (_, line, text, message) => {
    const error = faultOf(sound.map((was, k) => (k === line - 1 ? text : was)).join("\n"));
    const shownAt = text === " L c" ? 6 : text === "* end" ? 14 : line;
    expect(error.path).toBe(`line ${shownAt}`);
    expect(error.message).toMatch(message);
  });

  it("names the line of faults that take two lines", () => {
    const added = (after: number, text: string): ProgramError =>
      faultOf([...sound.slice(0, after), text, ...sound.slice(after)].join("\n"));
    expect(added(8, " x r2 1").message).toBe(
      'line 9: column "x" appears again after other columns, wanted all its lines together.',
    );
    expect(added(7, " x r1 1").message).toMatch(/^line 8: column "x" has row "r1" twice/u);
    expect(added(14, " UP B x 5").message).toBe(
      'line 15: got the upper bound of column "x" a second time, wanted it once.',
    );
    expect(added(14, " LO B x 5").message).toMatch(/^line 15: column "x" now has the bounds \[5, 4\]/u);
    expect(added(14, " FX B x 5").message).toMatch(/^line 15: got the upper bound of column "x" a second time/u);
    expect(added(1, "OBJSENSE").message).toMatch(/^line 3: OBJSENSE before this line is empty, wanted MIN/u);
    expect(added(1, "OBJSENSE\n MAX\n MIN").message).toBe("line 4: got a second word under OBJSENSE, wanted one.");
    expect(added(1, "OBJSENSE MAX\n MAX").message).toMatch(/^line 3: got a second word/u);
    expect(added(15, "more").message).toMatch(/^line 16: got text after ENDATA/u);
    const rangeOnNothing = sound.map((was, k) => (k === 9 ? " R r1 Inf" : was)).join("\n");
    expect(faultOf(rangeOnNothing).message).toMatch(
      /^line 12: got a range on row "r1" with an infinite right-hand side/u,
    );
  });

  it("counts comments and blank lines", () => {
    expect(faultOf(`* note\n\n${sound.join("\n").replace(" G r2", " H r2")}`).path).toBe("line 7");
  });

  it("rejects an empty text, and input that is not text", () => {
    expect(faultOf("").message).toMatch(/^line 1: the text ends without ENDATA/u);
    expect(faultOf(undefined as unknown as string).message).toBe(
      "text: got undefined, wanted the MPS file as a string.",
    );
  });
});

describe("readMps, ambiguous texts", () => {
  it("treats a $ at the start of field 3 or 5 as a comment", () => {
    // HiGHS issue 1860, re-typed: x = 2, cost 1.
    const text =
      "NAME          rvb-sub\nROWS\n N  c\n E  s0        $t5                  0\nCOLUMNS\n    x         c    " +
      "              1.0   s0                 1.0\nRHS\n    RHS       s0                 2.0\nENDATA";
    expect(readMps(text)).toMatchObject({ numRows: 1, numCols: 1, rowNames: ["s0"], colNames: ["x"] });
    expect([...readMps(text).rowLower, ...readMps(text).cost]).toEqual([2, 1]);
    const commented = sound.map((line, k) => (line.startsWith(" ") ? `${line} $ line ${k}` : line)).join("\n");
    expect(readMps(commented)).toEqual(readMps(sound.join("\n")));
    const named = sound.join("\n").replaceAll("r1", "$r1").replaceAll(" x ", " $x ");
    expect(readMps(named)).toEqual({ ...readMps(sound.join("\n")), rowNames: ["$r1", "r2"], colNames: ["$x", "y"] });
  });

  const twoCosts = "ROWS\n N c\n L r\n N d\nCOLUMNS\n x c 1 r 1\n x d 5\nRHS\n R d -7 r 4\nENDATA";

  it("uses the objective that OBJNAME or the option names, and keeps the other as a free row", () => {
    const wanted = {
      rowNames: ["c", "r"],
      cost: Float64Array.of(5),
      objectiveOffset: 7,
      rowLower: Float64Array.of(-Infinity, -Infinity),
    };
    for (const lp of [
      readMps(`OBJNAME\n    d\n${twoCosts}`),
      readMps(`OBJNAME d\n${twoCosts}`),
      readMps(twoCosts, { objective: "d" }),
    ]) {
      expect(lp).toMatchObject(wanted);
      expect(lp.notices).toBeUndefined();
    }
    const first = readMps(twoCosts);
    expect(first).toMatchObject({ rowNames: ["r", "d"], cost: Float64Array.of(1), objectiveOffset: 0 });
    expect(first.notices).toEqual([
      { line: 9, message: expect.stringContaining('"d" was ignored, because the row is free') },
    ]);
    // The option is the reader's last word.
    expect(readMps(`OBJNAME d\n${twoCosts}`, { objective: "c" }).rowNames).toEqual(["r", "d"]);
    expect(() => readMps(`OBJNAME\n r\n${twoCosts}`)).toThrow(
      'line 7: got "r" as the objective, wanted the name of an N row',
    );
    expect(() => readMps(`OBJNAME\n${twoCosts}`)).toThrow(
      "line 2: OBJNAME before this line is empty, wanted the name of an N row.",
    );
    expect(() => readMps(twoCosts.replace("RHS\n", "OBJNAME d\nRHS\n"))).toThrow(
      "line 8: got OBJNAME after COLUMNS, wanted it before COLUMNS.",
    );
  });

  const twoSets =
    "ROWS\n N c\n L r\nCOLUMNS\n x c 1 r 1\nRHS\n A r 4\n B r 5\n B c 1\nRANGES\n A r 1\n B r 2\nBOUNDS\n UP " +
    "A x 3\n LO B x 1\n UP C x 9\nENDATA";

  it("reads one set of RHS, RANGES and BOUNDS, the first or the named one, with a notice of the others", () => {
    const first = readMps(twoSets);
    expect([first.rowLower[0], first.rowUpper[0], first.colLower[0], first.colUpper[0], first.objectiveOffset]).toEqual(
      [3, 4, 0, 3, 0],
    );
    expect(first.notices).toEqual([
      {
        line: 8,
        message:
          'RHS has further sets, which were not read: "B" (2 lines); the program uses ' +
          '"A"; choose another with the option rhs.',
      },
      {
        line: 12,
        message:
          'RANGES has further sets, which were not read: "B" (1 lines); the program uses "A"; choose another ' +
          "with the option ranges.",
      },
      {
        line: 15,
        message:
          'BOUNDS has further sets, which were not read: "B", "C" (2 lines); the program uses "A"; choose another ' +
          "with the option bounds.",
      },
    ]);
    const other = readMps(twoSets, { rhs: "B", ranges: "B", bounds: "C" });
    expect([other.rowLower[0], other.rowUpper[0], other.colLower[0], other.colUpper[0], other.objectiveOffset]).toEqual(
      [3, 5, 0, 9, -1],
    );
    expect(other.notices?.map(({ line }) => line)).toEqual([7, 11, 14]);
    expect(() => readMps(twoSets, { bounds: "D" })).toThrow('bounds: got "D", wanted a set of BOUNDS: "A", "B", "C".');
    expect(() => readMps(twoCosts, { bounds: "D" })).toThrow(
      'bounds: got "D", wanted a set of BOUNDS, which the text does not have.',
    );
  });

  const integers =
    "ROWS\n N c\n G r\nCOLUMNS\n M1 'MARKER' 'INTORG'\n x c 1 r 2\n y c 1 r 1\n M2 'MARKER' 'INTEND'\n z c 3 " +
    "r 1\n w c 1\nRHS\n R r 3\nBOUNDS\n UP B y 8\n BV B z\nENDATA";

  it("reads integer columns as their relaxation where it is asked to, as HiGHS does, and says how many", async () => {
    expect(() => readMps(integers)).toThrow(
      'line 5: an integer MARKER, wanted continuous columns only; pass { integers: "relax" }',
    );
    const mine = readMps(integers, { integers: "relax" });
    expect([[...mine.colLower], [...mine.colUpper]]).toEqual([
      [0, 0, 0, 0],
      [1, 8, 1, Infinity],
    ]);
    expect(mine.notices).toEqual([
      { line: 6, message: '3 integer or semicontinuous columns (first: "x") were read as continuous ones.' },
    ]);
    const highs = await loadHighs();
    const theirs = highs.withModel({ format: "mps", data: integers }, (model) => model.getLp("csc"));
    expect([theirs.colLower, theirs.colUpper]).toEqual([mine.colLower, mine.colUpper]);
    expect(() => readMps(integers.replace("'INTEND'", "'SOSEND'"), { integers: "relax" })).toThrow(
      /^line 8: got marker "'SOSEND'", wanted 'INTORG' or 'INTEND'/u,
    );
    expect(() => readMps(integers.replace("'INTORG'", "'INTEND'"), { integers: "relax" })).toThrow(
      "line 5: 'INTEND' without 'INTORG', wanted pairs",
    );
    expect(() => readMps(integers.replace("'INTEND'", "'INTORG'"), { integers: "relax" })).toThrow(
      "line 8: 'INTORG' after 'INTORG', wanted pairs",
    );
  });

  it("rejects invalid options", () => {
    const read =
      (options: unknown): (() => unknown) =>
      () =>
        readMps(twoSets, options as never);
    expect(read({ integers: true })).toThrow('options.integers: got true, wanted "relax".');
    expect(read({ bound: "A" })).toThrow(
      "options.bound: is not an option, wanted one of integers, objective, rhs, ranges, bounds.",
    );
    expect(read({ rhs: 5 })).toThrow("options.rhs: got 5, wanted a name.");
    expect(read(null)).toThrow("options: got null, wanted an object; leave it out for the defaults.");
  });
});

/** CPU time that no reading in linear time comes near, microseconds. */
const MAX_CPU_US = 10_000_000;

describe("readMps on hostile texts", () => {
  const refusal = (text: string): string => {
    try {
      readMps(text);
      return "read";
    } catch (error) {
      if (error instanceof ProgramError) return error.message;
      throw error;
    }
  };
  const inCost = (number: string): string => sound.join("\n").replace(" x c 1 ", ` x c ${number} `);

  it.each<[string, () => string, RegExp]>([
    [
      "a number of 100,000 digits and a letter",
      () => inCost(`${"9".repeat(100_000)}x`),
      /^line 7: has 100\d+ characters, wanted at most 8192/u,
    ],
    [
      "a number of 8,000 digits and a letter",
      () => inCost(`${"9".repeat(8000)}x`),
      /^line 7: got "x c 9{56}\.\.\." in COLUMNS/u,
    ],
    [
      "a thousand of them",
      () => `ROWS\n N c\nCOLUMNS\n${` x c ${"9".repeat(8000)}x\n`.repeat(1000)}`,
      /^line 4: got "x c 9+/u,
    ],
    ["a line of 1e8 characters", () => `ROWS\n N ${"c".repeat(1e8)}\n`, /^line 2: has 100000003 characters/u],
    ["a line of 1e8 blanks", () => `ROWS${" ".repeat(1e8)}\n`, /^line 1: the text ends without ENDATA/u],
    ["megabytes of carriage returns", () => "\r".repeat(runs(20_000_000)), /^line 1: the text ends without ENDATA/u],
    ["megabytes of stars", () => "*".repeat(runs(20_000_000)), /^line 1: the text ends without ENDATA/u],
    ["a million faults", () => `ROWS\n${" X r\n".repeat(1_000_000)}`, /^line 2: got row type "X"/u],
    ["a million sections", () => "ROWZ\n".repeat(1_000_000), /^line 1: got section "ROWZ"/u],
    [
      "very many columns",
      () => `ROWS\n N c\nCOLUMNS\n${Array.from({ length: runs(300_000) }, (_, k) => ` x${k} c 1\n`).join("")}`,
      /ends without ENDATA/u,
    ],
    [
      "a hundred thousand sets",
      () =>
        `${sound.slice(0, 9).join("\n")}\n${Array.from({ length: 100_000 }, (_, k) => ` R${k} r1 1\n`).join("")}ENDATA`,
      /^read$/u,
    ],
  ])("%s: an answer in linear time and memory", (_, text, message) => {
    const given = text();
    const before = process.cpuUsage();
    const answer = refusal(given);
    expect(process.cpuUsage(before).user).toBeLessThan(MAX_CPU_US);
    expect(answer).toMatch(message);
    expect(answer.length).toBeLessThan(400);
  });
});

describe.skipIf(!sharedLpsPresent)(`readMps on the public programs${sharedLpAbsence}`, () => {
  it("finds 171 files", () => {
    expect(sharedLps.length).toBe(171);
  });

  const read = sharedLps.filter(({ nonzeros = Infinity }) => isSoak || nonzeros <= 3000);
  it.each(read.map(({ set, name }) => `${set}/${name}`))("reads %s with the counts of its table", (path) => {
    const known = sharedLps.find(({ set, name }) => `${set}/${name}` === path)!;
    const lp = readMps(known.text());
    expect(() => checkProgram(lp)).not.toThrow();
    // The table of the infeasible set leaves free rows (further N rows) out, the others count them.
    const isCounted = (i: number): boolean =>
      known.set !== "netlib-infeasible" || lp.rowLower[i] > -Infinity || lp.rowUpper[i] < Infinity;
    const numRows = lp.rowLower.filter((_, i) => isCounted(i)).length;
    const numNonzeros = lp.rowIndex.filter((i) => isCounted(i)).length;
    const { rows = numRows, cols = lp.numCols, nonzeros = numNonzeros } = known;
    expect([numRows, lp.numCols, numNonzeros]).toEqual([rows, cols, nonzeros]);
  });
});

// Without the data the table would hold no test that ran.
it("knows whether the public programs are there", () => {
  expect(sharedLps.length).toBe(sharedLpsPresent ? 171 : 0);
});
