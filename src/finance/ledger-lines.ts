/**
 * The ledger of a plan as cash lines by month, quarter or year of its local calendar. Cash, expected and sunk amounts
 * are cash; penalties and valuations are paid to nobody and are left out. The ledger has the sign of cost, lines that
 * of cash.
 */
import type { AssetReading } from "../assets/asset.ts";
import type { LedgerLine } from "../plan/ledger.ts";
import type { PowerPlan } from "../plan/plan-result.ts";
import type { CashLine } from "./cash-line.ts";
import { FaultList } from "./input/fault-list.ts";
import { type FinancePeriods, type PeriodLength, periodLengths, periodOfMonth } from "./periods.ts";

export interface LedgerLinesOptions {
  /** Default `month`. */
  readonly every?: PeriodLength;
  /**
   * What amounts are, by asset or by `asset: item`, where the default is wrong. Default: AI loads with a demand are
   * contracted, other AI loads merchant; income of rigs is merchant and driven by the hashprice, their costs are
   * operations of merchant income; everything else is power.
   */
  readonly kinds?: Readonly<Record<string, Pick<CashLine, "kind"> & Partial<Pick<CashLine, "driver" | "serves">>>>;
}

export interface LedgerLines {
  readonly periods: FinancePeriods;
  readonly lines: readonly CashLine[];
  /** Hours of the plan in each period: a plan of a week fills a part of its month. */
  readonly hoursByPeriod: readonly number[];
  /** What was left out and how amounts without an interval were placed. */
  readonly notices: readonly string[];
}

/**
 * @throws FinanceInputError if `plan` is not a plan with a schedule.
 */
export function ledgerCashLines(
  plan: PowerPlan,
  { every = "month", kinds = {} }: LedgerLinesOptions = {},
): LedgerLines {
  checkArguments(plan, every);
  const months = plan.intervalStarts.map((start) => start.slice(0, 7));
  const start = firstMonth(months[0], every);
  const endless: FinancePeriods = { start, every, count: 1 };
  const periodAt = months.map((month) => periodOfMonth(endless, month));
  const periods: FinancePeriods = { start, every, count: (periodAt.at(-1) ?? 0) + 1 };
  const hoursByPeriod = new Array<number>(periods.count).fill(0);
  for (const t of periodAt) hoursByPeriod[t] += plan.stepHours;
  const lines = new Map<string, { -readonly [Field in keyof CashLine]: CashLine[Field] } & { usd: number[] }>();
  let leftOutUsd = 0;
  for (const entry of plan.ledger.lines) {
    if (entry.kind === "penalty" || entry.kind === "valuation") {
      leftOutUsd += Math.abs(entry.usd);
      continue;
    }
    const name = `${entry.asset}: ${nameOfItem(entry.item)}`;
    const line = lines.get(name) ?? {
      name,
      ...(kinds[name] ?? kinds[entry.asset] ?? kindOf(plan.assets[entry.asset], entry.usd)),
      usd: new Array<number>(periods.count).fill(0),
    };
    lines.set(name, line);
    place(entry, line.usd, { periods, periodAt, hoursByPeriod });
  }
  return {
    periods,
    lines: [...lines.values()],
    hoursByPeriod,
    notices: [
      ...(leftOutUsd > 0 ? ["Penalties and valuations of the ledger are paid to nobody and are left out."] : []),
      ...(plan.ledger.alreadySet.length > 0 ? ["Charges from before the plan (alreadySet) are left out."] : []),
      "A charge that names its month is in that month; other charges of the whole plan are spread over its hours.",
    ],
  };
}

/** The month of a charge is in its name, and the same charge of every month is one line. */
const MONTH = /\s*\b((?:19|20|21)\d\d-(?:0[1-9]|1[0-2]))\b/u;

function nameOfItem(item: string): string {
  return item.replace(MONTH, "");
}

/** The first month of the period that contains a month. */
function firstMonth(month: string, every: PeriodLength): string {
  if (every === "year") return `${month.slice(0, 4)}-01`;
  const inYear = Number(month.slice(5, 7));
  const first = every === "quarter" ? inYear - ((inYear - 1) % 3) : inYear;
  return `${month.slice(0, 5)}${String(first).padStart(2, "0")}`;
}

function place(
  { item, usd, usdByInterval }: LedgerLine,
  into: number[],
  grid: {
    readonly periods: FinancePeriods;
    readonly periodAt: readonly number[];
    readonly hoursByPeriod: readonly number[];
  },
): void {
  if (usdByInterval) {
    for (const [t, amount] of usdByInterval.entries()) into[grid.periodAt[t]] -= amount;
    return;
  }
  const month = MONTH.exec(item)?.[1];
  const at = month === undefined ? -1 : periodOfMonth(grid.periods, month);
  if (at >= 0 && at < into.length) {
    into[at] -= usd;
    return;
  }
  const hours = grid.hoursByPeriod.reduce((sum, one) => sum + one, 0);
  for (const [t, part] of grid.hoursByPeriod.entries()) into[t] -= (usd * part) / hours;
}

function kindOf(
  reading: AssetReading | undefined,
  usd: number,
): Pick<CashLine, "kind"> & Partial<Pick<CashLine, "driver" | "serves">> {
  if (reading?.role === "ai-load") return { kind: reading.service ? "contracted" : "merchant" };
  if (reading?.role !== "mining") return { kind: "power", driver: "power-price" };
  return usd > 0 ? { kind: "operations", serves: "merchant" } : { kind: "merchant", driver: "hashprice" };
}

function checkArguments(plan: PowerPlan, every: PeriodLength): void {
  const faults = new FaultList();
  let isPlan = false;
  try {
    isPlan = Array.isArray(plan.ledger.lines) && plan.intervalStarts.length > 0 && typeof plan.assets === "object";
  } catch {
    // Not a plan.
  }
  if (!isPlan) {
    faults.add(
      "ledgerCashLines",
      "an object without a ledger",
      "a plan, as planPower returns it if status is optimal",
      "pass the plan",
    );
  }
  if (!periodLengths.includes(every)) faults.add("every", String(every), periodLengths.join(", "), "give one of them");
  faults.throwIfAny();
}
