/** The shapes of a power purchase agreement, and what each makes a MWh of it cost. */
import { curve, instant, number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";

const resale = strictObject({
  priceUsdPerMwh: curve(quantity.priceUsdPerMwh, "Default the connection's import price").optional(),
  feeUsdPerMwh: curve(quantity.costUsdPerMwh, "Off the price of resale; 0 for none"),
  besideBuying: z.boolean().default(false).describe("The block may be sold while the site buys at spot"),
}).describe("Energy not used is sold; absent = it is lost");

/** No contract pays its buyer by price. */
const contractPrice = { ...quantity.priceUsdPerMwh, min: 0 };

export const termsSchema = z.discriminatedUnion("shape", [
  strictObject({
    shape: z.literal("fixed-block").describe("Every MWh of the volume is owed, used or not"),
    priceUsdPerMwh: curve(contractPrice, "Owed for every MWh of the block"),
    resale: resale.optional().describe("Terms on which unused energy is sold; default it is lost"),
  }),
  strictObject({
    shape: z.literal("take-or-pay").describe("A least amount is taken or paid in a period"),
    priceUsdPerMwh: number(contractPrice, "Of energy taken, and of the shortfall"),
    minimumMwh: number(quantity.energyMwh, "To be taken or paid in the period"),
    periodEnd: instant().describe("When the period of the minimum ends"),
    behindUsdPerMwh: number(
      quantity.costUsdPerMwh,
      "Value of a MWh behind the period's pace at the plan's end; default stated in the notices",
    ).optional(),
    makeUpUsdPerMwh: number(
      quantity.costUsdPerMwh,
      "Worth of a MWh paid and not taken, which may be taken later for nothing; absent = it is lost",
    ).optional(),
  }),
  strictObject({
    shape: z.literal("pay-as-produced").describe("The volume is what a plant produces"),
    priceUsdPerMwh: curve(contractPrice, "Owed for every MWh that counts as delivered"),
    paid: z.enum(["always", "if-taken"]).describe("Whether all energy produced is paid, or only what is taken"),
    resale: resale.optional().describe("Terms on which unused energy is sold; default it is lost"),
    untakenUsdPerMwh: number(
      quantity.costUsdPerMwh,
      "Owed for energy produced and not taken; with paid: if-taken",
    ).optional(),
  }),
  strictObject({
    shape: z.literal("heat-rate-option").describe("A right to buy at heat rate times gas price"),
    heatRateMmbtuPerMwh: number(quantity.heatRateMmbtuPerMwh, "Heat rate that the strike is computed with"),
    gasUsdPerMmbtu: curve(quantity.gasUsdPerMmbtu, "Gas price that the strike is computed with"),
    omUsdPerMwh: number(quantity.costUsdPerMwh, "Added to the strike").default(0),
    premiumUsdPerMwMonth: number(
      quantity.chargeUsdPerMwMonth,
      "On the month's greatest volume, for the plan's share of the month; sunk",
    ).optional(),
  }),
]);

export type Terms = Resolved<z.output<typeof termsSchema>>;
export type TakeOrPay = Extract<Terms, { readonly shape: "take-or-pay" }>;

/** What a contract costs, before what its energy saves at spot; one value per interval. */
export interface TermPrices {
  /** Price of each MWh of the volume, whether used or not; a sunk cost. */
  readonly owedUsdPerMwh?: Float64Array;
  /** Price of each MWh taken. */
  readonly takenUsdPerMwh?: Float64Array;
  /** Price of each MWh not taken. */
  readonly untakenUsdPerMwh?: number | undefined;
  /** What a MWh not used is sold for, fee taken off. */
  readonly resaleUsdPerMwh?: Float64Array;
}

export function termPrices(terms: Terms, volumeMw: Float64Array, spotUsdPerMwh: Float64Array): TermPrices {
  switch (terms.shape) {
    case "take-or-pay":
      return { takenUsdPerMwh: volumeMw.map(() => terms.priceUsdPerMwh) };
    case "heat-rate-option": {
      const { heatRateMmbtuPerMwh, gasUsdPerMmbtu, omUsdPerMwh } = terms;
      return { takenUsdPerMwh: gasUsdPerMmbtu.map((usd) => heatRateMmbtuPerMwh * usd + omUsdPerMwh) };
    }
    default: {
      const { priceUsdPerMwh, resale: sold } = terms;
      if (terms.shape === "pay-as-produced" && terms.paid === "if-taken")
        return { takenUsdPerMwh: priceUsdPerMwh, untakenUsdPerMwh: terms.untakenUsdPerMwh };
      const resaleUsdPerMwh =
        sold && (sold.priceUsdPerMwh ?? spotUsdPerMwh).map((usd, t) => usd - sold.feeUsdPerMwh[t]);
      return { owedUsdPerMwh: priceUsdPerMwh, ...(resaleUsdPerMwh && { resaleUsdPerMwh }) };
    }
  }
}
