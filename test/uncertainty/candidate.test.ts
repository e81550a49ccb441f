import { expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { objective, type Problem, underDecisions, usdOfAttempt } from "../../src/uncertainty/candidate.ts";
import { decidedBlocks } from "../../src/uncertainty/here-and-now.ts";
import { firm, grid, horizon } from "../support/small-sites.ts";

const purchase = { kind: "day-ahead-purchase", name: "day-ahead", priceUsdPerMwh: 20, limitMw: 50 };
const scenarios = [20, 40].map((limitMw) => {
  const input = { horizon: horizon(1), assets: [grid(), firm(), { ...purchase, limitMw }] };
  return { name: `${limitMw}`, probability: 0.5, input, request: parseRequest(input) };
});
const built = scenarios.map(({ request }) => buildSite(request));
const names = scenarios.map(({ name }) => name);
const blocks = decidedBlocks(built, names, [{ asset: "day-ahead", decision: "boughtMw" }]);
const problem: Problem = { scenarios, built, blocks, options: {} };
const under = (mw: number) => drain(underDecisions(problem, Float64Array.of(mw)));

it("plans every scenario with the decisions held", () => {
  const candidate = under(10);
  // 30 MW at 30, of which 10 MW cost 10 less.
  expect(candidate.outcomes.map(usdOfAttempt)).toEqual([800, 800]);
  expect(objective(candidate, scenarios, { weight: 0, level: 0 })).toBeCloseTo(800, 9);
});

it("costs infinitely much where a scenario has no plan under them", () => {
  const candidate = under(30);
  expect(candidate.outcomes.map(usdOfAttempt)).toEqual([Infinity, 600]);
  expect(candidate.outcomes[0]).toMatchObject({ status: "infeasible" });
  expect(objective(candidate, scenarios, { weight: 0.5, level: 0.5 })).toBe(Infinity);
});
