/**
 * What a battery owes at the end of the plan: bounds of the last interval, a target with a price, or a value. See
 * `battery/index.ts`.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { FaultReport } from "../asset.ts";
import { number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { meanImportPrice } from "../connection/import-price.ts";
import { quantity } from "../fields/quantities.ts";
import type { SitePorts } from "../ports/site-ports.ts";

export const endSchema = z.discriminatedUnion("rule", [
  strictObject({
    rule: z.literal("free").describe("The store may end at any energy"),
  }),
  strictObject({
    rule: z.literal("at-least").describe("The store ends with no less than storedMwh"),
    storedMwh: number(quantity.energyMwh, "Energy at the end of the plan"),
  }),
  strictObject({
    rule: z.literal("exactly").describe("The store ends with storedMwh"),
    storedMwh: number(quantity.energyMwh, "Energy at the end of the plan"),
  }),
  strictObject({
    rule: z.literal("cyclic").describe("The store ends as it starts"),
  }),
  strictObject({
    rule: z.literal("target").describe("The store ends with storedMwh, or pays for what is missing"),
    storedMwh: number(quantity.energyMwh, "Energy at the end of the plan"),
    missUsdPerMwh: number(quantity.costUsdPerMwh, "Penalty on each MWh below the target"),
  }),
  strictObject({
    rule: z.literal("value").describe("Each MWh in store at the end is worth usdPerMwh"),
    usdPerMwh: number(quantity.priceUsdPerMwh, "Value of each MWh in store at the end"),
  }),
]);

export type EndRule = Resolved<z.output<typeof endSchema>>;

/** Refuses energy at the end that lies outside the window of the last interval, `[leastMwh, mostMwh]`. */
export function checkEnd(end: EndRule | undefined, leastMwh: number, mostMwh: number, report: FaultReport): void {
  if (!end || !("storedMwh" in end)) return;
  const { rule, storedMwh } = end;
  if (storedMwh > mostMwh)
    report("end.storedMwh", `${storedMwh}`, `at most maxStoredMwh = ${mostMwh}`, "ask for less or widen the window");
  if (rule === "exactly" && storedMwh < leastMwh)
    report(
      "end.storedMwh",
      `${storedMwh}`,
      `at least minStoredMwh = ${leastMwh} of the last interval`,
      "ask for more or lower minStoredMwh there",
    );
}

/** Tightens the bounds of the last interval to what a hard rule asks for. */
export function boundEnd(end: EndRule | undefined, initialMwh: number, lower: Float64Array, upper: Float64Array): void {
  const last = lower.length - 1;
  if (end?.rule === "at-least") lower[last] = Math.max(lower[last], end.storedMwh);
  if (end?.rule === "exactly") lower[last] = upper[last] = end.storedMwh;
  if (end?.rule === "cyclic") lower[last] = upper[last] = initialMwh;
}

/** The row of a target that may be missed at a price. */
export function declareTarget(
  site: SiteModel,
  asset: string,
  end: EndRule | undefined,
  storedMwh: ColumnBlock,
): ColumnBlock | undefined {
  if (end?.rule !== "target") return undefined;
  const last = site.time.count - 1;
  const missed = site.addColumn(asset, "missedTargetMwh", { unit: "MWh", from: last });
  const row = site.addRow(asset, "target at the end", { unit: "MWh", lower: end.storedMwh, from: last });
  site.addSum(row, storedMwh, 1, last, last + 1);
  site.addShared(row, missed, 1);
  site.addCost(missed, "missed target of stored energy", "penalty", end.missUsdPerMwh);
  return missed;
}

/** USD per MWh left in store; the default rule is stated in a notice. */
export function endValueUsdPerMwh(
  site: SiteModel,
  ports: SitePorts,
  asset: string,
  end: EndRule | undefined,
  dischargeEfficiency: number,
): number {
  if (end?.rule === "value") return end.usdPerMwh;
  if (end) return 0;
  const mean = meanImportPrice(ports);
  const usdPerMwh = (mean ?? 0) * dischargeEfficiency;
  const why =
    mean === undefined
      ? "the site has no import price"
      : `mean import price, not below 0: ${mean.toFixed(2)}, x discharge efficiency`;
  if (usdPerMwh !== 0)
    site.defaults.push({
      asset,
      field: "end",
      value: `a value of ${usdPerMwh.toFixed(2)} USD/MWh in store`,
      item: "change of stored energy",
    });
  site.notices.push(
    `${asset}: no end rule was given; energy left in store is worth ${usdPerMwh.toFixed(2)} USD/MWh (${why}).`,
  );
  return usdPerMwh;
}
