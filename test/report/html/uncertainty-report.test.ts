import { expect, it } from "vitest";
import { uncertaintyReport } from "../../../src/report/html/uncertainty-report.ts";

// A page of a plan is tested in test/cli/commands/scenarios.test.ts.
it("says why there is no plan", async () => {
  const page = await uncertaintyReport({ version: 1, status: "infeasible", name: "site", detail: "no <power>" });
  expect(page).toContain("infeasible: no &lt;power&gt;");
});
