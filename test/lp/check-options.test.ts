import { describe, expect, it } from "vitest";
import {
  checkedOptions,
  checkSignal,
  checkSolver,
  copyFields,
  asProgramError,
  describeValue,
} from "../../src/lp/check-options.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import type { LpOptions } from "../../src/lp/options.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";

const lp = { numRows: 2, numCols: 3 } as LinearProgram;
const check = (options: Readonly<Record<string, unknown>> | null) => () => checkedOptions(options as LpOptions, lp);

describe("checkedOptions", () => {
  it("returns a copy of valid options", () => {
    const options = {
      timeLimitMs: Infinity,
      iterationLimit: 0,
      primalTolerance: 1e-9,
      onProgress: () => undefined,
      startPrices: new Float64Array(2),
      startBasis: { col: new Uint8Array(3), row: new Uint8Array(2) },
    };
    expect(checkedOptions(options, lp)).toEqual(options);
    expect(checkedOptions(options, lp)).not.toBe(options);
    // what is left of a bound that has passed
    expect(checkedOptions({ timeLimitMs: -1 }, lp)).toEqual({ timeLimitMs: -1 });
  });

  it.each([
    [null, /^options: got null, wanted an object of options/],
    [{ timeLimitMs: "5" }, /^options\.timeLimitMs: got "5", wanted a number/],
    [{ iterationLimit: Number.NaN }, /^options\.iterationLimit: got NaN/],
    [{ dualTolerance: 1n }, /^options\.dualTolerance: got 1, wanted a number/],
    [{ onProgress: 5 }, /^options\.onProgress: got 5, wanted a function/],
    [{ startPrices: [1, 2] }, /^options\.startPrices: got an array, wanted a Float64Array of length 2/],
    [{ startPrices: new Float64Array(3) }, /^options\.startPrices: has 3 entries, wanted 2 \(one per row\)/],
    [{ startBasis: null }, /^options\.startBasis: got null, wanted a basis/],
    [{ startBasis: { col: [0] } }, /^options\.startBasis: wanted col and row as Uint8Array/],
  ])("refuses %o", (options, message) => {
    expect(check(options)).toThrow(message);
  });
});

describe("engines and signals", () => {
  it("may inherit their fields from a prototype", () => {
    class Engine {
      steps() {
        return 1;
      }
    }
    expect(() => checkSolver("solver", new Engine())).not.toThrow();
    expect(() => checkSolver("solver", dualSimplex)).not.toThrow();
    expect(() => checkSolver("solver", "simplex")).toThrow('solver: got "simplex", wanted an LpSolver');
    expect(() => checkSignal("signal", new AbortController().signal)).not.toThrow();
    expect(() => checkSignal("signal", new AbortController())).toThrow("signal: got an object, wanted an AbortSignal");
  });
});

describe("values that throw when they are read", () => {
  const odd = {
    get a() {
      throw new RangeError("mine");
    },
  };

  it("are rejected with their path", () => {
    expect(() => copyFields("x", odd, "data")).toThrow(
      "x: got an object with a field that throws when it is read, wanted data.",
    );
    expect(() => asProgramError("x", () => odd.a)).toThrow(
      "x: an exception was thrown while it was read; pass plain data.",
    );
    expect(asProgramError("x", () => 5)).toBe(5);
  });

  it("are not read for the message", () => {
    expect(
      [null, undefined, 1n, Symbol("s"), () => 1, odd, [], new Float32Array(1), "x".repeat(99)].map(describeValue),
    ).toEqual([
      "null",
      "undefined",
      "1",
      "Symbol(s)",
      "a function",
      "an object",
      "an array",
      "a Float32Array",
      `"${"x".repeat(57)}..."`,
    ]);
  });
});
