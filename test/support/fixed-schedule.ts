import { buildSite, type BuiltSite } from "../../src/plan/build-site.ts";
import type { PowerPlan } from "../../src/plan/plan-result.ts";
import { siteSteps } from "../../src/plan/run-plan.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { planOf, type TestSite } from "./plans.ts";

/** A site from interval `from` to `to` of a longer one, from the state the plan before left. */
export type PieceOf = (from: number, to: number, initialState?: Readonly<Record<string, unknown>>) => TestSite;

/** One plan of `count` intervals, and the same schedule as plans of the pieces between the cuts. */
export function fixedPieces(
  pieceOf: PieceOf,
  count: number,
  cuts: readonly number[],
  initialState?: Readonly<Record<string, unknown>>,
): { readonly whole: PowerPlan; readonly pieces: readonly PowerPlan[] } {
  const built = buildSite(planOf(pieceOf(0, count, initialState)));
  const { plan: whole, x } = solved(built);
  const fixedMw = new Map(
    built.site.columnBlocks
      .filter(({ perInterval }) => perInterval)
      .map(({ asset, name, start, from, count: length }) => [
        `${asset} ${name}`,
        (t: number) => (t < from || t >= from + length ? 0 : x[start + t - from]),
      ]),
  );
  const pieces: PowerPlan[] = [];
  let state = initialState;
  for (const [i, from] of [0, ...cuts].entries()) {
    const piece = buildSite(planOf(pieceOf(from, cuts[i] ?? count, state)));
    const { plan } = solved(withFixed(piece, from, fixedMw));
    pieces.push(plan);
    state = plan.endState;
  }
  return { whole, pieces };
}

/** The same program with every column of an interval held at its value in the longer plan. */
function withFixed(built: BuiltSite, shift: number, fixedMw: ReadonlyMap<string, (t: number) => number>): BuiltSite {
  const colLower = built.lp.colLower.slice();
  const colUpper = built.lp.colUpper.slice();
  for (const { asset, name, perInterval, start, from, count } of built.site.columnBlocks) {
    const value = fixedMw.get(`${asset} ${name}`);
    if (!perInterval || !value) continue;
    for (let j = 0; j < count; j++) colLower[start + j] = colUpper[start + j] = value(shift + from + j);
  }
  return { ...built, lp: { ...built.lp, colLower, colUpper } };
}

function solved(built: BuiltSite): { readonly plan: PowerPlan; readonly x: Float64Array } {
  const { result, solution } = drain(siteSteps(built, {}));
  if (result.status === "optimal" && solution) return { plan: result, x: solution.x };
  throw new Error("detail" in result ? `${result.status}: ${result.detail}` : result.status);
}
