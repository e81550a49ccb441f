import { describe, expect, it } from "vitest";
import { stoppingRule } from "../../../src/solvers/budget/stopping-rule.ts";

const at = (iterations: number) => ({ iterations, phase: "dual", primalInfeasibility: 1, objective: 2 });

describe("stoppingRule", () => {
  it("hands out no more iterations than are left", () => {
    const stopping = stoppingRule({ iterationLimit: 130 });
    expect(stopping.batchSize(0)).toBe(100);
    expect(stopping.batchSize(100)).toBe(30);
    expect(stopping.batchSize(200)).toBe(0);
    expect(stoppingRule({}).batchSize(1e9)).toBe(100);
  });

  it("names the limit that was met", () => {
    const reasons = [{ iterationLimit: 5 }, { timeLimitMs: -1 }, { onProgress: () => "stop" as const }, {}].map(
      (options) => {
        const stopping = stoppingRule(options);
        stopping.isMet(at(5));
        return stopping.reason;
      },
    );
    expect(reasons).toEqual(["iteration-limit", "time-limit", "stopped", undefined]);
  });

  it("shows the caller the progress", () => {
    const seen: unknown[] = [];
    const stopping = stoppingRule({ onProgress: (progress) => void seen.push(progress) });
    expect(stopping.isMet(at(7))).toBe(false);
    expect(seen).toEqual([at(7)]);
  });
});
