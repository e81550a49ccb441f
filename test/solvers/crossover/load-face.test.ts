import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { internalProgram } from "../../../src/solvers/dual-simplex/state/internal-program.ts";
import { Move, SimplexState } from "../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { MARKOWITZ_THRESHOLDS } from "../../../src/solvers/dual-simplex/tolerances.ts";
import { loadFace } from "../../../src/solvers/crossover/load-face.ts";
import { interiorWorkspace } from "../../support/interior-workspace.ts";
import { smallProgram } from "../../support/random-programs.ts";

const { atLower, atUpper, basic } = BasisStatus;

/** The state with each column of the program as given (in units of the program), and the variables left over. */
function load(workspace: ReturnType<typeof interiorWorkspace>, facet: readonly number[], at: readonly number[]) {
  const { form, origin, lp, scaling } = workspace;
  const s = new SimplexState(internalProgram(lp, scaling), MARKOWITZ_THRESHOLDS[0]);
  const of = (list: readonly number[]) => Uint8Array.from(origin.varOf, (v) => list[v]);
  const unit = (v: number) => scaling.boundScale * (v < lp.numCols ? scaling.col[v] : 1 / scaling.row[v - lp.numCols]);
  const x = Float64Array.from(origin.varOf, (v, j) => origin.turn[j] * (at[v] / unit(v) - origin.base[j]));
  return { s, ties: loadFace(s, form, origin, of(facet), x), unit };
}

describe("loadFace", () => {
  // 6 between four hours: one is determined by the others, which are ties.
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

  it("makes independent variables inside their bounds basic and returns the others, with their values", () => {
    const { s, ties, unit } = load(tie, [basic, basic, basic, basic], [1, 1, 2, 2]);
    expect(ties).toHaveLength(3);
    for (const v of ties)
      expect([s.basis.place[v], s.point.x[v] * unit(v)]).toEqual([BasisStatus.free, [1, 1, 2, 2][v]]);
    const r = s.basis.head.findIndex((v) => !ties.includes(v));
    expect(s.point.basicValue[r] * unit(s.basis.head[r])).toBe([1, 1, 2, 2][s.basis.head[r]]);
  });

  it("fixes what is at a bound all over the face, and nothing else", () => {
    const { s, ties, unit } = load(tie, [atLower, atUpper, basic, basic], [0, 4, 1, 1]);
    expect(ties).toHaveLength(1);
    expect([
      s.working.lower[0],
      s.working.upper[0],
      s.working.lower[1] * unit(1),
      s.working.upper[1] * unit(1),
    ]).toEqual([0, 0, 4, 4]);
    expect([s.basis.move[0], s.basis.move[1], s.basis.move[ties[0]]]).toEqual([Move.none, Move.none, Move.either]);
    expect([s.working.lower[2], s.working.upper[2] * unit(2), s.basis.place[5 - ties[0]]]).toEqual([0, 4, basic]);
  });

  // Two rows, one column inside: the other row keeps its logical, which is fixed where the row is tight.
  it("gives the rows that columns leave undetermined their logicals", () => {
    const rows = interiorWorkspace(
      smallProgram(
        "min",
        [
          [0, 1, 4],
          [0, 1, 4],
        ],
        [
          [2, [1, 1], 2],
          [1, [1, 2], 3],
        ],
      ),
    );
    const { s, ties } = load(rows, [basic, atLower, 0, basic], [2, 0, 2, 2]);
    expect(ties).toEqual([]);
    expect([...s.basis.head].toSorted((a, b) => a - b)).toEqual([0, 3]);
    expect(s.pricing.infeasibleRows.merit.every((size) => size === 0)).toBe(true);
  });

  // A row that limits of columns keep is not in the form: 2 x0 + x1 <= 13 with both up to 4. Column 2 stands in it
  // alone.
  it("gives the logicals of redundant rows their values at the point, basic or not", () => {
    const loose = interiorWorkspace(
      smallProgram(
        "min",
        [
          [0, 1, 4],
          [0, 1, 4],
          [0, 0, 1],
        ],
        [
          [3, [1, 1, 0], 3],
          [-Infinity, [2, 1, 1], 13],
        ],
      ),
    );
    expect([...loose.origin.rowOf]).toEqual([0]);
    const { s, ties, unit } = load(loose, [basic, basic, basic], [1, 2, 0.5]);
    const valueOf = (v: number) =>
      (s.basis.head.includes(v) ? s.point.basicValue[s.basis.head.indexOf(v)] : s.point.x[v]) * unit(v);
    expect([0, 1, 2, 4].map(valueOf)).toEqual([1, 2, 0.5, -4.5]);
    expect(ties).toHaveLength(2);
  });

  it("starts from the program's own costs and bounds each time", () => {
    const { s } = load(tie, [atLower, atUpper, basic, basic], [0, 4, 1, 1]);
    const { form, origin } = tie;
    const all = new Uint8Array(form.numCols).fill(basic);
    loadFace(s, form, origin, all, new Float64Array(form.numCols).fill(0.1));
    expect([s.working.upper[0], s.working.lower[1]]).toEqual([s.program.upper[0], s.program.lower[1]]);
  });
});
