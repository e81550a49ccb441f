import { describe, expect, it } from "vitest";
import {
  comparisonFromJson,
  comparisonToJson,
  planFromJson,
  planToJson,
  resultFromJson,
  resultToJson,
} from "../../src/io/plan-json.ts";
import type { PlanResult } from "../../src/plan/plan-result.ts";
import { bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";
import { reportComparison } from "../support/report-plan.ts";
import { planPower } from "../support/untyped.ts";

const input = {
  horizon: horizon(3),
  bitcoin,
  assets: [grid({ importPriceUsdPerMwh: Float64Array.of(30, -5, 100) }), firm(), fleet()],
};

describe("plans as JSON", () => {
  it("an input comes back as it was, curves as typed arrays, and is planned to the same result", () => {
    const back = planFromJson(planToJson(input));
    expect(back).toStrictEqual(input);
    expect(planPower(back as typeof input)).toStrictEqual(planPower(input));
  });

  it("a result comes back as it was: optimal, infeasible and stopped while branching", () => {
    const infeasible = planPower({
      ...input,
      assets: [grid({ importLimitMw: 1 }), firm({ vollUsdPerMwh: undefined })],
    });
    const stopped: PlanResult = {
      version: 1,
      status: "branching-limit",
      name: "p",
      brokenRules: [],
      boundUsd: -0,
      relativeGap: Infinity,
      nodes: 1,
      detail: "d",
      warnings: [],
      notices: [],
    };
    expect(infeasible.status).toBe("infeasible");
    for (const result of [planPower(input), infeasible, stopped])
      expect(resultFromJson(resultToJson(result))).toStrictEqual(result);
  });

  it.each([
    [planToJson(input), "got a plan, wanted a result, as resultToJson writes it; read it with planFromJson"],
    ["{}", "got JSON without wattsplit's format tag"],
    ["[1]", "got JSON without wattsplit's format tag"],
    ['{"wattsplit":"result","version":2,"content":{}}', "version = 2, wanted 1"],
    ['{"wattsplit":"result","version":1,"content":{}}', "content = no status"],
  ])("refuses %j as a result", (text, message) => {
    expect(() => resultFromJson(text)).toThrow(message);
  });

  it("refuses a result as a plan", () => {
    expect(() => planFromJson(resultToJson(planPower(input)))).toThrow(
      "got a result, wanted a plan, as planToJson writes it; read it with resultFromJson",
    );
  });
});

describe("comparisons as JSON", () => {
  const text = comparisonToJson(reportComparison);

  it("come back as they were, with typed arrays", () => {
    const back = comparisonFromJson(text);
    expect(back.headline).toEqual(reportComparison.headline);
    expect(back.hybrid.status === "optimal" && back.hybrid.prices.powerUsdPerMwh).toBeInstanceOf(Float64Array);
    expect(comparisonToJson(back)).toBe(text);
  });

  it("are distinguished from results, and other values are refused", () => {
    expect(() => resultFromJson(text)).toThrow(/got a comparison, wanted a result.*comparisonFromJson/);
    expect(() => comparisonFromJson(resultToJson(reportComparison.hybrid))).toThrow(
      /got a result, wanted a comparison/,
    );
    expect(() => comparisonFromJson('{"wattsplit":"comparison","version":1,"content":{}}')).toThrow(/no hybrid/);
    expect(() => comparisonToJson([] as never)).toThrow(/a comparison of baselines/);
  });
});
