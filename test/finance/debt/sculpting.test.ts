import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { debtCapacity, sculptDebt } from "../../../src/finance/debt/sculpting.ts";
import { lifeCoverage } from "../../../src/finance/ratios/coverage.ts";

/** Service by the schedule, and its least distance from the rules, for any cash. */
const cash = fc.array(fc.double({ min: -50, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 });
const rate = fc.double({ min: 0, max: 0.5, noNaN: true });

describe("sculptDebt", () => {
  // E1 of the field notes: 8.5 of cash at DSCR 1.30 pays 6.538 a year; 15 years at 6 % have the factor 9.712.
  it("level cash (E1): service 6.538, debt 63.503", () => {
    const { debtUsd, schedule, limitedBy } = sculptDebt({ contractedUsd: new Array(15).fill(8.5), ratePerYear: 0.06 });
    expect(debtUsd).toBeCloseTo(63.503, 3);
    expect(schedule.serviceUsd.every((usd) => Math.abs(usd - 8.5 / 1.3) < 1e-9)).toBe(true);
    expect(limitedBy).toBe("cash");
  });

  // E2: DS_t = CFADS_t / 1.30, D0 = sum DS_t / 1.06^t.
  it("uneven cash (E2): debt 32.585838 and its balances", () => {
    const contractedUsd = [10, 12, 9, 11, 8];
    const { debtUsd, schedule } = sculptDebt({ contractedUsd, ratePerYear: 0.06 });
    const close = (values: readonly number[], wanted: readonly number[], digits: number): void => {
      expect(values).toHaveLength(wanted.length);
      for (const [t, value] of values.entries()) expect(value).toBeCloseTo(wanted[t], digits);
    };
    expect(debtUsd).toBeCloseTo(32.585838, 6);
    close(schedule.serviceUsd, [7.6923, 9.2308, 6.9231, 8.4615, 6.1538], 4);
    close(schedule.interestUsd, [1.9552, 1.6109, 1.1537, 0.8076, 0.3483], 4);
    close(schedule.closingUsd, [26.84868, 19.228832, 13.459485, 5.805515, 0], 5);
    expect(schedule.closingUsd[4]).toBe(0);
    expect(lifeCoverage({ cfadsUsd: contractedUsd, debtUsd, ratePerPeriod: 0.06 })).toBeCloseTo(1.3, 12);
  });

  // S = 13 / 1.3 + 10 / 2 = 15 for one period at 5 %: D = 15 / 1.05.
  it("contracted and merchant cash have their own targets, each floored at 0", () => {
    const one = (contracted: number, merchant: number) =>
      sculptDebt({ contractedUsd: [contracted], merchantUsd: [merchant], ratePerYear: 0.05 }).targetServiceUsd[0];
    expect(one(13, 10)).toBeCloseTo(15, 12);
    expect(one(13, -10)).toBeCloseTo(10, 12);
    expect(one(-13, 10)).toBeCloseTo(5, 12);
    const given = {
      contractedUsd: [30],
      merchantUsd: [30],
      ratePerYear: 0,
      targetDscr: { contracted: 1.5, merchant: 3 },
    };
    expect(sculptDebt(given).debtUsd).toBeCloseTo(20 + 10, 12);
  });

  // S = 1, 20 at 10 %: cap_1 = 20 / 1.1 = 18.18, cap_0 = min(1 / 0.1, (18.18 + 1) / 1.1 = 17.4) = 10: interest is the
  // whole service of the first period, and 10 * 1.1 = 11 is repaid in the second, of the 20 that could be.
  it("a period of little cash limits the debt to what its service pays as interest", () => {
    const lean = sculptDebt({ contractedUsd: [1.3, 26], ratePerYear: 0.1 });
    expect(lean.debtUsd).toBeCloseTo(10, 12);
    expect(lean.interestBoundPeriods).toEqual([0]);
    expect(lean.schedule.interestUsd[0]).toBeCloseTo(1, 12);
    expect(lean.schedule.principalUsd[0]).toBeCloseTo(0, 12);
    expect(lean.schedule.serviceUsd[1]).toBeCloseTo(11, 12);
  });

  it("gearing limits the debt, and the schedule is that of the capacity, scaled", () => {
    const given = { contractedUsd: [10, 12, 9, 11, 8], ratePerYear: 0.06 };
    const full = sculptDebt(given);
    const geared = sculptDebt({ ...given, costUsd: 20, gearing: 0.8 });
    expect(geared.debtUsd).toBe(16);
    expect(geared.limitedBy).toBe("gearing");
    for (const [t, usd] of geared.schedule.serviceUsd.entries()) {
      expect(usd).toBeCloseTo((full.schedule.serviceUsd[t] * 16) / full.debtUsd, 10);
    }
    // 30 lies between what the second period carries and what the first does.
    expect(sculptDebt({ ...given, costUsd: 30 })).toMatchObject({ debtUsd: 30, limitedBy: "gearing" });
    expect(sculptDebt({ ...given, costUsd: 33 }).limitedBy).toBe("cash");
    // More than 100 % of the cost is not lent, whatever the cash.
    expect(sculptDebt({ ...given, costUsd: 20 }).debtUsd).toBe(20);
  });

  it("no debt on negative cash, and none where a period in the middle has no cash", () => {
    expect(sculptDebt({ contractedUsd: [-5, -5], ratePerYear: 0.06 })).toMatchObject({
      debtUsd: 0,
      limitedBy: "no cash",
    });
    expect(sculptDebt({ contractedUsd: [0, 100], ratePerYear: 0.06 }).debtUsd).toBe(0);
    // At a rate of 0 there is no interest that the empty period would owe.
    expect(sculptDebt({ contractedUsd: [0, 130], ratePerYear: 0 }).debtUsd).toBeCloseTo(100, 12);
  });

  // Rigs that are worn out after three periods of six: nothing is owed after them, to the last bit.
  it("owes nothing, not even rounding, once no later cash is there", () => {
    const income = fc.array(fc.double({ min: 1, max: 1e8, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(income, rate, fc.double({ min: 1, max: 1e8, noNaN: true }), (usd, r, costUsd) => {
        const contractedUsd = [...usd, 0, 0, 0];
        const { schedule } = sculptDebt({ contractedUsd, ratePerYear: r, costUsd });
        expect(schedule.serviceUsd.slice(3)).toEqual([0, 0, 0]);
        expect(schedule.closingUsd[2]).toBe(0);
      }),
    );
  });

  it("other debt is served first", () => {
    const given = { contractedUsd: [13, 13], ratePerYear: 0.1, otherServiceUsd: [4, 12] };
    expect(sculptDebt(given).targetServiceUsd).toEqual([6, 0]);
  });

  it("service is between interest and S, the balance never negative, and repaid at the end", () => {
    fc.assert(
      fc.property(cash, cash, rate, fc.double({ min: 0, max: 200, noNaN: true }), (contracted, other, r, costUsd) => {
        const merchant = contracted.map((_, t) => other[t % other.length]);
        const sculpted = sculptDebt({ contractedUsd: contracted, merchantUsd: merchant, ratePerYear: r, costUsd });
        const { schedule, targetServiceUsd, debtUsd } = sculpted;
        const slack = 1e-9 * (1 + debtUsd);
        let balance = debtUsd;
        for (const [t, service] of schedule.serviceUsd.entries()) {
          expect(schedule.openingUsd[t]).toBeCloseTo(balance, 6);
          expect(service).toBeGreaterThanOrEqual(schedule.interestUsd[t] - slack);
          expect(service).toBeLessThanOrEqual(targetServiceUsd[t] + slack);
          balance = balance * (1 + r) - service;
          expect(balance).toBeGreaterThanOrEqual(-slack * (1 + r) ** (t + 1));
        }
        expect(schedule.closingUsd.at(-1)).toBe(0);
        expect(debtUsd).toBeLessThanOrEqual(costUsd);
      }),
    );
  });

  it("more cash never lowers the capacity", () => {
    fc.assert(
      fc.property(cash, rate, fc.nat(), fc.double({ min: 0, max: 50, noNaN: true }), (contracted, r, at, more) => {
        const richer = contracted.map((usd, t) => (t === at % contracted.length ? usd + more : usd));
        const [a, b] = [contracted, richer].map((usd) => sculptDebt({ contractedUsd: usd, ratePerYear: r }).debtUsd);
        expect(b).toBeGreaterThanOrEqual(a * (1 - 1e-12));
      }),
    );
  });

  it("LLCR is the target where there is one target and no limit binds", () => {
    const positive = fc.array(fc.double({ min: 5, max: 10, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(positive, fc.double({ min: 0.001, max: 0.1, noNaN: true }), (contractedUsd, r) => {
        const { debtUsd, interestBoundPeriods } = sculptDebt({ contractedUsd, ratePerYear: r });
        fc.pre(interestBoundPeriods.length === 0);
        expect(lifeCoverage({ cfadsUsd: contractedUsd, debtUsd, ratePerPeriod: r })).toBeCloseTo(1.3, 9);
      }),
    );
  });

  it("capacity is the present value of S where interest never binds", () => {
    const { capacityUsd } = debtCapacity([3, 4, 5], [0.1, 0.2, 0.25]);
    expect(capacityUsd[3]).toBe(0);
    expect(capacityUsd[2]).toBeCloseTo(4, 12);
    expect(capacityUsd[1]).toBeCloseTo(8 / 1.2, 12);
    expect(capacityUsd[0]).toBeCloseTo((8 / 1.2 + 3) / 1.1, 12);
  });

  it("a year of months bears a twelfth of the rate", () => {
    const monthly = sculptDebt({ contractedUsd: new Array(12).fill(1.3), ratePerYear: 0.12, periodsPerYear: 12 });
    expect(monthly.schedule.interestUsd[0]).toBeCloseTo(monthly.debtUsd * 0.01, 12);
  });

  it.each([
    [{ contractedUsd: [1], ratePerYear: 7.75 }, "write 7.75 % as 0.0775"],
    [{ contractedUsd: [], ratePerYear: 0.05 }, "contractedUsd: got an array of 0 entries"],
    [{ contractedUsd: [1, 2], merchantUsd: [1], ratePerYear: 0.05 }, "a list of 2 numbers"],
    [{ contractedUsd: [1], ratePerYear: 0.05, gearing: 0.8 }, "costUsd: got nothing"],
    [{ contractedUsd: [1], ratePerYear: 0.05, targetDscr: { contracted: 0.9 } }, "targetDscr.contracted"],
    [{ contractedUsd: [Number.NaN], ratePerYear: 0.05 }, "contractedUsd[0]: got NaN"],
    [{ contractedUsd: [1], ratePerYear: 0.05, gearng: 1 }, 'did you mean "gearing"?'],
    [{ contractedUsd: [1], ratePerYear: "0.05" }, "give a number without quotation marks"],
  ])("faults: %o", (input, words) => {
    expect(() => sculptDebt(input as never)).toThrow(words);
  });
});
