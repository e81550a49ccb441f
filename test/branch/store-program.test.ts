import { describe, expect, it } from "vitest";
import { append, type PiecewiseLinear } from "../../src/branch/piecewise-linear.ts";
import { solveStore, type StoreStage } from "../../src/branch/store-program.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { programOf } from "../support/exclusive-case.ts";
import { seededUniform } from "../support/random-programs.ts";
import { runs } from "../support/runs.ts";

/** Levels go from 0 to this. */
const MOST = 10;

const stage = (costs: readonly PiecewiseLinear[], rest: Partial<StoreStage> = {}): StoreStage => ({
  retention: 1,
  gain: 0,
  worth: [0, 0, MOST, 0],
  costs,
  ...rest,
});

/** Stages with some convex costs each, of one or two segments. */
function randomStages(seed: number, count: number, ways: number): StoreStage[] {
  const uniform = seededUniform(seed * 2654435761 + 40503);
  const between = (from: number, to: number) => from + uniform() * (to - from);
  return Array.from({ length: count }, (_, t) =>
    stage(
      Array.from({ length: ways }, () => {
        const out: number[] = [];
        const [x0, width, slope] = [between(-5, 3), between(0.5, 3), between(-10, 10)];
        append(out, x0, 0, x0 + width, slope * width);
        const bend = between(0, 5);
        append(out, x0 + width, slope * width, x0 + 2 * width, slope * width + (slope + bend) * width);
        return out;
      }),
      {
        retention: t === 0 ? 0 : between(0.9, 1),
        gain: t === 0 ? 5 : between(-0.5, 0.5),
        worth: ((usd) => [0, 2, MOST, 2 + MOST * usd])(between(-1, 1)),
      },
    ),
  );
}

/** The least over every combination of decisions, each as a linear program in the pieces' lengths and the levels. */
function byTrial(stages: readonly StoreStage[]): number {
  let best = Infinity;
  const visit = (decisions: readonly number[]) => {
    if (decisions.length < stages.length) {
      stages[decisions.length].costs.forEach((_, d) => {
        visit([...decisions, d]);
      });
      return;
    }
    const cost: number[] = [];
    const upper: number[] = [];
    const entries: Record<number, number>[] = [];
    let constant = 0;
    const starts = stages.map(({ costs }, t) => {
      const f = costs[decisions[t]];
      constant += f[1] + stages[t].worth[1];
      const at = cost.length;
      for (let k = 0; k < f.length; k += 4) {
        cost.push((f[k + 3] - f[k + 1]) / (f[k + 2] - f[k]));
        upper.push(f[k + 2] - f[k]);
      }
      cost.push((stages[t].worth[3] - stages[t].worth[1]) / MOST);
      upper.push(MOST);
      return { at, pieces: f.length / 4, from: f[0] };
    });
    const rows = starts.map(({ at, pieces, from }, t): [number, number[], number] => {
      const row: Record<number, number> = { [at + pieces]: 1 };
      for (let k = 0; k < pieces; k++) row[at + k] = -1;
      if (t > 0) row[starts[t - 1].at + starts[t - 1].pieces] = -stages[t].retention;
      entries.push(row);
      const right = stages[t].gain + from;
      return [right, cost.map((_, j) => row[j] ?? 0), right];
    });
    const solution = solveLp(programOf(cost, upper, rows));
    if (solution.status === "optimal") best = Math.min(best, solution.objective + constant);
  };
  visit([]);
  return best;
}

describe("solveStore", () => {
  // 4 in store. First sell 1 to 3 at 10 or buy 2 to 5 at 4; then the same at 30 and 40. Sell 3 at 30: -90 with 1 left;
  // or buy 5 (20) and sell 3: no better than without; so 1 left, sold first at 10: -10 - 90 = -100.
  it("sells later at the higher price, and the rest now", () => {
    const sell = (usd: number): PiecewiseLinear => [-3, -3 * usd, -1, -usd];
    const idle: PiecewiseLinear = [0, 0, 0, 0];
    const { bound, cost, decisions } = drain(
      solveStore([stage([sell(10), idle], { retention: 0, gain: 4 }), stage([sell(30), idle])]),
    );
    expect([bound, cost, decisions]).toEqual([-100, -100, [0, 0]]);
  });

  it("finds the best of all combinations", () => {
    let [feasible, infeasible] = [0, 0];
    for (let seed = 0; seed < runs(60, 12); seed++) {
      // One in six loses more in its second stage than any store has.
      const stages = randomStages(seed, 4, 3).map((each, t) =>
        t === 1 && seed % 6 === 0 ? { ...each, gain: each.gain - 100 } : each,
      );
      const wanted = byTrial(stages);
      const { bound, cost, decisions } = drain(solveStore(stages));
      if (wanted === Infinity) {
        expect(bound, `seed ${seed}`).toBe(Infinity);
        infeasible++;
        continue;
      }
      feasible++;
      expect(Math.abs(bound - wanted), `seed ${seed}`).toBeLessThan(1e-7);
      expect(Math.abs(cost - wanted), `seed ${seed}`).toBeLessThan(1e-7);
      expect(decisions).toHaveLength(4);
    }
    expect(feasible).toBeGreaterThan(runs(30, 6));
    expect(infeasible).toBe(runs(10, 2));
  });

  it("never exceeds a path of a long chain, and reports if no path is cheap enough", () => {
    for (let seed = 100; seed < 110; seed++) {
      const stages = randomStages(seed, 60, 4);
      const { bound, cost } = drain(solveStore(stages));
      if (bound === Infinity) continue;
      expect(cost).toBeGreaterThanOrEqual(bound - 1e-7);
      expect(cost - bound).toBeLessThan(1e-6 * Math.abs(cost) + 1e-6);
      expect(drain(solveStore(stages, bound - 5)).bound).toBeGreaterThanOrEqual(bound - 5);
    }
  });

  it("reports infeasibility", () => {
    expect(drain(solveStore([stage([[0, 0, 1, 1]], { retention: 0, gain: 20 })]))).toMatchObject({
      bound: Infinity,
      decisions: [],
    });
    expect(drain(solveStore([stage([], { retention: 0, gain: 2 })]))).toMatchObject({ bound: Infinity });
  });
});
