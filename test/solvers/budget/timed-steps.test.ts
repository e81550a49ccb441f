import { expect, it } from "vitest";
import { timedSteps } from "../../../src/solvers/budget/timed-steps.ts";

function busy(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until;);
}

it("passes steps and result on, and counts their time but not the caller's", () => {
  const reports: [number, string | undefined][] = [];
  function* work(): Generator<string, number> {
    busy(5);
    yield "first";
    busy(10);
    return 7;
  }
  const steps = timedSteps(work(), (ms, step) => reports.push([ms, step]));
  expect(steps.next()).toEqual({ done: false, value: "first" });
  busy(50);
  expect(steps.next()).toEqual({ done: true, value: 7 });
  expect(reports.map(([, step]) => step)).toEqual(["first", undefined]);
  expect(reports[0][0]).toBeGreaterThanOrEqual(5);
  expect(reports[1][0]).toBeGreaterThanOrEqual(10);
  expect(reports[1][0]).toBeLessThan(50);
});
