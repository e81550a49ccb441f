import { expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { usdOfAttempt } from "../../src/uncertainty/candidate.ts";
import { decidedBlocks } from "../../src/uncertainty/here-and-now.ts";
import { referenceCandidate } from "../../src/uncertainty/reference-plan.ts";
import { firm, grid, horizon } from "../support/small-sites.ts";

const firstStage = [{ asset: "day-ahead", decision: "boughtMw" }];
const request = (importPriceUsdPerMwh: number, over: object = {}) => {
  const purchase = { kind: "day-ahead-purchase", name: "day-ahead", priceUsdPerMwh: 30, limitMw: 10, ...over };
  const input = { horizon: horizon(1), assets: [grid({ importPriceUsdPerMwh }), firm(), purchase] };
  return { input, request: parseRequest(input) };
};
const scenarios = [
  { name: "low", probability: 0.5, ...request(20) },
  { name: "high", probability: 0.5, ...request(60) },
];
const built = scenarios.map((scenario) => buildSite(scenario.request));
const blocks = decidedBlocks(built, ["low", "high"], firstStage);
const reference = (given?: ReturnType<typeof parseRequest>) =>
  drain(referenceCandidate({ scenarios, built, blocks, options: {} }, given, firstStage));

it("is planned for the mean, and its decisions are held in each scenario", () => {
  // At the mean price of 40 the purchase of 10 MW pays: 30 MW at 20 and 10 x 10 lost; 30 MW at 60 and 10 x 30 gained.
  const { figures, candidate } = reference();
  expect(figures).toEqual({ basis: "mean" });
  expect(candidate?.outcomes.map(usdOfAttempt)).toEqual([700, 1500]);
});

it("is planned for what is given", () => {
  const { figures, candidate } = reference(request(25).request);
  expect(figures).toEqual({ basis: "given" });
  expect(candidate?.outcomes.map(usdOfAttempt)).toEqual([600, 1800]);
});

it("leaves a scenario without a plan where its decisions violate a limit there", () => {
  const { figures, candidate } = reference(request(60, { limitMw: 12 }).request);
  expect(candidate?.outcomes.map(usdOfAttempt)).toEqual([Infinity, Infinity]);
  expect(figures.detail).toContain('Its decisions leave "low" without a plan: day-ahead: boughtMw of 12 MW');
});
