import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { checkSolution } from "../../src/lp/check-solution.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import type { LpSolution, LpStatus } from "../../src/lp/solution.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { dispatchLadder } from "../support/dispatch-ladder.ts";
import { randomProgram, smallProgram } from "../support/random-programs.ts";
import { soakEngines } from "../support/soak/judge.ts";
import { untimed } from "../support/untimed.ts";

/**
 * Programs and solutions are sent to a worker and back: plain data, cloned or with transferred buffers. A
 * MessageChannel acts as the worker; it clones and detaches as `postMessage` to a worker does.
 */
const engines = Object.entries(soakEngines);

function buffersOf(thing: LinearProgram | LpSolution): ArrayBuffer[] {
  const arrays = [
    ...Object.values(thing),
    ...("basis" in thing && thing.basis !== undefined ? Object.values(thing.basis) : []),
  ];
  return [...new Set(arrays.filter((value) => ArrayBuffer.isView(value)).map((array) => array.buffer as ArrayBuffer))];
}

function posted<T extends LinearProgram | LpSolution>(thing: T, transfer: ArrayBuffer[]): T {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(thing, transfer);
  const message = receiveMessageOnPort(port2) as { message: T };
  port1.close();
  port2.close();
  return message.message;
}

/** Everything except timings: length and every bit, with -0 and NaN distinguished. */
function sameBits(a: LpSolution, b: LpSolution): void {
  expect(untimed(b)).toEqual(untimed(a));
  const [left, right] = [buffersOf(a), buffersOf(b)];
  expect(right.length).toBe(left.length);
  left.forEach((buffer, k) => expect(Buffer.from(right[k]).equals(Buffer.from(buffer))).toBe(true));
}

const named: LinearProgram = {
  ...randomProgram(3),
  rowNames: Array.from({ length: randomProgram(3).numRows }, (_, i) => `r${i}`),
};
const programs: readonly (readonly [string, LinearProgram])[] = [
  ["a random program with names", named],
  ["a day's dispatch", dispatchLadder(24)],
  ["nothing", smallProgram("min", [], [])],
];

describe("programs", () => {
  it.each(programs)("%s: cloned and transferred, solved to the same bits by every engine", (_, lp) => {
    const cloned = structuredClone(lp);
    expect(cloned).toEqual(lp);
    const moved = posted(structuredClone(lp), []);
    const source = structuredClone(lp);
    const buffers = buffersOf(source);
    // colStart, rowIndex, value, cost and four bound vectors: no two share a buffer, so all can be transferred.
    expect(buffers).toHaveLength(8);
    const transferred = posted(source, buffers);
    expect(source.value.buffer.byteLength).toBe(0);
    expect(transferred).toEqual(lp);
    for (const [, solver] of engines) {
      const options = solver === undefined ? {} : { solver };
      const here = solveLp(lp, options);
      for (const other of [cloned, moved, transferred]) sameBits(here, solveLp(other, options));
    }
  });
});

/** One solution of each status that a solver can return. */
function endings(): [LpStatus, LinearProgram, LpSolution][] {
  const day = dispatchLadder(24);
  const infeasible = smallProgram("min", [[0, 1, 1]], [[2, [1], Infinity]]);
  const unbounded = smallProgram(
    "max",
    [
      [0, 1, Infinity],
      [0, 1, Infinity],
    ],
    [[-3, [1, -1], 3]],
  );
  return engines.flatMap(([, solver]) => {
    const solve = (lp: LinearProgram, options = {}): LpSolution =>
      solveLp(lp, { ...options, ...(solver === undefined ? {} : { solver }) });
    return [
      ["optimal", day, solve(day)],
      ["infeasible", infeasible, solve(infeasible)],
      ["unbounded", unbounded, solve(unbounded)],
      ["iteration-limit", day, solve(day, { iterationLimit: 3 })],
      ["time-limit", day, solve(day, { timeLimitMs: -1 })],
      ["stopped", day, solve(day, { onProgress: () => "stop" })],
    ] satisfies [LpStatus, LinearProgram, LpSolution][];
  });
}

describe("solutions", () => {
  it("of every ending: cloned and transferred to the same bits, and as true as before", () => {
    for (const [status, lp, solution] of endings()) {
      expect(solution.status).toBe(status);
      const verdict = checkSolution(lp, solution);
      sameBits(solution, structuredClone(solution));
      expect(structuredClone(solution).timings).toEqual(solution.timings);
      const source = structuredClone(solution);
      const transferred = posted(source, buffersOf(source));
      sameBits(solution, transferred);
      expect(checkSolution(lp, transferred)).toEqual(verdict);
      for (const buffer of buffersOf(source)) expect(buffer.byteLength).toBe(0);
    }
  });

  it("hand their own buffers over: none is shared with the program, another vector or another solution", () => {
    for (const [status, lp, solution] of endings()) {
      const own = buffersOf(solution);
      const arrays = [...Object.values(solution), ...Object.values(solution.basis ?? {})].filter((value) =>
        ArrayBuffer.isView(value),
      );
      expect([status, own.length]).toEqual([status, arrays.length]);
      // A view of a longer workspace would transfer the whole workspace.
      for (const array of arrays) expect(array.byteLength).toBe(array.buffer.byteLength);
      expect(own.some((buffer) => buffersOf(lp).includes(buffer))).toBe(false);
      if (own.length === 0) continue;
      const before = structuredClone(lp);
      const again = solveLp(lp);
      posted(solution, own);
      expect(lp).toEqual(before);
      sameBits(solveLp(lp), again);
    }
  });

  it("that returned from a worker give the same warm start as the original", () => {
    const lp = dispatchLadder(24);
    for (const [, solver] of engines) {
      const solution = solveLp(lp, solver === undefined ? {} : { solver });
      const { basis } = posted(solution, []);
      expect(basis).toBeDefined();
      if (basis === undefined || solution.basis === undefined) continue;
      const warm = solveLp(lp, { startBasis: basis });
      sameBits(solveLp(lp, { startBasis: solution.basis }), warm);
      expect(warm.iterations).toBeLessThan(solveLp(lp).iterations / 10);
    }
  });
});
