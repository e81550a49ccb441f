import { describe, expect, it } from "vitest";
import { MemoryTerminal, runOnSite } from "../../support/memory-terminal.ts";
import { run } from "../../../src/cli/run.ts";

/** The newsvendor of test/plan-under-uncertainty.test.ts. */
const site = {
  horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 1 },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 100, importPriceUsdPerMwh: 60 },
    { kind: "ai-firm", name: "ai", facilityMw: 10 },
    {
      kind: "day-ahead-purchase",
      name: "day-ahead",
      priceUsdPerMwh: 50,
      limitMw: 100,
      shortfallUsdPerMwh: 40,
      surplusUsdPerMwh: 50,
    },
  ],
};
const demand = (facilityMw: number, probability: number) => ({
  name: `${facilityMw} MW`,
  probability,
  changes: { assets: { ai: { facilityMw } } },
});
const options = {
  scenarios: [demand(10, 0.2), demand(20, 0.5), demand(30, 0.3)],
  firstStage: [{ asset: "day-ahead", decision: "boughtMw" }],
};

async function runScenarios(args: string, own: object = {}) {
  const terminal = new MemoryTerminal();
  terminal.files.set("site.json", JSON.stringify(site));
  terminal.files.set("ways.json", JSON.stringify({ ...options, ...own }));
  const code = await run(`scenarios site.json --scenarios ways.json ${args}`.trim().split(" "), terminal, () => 0);
  return { code, terminal };
}

describe("wattsplit scenarios", () => {
  it("prints costs, decisions and scenarios, and writes a page with the distribution", async () => {
    const { code, terminal } = await runScenarios("--report page.html");
    expect(code).toBe(0);
    expect(terminal.printed).toContain("Mean cost 1,280 USD");
    expect(terminal.printed).toContain("Perfect information is worth 230.0 USD");
    expect(terminal.printed).toMatch(/day-ahead boughtMw +MW +20\.0/u);
    expect(terminal.files.get("page.html")).toMatch(/<svg[^]*What the scenarios cost/u);
  });

  it("plans with fewer of them, and prints JSON", async () => {
    const { terminal } = await runScenarios("--reduce 2 --json -");
    expect((JSON.parse(terminal.printed) as { scenarios: unknown[] }).scenarios).toHaveLength(2);
  });

  it("ends with the code of an infeasible plan", async () => {
    const { code } = await runScenarios("", { scenarios: [demand(10, 0.5), demand(200, 0.5)] });
    expect(code).toBe(2);
  });

  it("refuses what is not a list of scenarios", async () => {
    const { code, terminal } = await runScenarios("", { scenarios: [] });
    expect([code, terminal.noted]).toEqual([64, expect.stringContaining("options.scenarios")]);
    const missing = await runOnSite("scenarios site.json");
    expect(missing.code).toBe(64);
  });
});
