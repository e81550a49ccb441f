import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { readMps } from "../../src/lp/io/read-mps.ts";
import type { LpOptions } from "../../src/lp/options.ts";
import type { LpStatus } from "../../src/lp/solution.ts";
import { prepareLp } from "../../src/solvers/session/prepare-lp.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { type ListedProgram, programOf } from "../support/listed-program.ts";
import { soakEngines } from "../support/soak/judge.ts";

/** Programs that some version solved wrongly or never, with the correct value and its derivation. */
interface Item {
  readonly id: string;
  readonly what: string;
  readonly lp?: ListedProgram;
  readonly mps?: string;
  readonly want: { readonly status: LpStatus; readonly objective?: number; readonly x?: readonly number[] };
  readonly why: string;
}

const items = JSON.parse(readFileSync(new URL("lp/programs.json", import.meta.url), "utf8")) as Item[];
const PATIENCE: LpOptions = { timeLimitMs: 20_000, iterationLimit: 10_000 };

describe.each(items)("corpus of programs, $id: $what", ({ lp: listed, mps, want }) => {
  const lp = listed === undefined ? readMps(mps ?? "") : programOf(listed);
  const check = (solution: ReturnType<typeof solveLp>): void => {
    expect(solution.status).toBe(want.status);
    expect(checkSolution(lp, solution).ok).toBe(true);
    if (want.objective !== undefined) {
      expect(Math.abs(solution.objective - want.objective)).toBeLessThanOrEqual(
        1e-9 * Math.max(Math.abs(want.objective), 1e-2),
      );
    }
    want.x?.forEach((x, j) => expect(solution.x?.[j]).toBeCloseTo(x, 9));
  };

  it.each(Object.entries(soakEngines))("%s", (name, solver) => {
    const solution = solveLp(lp, { ...PATIENCE, ...(solver && { solver }) });
    // Without a simplex, the interior point may report that it cannot prove its solution.
    if (name.endsWith("alone") && solution.status === "numerical-trouble") {
      expect(solution.x).toBeUndefined();
      return;
    }
    check(solution);
  });

  it("a prepared program, from a cold and a warm start", () => {
    const prepared = prepareLp(lp);
    check(prepared.resolve({}, PATIENCE));
    check(prepared.resolve({}, PATIENCE));
  });
});
