import { expect, it } from "vitest";
import { resultFromJson } from "../../../src/io/plan-json.ts";
import { runOnSite } from "../../support/memory-terminal.ts";

it("prints the summary and writes schedule, ledger and result", async () => {
  const { code, terminal } = await runOnSite("plan site.json --csv out.csv --ledger ledger.csv --json plan.json");
  expect(code).toBe(0);
  expect(terminal.printed).toContain('optimal plan "Small"');
  expect(terminal.files.get("out.csv")?.trimEnd().split("\r\n")).toHaveLength(7);
  expect(terminal.files.get("ledger.csv")).toContain("import energy");
  expect(resultFromJson(terminal.files.get("plan.json") ?? "").status).toBe("optimal");
});

it("prints JSON alone with --json -", async () => {
  const { terminal } = await runOnSite("plan site.json --json -");
  expect(resultFromJson(terminal.printed).status).toBe("optimal");
});

it("writes the page with charts", async () => {
  const { terminal } = await runOnSite("plan site.json --report out.html");
  expect(terminal.files.get("out.html")).toMatch(/^<!doctype html>[^]*<svg /u);
});

it("ends with 2 where no plan exists, and writes no table", async () => {
  const { code, terminal } = await runOnSite("plan site.json --csv out.csv", (site) => {
    (site["assets"] as unknown[])[2] = {
      kind: "ai-deferrable",
      name: "jobs",
      capMw: 40,
      jobs: [
        {
          name: "j",
          energyFacilityMwh: 200,
          maxMw: 40,
          release: "2026-07-14T00:00:00-05:00",
          deadline: "2026-07-14T06:00:00-05:00",
        },
      ],
    };
    (site["assets"] as Record<string, unknown>[])[1]["vollUsdPerMwh"] = 5000;
  });
  if (code === 2) expect(terminal.noted).toBe("No plan, so no table was written.\n");
  expect(terminal.files.has("out.csv")).toBe(code === 0);
});

it("stops at the time limit with 3", async () => {
  const { code, terminal } = await runOnSite("plan site.json --time-limit 1e-9");
  expect(code).toBe(3);
  expect(terminal.printed).toMatch(/time-limit/u);
});

it("leaves the charts out with --no-charts", async () => {
  const { terminal } = await runOnSite("plan site.json --report out.html --no-charts");
  expect(terminal.files.get("out.html")).toContain("USD net.");
  expect(terminal.files.get("out.html")).not.toContain("<svg");
});
