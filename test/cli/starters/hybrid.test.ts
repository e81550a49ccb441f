import { expect, it } from "vitest";
import { starters } from "../../../src/cli/starters/index.ts";
import { compareBaselines } from "../../../src/compare-baselines.ts";
import { planPower } from "../../../src/plan-power.ts";

it.each(Object.entries(starters))("the site %s plans without an error or a warning", (_, { site, next }) => {
  const result = planPower(site);
  expect(result.status).toBe("optimal");
  expect(result.warnings).toEqual([]);
  expect(next.length).toBeGreaterThan(1);
});

it("the hybrid site has a diesel answer", () => {
  expect(compareBaselines(starters["hybrid"].site).headline).toMatchObject({
    comparable: true,
    certainty: "determined",
  });
});
