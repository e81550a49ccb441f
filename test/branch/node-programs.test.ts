import { expect, it } from "vitest";
import { ExclusiveProgram } from "../../src/branch/exclusive-program.ts";
import { NodePrograms } from "../../src/branch/node-programs.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { optimumOf, pairsOf, programOf } from "../support/exclusive-case.ts";

// min -3 a - 2 b, a <= 4, b <= 5, a + b <= 6.
const lp = programOf([-3, -2], [4, 5], [[-Infinity, [1, 1], 6]]);
const pairs = pairsOf([[[0], [1]]]);
const zero = (side: 0 | 1) => ({ before: undefined, zero: [{ pair: 0, side }] });

it("starts each program from the previous one, and lists violated pairs", () => {
  const programs = new NodePrograms(new ExclusiveProgram(lp, pairs), { nodeLimit: 3, branchingTimeLimitMs: Infinity });
  const start = optimumOf(lp);
  expect(drain(programs.solve(undefined, start))).toMatchObject({
    solution: { objective: -16 },
    broken: [{ pair: 0, sums: [4, 2] }],
  });
  const noA = drain(programs.solve(zero(0), start));
  expect(noA).toMatchObject({ solution: { objective: -10 }, broken: [], decisions: zero(0) });
  expect(noA !== "infeasible" && [...(noA?.program.colUpper ?? [])]).toEqual([0, 5]);
  expect(drain(programs.solve(zero(1), { basis: undefined }))).toMatchObject({ solution: { objective: -12 } });
  expect([programs.nodes, programs.stop]).toEqual([3, undefined]);
  expect(drain(programs.solve(zero(1), start))).toBeUndefined();
  expect([programs.nodes, programs.stop]).toEqual([3, "node-limit"]);
});

it("reports the worst proof of infeasibility", () => {
  const needsB = { ...lp, rowLower: Float64Array.of(4.5) };
  const programs = new NodePrograms(new ExclusiveProgram(needsB, pairs), {
    nodeLimit: 9,
    branchingTimeLimitMs: Infinity,
  });
  expect(drain(programs.solve(zero(1), { basis: undefined }))).toBe("infeasible");
  expect(programs.proof.ok).toBe(true);
  expect(programs.proof.rayViolation).toBeLessThan(1e-9);
});

it("stops for the caller after every program, however few pivots it took", () => {
  const programs = new NodePrograms(new ExclusiveProgram(lp, pairs), { nodeLimit: 3, branchingTimeLimitMs: Infinity });
  const steps = programs.solve(zero(0), optimumOf(lp));
  let count = 0;
  while (steps.next().done !== true) count++;
  expect(count).toBeGreaterThan(0);
});
