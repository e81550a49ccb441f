import { describe, expect, it } from "vitest";
import type { CashLine } from "../../src/finance/cash-line.ts";
import { readStress, type Stress, stressedCash, usualStresses } from "../../src/finance/stress.ts";
import { frame, read } from "../support/finance-frame.ts";

const on = frame(4, "quarter");
const lines: readonly CashLine[] = [
  { name: "lease A", kind: "contracted", usd: [1, 10, 10, 10] },
  { name: "lease B", kind: "contracted", usd: [1, 20, 20, 20] },
  { name: "rigs", kind: "merchant", driver: "hashprice", usd: [1, 12, 12, 12] },
  { name: "sun", kind: "merchant", driver: "output", usd: [0, 8, 8, 8] },
  { name: "power", kind: "power", driver: "power-price", usd: [-1, -4, -4, -4] },
  { name: "build", kind: "capex", usd: [-99, 0, 0, 0] },
];
const of = (stress: object) => {
  const { lines: changed, detail } = stressedCash({ name: "s", ...stress } as Stress, lines, on);
  return { detail, usd: Object.fromEntries(changed.map(({ name, usd }) => [name, usd])) };
};

describe("stress", () => {
  it("changes the lines of its driver and no other", () => {
    const { usd, detail } = of({ hashpriceChange: -0.5 });
    expect(usd["rigs"]).toEqual([0.5, 6, 6, 6]);
    expect(usd["power"]).toEqual([-1, -4, -4, -4]);
    expect(detail).toBe("hashprice -50 %: 1 line");
    expect(of({ difficultyChange: 0.2 }).usd["rigs"][1]).toBeCloseTo(10, 12);
    expect(of({ powerChange: 0.5 }).usd["power"]).toEqual([-1.5, -6, -6, -6]);
    expect(of({ output: { sigma: 0.1 } }).usd["sun"][1]).toBeCloseTo(8 * (1 - 0.12815516), 6);
    expect(of({ output: { sigma: 0.1, probability: 0.5 } }).usd["sun"][1]).toBe(8);
  });

  it("halving from its period, with the share of fees left", () => {
    expect(of({ halving: { from: "2027-Q3" } }).usd["rigs"]).toEqual([1, 12, 6, 6]);
    expect(of({ halving: { from: "2027-Q3", feeShare: 0.5 } }).usd["rigs"]).toEqual([1, 12, 9, 9]);
  });

  it("a tenant's default: every lease, or one, with a part received", () => {
    const { usd, detail } = of({ tenantDefault: { from: "2027-Q4" } });
    expect([usd["lease A"], usd["lease B"]]).toEqual([
      [1, 10, 10, 0],
      [1, 20, 20, 0],
    ]);
    expect(detail).toBe("tenant default from 2027-Q4: 2 lines");
    const one = of({ tenantDefault: { from: "2027-Q2", lines: ["lease B"], receivedShare: 0.25 } }).usd;
    expect([one["lease A"], one["lease B"]]).toEqual([
      [1, 10, 10, 10],
      [1, 5, 5, 5],
    ]);
    expect(of({ tenantDefault: { from: "2027-Q4", lines: ["C"] } }).detail).toContain("changes no line");
  });

  it("a delay moves operation, not construction", () => {
    const { usd, detail } = of({ delayMonths: 6 });
    expect(usd["rigs"]).toEqual([1, 0, 0, 12]);
    expect(usd["build"]).toEqual([-99, 0, 0, 0]);
    expect(detail).toContain("6 months later");
  });

  // One month late, a quarter has two of its three months: 8 of 12 USD. Four months late, that is the second quarter.
  it("a part of a period is shared linearly", () => {
    expect(of({ delayMonths: 1 }).usd["rigs"]).toEqual([
      1,
      expect.closeTo(8, 9),
      expect.closeTo(12, 9),
      expect.closeTo(12, 9),
    ]);
    expect(of({ delayMonths: 4 }).usd["rigs"]).toEqual([1, 0, expect.closeTo(8, 9), expect.closeTo(12, 9)]);
  });

  it("several changes in one, and none", () => {
    expect(of({ hashpriceChange: -0.5, difficultyChange: 1 }).usd["rigs"][1]).toBe(3);
    expect(of({}).detail).toBe("nothing is changed");
  });

  it("reads what it is given", () => {
    const full: Stress = {
      name: "all",
      hashpriceChange: -0.3,
      halving: { from: "2027-Q2", feeShare: 0.1 },
      tenantDefault: { from: "2027-Q2", lines: ["lease A"], receivedShare: 0.5 },
      delayMonths: 3,
      output: { sigma: 0.1, probability: 0.9 },
    };
    expect(read(full, (fields) => readStress(fields, on))).toEqual(full);
    const output = { name: "P90", output: { sigma: 0.1 } };
    expect(read(output, (fields) => readStress(fields, on)).output?.probability).toBe(0.9);
    for (const stress of usualStresses("2027-Q2"))
      expect(read(stress, (fields) => readStress(fields, on)).name).toBe(stress.name);
  });

  it.each([
    [{ delayMonths: 0 }, "at least 1"],
    [{ hashpriceChange: -30 }, "above -1"],
    [{ tenantDefault: { from: "2027-Q2", lines: [1] } }, "a list of names"],
    [{ halving: { from: "2027-Q2", fees: 1 } }, "no such field"],
    [{ hashprice: 1 }, "no such field"],
  ])("faults: %o", (given, words) => {
    expect(() => read({ name: "s", ...given }, (fields) => readStress(fields, on))).toThrow(words);
  });
});
