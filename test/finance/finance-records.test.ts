import papaparse from "papaparse";
import { describe, expect, it } from "vitest";
import { financeCsv, financeRecords } from "../../src/finance/finance-records.ts";
import { financeSite } from "../../src/finance/finance-site.ts";
import { smallSite } from "../support/finance-site.ts";

describe("records of a finance result", () => {
  const lines = smallSite().lines.map((line) => (line.name === "lease" ? { ...line, name: 'lease "A", B' } : line));
  const result = financeSite(smallSite({ lines }));

  it("one per value that exists", () => {
    const records = [...financeRecords(result)];
    expect(records).toContainEqual({ period: "2028", part: "cash", quantity: 'lease "A", B', value: 30 });
    expect(records).toContainEqual({ period: "2027", part: "waterfall", quantity: "equityUsd", value: 20 });
    expect(records).toContainEqual({ period: "2027", part: "term loan", quantity: "closingUsd", value: 80 });
    expect(records.filter(({ quantity }) => quantity === "testedDscr")).toHaveLength(5);
  });

  it("CSV that a parser reads back, with empty fields where there is no value", () => {
    const { data } = papaparse.parse<Record<string, string>>(financeCsv(result), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(6);
    expect(data[1]).toMatchObject({ period: "2028", 'cash: lease "A", B': "30", "waterfall: cfadsUsd": "36" });
    expect(data[0]["waterfall: testedDscr"]).toBe("");
    expect(Number(data[0]["cash: shell"])).toBe(-100);
  });

  it("a name that starts a formula is text", () => {
    const evil = smallSite().lines.map((line) => (line.name === "lease" ? { ...line, name: "=1+1" } : line));
    expect(financeCsv(financeSite(smallSite({ lines: evil })))).toContain("cash: =1+1");
    const loan = { ...smallSite().sculpted!, name: "=cmd" };
    expect(financeCsv(financeSite(smallSite({ sculpted: loan })))).toContain(",'=cmd: closingUsd");
  });

  it("a result is plain JSON", () => {
    const read = JSON.parse(JSON.stringify(result)) as typeof result;
    expect(read.waterfall.cfadsUsd).toEqual(result.waterfall.cfadsUsd);
    expect(read.ratios.equityReturn).toEqual(result.ratios.equityReturn);
  });
});
