import { expect, it } from "vitest";
import { comparisonFromJson } from "../../../src/io/plan-json.ts";
import { runOnSite } from "../../support/memory-terminal.ts";

const counterfactual = {
  aiOnlyImportLimitMw: 12,
  basis: "letter",
  assetsAiOnlyKeeps: [],
  extraImportUsdPerMwMonth: 5000,
};

it("prints the diesel answer", async () => {
  const { code, terminal } = await runOnSite("compare site.json", (site) => Object.assign(site, { counterfactual }));
  expect(code).toBe(0);
  expect(terminal.printed).toContain("diesel against the AI-only site");
});

it("says that a counterfactual is wanted", async () => {
  const { code, terminal } = await runOnSite("compare site.json");
  expect(code).toBe(64);
  expect(terminal.noted).toContain("counterfactual");
});

it("prints the whole comparison as JSON that is read back", async () => {
  const { terminal } = await runOnSite("compare site.json --json -", (site) => Object.assign(site, { counterfactual }));
  expect(comparisonFromJson(terminal.printed).hybrid.status).toBe("optimal");
});
