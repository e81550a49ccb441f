import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTax, TaxAccount, type TaxRules, unleveredTax } from "../../src/finance/tax-account.ts";
import { frame, read } from "../support/finance-frame.ts";

const rules = (given: object, on = frame(4)): TaxRules =>
  read({ rate: 0.25, ...given }, (fields) => readTax(fields, on));

describe("tax", () => {
  // Income -100, 60, 200, 200; losses offset at most 80 %: 48 of 60, then the remaining 52 of 200.
  it("losses are carried forward and offset 80 % of a year's income", () => {
    expect(unleveredTax(rules({}), [-100, 60, 200, 200])).toEqual([0, 3, 37, 50]);
    expect(unleveredTax(rules({ lossUseLimit: 1 }), [-100, 60, 200, 200])).toEqual([0, 0, 40, 50]);
    expect(unleveredTax(rules({ lossCarryForward: false }), [-100, 60, 200, 200])).toEqual([0, 15, 50, 50]);
    expect(unleveredTax(rules({ openingLossesUsd: 100, lossUseLimit: 1 }), [100, 100, 0, -8])).toEqual([0, 25, 0, 0]);
  });

  it("interest and depreciation lower income", () => {
    const assets = [{ name: "rigs", basisUsd: 120, method: "straight-line", years: 3 }];
    const account = new TaxAccount(rules({ assets }));
    expect([0, 1, 2, 3].map((t) => account.pay(t, 100, 20))).toEqual([20, 10, 10, 10]);
    expect(account.lossesUsd).toBe(0);
  });

  it("is paid at the end of a calendar year and of the model", () => {
    const quarters = rules({}, frame(6, "quarter"));
    expect(unleveredTax(quarters, [10, 10, -30, 20, 4, 4])).toEqual([0, 0, 0, 2.5, 0, 2]);
  });

  it("no tax without rules", () => {
    expect(unleveredTax(readTax(undefined, frame(2)), [5, 5])).toEqual([0, 0]);
  });

  // The proof in the head of the file, on random years.
  it("tax with interest never exceeds tax without it, in any year", () => {
    const usd = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 4, maxLength: 4 });
    const interest = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(usd, interest, fc.double({ min: 0, max: 1, noNaN: true }), (ebitda, paid, lossUseLimit) => {
        const set = rules({ lossUseLimit });
        const account = new TaxAccount(set);
        for (const [t, tax] of unleveredTax(set, ebitda).entries()) {
          expect(account.pay(t, ebitda[t], paid[t])).toBeLessThanOrEqual(tax + 1e-9);
        }
      }),
    );
  });
});
