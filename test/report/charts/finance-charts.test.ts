import { describe, expect, it } from "vitest";
import { financeSite } from "../../../src/finance/finance-site.ts";
import { chartSvg } from "../../../src/report/charts/chart-svg.ts";
import { financeChart, financeChartKinds } from "../../../src/report/charts/finance-charts.ts";
import { smallSite } from "../../support/finance-site.ts";

const result = financeSite(smallSite({ conditions: { lockUpDscr: 1.2, defaultDscr: 1.1 }, tax: { rate: 0.2 } }));

describe("charts of a finance result", () => {
  it("cash by kind adds up to CFADS", () => {
    const rows = financeChart(result, "cash").data.values.filter(({ period }) => period === "2029");
    const sum = rows.reduce((total, row) => total + Number(row["millionUsd"] ?? 0), 0);
    expect(rows.map(({ part }) => part).toSorted()).toEqual([
      "CFADS",
      "contracted",
      "merchant",
      "operations",
      "power",
      "tax",
    ]);
    expect(sum).toBeCloseTo(Number(rows.find(({ part }) => part === "CFADS")?.["cfadsMillionUsd"]), 12);
  });

  it("debt service has its bars, the DSCR and both covenants", () => {
    const { data, title } = financeChart(result, "debt-service");
    const of = (part: string) => data.values.filter((row) => row["part"] === part);
    expect(of("interest")).toHaveLength(5);
    expect(of("DSCR")).toHaveLength(5);
    expect([of("lock-up")[0]["limit"], of("default")[0]["limit"]]).toEqual([1.2, 1.1]);
    expect(title.subtitle?.join(" ")).toContain("DSCR is at least");
    const [interest, principal] = ["interest", "principal"].map((part) => Number(of(part)[2]["millionUsd"]));
    expect(interest + principal).toBeCloseTo(result.waterfall.serviceDueUsd[3] / 1e6, 12);
    const plain = financeChart(financeSite(smallSite()), "debt-service").data.values;
    expect(plain.filter(({ limit }) => limit !== undefined)).toEqual([]);
  });

  it("draws", async () => {
    for (const kind of financeChartKinds) expect(await chartSvg(financeChart(result, kind))).toMatch(/^<svg/u);
  });

  it("refuses another kind, and what is not a result", () => {
    expect(() => financeChart(result, "cashes" as never)).toThrow('"cash", "debt-service"');
    expect(() => financeChart({} as never, "cash")).toThrow("a result of financeSite");
  });
});
