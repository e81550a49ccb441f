/** Writes the schedule of a plan as a table for spreadsheets: one row per interval, units in the headings. */
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

/**
 * Writes CSV (RFC 4180): `start` of the interval in ISO-8601 with the local offset, then every series of every asset as
 * `<asset> <quantity> (<unit>)`, then `site powerUsdPerMwh (USD/MWh)`, the value of power at the site bus. Numbers have
 * the fewest digits that read back as the same double. `readSeries` can read any column.
 * @throws PlanInputError if the argument is not a plan with a schedule.
 */
export function writeSchedule(plan: PowerPlan): string {
  const { assets, intervalStarts, prices } = (plan ?? {}) as Partial<PowerPlan>;
  if (!assets || !intervalStarts || !prices) {
    const given =
      assets === undefined && typeof plan === "object" && plan !== null && "status" in plan
        ? `a result of status ${String(plan.status)}`
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
  const columns = Object.entries(plan.assets).flatMap(([asset, { series }]) =>
    Object.entries(series as Readonly<Record<string, Float64Array>>).map(
      ([quantity, values]) => [asset, quantity, values] as const,
    ),
  );
  columns.push(["site", "powerUsdPerMwh", plan.prices.powerUsdPerMwh]);
  const headings = ["start", ...columns.map(([asset, quantity]) => `${asset} ${quantity} (${unitOf(quantity)})`)];
  const rows = plan.intervalStarts.map((start, t) => [start, ...columns.map(([, , values]) => String(values[t]))]);
  return [headings, ...rows].map((fields) => `${fields.map(csvField).join(",")}\r\n`).join("");
}

/** RFC 4180: quotes a field that contains a separator, a quotation mark or a line end, or has a blank at either end. */
function csvField(text: string): string {
  return /[",\r\n\ufeff]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function unitOf(quantity: string): string {
  const unit = UNITS.find(([end]) => quantity.endsWith(end));
  if (!unit) throw new Error(`no unit is known of the quantity ${quantity}; add it to UNITS`);
  return unit[1];
}
