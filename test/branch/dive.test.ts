import { describe, expect, it } from "vitest";
import { dive } from "../../src/branch/dive.ts";
import { ExclusiveProgram } from "../../src/branch/exclusive-program.ts";
import { NodePrograms } from "../../src/branch/node-programs.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { optimumOf, pairsOf, programOf, randomChain } from "../support/exclusive-case.ts";
import { runs } from "../support/runs.ts";

const limits = { nodeLimit: 100, branchingTimeLimitMs: Infinity };

describe("dive", () => {
  it("decides every violated pair at once, in favour of its larger side", () => {
    // a + b pays 1 each, a / 4 + b / 2 <= 1, twice: any split is as good; (3, 0.5) goes to a, (1, 1.5) to b.
    const lp = programOf(
      [-1, -1, -1, -1],
      [4, 2, 4, 2],
      [
        [-Infinity, [0.25, 0.5, 0, 0], 1],
        [-Infinity, [0, 0, 0.25, 0.5], 1],
      ],
    );
    const pairs = pairsOf([
      [[0], [1]],
      [[2], [3]],
    ]);
    const programs = new NodePrograms(new ExclusiveProgram(lp, pairs), limits);
    const from = { decisions: undefined, broken: pairs.broken(Float64Array.of(3, 0.5, 1, 1.5)), basis: undefined };
    const found = drain(dive(programs, from, Infinity));
    expect([...(found?.solution.x ?? [])]).toEqual([4, 0, 0, 2]);
    expect(programs.nodes).toBe(1);
    expect(drain(dive(programs, from, -6))).toBeUndefined(); // no better than what is known
  });

  it("decides half of the pairs if all at once is infeasible", () => {
    // b1 + b2 >= 1, and rounding would set both to zero; b2 = 0.2 is the smaller, so it goes first; then b1 cannot go
    // as well, so a1 does.
    const lp = programOf(
      [-2, 1, -2, 1],
      [4, 4, 4, 4],
      [
        [1, [0, 1, 0, 1], Infinity],
        [-Infinity, [1, 1, 0, 0], 4],
        [-Infinity, [0, 0, 1, 1], 4],
      ],
    );
    const pairs = pairsOf([
      [[0], [1]],
      [[2], [3]],
    ]);
    const found = drain(
      dive(
        new NodePrograms(new ExclusiveProgram(lp, pairs), limits),
        { decisions: undefined, broken: pairs.broken(Float64Array.of(3.2, 0.8, 3.8, 0.2)), basis: undefined },
        Infinity,
      ),
    );
    expect([...(found?.solution.x ?? [])]).toEqual([0, 1, 4, 0].map((value) => expect.closeTo(value, 9) as number));
  });

  it("ends in a point that satisfies every pair, or finds nothing", () => {
    let found = 0;
    for (let seed = 0; seed < runs(30, 8); seed++) {
      const { lp, pairs } = randomChain(seed, 6);
      const { x, basis } = optimumOf(lp);
      const point = drain(
        dive(
          new NodePrograms(new ExclusiveProgram(lp, pairs), limits),
          { decisions: undefined, broken: pairs.broken(x), basis },
          Infinity,
        ),
      );
      if (point === undefined) continue;
      found++;
      expect(pairs.broken(point.solution.x)).toEqual([]);
    }
    expect(found).toBeGreaterThan(runs(15, 3));
  });
});
