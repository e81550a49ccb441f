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
  // 1 MW for 6 h cannot bring a battery from 0 to 50 MWh.
  const { code, terminal } = await runOnSite("plan site.json --csv out.csv", (site) => {
    site["initialState"] = { bess: { storedMwh: 0 } };
    (site["assets"] as unknown[]).push({
      kind: "battery",
      name: "bess",
      chargeLimitMw: 1,
      dischargeLimitMw: 1,
      minStoredMwh: 0,
      maxStoredMwh: 60,
      wearUsdPerMwh: 1,
      end: { rule: "at-least", storedMwh: 50 },
    });
  });
  expect(code).toBe(2);
  expect(terminal.noted).toBe("No plan, so no table was written.\n");
  expect(terminal.files.has("out.csv")).toBe(false);
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

it("writes a statement by load and month, and tables for a spreadsheet", async () => {
  const { terminal } = await runOnSite("plan site.json --csv out.csv --ledger l.csv --statement s.csv --spreadsheet");
  expect(terminal.files.get("s.csv")).toMatch(/^month,load,energy \(MWh\)[^]*\r\n2026-07,rigs,[^]*\r\nplan,all,/u);
  expect(terminal.files.get("out.csv")).toMatch(/^local time \(America\/Chicago\),UTC offset,/u);
  expect(terminal.files.get("out.csv")).toMatch(/\r\n2026-07-14 00:00:00,UTC-05:00,\d+\.\d{3},/u);
  expect(terminal.files.get("l.csv")).toMatch(/^local time/u);
  const exact = await runOnSite("plan site.json --csv out.csv --digits 0");
  expect(exact.terminal.files.get("out.csv")).toMatch(/^start,[^]*\r\n2026-07-14T00:00:00-05:00,17,/u);
});
