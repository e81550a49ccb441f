/**
 * Debt sculpted to cash: contracted and merchant cash each at their own target of the debt service coverage ratio
 * (DSCR).
 *
 *     S_t       = max(0, C_t) / target_C + max(0, M_t) / target_M        debt service the lender accepts in period t
 *     cap_T     = 0
 *     cap_(t-1) = min(S_t / r_t, (cap_t + S_t) / (1 + r_t))              debt that S_t .. S_T carries at the end of t-1
 *     D         = max(0, min(gearing * cost, cap_0))
 *
 * The first term of the minimum keeps interest within the service, the second keeps the balance at or above zero. The
 * schedule starts at cap_0 and pays S_t, at most what is owed; it is then scaled by D / cap_0. By induction its balance
 * never exceeds cap_t: (1 + r_t) cap_(t-1) - S_t <= cap_t. So interest never exceeds S_t, and the balance ends at zero.
 *
 * Nothing is circular: S_t does not depend on the debt. Sources: annuity and sculpting formulas of project finance
 * textbooks; the two targets say in one line what a lease carries and what mining carries.
 */
import { Fields, positiveUsd, ratePerYear, usd } from "../input/fields.ts";
import { REPAID_WITHIN, rollDebt, type DebtSchedule } from "./debt-schedule.ts";

/** DSCR that a lender asks for, by the cash it is measured on. */
export interface TargetDscr {
  /** For contracted cash. Default 1.30: senior data-centre loans 1.20-1.50. */
  readonly contracted?: number;
  /** For merchant cash. Default 2.00. */
  readonly merchant?: number;
}

export const DEFAULT_TARGETS = { contracted: 1.3, merchant: 2 } as const;

export interface SculptInput {
  /** Name of the loan. Default `sculpted loan`. */
  readonly name?: string;
  /** Contracted cash available for debt service in each period, USD; negative amounts count as 0. */
  readonly contractedUsd: readonly number[];
  /** The same of merchant cash. Default: 0 in every period. */
  readonly merchantUsd?: readonly number[];
  readonly targetDscr?: TargetDscr;
  /** Interest per year as a share: one rate, or one per period. */
  readonly ratePerYear: number | readonly number[];
  /** 12, 4 or 1; a period bears `ratePerYear` divided by it. Default 1. */
  readonly periodsPerYear?: number;
  /** Service of other debt in each period, USD, which is paid first. Default 0. */
  readonly otherServiceUsd?: readonly number[];
  /** Cost of what is built, USD. With `gearing` it limits the debt. Default: no limit. */
  readonly costUsd?: number;
  /** Greatest debt as a share of `costUsd`, at most 1. Default 1 if `costUsd` is given. */
  readonly gearing?: number;
}

export interface SculptedDebt {
  readonly debtUsd: number;
  /** What limits the debt: cash, gearing, or `no cash` if no period can carry service. */
  readonly limitedBy: "cash" | "gearing" | "no cash";
  /** S_t, USD. */
  readonly targetServiceUsd: readonly number[];
  /** cap_0 to cap_T, USD: one more than the periods. */
  readonly capacityUsd: readonly number[];
  /** Periods in which interest alone uses the whole service, so that debt is limited below the value of S. */
  readonly interestBoundPeriods: readonly number[];
  readonly schedule: DebtSchedule;
}

/**
 * The greatest debt that cash carries, and its schedule.
 *
 * @example
 * sculptDebt({ contractedUsd: [10, 12, 9, 11, 8], ratePerYear: 0.06 }).debtUsd; // 32.585838
 *
 * @throws FinanceInputError if an amount, a rate or a target is not valid.
 */
export function sculptDebt(input: SculptInput): SculptedDebt {
  const read = readSculptInput(input);
  const service = sculptedService(read);
  const { capacityUsd, interestBoundPeriods } = debtCapacity(service, read.ratePerPeriod);
  const limitUsd = read.limitUsd ?? Infinity;
  const debtUsd = Math.max(0, Math.min(limitUsd, capacityUsd[0]));
  return {
    debtUsd,
    limitedBy: capacityUsd[0] === 0 ? "no cash" : limitUsd < capacityUsd[0] ? "gearing" : "cash",
    targetServiceUsd: service,
    capacityUsd,
    interestBoundPeriods,
    schedule: sculptedSchedule(read.name, service, capacityUsd, debtUsd, read.ratePerPeriod),
  };
}

export interface StreamService {
  readonly contractedUsd: readonly number[];
  readonly merchantUsd: readonly number[];
  readonly targetDscr: Required<TargetDscr>;
  readonly otherServiceUsd: readonly number[];
}

/** S_t less the service of other debt, at least 0, USD. */
export function sculptedService({ contractedUsd, merchantUsd, targetDscr, otherServiceUsd }: StreamService): number[] {
  return contractedUsd.map((contracted, t) => {
    const ofContracted = Math.max(0, contracted) / targetDscr.contracted;
    const ofMerchant = Math.max(0, merchantUsd[t]) / targetDscr.merchant;
    return Math.max(0, ofContracted + ofMerchant - otherServiceUsd[t]);
  });
}

/** cap_0 to cap_T, and the periods in which the interest limit binds. */
export function debtCapacity(
  serviceUsd: readonly number[],
  ratePerPeriod: readonly number[],
): Pick<SculptedDebt, "capacityUsd" | "interestBoundPeriods"> {
  const capacityUsd = new Array<number>(serviceUsd.length + 1).fill(0);
  const interestBoundPeriods: number[] = [];
  for (let t = serviceUsd.length - 1; t >= 0; t--) {
    const rate = ratePerPeriod[t];
    const byBalance = (capacityUsd[t + 1] + serviceUsd[t]) / (1 + rate);
    const byInterest = rate > 0 ? serviceUsd[t] / rate : Infinity;
    if (byInterest < byBalance) interestBoundPeriods.unshift(t);
    capacityUsd[t] = Math.min(byInterest, byBalance);
  }
  return { capacityUsd, interestBoundPeriods };
}

/**
 * The schedule of cap_0, times D / cap_0. By the induction above the balance is at most cap_t, scaled. It is paid down
 * to that, which only rounding makes necessary: where no later cash is, nothing is left to be paid.
 */
export function sculptedSchedule(
  name: string,
  serviceUsd: readonly number[],
  capacityUsd: readonly number[],
  debtUsd: number,
  ratePerPeriod: readonly number[],
): DebtSchedule {
  const scale = capacityUsd[0] > 0 ? debtUsd / capacityUsd[0] : 0;
  return rollDebt({
    name,
    openingUsd: debtUsd,
    ratePerPeriod,
    principal: (t, balance, interest) => {
      const byService = Math.min(balance, Math.max(0, scale * serviceUsd[t] - interest));
      const paid = Math.max(byService, balance - scale * capacityUsd[t + 1]);
      return balance - paid <= REPAID_WITHIN * debtUsd ? balance : paid;
    },
  });
}

function readSculptInput(input: SculptInput): StreamService & {
  readonly name: string;
  readonly ratePerPeriod: readonly number[];
  readonly limitUsd: number | undefined;
} {
  const fields = Fields.ofArgument("sculptDebt", input);
  const contractedUsd = fields.series("contractedUsd", undefined, usd);
  const count = contractedUsd.length;
  const targets = fields.optional("targetDscr");
  const perYear = fields.number("periodsPerYear", { least: 1, most: 12, isWhole: true }, 1);
  const costUsd = fields.optionalNumber("costUsd", positiveUsd);
  const gearing = fields.number("gearing", { least: 0, most: 1, unit: "debt as a share of cost" }, 1);
  if (fields.has("gearing") && costUsd === undefined)
    fields.fault("costUsd", "the cost that gearing is a share of", "add it");
  const read = {
    name: fields.text("name", "sculpted loan"),
    contractedUsd,
    merchantUsd: fields.has("merchantUsd")
      ? fields.series("merchantUsd", count, usd)
      : new Array<number>(count).fill(0),
    otherServiceUsd: fields.has("otherServiceUsd")
      ? fields.series("otherServiceUsd", count, positiveUsd)
      : new Array<number>(count).fill(0),
    targetDscr: readTargets(targets),
    ratePerPeriod: fields
      .scalarOrSeries("ratePerYear", count, { ...ratePerYear, least: 0 })
      .map((rate) => rate / perYear),
    limitUsd: costUsd === undefined ? undefined : gearing * costUsd,
  };
  fields.close();
  fields.faults.throwIfAny();
  return read;
}

/** Targets of at least 1: below it a lender would lend against cash that does not exist. */
export function readTargets(fields: Fields | undefined): Required<TargetDscr> {
  if (!fields) return DEFAULT_TARGETS;
  const range = { least: 1, most: 100, unit: "DSCR" };
  const targets = {
    contracted: fields.number("contracted", range, DEFAULT_TARGETS.contracted),
    merchant: fields.number("merchant", range, DEFAULT_TARGETS.merchant),
  };
  fields.close();
  return targets;
}
