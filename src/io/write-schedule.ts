/** The schedule of a plan as a table for spreadsheets: one row per interval, units in the header. */
import { PlanInputError } from "../errors.ts";
import type { PowerPlan } from "../plan/plan-result.ts";
import { valueWords } from "./value-words.ts";

/** What the end of a quantity's name says of its unit; the longer end first. */
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
 * CSV (RFC 4180): `start` of the interval in ISO-8601 with the local offset, then every series of every asset as
 * `<asset> <quantity> (<unit>)`, then `site powerUsdPerMwh (USD/MWh)`, the value of power at the site bus. Numbers in
 * the fewest digits that read back as the same; `readSeries` reads any column.
 * @throws PlanInputError for what is no plan with a schedule.
 */
export function writeSchedule(plan: PowerPlan): string {
  const { assets, intervalStarts, prices } = (plan ?? {}) as Partial<PowerPlan>;
  if (!assets || !intervalStarts || !prices) {
    const given =
      assets === undefined && typeof plan === "object" && plan !== null && "status" in plan
        ? `a result of status ${String(plan.status)}`
        : valueWords(plan);
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

/** RFC 4180: quoted where a separator, a quotation mark, a line end or a blank at an end would be read otherwise. */
function csvField(text: string): string {
  return /[",\r\n\ufeff]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function unitOf(quantity: string): string {
  const unit = UNITS.find(([end]) => quantity.endsWith(end));
  if (!unit) throw new Error(`no unit is known of the quantity ${quantity}; add it to UNITS`);
  return unit[1];
}
