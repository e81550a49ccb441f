import { afterEach, expect, it, vi } from "vitest";
import { remainingBudget } from "../../../src/solvers/budget/remaining-budget.ts";

afterEach(() => vi.useRealTimers());

it("takes the time since its creation and the iterations spent off the budget", () => {
  vi.useFakeTimers({ now: 1000 });
  const remaining = remainingBudget({ timeLimitMs: 50, iterationLimit: 7, primalTolerance: 1e-8 });
  expect(remaining(0)).toEqual({ timeLimitMs: 50, iterationLimit: 7, primalTolerance: 1e-8 });
  vi.setSystemTime(1030);
  expect(remaining(5)).toEqual({ timeLimitMs: 20, iterationLimit: 2, primalTolerance: 1e-8 });
});

it("never goes below zero", () => {
  vi.useFakeTimers({ now: 1000 });
  const remaining = remainingBudget({ timeLimitMs: 50, iterationLimit: 7 });
  vi.setSystemTime(2000);
  expect(remaining(8)).toEqual({ timeLimitMs: 0, iterationLimit: 0 });
});

it("sets no limit if the options have none", () => {
  expect(remainingBudget({})(12)).toEqual({});
});
