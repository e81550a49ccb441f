import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { internalReturn } from "../../../src/finance/ratios/internal-return.ts";
import { presentValue } from "../../../src/finance/ratios/present-value.ts";

describe("internalReturn", () => {
  it.each([
    [[-100, 110], [0.1]],
    // 100 x^-0: 60 x + 60 x^2 = 100, x = (-60 + sqrt(3600 + 24000)) / 120 = 0.884437: 13.0662 %.
    [[-100, 60, 60], [0.130662]],
    // -100 (1 - 1.1 x)(1 - 1.2 x): 10 % and 20 %.
    [
      [-100, 230, -132],
      [0.1, 0.2],
    ],
    // (1 - 0.5 x)(1 - 1.1 x)(1 - 3 x): -50 %, 10 % and 200 %.
    [
      [1, -4.6, 5.35, -1.65],
      [-0.5, 0.1, 2],
    ],
    // (1 - 1.05 x^4)(1 - 1.2 x^9), with gaps between the years.
    [
      [1, 0, 0, 0, -1.05, 0, 0, 0, 0, -1.2, 0, 0, 0, 1.26],
      [1.05 ** 0.25 - 1, 1.2 ** (1 / 9) - 1],
    ],
    // A double root: (1 - 1.1 x)^2 touches zero at 10 %.
    [[100, -220, 121], [0.1]],
    [[0, 0, -100, 0, 121], [0.1]],
    [[-100, 50], [-0.5]],
    [[-1e-6, 1e6], [1e12 - 1]],
  ])("%j", (cash, wanted) => {
    const { rates, status } = internalReturn(cash);
    expect(rates).toHaveLength(wanted.length);
    for (const [k, rate] of rates.entries()) expect(rate / wanted[k]).toBeCloseTo(1, 5);
    expect(status).toBe(wanted.length === 1 ? "one" : "many");
  });

  it.each([
    [[-1, -2], "nothing is ever received"],
    [[1, 2], "nothing is ever paid in"],
    [[0, 0], "every amount is zero"],
    [[0], "every amount is zero"],
    // 1 - x + x^2 has no real root.
    [[1, -1, 1], "the present value is positive at every rate"],
    [[-1, 1, -1], "the present value is negative at every rate"],
  ])("%j has none: %s", (cash, words) => {
    expect(internalReturn(cash)).toMatchObject({ status: "none", rates: [] });
    expect(internalReturn(cash).detail).toContain(words);
  });

  it("finds the rate of a hundred years of months", () => {
    const rate = 0.01;
    const cash = [-1, ...new Array<number>(1200).fill(rate / (1 - 1.01 ** -1200))];
    expect(internalReturn(cash).rates[0]).toBeCloseTo(rate, 12);
  });

  it("finds every rate that a list was made of", () => {
    const rates = fc.uniqueArray(fc.integer({ min: -9, max: 30 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 1000 }), (tenths, scale) => {
        const wanted = tenths.map((n) => n / 10).toSorted((a, b) => a - b);
        // The product of 1 - (1 + rate) x.
        const cash = wanted.reduce(
          (product, rate) => [...product, 0].map((c, j) => c - (1 + rate) * (product[j - 1] ?? 0)),
          [scale],
        );
        const found = internalReturn(cash).rates;
        expect(found).toHaveLength(wanted.length);
        for (const [k, rate] of found.entries()) expect(rate).toBeCloseTo(wanted[k], 4);
      }),
    );
  });

  it("the present value at a rate it gives is zero, and one change of sign has one rate", () => {
    const cash = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(cash, fc.integer({ min: 1, max: 1000 }), (receipts, paid) => {
        fc.pre(receipts.some((usd) => usd > 0));
        const list = [-paid, ...receipts];
        const { rates, status } = internalReturn(list);
        expect(status).toBe("one");
        const size = list.reduce((sum, usd, t) => sum + Math.abs(usd) / (1 + rates[0]) ** t, 0);
        expect(Math.abs(presentValue(list, rates[0]))).toBeLessThan(1e-9 * size);
      }),
    );
  });

  it("takes no text and no NaN", () => {
    expect(() => internalReturn([1, Number.NaN])).toThrow("internalReturn.cashUsd[1]: got NaN");
    expect(() => internalReturn("12" as never)).toThrow("a list of at least 1 numbers");
  });
});
