import { describe, expect, it } from "vitest";
import { cashFlowOf, nominalLines, readLines, readMoney } from "../../src/finance/cash-flow.ts";
import type { CashLine } from "../../src/finance/cash-line.ts";
import { read } from "../support/finance-frame.ts";

const periods = { start: "2027-01", every: "year", count: 2 } as const;
const lines: readonly CashLine[] = [
  { name: "lease", kind: "contracted", usd: [0, 100] },
  { name: "rigs", kind: "merchant", usd: [5, 50] },
  { name: "hedge", kind: "hedge", usd: [0, -4] },
  { name: "power", kind: "power", usd: [-1, -30] },
  { name: "staff", kind: "operations", usd: [-1, -10] },
  { name: "build", kind: "capex", usd: [-200, -7] },
  { name: "reserve", kind: "reserve", usd: [0, -3] },
];

describe("cash flow", () => {
  it("EBITDA is income and operating cost, not capex or reserves", () => {
    const flow = cashFlowOf(periods, lines);
    expect(flow.ebitdaUsd).toEqual([3, 106]);
    expect(flow.usdByKind.capex).toEqual([-200, -7]);
    expect(flow.usdByKind.reserve).toEqual([0, -3]);
  });

  // From the middle of 2026 to the end of 2027 are 1.5 years.
  it("real money is inflated to the end of each period", () => {
    const money = { basis: "real", inflationPerYear: 0.02, priceLevel: "2026-07" } as const;
    const [, , , , , build] = nominalLines(lines, periods, money);
    expect(build.usd[0]).toBeCloseTo(-200 * 1.02 ** 1.5, 10);
    expect(build.usd[1]).toBeCloseTo(-7 * 1.02 ** 2.5, 10);
    expect(nominalLines(lines, periods, { basis: "nominal" })).toBe(lines);
  });

  it("reads money and lines", () => {
    expect(read({ basis: "nominal" }, readMoney)).toEqual({ basis: "nominal" });
    const real = { basis: "real", inflationPerYear: 0.02, priceLevel: "2026-10" };
    expect(read(real, readMoney)).toEqual(real);
    expect(() => read({ basis: "nominal", inflationPerYear: 0.02 }, readMoney)).toThrow("no such field");
    expect(() => read({ basis: "real" }, readMoney)).toThrow("priceLevel");
    expect(read({ lines }, (fields) => readLines(fields, 2))).toHaveLength(7);
    expect(() => read({ lines: [lines[0], lines[0]] }, (fields) => readLines(fields, 2))).toThrow("a name of its own");
    expect(() => read({ lines: [] }, (fields) => readLines(fields, 2))).toThrow("at least one entry");
  });
});
