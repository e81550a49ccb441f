import { expect, it } from "vitest";
import { texasWeek } from "../../../src/cli/starters/texas-week.ts";
import { compareBaselines } from "../../../src/compare-baselines.ts";

it("has a diesel answer", () => {
  expect(compareBaselines(texasWeek.site).headline).toMatchObject({ comparable: true, certainty: "determined" });
});
