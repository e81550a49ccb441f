import type { Reading } from "../assets/index.ts";
import { checkSolution } from "../lp/check-solution.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { SolvedSite } from "../model/solved-site.ts";
import { isoStamp } from "../time/time-grid.ts";
import { decodeLedger } from "./ledger.ts";
import type { BuiltSite } from "./build-site.ts";
import { planWarnings } from "./plan-warnings.ts";
import { decodePrices } from "./prices.ts";
import type { Branching, PowerPlan } from "./plan-result.ts";
import { attributeEmissions } from "./attribute-emissions.ts";
import { balanceResidualMw } from "./balance-check.ts";

/**
 * Converts an optimal solution of the program into a plan: schedule, ledger, prices, proof, end state. With `settled`,
 * the solution belongs to `program`, in which branching set upper bounds to zero; the proof is for that program.
 */
export function decodePlan(
  built: BuiltSite,
  optimum: OptimalSolution,
  settled?: { readonly program: LinearProgram; readonly branching: Branching },
): PowerPlan {
  const { request, site, lp } = built;
  const { time } = request;
  const proven = settled?.program ?? lp;
  const solution = { ...optimum, x: optimum.x.slice() };
  // NB: if a direction fixes a column at zero, its reduced cost is the price of the direction and not of the user's
  // limit.
  const reducedCost = solution.reducedCost.map((usd, j) =>
    proven.colUpper[j] < lp.colUpper[j] ? Math.max(0, usd) : usd,
  );
  const solved = new SolvedSite(time, { ...solution, reducedCost });
  for (const { kind, handles } of built.assets) kind.settle?.(handles, solved);
  const readings = built.assets.map(({ planned, kind, handles }): [string, Reading] => [
    planned.name,
    kind.read(planned.spec, planned.initial, handles, solved) as Reading,
  ]);
  // NB: fromEntries, because `assets[name] = ...` loses an asset named `__proto__`.
  const assets = Object.fromEntries(readings);
  const emissions = attributeEmissions(built, solved, readings);
  const endState = Object.fromEntries(
    readings.flatMap(([name, { endState: own = {}, storage }]) => {
      const state = emissions && storage ? { ...own, storedCo2T: Math.max(0, emissions.storedT[name]) } : own;
      return Object.keys(state).length === 0 ? [] : [[name, state]];
    }),
  );
  const ledger = decodeLedger(site, solved);
  const { primalInfeasibility, dualInfeasibility, relativeGap, ok } = checkSolution(proven, solution);
  return {
    name: request.name,
    startIso: isoStamp(time, 0),
    timeZone: time.timeZone,
    stepHours: time.stepHours,
    intervalStarts: Array.from({ length: time.count }, (_, t) => isoStamp(time, t)),
    objectiveUsd: solution.objective,
    alreadySetUsd: ledger.alreadySet.reduce((usd, item) => usd + item.usd, 0),
    assets,
    ledger,
    prices: decodePrices(site, solved, settled !== undefined),
    certificate: {
      primalInfeasibility,
      dualInfeasibility,
      relativeGap,
      ok,
      balanceResidualMw: balanceResidualMw(Object.values(assets), time.count),
      ledgerResidual: Math.abs(ledger.totalUsd - solution.objective) / Math.max(1, ledger.absoluteUsd),
    },
    ...(emissions && { emissions }),
    ...(settled && { branching: settled.branching }),
    endState,
    warnings: [
      ...site.warnings,
      ...planWarnings(site, readings, ledger, solution.objective),
      ...Object.values(assets).flatMap(({ warnings = [] }) => warnings),
    ],
    notices: [
      ...request.notices,
      ...site.notices,
      ...(solution.detail ? [`Ties between schedules of equal cost were not broken. ${solution.detail}`] : []),
      ...Object.values(assets).flatMap(({ notices = [] }) => notices),
    ],
    solver: { name: solution.solver, iterations: solution.iterations, rows: lp.numRows, columns: lp.numCols },
  };
}
