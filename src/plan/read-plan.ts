import type { Reading } from "../assets/index.ts";
import { checkSolution } from "../lp/check-solution.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { SolvedSite } from "../model/solved-site.ts";
import { isoStamp } from "../time/time-grid.ts";
import { balanceResidualMw } from "./balance-check.ts";
import type { BuiltSite } from "./build-site.ts";
import { readLedger } from "./ledger.ts";
import type { PowerPlan } from "./plan-result.ts";
import { readPrices } from "./prices.ts";

/** Reads an optimal solution of the program as a plan: schedule, money, prices, proof, end state. */
export function readPlan(built: BuiltSite, solution: OptimalSolution): PowerPlan {
  const { plan, site, lp } = built;
  const { time } = plan;
  const solved = new SolvedSite(time, solution);
  const assets: Record<string, Reading> = {};
  const endState: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const { planned, kind, handles } of built.assets) {
    const reading = kind.read(planned.spec, planned.initial, handles, solved);
    assets[planned.name] = reading as Reading;
    if (reading.endState !== undefined && Object.keys(reading.endState).length > 0) endState[planned.name] = reading.endState;
  }
  const ledger = readLedger(site, solved);
  const { primalInfeasibility, dualInfeasibility, relativeGap, ok } = checkSolution(lp, solution);
  return {
    name: plan.name,
    startIso: isoStamp(time, 0),
    timeZone: time.timeZone,
    stepHours: time.stepHours,
    intervalStarts: Array.from({ length: time.count }, (_, t) => isoStamp(time, t)),
    objectiveUsd: solution.objective,
    assets,
    ledger,
    prices: readPrices(site, solved),
    certificate: {
      primalInfeasibility,
      dualInfeasibility,
      relativeGap,
      ok,
      balanceResidualMw: balanceResidualMw(Object.values(assets), time.count),
      ledgerResidual: Math.abs(ledger.totalUsd - solution.objective) / Math.max(1, ledger.absoluteUsd),
    },
    endState,
    notices: [...plan.notices, ...site.notices],
    solver: { name: solution.solver, iterations: solution.iterations, rows: lp.numRows, columns: lp.numCols },
  };
}
