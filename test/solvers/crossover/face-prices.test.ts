import { describe, expect, it } from "vitest";
import { minusColumn } from "../../../src/sparse/column-matrix.ts";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { drain } from "../../../src/solvers/budget/drain.ts";
import { facePrices } from "../../../src/solvers/crossover/face-prices.ts";
import { loadFace } from "../../../src/solvers/crossover/load-face.ts";
import { optimalPartition, snapToBounds } from "../../../src/solvers/crossover/partition.ts";
import { internalProgram } from "../../../src/solvers/dual-simplex/state/internal-program.ts";
import { SimplexState } from "../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { dispatchYear } from "../../support/dispatch-year.ts";
import { interiorWorkspace, iterateTo } from "../../support/interior-workspace.ts";

describe("facePrices", () => {
  const { form, origin, engine, lp, scaling } = interiorWorkspace(dispatchYear(48));
  drain(engine.start(10));
  iterateTo(engine, 1e-9);
  const { point } = engine;
  const facets = optimalPartition(form, point);
  const s = new SimplexState(internalProgram(lp, scaling));
  loadFace(s, form, origin, facets, snapToBounds(form, facets, point.x));
  const worst = (y: Float64Array) =>
    facets.reduce(
      (size, facet, j) =>
        facet === BasisStatus.basic ? Math.max(size, Math.abs(minusColumn(form, j, y, form.cost[j]))) : size,
      0,
    );

  it("makes the reduced costs of all columns inside their bounds 0, from 1e-5", () => {
    const y = point.y.map((yi, i) => yi + 1e-5 * Math.sin(i));
    expect(worst(y)).toBeGreaterThan(1e-6);
    expect(worst(facePrices(s, origin, facets, y))).toBeLessThan(1e-12);
  });

  it("moves prices of the face no further", () => {
    const y = facePrices(s, origin, facets, point.y);
    const again = facePrices(s, origin, facets, y);
    expect(again.reduce((most, yi, i) => Math.max(most, Math.abs(yi - y[i])), 0)).toBeLessThan(1e-12);
    expect(y.reduce((most, yi, i) => Math.max(most, Math.abs(yi - point.y[i])), 0)).toBeLessThan(1e-6);
  });

  it("changes neither prices nor state it is given", () => {
    const before = [point.y.slice(), s.basis.head.slice()];
    facePrices(s, origin, facets, point.y);
    expect([point.y, s.basis.head]).toEqual(before);
  });
});
