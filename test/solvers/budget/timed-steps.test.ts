import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { timedSteps } from "../../../src/solvers/budget/timed-steps.ts";

beforeEach(() => void vi.useFakeTimers({ now: 1000 }));
afterEach(() => void vi.useRealTimers());

const busy = (ms: number): void => void vi.advanceTimersByTime(ms);

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
  expect(reports).toEqual([
    [5, "first"],
    [10, undefined],
  ]);
});
