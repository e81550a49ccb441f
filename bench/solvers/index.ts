import { dualSimplex, interiorPoint, interiorPointWith } from "wattsplit/lp";
import type { BenchSolver } from "../bench-solver.ts";
import { clp } from "./clp.ts";
import { glpk } from "./glpk.ts";
import { highsIpm } from "./highs-ipm.ts";
import { highsSimplex } from "./highs-simplex.ts";
import { highsSimplexNoPresolve } from "./highs-simplex-no-presolve.ts";
import { javascriptLpSolver } from "./javascript-lp-solver.ts";
import { ownChoice } from "./own-choice.ts";
import { ownEngine } from "./own-engine.ts";
import { yalps } from "./yalps.ts";

/** Every solver, ours first, one per line. An engine of `wattsplit/lp` needs only its line here. */
export const solvers: readonly BenchSolver[] = [
  ownChoice,
  ownEngine(dualSimplex, "wattsplit/lp, dual simplex", { mostRows: 20_000 }),
  ownEngine(interiorPoint, "wattsplit/lp, interior point, vertex and polished duals included"),
  ownEngine(
    interiorPointWith({ vertex: false, tolerance: 1e-8 }),
    "wattsplit/lp, interior point alone at 1e-8, no vertex",
    { name: "interior-point-1e-8" },
  ),
  highsSimplex,
  highsSimplexNoPresolve,
  highsIpm,
  clp,
  glpk,
  javascriptLpSolver,
  yalps,
];
