import { type Fields, positiveUsd } from "../finance/input/fields.ts";
import type { QuarterFields } from "./quarter-fields.ts";
import type { BridgeModel } from "./years-model.ts";

export function readBridge(fields: Fields, calendar: QuarterFields): BridgeModel {
  const rent = fields.number("usdPerMwMonth", positiveUsd);
  const backupRent = fields.number("backupUsdPerMwMonth", positiveUsd, rent);
  const backupFrom = calendar.months(fields, "backupFrom", Infinity);
  if (fields.has("backupFrom") !== fields.has("backupUsdPerMwMonth"))
    fields.fault("backupFrom", "backupFrom and backupUsdPerMwMonth together", "give both or none");
  const bridge: BridgeModel = {
    asset: fields.text("asset"),
    path: fields.path,
    quarters: {
      from: Math.max(0, calendar.quarter(fields, "from", 0)),
      to: Math.min(calendar.count - 1, calendar.quarter(fields, "to", Infinity)),
    },
    usdPerMw: Array.from({ length: calendar.count }, (_, q) =>
      [0, 1, 2].reduce((sum, month) => sum + (3 * q + month >= backupFrom ? backupRent : rent), 0),
    ),
    mobiliseUsdPerMw: fields.number("mobiliseUsdPerMw", positiveUsd, 0),
  };
  fields.close();
  return bridge;
}
