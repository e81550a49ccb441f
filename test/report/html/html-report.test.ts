import { describe, expect, it } from "vitest";
import { htmlReport } from "../../../src/report/html/html-report.ts";
import { reportComparison, reportPlan } from "../../support/report-plan.ts";

const bare = await htmlReport(reportComparison, { charts: false });

describe("the report as a page", () => {
  it("loads nothing: no script, no address, no style from elsewhere", async () => {
    const page = await htmlReport(reportComparison);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)/u);
    expect(page.replaceAll("http://www.w3.org/", "")).not.toMatch(/https?:\/\//u);
    expect(page.match(/<figure>/gu)).toHaveLength(8);
    expect(page.length).toBeLessThan(3e6);
  });

  it("takes whatever an input says as text", () => {
    expect(bare).toContain("<title>Site &quot;A&quot; &lt;north&gt;</title>");
    expect(bare).not.toContain("<north>");
  });

  it("begins with the answer, then warnings, then diesel and what it does not claim", () => {
    const places = ["<h1>", "USD net.", 'id="diesel"', "What this does not claim", 'id="ledger"', 'id="proof"'].map(
      (part) => bare.indexOf(part),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(bare).toContain(
      "In a full grid blackout without generation on the site, shedding mining displaces no diesel",
    );
    expect(bare).toContain(reportComparison.headline.sentence.slice(0, 60).replaceAll("&", "&amp;"));
  });

  it("has a statement by load and month, with the rule that attributes power cost", () => {
    const [, table] = /id="statement"([^]*?)<\/section>/u.exec(bare) ?? [];
    expect(table).toContain("Costs of power that belong to no load are shared among the loads");
    expect(table.match(/<td>2026-07<\/td>/gu)).toHaveLength(4);
    expect(table).toContain("power cost (USD/MWh)");
  });

  it("sums the ledger to the net cost", () => {
    const [, table] = /id="ledger"([^]*?)<\/table>/u.exec(bare) ?? [];
    const amounts = [...table.matchAll(/class="number">([-\d,.]+)</gu)].map(([, text]) =>
      Number(text.replaceAll(",", "")),
    );
    const net = amounts.pop() ?? NaN;
    expect(net).toBeCloseTo(reportPlan.objectiveUsd, -1);
    expect(amounts.reduce((sum, usd) => sum + usd, 0) / net).toBeCloseTo(1, 2);
  });

  it("shows charts that the caller has drawn, their titles as text", async () => {
    const drawn = [{ title: 'Use "now"', svg: '<svg viewBox="0 0 1 1"></svg>' }];
    const page = await htmlReport(reportPlan, { charts: drawn });
    expect(page).toContain(
      '<figure><svg role="img" aria-label="Use &quot;now&quot;" viewBox="0 0 1 1"></svg></figure>',
    );
    expect(page.match(/<figure>/gu)).toHaveLength(1);
  });

  it("warnings come before everything but the answer", async () => {
    const plan = { ...reportPlan, warnings: [{ code: "x", text: "Look out.", fix: "do this" }] } as never;
    const page = await htmlReport(plan, { charts: false, question: "Why?" });
    expect(page.indexOf("Look out.")).toBeGreaterThan(page.indexOf("USD net."));
    expect(page.indexOf("Look out.")).toBeLessThan(page.indexOf('id="ledger"'));
    expect(page).toContain("<h1>Why?</h1>");
  });

  it("says why there is no plan", async () => {
    const page = await htmlReport({ ...reportPlan, status: "infeasible", detail: "short 28 MW" } as never, {
      charts: false,
    });
    expect(page).toContain("There is no plan: infeasible.");
    expect(page).toContain("short 28 MW");
  });

  it("refuses what is not a result", async () => {
    await expect(htmlReport({} as never)).rejects.toThrow(/htmlReport/);
  });
});
