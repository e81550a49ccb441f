import { describe, expect, it } from "vitest";
import { optimalPartition, snapToBounds } from "../../../../src/solvers/crossover/partition.ts";
import { polishPoint, polishPrices } from "../../../../src/solvers/interior-point/answer/polish.ts";
import { interiorWorkspace, iterateTo } from "../../../support/interior-workspace.ts";
import { dispatchYear } from "../../../support/dispatch-year.ts";
import { drain } from "../../../../src/solvers/budget/drain.ts";

describe("polish", () => {
  it("brings rows and reduced costs of an iterate from 1e-5 to rounding", () => {
    const { form, engine } = interiorWorkspace(dispatchYear(48));
    drain(engine.start(10));
    iterateTo(engine, 1e-9);
    const status = optimalPartition(form, engine.point);
    const x = snapToBounds(form, status, engine.point.x);
    const inside = status.indexOf(1);
    x[inside] += 1e-5;
    const y = engine.point.y.map((yi, i) => yi + 1e-5 * Math.sin(i));
    expect(drain(polishPoint(engine.newton, status, form.rhs, x))).toBeLessThan(1e-12);
    expect(drain(polishPrices(engine.newton, status, form.cost, y))).toBeLessThan(1e-12);
    expect(x.filter((_, j) => status[j] === 0).every((xj) => xj === 0)).toBe(true);
  });

  it("returns the remaining residual if the columns inside their bounds cannot remove it", () => {
    const { form, engine } = interiorWorkspace(dispatchYear(4));
    const nothing = new Uint8Array(form.numCols);
    const x = new Float64Array(form.numCols);
    expect(drain(polishPoint(engine.newton, nothing, form.rhs, x))).toBe(Math.max(...form.rhs.map(Math.abs)));
  });
});
