/**
 * A price on exported energy by time of use, as the `sell` rates of a rate database have it. With share_{t,p} of
 * interval t in period p (see `time-of-use.ts`),
 *
 *     cost = - dt sum_p usdPerMwh_p share_{t,p} export_t on top of `exportPriceUsdPerMwh`, which may then be left out
 */
import { keyName, number, strictObject, z } from "../../fields/fields.ts";
import { quantity } from "../../fields/quantities.ts";
import { scaled } from "../../fields/series.ts";
import type { TariffPart } from "../tariff-part.ts";
import { checkSchedules, periodShares, schedules } from "../schedule/time-of-use.ts";

const schema = strictObject({
  usdPerMwh: z
    .record(keyName(), number(quantity.priceUsdPerMwh))
    .describe("By period, e.g. { peak: 90, 'off-peak': 30 }"),
  ...schedules,
});

export const touExportPrice: TariffPart<typeof schema, Record<never, never>> = {
  schema,
  state: {},
  check: (spec, _state, report) => checkSchedules(spec, spec.usdPerMwh, "usdPerMwh", report),

  declare(spec, _state, bill) {
    if (!bill.exportMw) bill.notice("touExportPrice earns nothing, since no exportLimitMw is given.");
    for (const [period, shares] of periodShares(spec, bill.site.time)) {
      bill.exported("touExportPrice", `export energy ${period}`, scaled(shares, spec.usdPerMwh[period]));
    }
    return undefined;
  },
};
