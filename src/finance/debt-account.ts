import { REPAID_WITHIN, type DebtSchedule } from "./debt/debt-schedule.ts";

/** What was truly owed and paid on a debt, by period, USD. */
export interface DebtCash {
  readonly name: string;
  readonly openingUsd: readonly number[];
  readonly drawnUsd: readonly number[];
  readonly interestUsd: readonly number[];
  /** Scheduled principal in proportion to the balance, without arrears. */
  readonly principalDueUsd: readonly number[];
  /** Interest and principal paid, arrears included, without the sweep. */
  readonly paidUsd: readonly number[];
  readonly sweptUsd: readonly number[];
  readonly convertedUsd: readonly number[];
  readonly closingUsd: readonly number[];
}

type OpenCash = { readonly [Name in Exclude<keyof DebtCash, "name">]: number[] };

/**
 * A debt beside its schedule. After a sweep, scheduled principal is due in proportion to what is still owed, so that a
 * repaid part shortens no other payment more than another (pro rata). Unpaid amounts are arrears: they stay owed, bear
 * interest and are due in the next period.
 */
export class DebtAccount {
  readonly schedule: DebtSchedule;
  readonly #greatest: number;
  #balance = 0;
  #arrears = 0;
  readonly #cash: OpenCash = {
    openingUsd: [],
    drawnUsd: [],
    interestUsd: [],
    principalDueUsd: [],
    paidUsd: [],
    sweptUsd: [],
    convertedUsd: [],
    closingUsd: [],
  };

  constructor(schedule: DebtSchedule) {
    this.schedule = schedule;
    this.#greatest = Math.max(...schedule.closingUsd);
  }

  get balanceUsd(): number {
    return this.#balance;
  }

  get arrearsUsd(): number {
    return this.#arrears;
  }

  get cash(): DebtCash {
    return { name: this.schedule.name, ...this.#cash };
  }

  /** Interest of period `t` on the balance at its start; called before `draw`. */
  interestDue(t: number): number {
    this.#cash.openingUsd[t] = this.#balance;
    this.#cash.interestUsd[t] = this.#balance * this.schedule.ratePerPeriod[t];
    const planned = this.schedule.openingUsd[t];
    const part = planned > 0 ? (this.#balance - this.#arrears) / planned : 0;
    this.#cash.principalDueUsd[t] = part * this.schedule.principalUsd[t];
    return this.#cash.interestUsd[t];
  }

  /** What is drawn at the end of period `t`, USD; in the balance once the period is closed. */
  draw(t: number): number {
    this.#cash.drawnUsd[t] = this.schedule.drawnUsd[t];
    return this.schedule.drawnUsd[t];
  }

  /** Interest and scheduled principal, without arrears, USD. */
  serviceDue(t: number): number {
    return this.#cash.interestUsd[t] + this.#cash.principalDueUsd[t];
  }

  /** Everything due, arrears included, USD. */
  due(t: number): number {
    return this.serviceDue(t) + this.#arrears;
  }

  /** Pays up to `availableUsd` of what is due, interest first; returns what was paid, USD. */
  pay(t: number, availableUsd: number): number {
    const due = this.due(t);
    const paid = Math.min(due, availableUsd);
    this.#cash.paidUsd[t] = paid;
    this.#cash.sweptUsd[t] = 0;
    this.#balance += this.#cash.interestUsd[t] - paid;
    this.#arrears = due - paid;
    return paid;
  }

  /** Repays ahead of schedule, at most the balance; returns what was repaid, USD. */
  sweep(t: number, usd: number): number {
    const swept = Math.max(0, Math.min(usd, this.#balance));
    this.#cash.sweptUsd[t] = swept;
    this.#balance -= swept;
    return swept;
  }

  /** What is owed at the end of period `t`, as a share of the schedule. */
  outstandingShare(t: number): number {
    const planned = this.schedule.closingUsd[t] - this.schedule.drawnUsd[t];
    const total = this.schedule.closingUsd[t];
    return planned > 0 ? this.#balance / planned : total > 0 ? 1 : 0;
  }

  close(t: number): void {
    const left = this.#balance <= REPAID_WITHIN * this.#greatest ? 0 : this.#balance;
    const converted = this.schedule.convertedUsd[t] > 0 ? left : 0;
    this.#cash.convertedUsd[t] = converted;
    this.#balance = left - converted + this.schedule.drawnUsd[t];
    this.#cash.closingUsd[t] = this.#balance;
  }
}
