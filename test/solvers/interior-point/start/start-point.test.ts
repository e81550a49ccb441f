import { describe, expect, it } from "vitest";
import { interiorWorkspace } from "../../../support/interior-workspace.ts";
import { dispatchYear } from "../../../support/dispatch-year.ts";
import { drain } from "../../../../src/solvers/budget/drain.ts";

describe("startPoint", () => {
  it("starts strictly inside every bound, with x + w = upper exactly and boxed columns dual feasible", () => {
    const { form, engine } = interiorWorkspace(dispatchYear(100));
    drain(engine.start(10));
    const { x, z, w, v } = engine.point;
    for (let j = 0; j < form.numSigned; j++) {
      expect(x[j]).toBeGreaterThan(0);
      expect(z[j]).toBeGreaterThan(0);
    }
    for (let j = 0; j < form.numBoxed; j++) {
      expect(Math.min(w[j], v[j])).toBeGreaterThan(0);
      expect(w[j]).toBe(form.upper[j] - x[j]);
      expect(Math.abs(engine.residuals.reduced[j] - z[j] + v[j])).toBeLessThan(1e-10);
    }
    expect(engine.mu).toBeGreaterThan(0);
  });
});
