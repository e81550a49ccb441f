import { expect, it } from "vitest";
import { ExitCode, exitCodeOf } from "../../src/cli/exit-code.ts";

it("tells outcomes apart, and answers from faults", () => {
  expect(exitCodeOf({ status: "optimal" })).toBe(0);
  expect(exitCodeOf({ status: "infeasible" })).toBe(2);
  expect(exitCodeOf({ status: "time-limit" })).toBe(3);
  expect(exitCodeOf({ status: "branching-limit" })).toBe(3);
  expect(exitCodeOf({ status: "unbounded" })).toBe(4);
  expect(exitCodeOf({ status: "numerical-trouble" })).toBe(ExitCode.internal);
  expect(ExitCode.interrupted).toBe(130);
});
