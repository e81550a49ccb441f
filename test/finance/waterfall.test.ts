import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rollDebt } from "../../src/finance/debt/debt-schedule.ts";
import type { LoanConditions } from "../../src/finance/loan-conditions.ts";
import { readTax } from "../../src/finance/tax-account.ts";
import { runWaterfall, type Waterfall, type WaterfallInput } from "../../src/finance/waterfall.ts";
import { frame } from "../support/finance-frame.ts";

const none: LoanConditions = {
  reserveMonths: 0,
  sweepShare: 0,
  sweepDebt: 0,
  lockUpDscr: 0,
  defaultDscr: 0,
  lookBackPeriods: 1,
};

/** 100 built in the first year, 80 of it on a loan at 10 % that is repaid by 40 a year. */
function run(
  ebitda: readonly number[],
  conditions: Partial<LoanConditions> = {},
  more: Partial<WaterfallInput> = {},
): Waterfall {
  const count = ebitda.length;
  const on = frame(count);
  const schedule = rollDebt({
    name: "loan",
    ratePerPeriod: new Array(count).fill(0.1),
    drawnUsd: ebitda.map((_, t) => (t === 0 ? 80 : 0)),
    principal: (t) => (t === 1 || t === 2 ? 40 : 0),
  });
  return runWaterfall({
    frame: on,
    ebitdaUsd: ebitda,
    capexUsd: ebitda.map((_, t) => (t === 0 ? -100 : 0)),
    reserveUsd: ebitda.map(() => 0),
    tax: readTax(undefined, on),
    schedules: [schedule],
    conditions: { ...none, ...conditions },
    ...more,
  });
}

/** Cash received less cash paid is the change of the accounts, in every period. */
function expectConserved(cash: Waterfall, capex: readonly number[]): void {
  let before = 0;
  for (const [t, cfads] of cash.cfadsUsd.entries()) {
    const sum = (name: "drawnUsd" | "paidUsd" | "sweptUsd") =>
      cash.debts.reduce((total, debt) => total + debt[name][t], 0);
    const change =
      cfads +
      capex[t] +
      sum("drawnUsd") +
      cash.equityUsd[t] -
      cash.feesUsd[t] -
      sum("paidUsd") -
      sum("sweptUsd") -
      cash.distributionsUsd[t];
    const after = cash.reserveAccountUsd[t] + cash.lockedUpUsd[t] + cash.cashUsd[t];
    expect(after).toBeCloseTo(before + change, 6);
    before = after;
  }
}

describe("the waterfall", () => {
  it("pays service and distributes the rest", () => {
    const cash = run([0, 60, 60, 60]);
    expect(cash.equityUsd).toEqual([20, 0, 0, 0]);
    expect(cash.serviceDueUsd).toEqual([0, 48, 44, 0]);
    expect(cash.distributionsUsd).toEqual([0, 12, 16, 60]);
    expect(cash.testedDscr).toEqual([undefined, 60 / 48, 60 / 44, undefined]);
  });

  // Half a year of service: 24 before operation, 22 after the first year, 0 after the second.
  it("fills the reserve account before operation, and releases it as its target falls", () => {
    const cash = run([0, 60, 60, 60], { reserveMonths: 6 });
    expect(cash.reserveTargetUsd).toEqual([24, 22, 0, 0]);
    expect(cash.reserveAccountUsd).toEqual([24, 22, 0, 0]);
    expect(cash.equityUsd[0]).toBe(44);
    expect(cash.distributionsUsd).toEqual([0, 14, 38, 60]);
  });

  it("draws on the reserve account, and fills it again before owners receive anything", () => {
    const cash = run([0, 30, 60, 60], { reserveMonths: 6 });
    expect(cash.reserveAccountUsd).toEqual([24, 6, 0, 0]);
    expect(cash.unpaidUsd).toEqual([0, 0, 0, 0]);
    expect(cash.distributionsUsd).toEqual([0, 0, 22, 60]);
  });

  // 30 of the 48 are paid; the 18 stay owed, with 5.8 of interest on 58, and are paid next year with 40.
  it("what is unpaid stays owed", () => {
    const cash = run([0, 30, 70, 60]);
    expect(cash.unpaidUsd).toEqual([0, 18, 0, 0]);
    expect(cash.debts[0].closingUsd).toEqual([80, 58, 0, 0].map((usd) => expect.closeTo(usd, 9)));
    expect(cash.distributionsUsd[2]).toBeCloseTo(70 - 58 * 1.1, 9);
  });

  it("locks cash up below the covenant, and frees it with the test or with the last debt", () => {
    const cash = run([0, 50, 60, 60], { lockUpDscr: 1.2 });
    expect(cash.lockedUpUsd).toEqual([0, 2, 0, 0]);
    expect(cash.distributionsUsd).toEqual([0, 0, 18, 60]);
    const low = run([0, 50, 45, 60], { lockUpDscr: 1.2 });
    expect(low.distributionsUsd).toEqual([0, 0, 3, 60]);
  });

  it("a look-back of two years takes cash and service of both", () => {
    expect(run([0, 50, 60, 60], { lookBackPeriods: 2 }).testedDscr[2]).toBeCloseTo(110 / 92, 12);
  });

  // Half of the 12 left repays 6: the balance falls to 34, of 40 planned, and 34 is due with 3.4 of interest.
  it("sweeps a share of the rest, which lowers later service", () => {
    const cash = run([0, 60, 60, 60], { sweepShare: 0.5 });
    expect(cash.sweptUsd).toEqual([0, 6, 0, 0]);
    expect(cash.serviceDueUsd[2]).toBeCloseTo(37.4, 12);
    expect(cash.debts[0].closingUsd[2]).toBeCloseTo(0, 12);
  });

  it("owners pay an operating loss that no account covers", () => {
    const cash = run([0, -5, 200, 0]);
    expect(cash.operatingShortfallUsd).toEqual([0, 5, 0, 0]);
    expect(cash.equityUsd).toEqual([20, 5, 0, 0]);
    expect(cash.unpaidUsd[1]).toBe(48);
    const reserved = run([0, -5, 200, 0], { reserveMonths: 6 });
    expect(reserved.operatingShortfallUsd).toEqual([0, 0, 0, 0]);
    expect(reserved.unpaidUsd[1]).toBe(48 - 19);
  });

  it("cash drawn ahead of need waits, and is distributed with the first operating cash", () => {
    const cash = run([30, 60, 60, 60]);
    expect(cash.cashUsd).toEqual([10, 0, 0, 0]);
    expect(cash.equityUsd).toEqual([0, 0, 0, 0]);
    expect(cash.distributionsUsd[1]).toBe(22);
  });

  // 25 % of 80 - 8 and of 80 - 4: interest is known from the opening balance.
  it("tax deducts interest of the same year", () => {
    const rules = { ...readTax(undefined, frame(4)), rate: 0.25 };
    expect(run([0, 80, 80, 80], {}, { tax: rules }).taxUsd).toEqual([0, 18, 19, 20]);
  });

  it("no cash is lost or made, whatever happens", () => {
    const ebitda = fc.array(fc.integer({ min: -50, max: 150 }), { minLength: 3, maxLength: 8 });
    const conditions = fc.record({
      reserveMonths: fc.integer({ min: 0, max: 18 }),
      sweepShare: fc.double({ min: 0, max: 1, noNaN: true }),
      lockUpDscr: fc.constantFrom(0, 1.15, 1.5),
      lookBackPeriods: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(ebitda, conditions, (usd, given) => {
        const cash = run(usd, given);
        expectConserved(
          cash,
          usd.map((_, t) => (t === 0 ? -100 : 0)),
        );
        const negative = [
          cash.reserveAccountUsd,
          cash.lockedUpUsd,
          cash.distributionsUsd,
          cash.unpaidUsd,
          cash.sweptUsd,
        ]
          .flat()
          .filter((amount) => amount < -1e-9);
        expect(negative).toEqual([]);
        for (const debt of cash.debts) expect(Math.min(...debt.closingUsd)).toBeGreaterThan(-1e-9);
      }),
    );
  });
});
