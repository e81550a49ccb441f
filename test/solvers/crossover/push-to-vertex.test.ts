import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { internalProgram } from "../../../src/solvers/dual-simplex/state/internal-program.ts";
import { SimplexState } from "../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { MARKOWITZ_THRESHOLDS } from "../../../src/solvers/dual-simplex/tolerances.ts";
import { loadFace } from "../../../src/solvers/crossover/load-face.ts";
import { pushToVertex } from "../../../src/solvers/crossover/push-to-vertex.ts";
import { interiorWorkspace } from "../../support/interior-workspace.ts";
import { smallProgram } from "../../support/random-programs.ts";

// Four equal hours give 6 between them, each at most 4: at (1.5, 1.5, 1.5, 1.5) one of them is determined, three are
// ties.
const tie = interiorWorkspace(
  smallProgram(
    "min",
    [
      [0, 1, 4],
      [0, 1, 4],
      [0, 1, 4],
      [0, 1, 4],
    ],
    [[6, [1, 1, 1, 1], 6]],
  ),
);

function run(cost: readonly number[], wantsLeast: boolean, workspace = tie, at = 1.5, isOver = false) {
  const { form, origin, scaling } = workspace;
  const facets = new Uint8Array(form.numCols).fill(BasisStatus.basic);
  return pushed(
    workspace,
    facets,
    Float64Array.from(origin.varOf, (v) => at / (scaling.boundScale * scaling.col[v])),
    cost,
    wantsLeast,
    isOver,
  );
}

function pushed(
  { form, origin, lp, scaling }: ReturnType<typeof interiorWorkspace>,
  facets: Uint8Array,
  x: Float64Array,
  cost: readonly number[],
  wantsLeast: boolean,
  isOver = false,
) {
  const s = new SimplexState(internalProgram(lp, scaling), MARKOWITZ_THRESHOLDS[0]);
  const ties = loadFace(s, form, origin, facets, x);
  s.working.cost.set(cost);
  return drained(pushToVertex(lp, scaling, s, ties, wantsLeast, asked(isOver)));
}

const asked = (isOver: boolean) =>
  function* () {
    yield { iterations: 0, phase: "push", primalInfeasibility: 0, objective: 0 };
    return isOver;
  };

function drained<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

describe("pushToVertex", () => {
  it("ends with all but one at a bound, and that one basic", () => {
    const { x, basis } = run([0, 0, 0, 0], false) ?? {};
    expect(x?.reduce((sum, xj) => sum + xj, 0)).toBe(6);
    expect([...(x ?? [])].filter((xj) => xj > 0 && xj < 4)).toHaveLength(1);
    expect([...(basis?.col ?? []), ...(basis?.row ?? [])].filter((place) => place === BasisStatus.basic)).toHaveLength(
      1,
    );
  });

  // Cheapest first: 4 of hour 3, 2 of hour 2.
  it("continues to the vertex of least tie-break cost, and says so", () => {
    expect(run([4, 3, 2, 1], true)).toMatchObject({ x: Float64Array.of(0, 0, 2, 4), isLeast: true });
    expect(run([1, 2, 3, 4], true)).toMatchObject({ x: Float64Array.of(4, 2, 0, 0), isLeast: true });
    expect(run([1, 2, 3, 4], false)).toMatchObject({ isLeast: false });
  });

  // Two free columns whose sum is 3: one rests at 0 whatever the second objective would like better.
  it("puts a free column to 0 if the tie-break objective is unbounded below", () => {
    const free = interiorWorkspace(
      smallProgram(
        "min",
        [
          [-Infinity, 0, Infinity],
          [-Infinity, 0, Infinity],
        ],
        [[3, [1, 1], 3]],
      ),
    );
    expect(run([-1, 0], false, free)?.x.toSorted()).toEqual(Float64Array.of(0, 3));
  });

  it("moves nothing that is at a bound all over the face", () => {
    const { origin, scaling } = tie;
    const facets = Uint8Array.from(origin.varOf, (v) => (v === 3 ? BasisStatus.atUpper : BasisStatus.basic));
    const x = Float64Array.from(origin.varOf, (v) => (v === 3 ? 4 : 2 / 3) / (scaling.boundScale * scaling.col[v]));
    expect(pushed(tie, facets, x, [0, 0, 0, 100], true)?.x[3]).toBe(4);
  });

  it("ends without a vertex if the caller stops it", () => {
    expect(run([0, 0, 0, 0], true, tie, 1.5, true)).toBeUndefined();
  });
});
