/**
 * Can the solver serve a modelling tool? linopy, PuLP and JuMP write a program as LP or MPS text, each in its own way,
 * and read values back by name. The same small dispatch in the three ways: it is solved, checked, and handed back as
 * values and shadow prices by the names of the tool.
 */
import { checkSolution, type LinearProgram, solveLp } from "wattsplit/lp";
import { readCplexLp, readMps } from "wattsplit/lp/io";

/** linopy, `model.to_file("dispatch.lp")`: names by number, a term a line, numbers with a sign. */
const linopy = `min

obj:

+30.0 x0
+80.0 x1

s.t.

c0:
+1.0 x0
+1.0 x1
>=
+50.0

bounds

+0.0 <= x0 <= +40.0
+0.0 <= x1 <= +inf

end
`;

/** PuLP, `problem.writeLP("dispatch.lp")`: a comment in \\* *\\, bounds only where they are not the default. */
const pulp = `\\* dispatch *\\
Minimize
OBJ: 80 diesel + 30 grid
Subject To
need: diesel + grid >= 50
Bounds
 grid <= 40
End
`;

/** JuMP, `write_to_file(model, "dispatch.mps")`: free MPS with OBJSENSE, the objective row first. */
const jump = `NAME
OBJSENSE
    MIN
ROWS
 N  OBJ
 G  need
COLUMNS
    grid  need  1
    grid  OBJ  30
    diesel  need  1
    diesel  OBJ  80
RHS
    rhs  need  50
RANGES
BOUNDS
 LO bounds grid 0
 UP bounds grid 40
 LO bounds diesel 0
 PL bounds diesel
ENDATA
`;

/** Values and shadow prices by name, as a tool reads them back. */
function solved(lp: LinearProgram) {
  const solution = solveLp(lp);
  if (solution.status !== "optimal" || !checkSolution(lp, solution).ok) throw new Error(solution.status);
  const byName = (names: readonly string[] = [], values: Float64Array) =>
    names.map((name, i) => `${name} ${values[i]}`).join(", ");
  const values = byName(lp.colNames, solution.x);
  return `objective ${solution.objective}; ${values}; price of ${byName(lp.rowNames, solution.y)}`;
}

console.log("linopy:", solved(readCplexLp(linopy)));
console.log("PuLP:  ", solved(readCplexLp(pulp)));
console.log("JuMP:  ", solved(readMps(jump)));

/*
linopy: objective 2000; x0 40, x1 10; price of c0 80
PuLP:   objective 2000; diesel 10, grid 40; price of need 80
JuMP:   objective 2000; grid 40, diesel 10; price of need 80
*/
