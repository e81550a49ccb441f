import { describe, expect, it } from "vitest";
import type { LinearProgram } from "wattsplit/lp";
import { compareSolvers } from "../../bench/method/compare-solvers.ts";
import { solveOnce } from "../../bench/method/solve-once.ts";
import { verify } from "../../bench/method/verify.ts";
import { solvers } from "../../bench/solvers/index.ts";
import { tableauCells, toObjectModel } from "../../bench/solvers/object-model.ts";

/**
 * Every kind of limit: a in [1, 4], b <= 5 only, c free, d fixed at 2, rows ranged, equal, lower and free.
 * max 2a + 2b - c - d + 10 with 3 <= a + b <= 8, c - a = 0, b + c + d >= 4, (a + c free).
 * c = a leaves a + 2b + 8 with a <= 4, b <= 5, a + b <= 8: optimum 21 at a = 3, b = 5 and nowhere else.
 */
const lp: LinearProgram = {
  numRows: 4,
  numCols: 4,
  colStart: Int32Array.of(0, 3, 5, 8, 9),
  rowIndex: Int32Array.of(0, 1, 3, 0, 2, 1, 2, 3, 2),
  value: Float64Array.of(1, -1, 1, 1, 1, 1, 1, 1, 1),
  cost: Float64Array.of(2, 2, -1, -1),
  colLower: Float64Array.of(1, -Infinity, -Infinity, 2),
  colUpper: Float64Array.of(4, 5, Infinity, 2),
  rowLower: Float64Array.of(3, 0, 4, -Infinity),
  rowUpper: Float64Array.of(8, 0, Infinity, Infinity),
  sense: "max",
  objectiveOffset: 10,
};

/** Clp is a program of the system: its tests are skipped, with the reason in their name, where it is not installed. */
const judged = solvers.map((solver) => {
  const absence = solver.name === "clp" ? solver.limit(lp) : undefined;
  return [absence === undefined ? solver.name : `${solver.name} [skipped: ${absence}]`, solver, absence] as const;
});

describe.each(judged)("%s", (_, solver, absence) => {
  const isHere = absence === undefined;
  it.runIf(isHere)("solves a program with every kind of limit", async () => {
    const loaded = await solver.load();
    const run = loaded.prepare(lp, 10_000);
    run.solve();
    const answer = run.read();
    run.dispose();
    expect(answer.objective).toBeCloseTo(21, 6);
    expect(verify(lp, answer, solver, 21)).toMatchObject({ ok: true });
    expect(loaded.roll === undefined).toBe(solver.coldOnly !== undefined);
  });

  it.runIf(isHere)("says so where there is no answer", async () => {
    const loaded = await solver.load();
    const run = loaded.prepare(
      { ...lp, rowLower: Float64Array.of(100, 0, 4, -Infinity), rowUpper: Float64Array.of(101, 0, Infinity, Infinity) },
      10_000,
    );
    run.solve();
    expect(run.read()).toMatchObject({ status: expect.not.stringMatching(/^optimal$/u), objective: NaN });
    run.dispose();
  });
});

describe("object models", () => {
  it("name what the program has", () => {
    const { constraints, variables } = toObjectModel(lp);
    // a = 1 + c0, b = 5 - d1, c = c2 - d2, d = 2.
    expect(Object.keys(variables)).toEqual(["c0", "d1", "c2", "d2"]);
    expect(constraints).toEqual({ r0: { min: -3, max: 2 }, r1: { equal: 1 }, r2: { min: -3 }, u0: { max: 3 } });
    expect(variables.d1).toEqual({ cost: -2, r0: -1, r2: -1 });
  });
  it("have a tableau", () => {
    expect(tableauCells(lp)).toBe((5 + 1 + 1) * (3 + 1));
  });
});

const EFFORT = { timeLimitMs: 1000, budgetMs: 1, endlessMs: 2000, onceMs: Infinity };

it("compareSolvers times those that are right and refuses those that are not", async () => {
  const [ours] = solvers;
  const loaded = await ours.load();
  const liar = { ...ours, name: "liar" };
  const lying: typeof loaded = {
    prepare(program, timeLimitMs) {
      const run = loaded.prepare(program, timeLimitMs);
      return { ...run, read: () => ({ ...run.read(), objective: 22 }) };
    },
  };
  const { entries, reference } = compareSolvers(
    lp,
    new Map([
      [ours, loaded],
      [liar, lying],
    ]),
    undefined,
    EFFORT,
  );
  expect(reference).toBeCloseTo(21, 9);
  expect(entries.map(({ solver, outcome }) => [solver, outcome])).toEqual([
    [ours.name, "verified"],
    ["liar", "wrong"],
  ]);
  expect(entries[0].warm?.total.n).toBeGreaterThanOrEqual(3);
  expect(entries[1].warm).toBeUndefined();
});

it("compareSolvers does not try what hangs", async () => {
  const [ours] = solvers;
  const endless = { ...ours, name: "endless", endless: true };
  const { entries } = compareSolvers(
    lp,
    new Map([[endless, await ours.load()]]),
    undefined,
    EFFORT,
    () => "not done within 2 s",
  );
  expect(entries).toEqual([{ solver: "endless", outcome: "no-answer", reason: "not done within 2 s" }]);
});

it("compareSolvers keeps a long first solve as the measurement", async () => {
  const [ours] = solvers;
  const { entries } = compareSolvers(lp, new Map([[ours, await ours.load()]]), undefined, { ...EFFORT, onceMs: 0 });
  expect(entries[0].warm?.total.n).toBe(1);
});

it("takes the time that a program tells of itself for the solve", () => {
  const run = { solve: () => 1234, read: () => ({ status: "optimal", objective: 1 }), dispose: () => undefined };
  expect(solveOnce({ prepare: () => run }, lp, 1000).solveMs).toBe(1234);
});
