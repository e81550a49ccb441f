import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProgramError } from "../../src/errors.ts";
import { checkProgram } from "../../src/lp/check-program.ts";
import { readCplexLp } from "../../src/lp/io/read-cplex-lp.ts";
import { readMps } from "../../src/lp/io/read-mps.ts";
import type { TextProgram } from "../../src/lp/io/text-program.ts";
import { writeCplexLp } from "../../src/lp/io/write-cplex-lp.ts";
import { writeMps } from "../../src/lp/io/write-mps.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { randomProgram } from "../support/random-programs.ts";
import { runs } from "../support/runs.ts";

/**
 * Texts with random damage: each gives a program, or the library's own error with a line number, always the same one. A
 * program that was read is written and read back unchanged.
 */

const pieces = [
  "", " ", "\n", "\r", "\t", "$", "*", "\\", "-", "+", ".", ":", "<", ">=", "=", "[", "^", "0", "1e400", "1e-400", "-1e20", "inf", "-Inf", "nan", "1d3", "1e", "9".repeat(400),
  "'MARKER' 'INTORG'", "'MARKER' 'INTEND'", "N", "E", "UP", "FR", "BV", "SC", "MI", "free", "R1", "C1", "ROWS", "\nRHS\n", "\nRANGES\n", "\nBOUNDS\n", "\nENDATA", "\nOBJNAME R1",
  "\nst\n", "\nbounds\n", "\nbinary\n", "\ngeneral\n", "\nend\n", "\0", "\uFEFF", "\uD800", "é", "__proto__", "constructor",
]; // prettier-ignore
const accident = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat({ max: 12 }),
  put: fc.constantFrom(...pieces),
});
type Accident = { readonly at: number; readonly drop: number; readonly put: string };

function withAccidents(text: string, accidents: readonly Accident[]): string {
  let damaged = text;
  for (const { at, drop, put } of accidents) {
    const place = Math.floor(at * damaged.length);
    damaged = damaged.slice(0, place) + put + damaged.slice(place + drop);
  }
  return damaged;
}

/** The program without its notices, or the error message. */
function answerOf(read: () => TextProgram): LinearProgram | string {
  try {
    const { notices: _, ...lp } = read();
    checkProgram(lp);
    return lp;
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    expect(error.path).toMatch(/^line \d+$/u);
    expect(error.message.length).toBeLessThan(600);
    return error.message;
  }
}

describe.each([
  ["MPS", readMps, writeMps],
  ["LP format", readCplexLp, writeCplexLp],
] as const)("damaged texts, %s", (_, read, write) => {
  it("are read as a program or rejected with a line number (property)", () => {
    let numRead = 0;
    fc.assert(
      fc.property(
        fc.nat({ max: 100_000 }),
        fc.array(accident, { maxLength: 4 }),
        fc.boolean(),
        (seed, accidents, relax) => {
          const text = withAccidents(write(randomProgram(seed)), accidents);
          const options = relax ? ({ integers: "relax" } as const) : {};
          const answer = answerOf(() => read(text, options));
          expect(answerOf(() => read(text, options))).toEqual(answer);
          if (typeof answer === "string") return;
          numRead++;
          // Names that cannot be written are not preserved, nor in LP format stored zeros and the order within a
          // column.
          const again = answerOf(() => read(write(answer)));
          if (typeof again === "string") throw new Error(again);
          const { rowLower, rowUpper, colLower, colUpper, cost, objectiveOffset, sense } = again;
          const { rowLower: r, rowUpper: s, colLower: c, colUpper: d, cost: e, objectiveOffset: o, sense: t } = answer;
          expect([rowLower, rowUpper, colLower, colUpper, cost, objectiveOffset, sense]).toEqual([r, s, c, d, e, o, t]);
        },
      ),
      { seed: 20261130, numRuns: runs(4000, 266) },
    );
    expect(numRead).toBeGreaterThan(runs(500, 20));
  });
});
