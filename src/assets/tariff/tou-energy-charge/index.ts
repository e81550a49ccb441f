/**
 * Energy by time of use: with share_{t,p} of interval t in period p (see `time-of-use.ts`),
 *
 *     cost = dt sum_p usdPerMwh_p share_{t,p} import_t      on top of `importPriceUsdPerMwh`, which may be 0
 */
import { keyName, number, strictObject, z } from "../../fields/fields.ts";
import { quantity } from "../../fields/quantities.ts";
import { scaled } from "../../fields/series.ts";
import type { TariffPart } from "../tariff-part.ts";
import { checkSchedules, periodShares, schedules } from "../schedule/time-of-use.ts";

const schema = strictObject({
  usdPerMwh: z
    .record(keyName(), number(quantity.priceUsdPerMwh))
    .describe("By period, e.g. { peak: 120, 'off-peak': 45 }"),
  ...schedules,
});

export const touEnergyCharge: TariffPart<typeof schema, Record<never, never>> = {
  schema,
  state: {},
  check: (spec, _state, report) => checkSchedules(spec, spec.usdPerMwh, "usdPerMwh", report),

  declare(spec, _state, bill) {
    for (const [period, shares] of periodShares(spec, bill.site.time)) {
      bill.energy("touEnergyCharge", `energy charge ${period}`, scaled(shares, spec.usdPerMwh[period]));
    }
    return undefined;
  },
};
