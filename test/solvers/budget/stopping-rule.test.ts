import { describe, expect, it } from "vitest";
import { limitsOf } from "../../../src/solvers/budget/stopping-rule.ts";

const at = (iterations: number) => ({ iterations, phase: "dual", primalInfeasibility: 1, objective: 2 });

describe("limitsOf", () => {
  it("hands out no more iterations than are left", () => {
    const limits = limitsOf({ iterationLimit: 130 });
    expect(limits.batchSize(0)).toBe(100);
    expect(limits.batchSize(100)).toBe(30);
    expect(limits.batchSize(200)).toBe(0);
    expect(limitsOf({}).batchSize(1e9)).toBe(100);
  });

  it("names the limit that was met", () => {
    const reasons = [{ iterationLimit: 5 }, { timeLimitMs: -1 }, { onProgress: () => "stop" as const }, {}].map(
      (options) => {
        const limits = limitsOf(options);
        limits.isMet(at(5));
        return limits.stop;
      },
    );
    expect(reasons).toEqual(["iteration-limit", "time-limit", "stopped", undefined]);
  });

  it("shows the caller the progress", () => {
    const seen: unknown[] = [];
    const limits = limitsOf({ onProgress: (progress) => void seen.push(progress) });
    expect(limits.isMet(at(7))).toBe(false);
    expect(seen).toEqual([at(7)]);
  });
});
