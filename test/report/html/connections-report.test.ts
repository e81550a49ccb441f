import { expect, it } from "vitest";
import { connectionsReport } from "../../../src/report/html/connections-report.ts";

// A page of options is tested in test/cli/commands/connections.test.ts.
it("says why an option is not possible", async () => {
  const options = [{ name: "a", status: "not-possible" as const, detail: "no <power>" }];
  const page = await connectionsReport({ options, breakEvens: [] });
  expect(page).toContain("no &lt;power&gt;");
  expect(page).toContain("No option is possible.");
});
