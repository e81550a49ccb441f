/** Writes the schedule of a plan as a table for spreadsheets: one row per interval, units in the headings. */
import { csvRow } from "../csv/csv-cell.ts";
import { tableForm, type TableOptions } from "../csv/table-form.ts";
import { PlanInputError } from "../errors.ts";
import type { PowerPlan } from "../plan/plan-result.ts";
import { describeValue } from "./describe-value.ts";

/** The unit of a quantity by the end of its name; longer endings first. */
const UNITS = [
  ["UsdPerMwh", "USD/MWh"],
  ["PhPerS", "PH/s"],
  ["Mmbtu", "MMBtu"],
  ["Mwh", "MWh"],
  ["Mw", "MW"],
  ["L", "L"],
  ["T", "t"],
  ["rigsOn", "rigs"],
  ["setsAsRun", "sets"],
  ["unitsAsRun", "units"],
] as const;

export interface ScheduleOptions extends TableOptions {
  /**
   * True adds a column for every item of the ledger that has amounts by interval, `<asset> <item> (USD)`, costs
   * positive, and `site cost by interval (USD)`, their sum. What is charged for a month (a demand charge) has no
   * interval and is not among them. Default false.
   */
  readonly money?: boolean;
}

/**
 * Writes CSV (RFC 4180): the start of the interval, then every series of every asset as `<asset> <quantity> (<unit>)`,
 * then `site powerUsdPerMwh (USD/MWh)`, the value of power at the site bus, and on request the money of the interval.
 * Without `digits`, numbers have the fewest digits that read back as the same double; without `time`, `start` is
 * ISO-8601 with the local offset, and `readSeries` can read any column. A heading that a spreadsheet would run as a
 * formula is preceded by an apostrophe.
 * @throws PlanInputError if the argument is not a plan with a schedule, or an option is faulty.
 */
export function writeSchedule(plan: PowerPlan, options: ScheduleOptions = {}): string {
  checkPlan(plan);
  const form = tableForm("writeSchedule", options, plan.timeZone);
  const columns = [...seriesColumns(plan), ...(options.money === true ? moneyColumns(plan) : [])];
  const rows = plan.intervalStarts.map((start, t) =>
    csvRow([...form.timeCells(start), ...columns.map(({ values }) => form.numberCell(values[t]))]),
  );
  return csvRow([...form.timeHeadings, ...columns.map(({ heading }) => heading)]) + rows.join("");
}

interface Column {
  readonly heading: string;
  readonly values: Float64Array;
}

function seriesColumns({ assets, prices }: PowerPlan): Column[] {
  const columns = Object.entries(assets).flatMap(([asset, { series }]) =>
    Object.entries(series as Readonly<Record<string, Float64Array>>).map(([quantity, values]) => ({
      heading: `${asset} ${quantity} (${unitOf(quantity)})`,
      values,
    })),
  );
  return [...columns, { heading: `site powerUsdPerMwh (${unitOf("powerUsdPerMwh")})`, values: prices.powerUsdPerMwh }];
}

function moneyColumns({ ledger, intervalStarts }: PowerPlan): Column[] {
  const total = new Float64Array(intervalStarts.length);
  const columns = ledger.lines.flatMap(({ asset, item, kind, usdByInterval }): Column[] => {
    if (!usdByInterval) return [];
    for (let t = 0; t < total.length; t++) total[t] += usdByInterval[t];
    return [{ heading: `${asset} ${item}${kind === "cash" ? "" : `, ${kind}`} (USD)`, values: usdByInterval }];
  });
  return [...columns, { heading: "site cost by interval (USD)", values: total }];
}

function checkPlan(plan: PowerPlan): void {
  const { assets, intervalStarts, prices } = (plan ?? {}) as Partial<PowerPlan>;
  if (assets && intervalStarts && prices) return;
  const given =
    assets === undefined && typeof plan === "object" && plan !== null && "status" in plan
      ? `a result of status ${String((plan as { readonly status: unknown }).status)}`
      : describeValue(plan);
  throw new PlanInputError([
    {
      path: "plan",
      given,
      wanted: "a plan with its schedule",
      fix: "give a result of planPower whose status has one, e.g. optimal",
    },
  ]);
}

function unitOf(quantity: string): string {
  const unit = UNITS.find(([end]) => quantity.endsWith(end));
  if (!unit) throw new Error(`no unit is known of the quantity ${quantity}; add it to UNITS`);
  return unit[1];
}
