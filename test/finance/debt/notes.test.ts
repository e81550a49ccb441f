import { describe, expect, it } from "vitest";
import { makeWhole, notesSchedule } from "../../../src/finance/debt/notes.ts";
import { frame, read } from "../../support/finance-frame.ts";

describe("notes", () => {
  const notes = (given: object) =>
    read({ name: "notes", ratePerYear: 0.0775, amountUsd: 100, maturesIn: "2030", ...given }, (fields) =>
      notesSchedule(fields, frame(5)),
    );

  it("coupon, amortisation, and the rest at maturity", () => {
    expect(notes({}).principalUsd).toEqual([0, 0, 0, 100, 0]);
    expect(notes({}).interestUsd.map((usd) => Number(usd.toFixed(6)))).toEqual([0, 7.75, 7.75, 7.75, 0]);
    expect(notes({ amortisation: [0.1, 0.2, 0] }).principalUsd).toEqual([0, 10, 20, 70, 0]);
    expect(notes({ issuedIn: "2028", upfrontFee: 0.02 }).feesUsd).toEqual([0, 2, 0, 0, 0]);
  });

  it.each([
    [{ maturesIn: "2027" }, "a period after the issue"],
    [{ amortisation: [0.6, 0.6, 0] }, "shares of at most 1 in sum"],
  ])("faults: %o", (given, words) => {
    expect(() => notes(given)).toThrow(words);
  });
});

describe("makeWhole", () => {
  const notes = {
    principalUsd: 100,
    couponPerYear: 0.08,
    firstCallPrice: 1.04,
    treasuryPerYear: 0.035,
    spreadPerYear: 0.005,
  };

  // One year to the call, y = 4 %: coupons of 4 after half a year and a year, call price 104:
  // 4 / 1.02 + (4 + 104) / 1.02^2 = 3.921569 + 103.806228.
  it("discounts coupons and the call price at treasury plus spread", () => {
    const { priceUsd, premiumUsd, accruedUsd } = makeWhole({ ...notes, yearsToFirstCall: 1 });
    expect(priceUsd).toBeCloseTo(107.727797, 6);
    expect(premiumUsd).toBeCloseTo(7.727797, 6);
    expect(accruedUsd).toBe(0);
  });

  // A quarter of a year before the call half of the coupon has accrued: (4 + 104) / 1.02^0.5 - 2.
  it("leaves accrued interest out of the price", () => {
    const { priceUsd, accruedUsd } = makeWhole({ ...notes, yearsToFirstCall: 0.25 });
    expect(accruedUsd).toBeCloseTo(2, 12);
    expect(priceUsd).toBeCloseTo(108 / Math.sqrt(1.02) - 2, 9);
  });

  it("is the call price from the call date on, and never below par", () => {
    expect(makeWhole({ ...notes, yearsToFirstCall: 0 }).priceUsd).toBe(104);
    const expensive = { ...notes, couponPerYear: 0.01, firstCallPrice: 1, treasuryPerYear: 0.2, yearsToFirstCall: 5 };
    expect(makeWhole(expensive)).toMatchObject({ priceUsd: 100, premiumUsd: 0 });
  });

  it("costs less with a higher yield, and the default spread is 50 basis points", () => {
    const { spreadPerYear: _spread, ...withoutSpread } = notes;
    const at = (treasuryPerYear: number) =>
      makeWhole({ ...withoutSpread, treasuryPerYear, yearsToFirstCall: 2 }).priceUsd;
    expect(at(0.05)).toBeLessThan(at(0.04));
    expect(at(0.035)).toBe(makeWhole({ ...notes, yearsToFirstCall: 2 }).priceUsd);
  });

  it("faults", () => {
    expect(() => makeWhole({ ...notes, firstCallPrice: 0.98, yearsToFirstCall: 1 })).toThrow("at least par");
  });
});
