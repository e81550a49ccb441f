import { expect, it } from "vitest";
import { checkSizedPlan } from "../../src/sizing/check-sizing-result.ts";

it("takes a result with sizes, and names what is not one", () => {
  expect(() => checkSizedPlan("f", { sizes: [], plan: {}, totalUsd: 1 })).not.toThrow();
  expect(() => checkSizedPlan("f", { status: "infeasible" })).toThrow(/f: got a result that is infeasible/u);
  expect(() => checkSizedPlan("f", null)).toThrow(/f: got object/u);
});
