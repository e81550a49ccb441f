/**
 * What the connection costs whatever it imports: `usdPerMonth` times the plan's share of each month, `usdPerDay` times
 * its days by the local clock. It has no column: it is a constant of kind `sunk`, which is reported but not optimised.
 */
import { daysIn, shareOfMonth } from "../../../time/local-clock.ts";
import { number, strictObject } from "../../fields/fields.ts";
import { quantity } from "../../fields/quantities.ts";
import type { TariffPart } from "../tariff-part.ts";

const schema = strictObject({
  usdPerMonth: number(quantity.usdPerMonth, "For each calendar month, in the plan's share of it").optional(),
  usdPerDay: number(quantity.usdPerDay, "For each day, in the plan's share of it").optional(),
});

export const fixedCharge: TariffPart<typeof schema, Record<never, never>> = {
  schema,
  state: {},

  check({ usdPerMonth, usdPerDay }, _state, report) {
    if (usdPerMonth === undefined && usdPerDay === undefined)
      report("usdPerMonth", "nothing", "usdPerMonth or usdPerDay", "give one, or leave fixedCharge out");
  },

  declare({ usdPerMonth = 0, usdPerDay = 0 }, _state, bill) {
    for (const month of bill.months) {
      const { time } = bill.site;
      bill.constant(
        "fixedCharge",
        month,
        "fixed charge",
        shareOfMonth(time, month) * usdPerMonth + daysIn(time, month) * usdPerDay,
      );
    }
    return undefined;
  },
};
