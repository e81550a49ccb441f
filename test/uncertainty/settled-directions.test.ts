import { expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { brokenRules } from "../../src/plan/either-or-check.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { extensiveForm } from "../../src/uncertainty/extensive-form.ts";
import { columnsOf, decidedBlocks } from "../../src/uncertainty/here-and-now.ts";
import { settledDirections } from "../../src/uncertainty/settled-directions.ts";
import { battery, firm, grid, horizon } from "../support/small-sites.ts";

const purchase = { kind: "day-ahead-purchase", name: "day-ahead", priceUsdPerMwh: 20, limitMw: 50 };

/** At a negative price the LP relaxation charges and discharges at once, to draw what is lost. */
function problem(prices: readonly number[]) {
  const built = prices.map((importPriceUsdPerMwh) => {
    const assets = [grid({ importPriceUsdPerMwh }), firm(), battery({ maxStoredMwh: 2 }), purchase];
    return buildSite(parseRequest({ horizon: horizon(3), initialState: { bess: { storedMwh: 0 } }, assets }));
  });
  const names = prices.map((price) => `${price}`);
  const blocks = decidedBlocks(built, names, [{ asset: "day-ahead", decision: "boughtMw" }]);
  const form = extensiveForm(
    built.map(({ lp }, s) => ({ lp, probability: 1 / built.length, shared: columnsOf(blocks[s]) })),
    { weight: 0, level: 0 },
  );
  const solution = solveLp(form.lp);
  if (solution.status !== "optimal") throw new Error(solution.status);
  return { built, form, solution };
}

it("holds one side of each violated rule at zero until none is violated, at a higher cost", () => {
  const { built, form, solution } = problem([30, -30]);
  const violated = (x: Float64Array, s: number) =>
    brokenRules(
      built[s].site,
      Float64Array.from(form.columns[s], (at) => x[at]),
    ).length;
  expect(violated(solution.x, 1)).toBeGreaterThan(0);
  const settled = drain(settledDirections(form, solution, built, [undefined, undefined], {}));
  if (!settled) throw new Error("none found");
  expect([0, 1].map((s) => violated(settled.x, s))).toEqual([0, 0]);
  expect(settled.objective).toBeGreaterThan(solution.objective);
});

it("has nothing to settle where no rule is violated", () => {
  const { built, form, solution } = problem([30, 60]);
  expect(drain(settledDirections(form, solution, built, [undefined, undefined], {}))).toBeUndefined();
});
