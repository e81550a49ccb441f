import { describe, expect, it } from "vitest";
import { ChainBound } from "../../src/branch/chain-bound.ts";
import { commonSides, decisionBounds, excludedDecisions } from "../../src/branch/decision-bounds.ts";
import { dualPoint } from "../../src/branch/dual-point.ts";
import { lookAhead } from "../../src/branch/store-program.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { bestByTrial, optimumOf, randomChain, randomTwoStores } from "../support/exclusive-case.ts";
import { runs } from "../support/runs.ts";

type Case = ReturnType<typeof randomChain>;

/** The chains at the duals of the optimum, with the bounds of every decision and what a decision costs at best. */
function boundsOf({ lp, sides, pairs }: Case, above: number) {
  const point = dualPoint(lp, lp.colUpper, optimumOf(lp).y);
  const chains = new ChainBound(lp, pairs);
  const most = bestByTrial(lp, sides) + above;
  return chains.storesBy(point).flatMap((stores) => {
    const stages = drain(chains.stages(stores, lp.colUpper, point));
    if (stages === undefined) return [];
    const bounds = drain(decisionBounds(stages, drain(lookAhead(stages)), most - point.objective));
    return [{ stores, stages, bounds, point, most }];
  });
}

const costOf = ({ lp, sides, pairs }: Case, way: readonly { pair: number; side: 0 | 1 }[]) => {
  const colUpper = lp.colUpper.slice();
  for (const { pair, side } of way) for (const j of pairs.columns(pair, side)) colUpper[j] = 0;
  return bestByTrial({ ...lp, colUpper }, sides);
};

describe("decisionBounds", () => {
  it("is what the best point under a decision costs where one store ties the hours together", () => {
    let exact = 0;
    for (let seed = 0; seed < runs(12, 4); seed++) {
      const subject = randomChain(seed, 3);
      if (bestByTrial(subject.lp, subject.sides) === Infinity) continue;
      for (const { stages, bounds, point } of boundsOf(subject, 1e4)) {
        bounds.forEach(({ byDecision }, t) => {
          byDecision.forEach((bound, d) => {
            const cost = costOf(subject, stages[t].ways[d]);
            if (cost === Infinity) return;
            expect(Math.abs(point.objective + bound - cost), `seed ${seed}`).toBeLessThan(1e-6 * (1 + Math.abs(cost)));
            exact++;
          });
        });
      }
    }
    expect(exact).toBeGreaterThan(runs(50, 15));
  });

  it("excludes nothing that a better point needs: decisions, common sides and levels of two stores", () => {
    let [decisions, sides] = [0, 0];
    for (let seed = 0; seed < runs(6, 2); seed++) {
      const subject = randomTwoStores(seed, 2);
      for (const { stores, stages, bounds, most, point } of boundsOf(subject, 0.5)) {
        excludedDecisions(stages, bounds, most - point.objective).forEach((ways, t) => {
          for (const way of ways) {
            decisions++;
            expect(costOf(subject, way), `seed ${seed}`).toBeGreaterThanOrEqual(most - 1e-6);
          }
          const left = stages[t].ways.filter((way) => !ways.includes(way));
          for (const { pair, side } of commonSides(left)) {
            sides++;
            const other = [{ pair, side: side === 0 ? 1 : 0 } as const];
            expect(costOf(subject, other), `seed ${seed}`).toBeGreaterThanOrEqual(
              costOf(subject, [{ pair, side }]) - 1e-6,
            );
          }
          if (stores.length > 1) return;
          const { lp } = subject;
          const [from, to] = bounds[t].levels;
          const { state } = stores[0].chain[t];
          // A level outside costs more than `most`.
          for (const limit of [{ colLower: to + 0.01 }, { colUpper: from - 0.01 }]) {
            const [low, high] = [lp.colLower.slice(), lp.colUpper.slice()];
            low[state] = limit.colLower ?? low[state];
            high[state] = limit.colUpper ?? high[state];
            if (low[state] > high[state]) continue;
            expect(bestByTrial({ ...lp, colLower: low, colUpper: high }, subject.sides)).toBeGreaterThanOrEqual(
              most - 1e-6,
            );
          }
        });
      }
    }
    expect(decisions).toBeGreaterThan(runs(10, 2));
    expect(sides).toBeGreaterThan(runs(1, 0));
  });

  it("is empty where no path is as cheap as is asked", () => {
    const subject = randomChain(1, 3);
    for (const { bounds } of boundsOf(subject, -5)) expect(bounds).toEqual([]);
  });
});
