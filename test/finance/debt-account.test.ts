import { describe, expect, it } from "vitest";
import { DebtAccount } from "../../src/finance/debt-account.ts";
import { rollDebt } from "../../src/finance/debt/debt-schedule.ts";

/** 100 drawn in the first period, 50 repaid in each of the next two, 10 % interest. */
const schedule = rollDebt({
  name: "a",
  ratePerPeriod: [0.1, 0.1, 0.1, 0.1],
  drawnUsd: [100, 0, 0, 0],
  principal: (t) => (t === 1 || t === 2 ? 50 : 0),
});

function open(): DebtAccount {
  const account = new DebtAccount(schedule);
  account.interestDue(0);
  account.draw(0);
  expect(account.outstandingShare(0)).toBe(1);
  account.pay(0, 0);
  account.close(0);
  return account;
}

function step(account: DebtAccount, t: number, available: number, sweep = 0): void {
  account.interestDue(t);
  account.draw(t);
  account.pay(t, available);
  account.sweep(t, sweep);
  account.close(t);
}

describe("a debt account", () => {
  it("follows its schedule where everything is paid", () => {
    const account = open();
    step(account, 1, 1000);
    expect(account.outstandingShare(1)).toBe(1);
    step(account, 2, 1000);
    expect(account.cash).toMatchObject({ paidUsd: [0, 60, 55], closingUsd: [100, 50, 0], interestUsd: [0, 10, 5] });
    expect(account.arrearsUsd).toBe(0);
  });

  // 60 due and 5 paid: 55 are arrears, 5 of them interest. Owed are 105, with 10.50 of interest; due next are the
  // schedule's 50 and the arrears.
  it("what is unpaid stays owed, bears interest, and is due next", () => {
    const account = open();
    step(account, 1, 5);
    expect(account.arrearsUsd).toBe(55);
    expect(account.balanceUsd).toBe(105);
    account.interestDue(2);
    expect(account.serviceDue(2)).toBeCloseTo(10.5 + 50, 12);
    expect(account.due(2)).toBeCloseTo(115.5, 12);
    account.draw(2);
    expect(account.pay(2, 1000)).toBeCloseTo(115.5, 12);
    expect(account.balanceUsd).toBeCloseTo(0, 12);
  });

  it("a sweep lowers later principal in proportion, and takes at most the balance", () => {
    const account = open();
    step(account, 1, 1000, 20);
    expect(account.balanceUsd).toBe(30);
    expect(account.outstandingShare(1)).toBe(0.6);
    account.interestDue(2);
    expect(account.serviceDue(2)).toBeCloseTo(33, 12);
    account.pay(2, 1000);
    expect(account.sweep(2, 9)).toBe(0);
    expect(account.outstandingShare(2)).toBe(0);
  });

  it("owes nothing after its last payment, not even rounding", () => {
    const rolled = rollDebt({
      name: "a",
      ratePerPeriod: new Array<number>(5).fill(0.0775),
      drawnUsd: [1e8 / 3, 0, 0, 0, 0],
      principal: (t, balance) => (t === 3 ? balance : t === 0 ? 0 : balance / 7),
    });
    const account = new DebtAccount(rolled);
    for (let t = 0; t < 5; t++) step(account, t, 1e9);
    expect(account.cash.closingUsd.slice(3)).toEqual([0, 0]);
    expect(account.cash.interestUsd[4]).toBe(0);
  });

  it("converts what is owed", () => {
    const account = new DebtAccount(
      rollDebt({
        name: "c",
        openingUsd: 0,
        ratePerPeriod: [0, 0],
        drawnUsd: [7, 0],
        principal: () => 0,
        convertsIn: 1,
      }),
    );
    step(account, 0, 0);
    step(account, 1, 0);
    expect(account.cash).toMatchObject({ convertedUsd: [0, 7], closingUsd: [7, 0] });
  });
});
