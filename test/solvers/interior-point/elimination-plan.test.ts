import { describe, expect, it } from "vitest";
import { scaleProgram } from "../../../src/lp/scale.ts";
import { boundedForm } from "../../../src/solvers/interior-point/bounded-form.ts";
import { eliminationPlan } from "../../../src/solvers/interior-point/elimination-plan.ts";
import { dispatchYear } from "../../support/dispatch-year.ts";

const lp = dispatchYear(500);
const { form, origin } = boundedForm(lp, scaleProgram(lp));

describe("eliminationPlan", () => {
  it("keeps the monthly peak, a column of 500 entries, and fills in by a few entries an hour", () => {
    const story = Int32Array.from(origin.varOf, (v) => (v < lp.numCols ? v : 0));
    const plan = eliminationPlan(form, story);
    expect([...plan.keptCols].map((j) => origin.varOf[j])).toEqual([15 * 500]);
    expect(plan.pattern.rowIndex.length).toBeLessThan(40 * 500);
  });

  it("finds an order of its own where the program's is useless", () => {
    const scrambled = Int32Array.from(origin.varOf, (v) => (v * 7919) % 7507);
    const plan = eliminationPlan(form, scrambled);
    expect(plan.pattern.rowIndex.length).toBeLessThan(40 * 500);
    expect([...plan.new2orig].toSorted((a, b) => a - b)).toEqual(Array.from(plan.new2orig, (_, k) => k));
  });
});
