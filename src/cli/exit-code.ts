import type { PlanResult } from "../plan/plan-result.ts";

/**
 * What the process says with its exit code; 64 and 70 are those of BSD's `sysexits.h`, 130 is that of a shell after
 * Ctrl-C.
 */
export const ExitCode = {
  ok: 0,
  infeasible: 2,
  limit: 3,
  unbounded: 4,
  badInput: 64,
  internal: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

const OF_STATUS: Readonly<Record<PlanResult["status"], ExitCode>> = {
  optimal: ExitCode.ok,
  infeasible: ExitCode.infeasible,
  "branching-limit": ExitCode.limit,
  "time-limit": ExitCode.limit,
  "iteration-limit": ExitCode.limit,
  stopped: ExitCode.limit,
  unbounded: ExitCode.unbounded,
  "numerical-trouble": ExitCode.internal,
};

export function exitCodeOf({ status }: { readonly status: PlanResult["status"] }): ExitCode {
  return OF_STATUS[status];
}
