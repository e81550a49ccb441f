/**
 * Income and power cost of every load by month. The ledger lines of a load are its own: income, operating cost, and
 * amounts that nobody is paid. Every other line of the site (import, demand charges, fuel, contracts, flexibility sold)
 * is shared among the loads by this rule:
 *
 *     amount of an interval: in proportion to the power each load draws in it
 *     amount of a month:     in proportion to the energy each load draws in the month
 *     amount of the plan:    by the plan's hours in each month, and then as an amount of the month
 *
 * An interval in which no load draws power passes its amount to its month. What is left in a month without load is the
 * site's. So the rows add up to the ledger.
 */
import type { LedgerLine } from "../../plan/ledger.ts";
import type { PowerPlan } from "../../plan/plan-result.ts";
import { checkResult } from "../check-result.ts";
import { planMonths, type PlanMonth } from "./plan-months.ts";

/** The rule by which power cost is attributed, as reports state it. */
export const STATEMENT_RULE =
  "Costs of power that belong to no load are shared among the loads: an amount of an interval by the power each " +
  "draws in it, an amount of a month by the energy each draws in the month. Export and flexibility income lower them.";

/** Energy below this gives no amount per MWh, MWh. */
const LEAST_MWH = 1e-6;

/** One load in one month. Amounts are USD of the part of the month that the plan covers. */
export interface StatementRow {
  /** Local calendar month, `2026-07`; `plan` for the sum over the plan. */
  readonly month: string;
  /** The load's name; `site` for what belongs to no load, `all` for the sum. */
  readonly load: string;
  readonly energyMwh: number;
  /** Income of the load, positive. */
  readonly revenueUsd: number;
  /** Its operating cost: O&M, credits to customers. */
  readonly ownCostUsd: number;
  /** Its share of what power costs the site in cash, sunk and expected amounts. */
  readonly powerCostUsd: number;
  /** Revenue minus own cost minus power cost. */
  readonly marginUsd: number;
  /** Penalties and valuations, its own and its share of the site's: stated worths that nobody is paid. */
  readonly notPaidUsd: number;
  /** Per MWh drawn; absent without energy. */
  readonly revenueUsdPerMwh?: number;
  readonly powerCostUsdPerMwh?: number;
  readonly marginUsdPerMwh?: number;
}

export interface MonthlyStatement {
  readonly rule: string;
  /** Months in order; in each the loads as in the plan, then `site` if something belongs to no load, then `all`. */
  readonly months: readonly StatementRow[];
  /** The same over the whole plan. */
  readonly plan: readonly StatementRow[];
}

type Amounts = "revenueUsd" | "ownCostUsd" | "powerCostUsd" | "notPaidUsd" | "energyMwh";
type OpenRow = Record<Amounts, number>;

/**
 * The statement of a plan: revenue, power cost by a stated rule, and margin of each load and month.
 *
 * @example
 * for (const { month, load, marginUsdPerMwh } of monthlyStatement(plan).months) console.log(month, load,
 * marginUsdPerMwh);
 *
 * @throws PlanInputError for what is not a plan.
 */
export function monthlyStatement(plan: PowerPlan): MonthlyStatement {
  checkResult("monthlyStatement", plan, ["ledger"], "a plan, as planPower returns it if status is optimal");
  const loads = Object.entries(plan.assets)
    .filter(([, { role }]) => role === "ai-load" || role === "mining")
    .map(([name, { netBusMw }]) => ({ name, drawMw: netBusMw.map((mw) => Math.max(0, -mw)) }));
  const months = planMonths(plan);
  const names = [...loads.map(({ name }) => name), "site"];
  const open = new Map(months.map(({ month }) => [month, new Map(names.map((name) => [name, openRow()]))]));
  for (const { month, from, to } of months) {
    for (const { name, drawMw } of loads) {
      let mw = 0;
      for (let t = from; t < to; t++) mw += drawMw[t];
      rowOf(open, month, name).energyMwh += mw * plan.stepHours;
    }
  }
  for (const line of plan.ledger.lines) {
    const isOwn = loads.some(({ name }) => name === line.asset);
    for (const part of amountsByMonth(line, months)) {
      if (isOwn) addOwn(rowOf(open, part.month.month, line.asset), line, part.usd);
      else share(line, part, loads, open);
    }
  }
  return {
    rule: STATEMENT_RULE,
    months: months.flatMap(({ month }) => closed(month, open.get(month) ?? new Map())),
    plan: closed("plan", sumOf(names, open)),
  };
}

interface Load {
  readonly name: string;
  readonly drawMw: Float64Array;
}

/** What of a ledger line falls in a month, with its intervals if it has some. */
interface MonthPart {
  readonly month: PlanMonth;
  readonly usd: number;
  readonly byInterval?: Float64Array;
}

function amountsByMonth({ item, usd, usdByInterval }: LedgerLine, months: readonly PlanMonth[]): MonthPart[] {
  if (usdByInterval) {
    return months.map((month) => {
      let sum = 0;
      for (let t = month.from; t < month.to; t++) sum += usdByInterval[t];
      return { month, usd: sum, byInterval: usdByInterval };
    });
  }
  // Charges of a month have it at the end of their name, e.g. `demand charge 2026-07`.
  const own = months.find(({ month }) => item.endsWith(month));
  if (own) return [{ month: own, usd }];
  const count = months.reduce((sum, { from, to }) => sum + to - from, 0);
  return months.map((month) => ({ month, usd: (usd * (month.to - month.from)) / count }));
}

/** Own cash is income where the whole line is: its sign, not that of one month, says what it is. */
function addOwn(row: OpenRow, { kind, usd: lineUsd }: LedgerLine, usd: number): void {
  if (kind === "penalty" || kind === "valuation") row.notPaidUsd += usd;
  else if (lineUsd < 0) row.revenueUsd -= usd;
  else row.ownCostUsd += usd;
}

function share(
  { kind }: LedgerLine,
  { month, usd, byInterval }: MonthPart,
  loads: readonly Load[],
  open: ReadonlyMap<string, ReadonlyMap<string, OpenRow>>,
): void {
  const field = kind === "penalty" || kind === "valuation" ? "notPaidUsd" : "powerCostUsd";
  const rows = loads.map(({ name }) => rowOf(open, month.month, name));
  let leftUsd = byInterval ? 0 : usd;
  for (let t = month.from; t < (byInterval ? month.to : month.from); t++) {
    const totalMw = loads.reduce((mw, { drawMw }) => mw + drawMw[t], 0);
    const intervalUsd = byInterval?.[t] ?? 0;
    if (totalMw === 0) leftUsd += intervalUsd;
    else loads.forEach(({ drawMw }, k) => (rows[k][field] += (intervalUsd * drawMw[t]) / totalMw));
  }
  const totalMwh = rows.reduce((mwh, { energyMwh }) => mwh + energyMwh, 0);
  if (totalMwh <= LEAST_MWH) rowOf(open, month.month, "site")[field] += leftUsd;
  else for (const row of rows) row[field] += (leftUsd * row.energyMwh) / totalMwh;
}

function openRow(): OpenRow {
  return { energyMwh: 0, revenueUsd: 0, ownCostUsd: 0, powerCostUsd: 0, notPaidUsd: 0 };
}

function rowOf(open: ReadonlyMap<string, ReadonlyMap<string, OpenRow>>, month: string, name: string): OpenRow {
  const row = open.get(month)?.get(name);
  if (!row) throw new Error(`the statement has no row of ${name} in ${month}`);
  return row;
}

function added(into: OpenRow, row: OpenRow): void {
  for (const field of Object.keys(into) as Amounts[]) into[field] += row[field];
}

function sumOf(
  names: readonly string[],
  open: ReadonlyMap<string, ReadonlyMap<string, OpenRow>>,
): Map<string, OpenRow> {
  const sums = new Map(names.map((name) => [name, openRow()]));
  for (const rows of open.values()) for (const [name, row] of rows) added(sums.get(name) as OpenRow, row);
  return sums;
}

function closed(month: string, rows: ReadonlyMap<string, OpenRow>): StatementRow[] {
  const all = openRow();
  const shown: StatementRow[] = [];
  for (const [load, row] of rows) {
    added(all, row);
    const isEmpty = Object.values(row).every((value) => value === 0);
    if (load !== "site" || !isEmpty) shown.push(closedRow(month, load, row));
  }
  return [...shown, closedRow(month, "all", all)];
}

function closedRow(month: string, load: string, row: OpenRow): StatementRow {
  const marginUsd = row.revenueUsd - row.ownCostUsd - row.powerCostUsd;
  return {
    month,
    load,
    ...row,
    marginUsd,
    ...(row.energyMwh > LEAST_MWH && {
      revenueUsdPerMwh: row.revenueUsd / row.energyMwh,
      powerCostUsdPerMwh: row.powerCostUsd / row.energyMwh,
      marginUsdPerMwh: marginUsd / row.energyMwh,
    }),
  };
}
