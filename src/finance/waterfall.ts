/**
 * The order in which cash is paid, period by period. Before operation: capex, interest, fees and the first filling of
 * the debt service reserve account (DSRA) are paid from draws, operating cash and equity. In operation:
 *
 *     CFADS -> interest and principal, debt by debt -> DSRA -> cash sweep -> lock-up test -> distribution
 *
 * Service that CFADS does not cover is taken from locked-up cash, then from the DSRA; what is still missing is unpaid,
 * stays owed and is due in the next period. An operating loss that nothing covers is paid by equity and reported.
 * Every amount depends on earlier periods and opening balances only: the sweep of a period lowers interest from the
 * next one on. In every period cash received equals cash paid plus the change of the accounts.
 */
import type { DebtSchedule } from "./debt/debt-schedule.ts";
import type { LoanFrame } from "./debt/loan-life.ts";
import { upcomingService } from "./debt/reserve-target.ts";
import { DebtAccount, type DebtCash } from "./debt-account.ts";
import type { LoanConditions } from "./loan-conditions.ts";
import { TaxAccount, type TaxRules } from "./tax-account.ts";

export interface WaterfallInput {
  readonly frame: LoanFrame;
  readonly ebitdaUsd: readonly number[];
  /** Capex as cash, negative; before operation it is construction cost. */
  readonly capexUsd: readonly number[];
  /** Payments into reserves for capex (negative) and out of them. */
  readonly reserveUsd: readonly number[];
  readonly tax: TaxRules;
  /** In the order of their rank. */
  readonly schedules: readonly DebtSchedule[];
  readonly conditions: LoanConditions;
}

export interface Waterfall {
  /** Tax after interest, USD, positive. */
  readonly taxUsd: readonly number[];
  /** Cash available for debt service; before operation without construction cost, USD. */
  readonly cfadsUsd: readonly number[];
  readonly debts: readonly DebtCash[];
  /** Interest and scheduled principal due, without arrears, USD. */
  readonly serviceDueUsd: readonly number[];
  /** Due and not paid at the end of the period, USD. */
  readonly unpaidUsd: readonly number[];
  readonly sweptUsd: readonly number[];
  readonly feesUsd: readonly number[];
  /** Debt service reserve account at the end of each period, and what it should hold, USD. */
  readonly reserveAccountUsd: readonly number[];
  readonly reserveTargetUsd: readonly number[];
  /** Cash that covenants keep from owners, at the end of each period, USD. */
  readonly lockedUpUsd: readonly number[];
  /** Cash drawn ahead of need, before operation, at the end of each period, USD. */
  readonly cashUsd: readonly number[];
  /** Paid in by owners, USD. */
  readonly equityUsd: readonly number[];
  /** Of it, to cover operating losses, USD. */
  readonly operatingShortfallUsd: readonly number[];
  readonly distributionsUsd: readonly number[];
  /** DSCR over the look-back of the covenants; undefined where no service is due. */
  readonly testedDscr: readonly (number | undefined)[];
}

/** Balances this small, relative to the greatest balance, are rounding. */
const PAID_WITHIN = 1e-12;

type Series = { -readonly [Name in keyof Omit<Waterfall, "debts">]: number[] };

export function runWaterfall(input: WaterfallInput): Waterfall {
  const { frame, schedules, conditions } = input;
  const { count } = frame.periods;
  const debts = schedules.map((schedule) => new DebtAccount(schedule));
  const tax = new TaxAccount(input.tax);
  const greatest = Math.max(1, ...schedules.flatMap((schedule) => schedule.closingUsd));
  const out = emptySeries(count);
  const dscr: (number | undefined)[] = [];
  let [cash, locked, reserve] = [0, 0, 0];
  for (let t = 0; t < count; t++) {
    const isOperating = t >= frame.operationFrom;
    const interest = debts.reduce((sum, debt) => sum + debt.interestDue(t), 0);
    const fees = schedules.reduce((sum, debt) => sum + debt.feesUsd[t], 0);
    const drawn = debts.reduce((sum, debt) => sum + debt.draw(t), 0);
    out.taxUsd[t] = tax.pay(t, input.ebitdaUsd[t], interest);
    out.feesUsd[t] = fees;
    out.cfadsUsd[t] = input.ebitdaUsd[t] - out.taxUsd[t] + input.reserveUsd[t] + (isOperating ? input.capexUsd[t] : 0);
    out.serviceDueUsd[t] = debts.reduce((sum, debt) => sum + debt.serviceDue(t), 0);
    let pool = cash + out.cfadsUsd[t] + drawn - fees + (isOperating ? 0 : input.capexUsd[t]);
    cash = 0;
    if (!isOperating) {
      for (const debt of debts) pool -= debt.pay(t, Infinity);
      const target = t === frame.operationFrom - 1 ? targetOf(debts, t, conditions, frame) : 0;
      pool -= target;
      reserve = target;
      out.reserveTargetUsd[t] = target;
      out.equityUsd[t] = Math.max(0, -pool);
      cash = Math.max(0, pool);
    } else {
      const take = (wanted: number): number => {
        const fromPool = Math.min(Math.max(0, pool), wanted);
        const fromLocked = Math.min(locked, wanted - fromPool);
        const fromReserve = Math.min(reserve, wanted - fromPool - fromLocked);
        pool -= fromPool;
        locked -= fromLocked;
        reserve -= fromReserve;
        return fromPool + fromLocked + fromReserve;
      };
      if (pool < 0) {
        const loss = -pool;
        pool = 0;
        out.equityUsd[t] = out.operatingShortfallUsd[t] = loss - take(loss);
      }
      for (const debt of debts) debt.pay(t, take(debt.due(t)));
      out.unpaidUsd[t] = debts.reduce((sum, debt) => sum + debt.arrearsUsd, 0);
      const target = targetOf(debts, t, conditions, frame);
      const toReserve = Math.max(-reserve, Math.min(pool, target - reserve));
      reserve += toReserve;
      pool -= toReserve;
      out.reserveTargetUsd[t] = target;
      dscr[t] = lookBack(out, t, frame.operationFrom, conditions.lookBackPeriods);
      out.sweptUsd[t] = debts.length === 0 ? 0 : debts[conditions.sweepDebt].sweep(t, conditions.sweepShare * pool);
      pool -= out.sweptUsd[t];
      const isRepaid = debts.every((debt) => debt.balanceUsd <= PAID_WITHIN * greatest);
      const isLocked =
        (dscr[t] ?? Infinity) < conditions.lockUpDscr ||
        out.unpaidUsd[t] > PAID_WITHIN * greatest ||
        reserve < target - PAID_WITHIN * greatest;
      if (isLocked && !isRepaid) locked += pool;
      else {
        out.distributionsUsd[t] = pool + locked;
        locked = 0;
      }
    }
    for (const debt of debts) debt.close(t);
    out.reserveAccountUsd[t] = reserve;
    out.lockedUpUsd[t] = locked;
    out.cashUsd[t] = cash;
  }
  return {
    ...out,
    testedDscr: Array.from({ length: count }, (_, t) => dscr[t]),
    debts: debts.map((debt) => debt.cash),
  };
}

function emptySeries(count: number): Series {
  const zeros = (): number[] => new Array<number>(count).fill(0);
  return {
    taxUsd: zeros(),
    cfadsUsd: zeros(),
    serviceDueUsd: zeros(),
    unpaidUsd: zeros(),
    sweptUsd: zeros(),
    feesUsd: zeros(),
    reserveAccountUsd: zeros(),
    reserveTargetUsd: zeros(),
    lockedUpUsd: zeros(),
    cashUsd: zeros(),
    equityUsd: zeros(),
    operatingShortfallUsd: zeros(),
    distributionsUsd: zeros(),
    testedDscr: [],
  };
}

/** What the DSRA should hold: the scheduled service that follows, in proportion to what is still owed of each debt. */
function targetOf(
  debts: readonly DebtAccount[],
  t: number,
  { reserveMonths }: LoanConditions,
  frame: LoanFrame,
): number {
  return debts.reduce(
    (sum, debt) => sum + debt.outstandingShare(t) * upcomingService(debt.schedule.serviceUsd, t, reserveMonths, frame),
    0,
  );
}

/** CFADS over service of the last periods of operation. */
function lookBack(out: Series, t: number, from: number, periods: number): number | undefined {
  let [cfads, service] = [0, 0];
  for (let s = Math.max(from, t - periods + 1); s <= t; s++) {
    cfads += out.cfadsUsd[s];
    service += out.serviceDueUsd[s];
  }
  return service > 0 ? cfads / service : undefined;
}
