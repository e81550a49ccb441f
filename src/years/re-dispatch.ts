/**
 * The chosen sizes planned by the planner itself, with rules, ties and ledger: an independent check of the values that
 * the schedule was chosen by, and the source of its cash.
 */
import type { CashLine } from "../finance/cash-line.ts";
import { ledgerCashLines } from "../finance/ledger-lines.ts";
import type { OptimalPlan } from "../plan/plan-result.ts";
import { siteFaults } from "../plan/build-site.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import { planSteps } from "../plan/run-plan.ts";
import { withShare } from "./quarter-program.ts";
import type { Schedule } from "./schedule.ts";
import type { YearsFrame } from "./years-frame.ts";

export interface ReDispatched {
  readonly plans: readonly OptimalPlan[];
  /** Cash of the ledgers by quarter. */
  readonly lines: readonly CashLine[];
  /** Parts that have left and are planned at a millionth of their size, because another asset names them. */
  readonly traces: readonly string[];
  /** Value of each quarter by the planner, USD: penalties and valuations included. */
  readonly valueUsd: readonly number[];
}

/** Share of its size at which a part that has left is planned where another asset names it. */
const TRACE = 1e-6;

function resized(frame: YearsFrame, q: number, shares: readonly number[]): PlanRequest {
  return frame.parts.parts.reduce((now, { name }, p) => withShare(now, name, shares[p]), frame.request(q));
}

export interface FailedDispatch {
  readonly q: number;
  readonly detail: string;
}

export function* reDispatched(
  frame: YearsFrame,
  schedule: Schedule,
): Generator<unknown, ReDispatched | FailedDispatch> {
  const plans: OptimalPlan[] = [];
  const traces: string[] = [];
  for (const q of frame.grids.keys()) {
    const shares = schedule.shares[q];
    let request = resized(frame, q, shares);
    const faults = shares.includes(0) ? siteFaults(request) : [];
    if (faults.length > 0) {
      // Another asset names one that has left.
      traces.push(...frame.parts.parts.flatMap(({ name }, p) => (shares[p] === 0 ? [name] : [])));
      request = resized(
        frame,
        q,
        shares.map((share) => Math.max(share, TRACE)),
      );
    }
    const plan = yield* planSteps(request, {});
    if (plan.status !== "optimal") return { q, detail: plan.detail };
    plans.push(plan);
    yield;
  }
  const { count } = frame.model;
  const lines = new Map<string, Omit<CashLine, "usd"> & { readonly usd: number[] }>();
  for (const [q, plan] of plans.entries()) {
    for (const { usd, ...line } of ledgerCashLines(plan, { every: "quarter" }).lines) {
      const key = `${line.name} ${line.kind}`;
      const all = lines.get(key) ?? { ...line, usd: new Array<number>(count).fill(0) };
      lines.set(key, all);
      all.usd[q] += usd.reduce((sum, one) => sum + one, 0) * frame.grids[q].weight;
    }
  }
  return {
    plans,
    lines: [...lines.values()],
    traces: [...new Set(traces)],
    valueUsd: plans.map((plan, q) => -plan.objectiveUsd * frame.grids[q].weight),
  };
}
