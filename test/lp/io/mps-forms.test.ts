import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import { readMps } from "../../../src/lp/io/read-mps.ts";
import { writeMps } from "../../../src/lp/io/write-mps.ts";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { netlibAbsence, netlibPresent, netlibSample } from "../../support/netlib.ts";
import { randomProgram } from "../../support/random-programs.ts";
import { runs } from "../../support/runs.ts";
import { expectSameProgram } from "../../support/same-program.ts";

/** The same program in both forms, and by another reader. */

/** A fixed line: field k starts at column 2, 5, 15, 25, 40, 50. */
function card(...fields: readonly string[]): string {
  const starts = [1, 4, 14, 24, 39, 49];
  let line = "";
  fields.forEach((field, k) => (line = line.padEnd(starts[k]) + field));
  return line.trimEnd();
}

/** The free text of `writeMps` as fixed cards; `rename` gives names that only fixed form can hold. */
function asFixed(text: string, rename: (name: string) => string, setName: string): string {
  let section = "";
  return text
    .split("\n")
    .map((line) => {
      if (!line.startsWith(" ")) {
        section = line.trim() === "" ? section : line;
        return line;
      }
      const [a, b, c, d] = line.trim().split(" ");
      if (section === "ROWS") return card(a, rename(b));
      if (section === "COLUMNS") return card("", rename(a), rename(b), c);
      if (section === "RHS" || section === "RANGES") return card("", setName, rename(b), c);
      if (section === "BOUNDS") return card(a, setName, rename(c), d ?? "");
      return line;
    })
    .join("\n");
}

const named = (lp: LinearProgram, rename: (name: string) => string): LinearProgram => ({
  ...lp,
  rowNames: Array.from({ length: lp.numRows }, (_, i) => rename(`R${i + 1}`)),
  colNames: Array.from({ length: lp.numCols }, (_, j) => rename(`C${j + 1}`)),
});

describe("fixed and free form", () => {
  it("of one program read the same, names with blanks and sets left out included (property)", () => {
    const spaced = (name: string): string => `${name[0]} ${name.slice(1)}`;
    let numFixed = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.boolean(),
        fc.constantFrom("", "MY SET", "SET"),
        (seed, blanks, setName) => {
          const lp = randomProgram(seed);
          const rename = blanks ? spaced : (name: string): string => name;
          const text = asFixed(writeMps(lp), rename, setName);
          if (blanks) numFixed++;
          expectSameProgram(readMps(text), named(lp, rename));
        },
      ),
      { seed: 20261122, numRuns: runs(300, 30) },
    );
    expect(numFixed).toBeGreaterThan(runs(50, 5));
  });

  it("read names that look like numbers, types and sections in their places", () => {
    const fixed = [
      "ROWS",
      card("N", "N"),
      card("L", "12 A"),
      card("G", "ROWS"),
      "COLUMNS",
      card("", "1 2", "N", "1.D+0", "12 A", "-2."),
      card("", "1 2", "ROWS", ".5"),
      "RHS",
      card("", "", "12 A", "1.5D+3", "N", "7"),
      "BOUNDS",
      card("MI", "", "1 2"),
      "ENDATA",
    ].join("\n");
    const lp = readMps(fixed);
    expect([lp.rowNames, lp.colNames, [...lp.value], lp.rowUpper[0], lp.objectiveOffset, lp.colLower[0]]).toEqual([
      ["12 A", "ROWS"],
      ["1 2"],
      [-2, 0.5],
      1500,
      -7,
      -Infinity,
    ]);
  });
});

describe("HiGHS, reading the same text,", () => {
  it.skipIf(!netlibPresent)(
    `finds the same program, number for number, in the Netlib files${netlibAbsence}`,
    async () => {
      const highs = await loadHighs();
      for (const { name, text } of netlibSample) {
        const mine = readMps(text());
        highs.withModel({ format: "mps", data: text() }, (model) => {
          const theirs = model.getLp("csc");
          // HiGHS drops N rows beyond the first; they are the only free rows in these files.
          const selected = Int32Array.from(mine.rowLower.keys()).filter(
            (i) => mine.rowLower[i] > -Infinity || mine.rowUpper[i] < Infinity,
          );
          const oldRow = new Map([...selected].map((i, k) => [i, k]));
          expect([name, theirs.numRows, theirs.numCols]).toEqual([name, selected.length, mine.numCols]);
          expect([...theirs.rowLower], name).toEqual([...selected].map((i) => mine.rowLower[i]));
          expect([...theirs.rowUpper], name).toEqual([...selected].map((i) => mine.rowUpper[i]));
          expect(theirs.colLower, name).toEqual(mine.colLower);
          expect(theirs.colUpper, name).toEqual(mine.colUpper);
          expect(theirs.colCost, name).toEqual(mine.cost);
          expect(theirs.offset + 0, name).toBe(mine.objectiveOffset);
          const entries: [number, number, number][] = [];
          for (let j = 0; j < mine.numCols; j++) {
            for (let k = mine.colStart[j]; k < mine.colStart[j + 1]; k++) {
              const row = oldRow.get(mine.rowIndex[k]);
              if (row !== undefined) entries.push([j, row, mine.value[k]]);
            }
          }
          const { starts, indices, values } = theirs.matrix;
          const others: [number, number, number][] = [];
          for (let j = 0; j < theirs.numCols; j++)
            for (let k = starts[j]; k < starts[j + 1]; k++) others.push([j, indices[k], values[k]]);
          expect(others, name).toEqual(entries);
        });
      }
      expect(netlibSample.length).toBe(runs(48, 14));
    },
  );
});
