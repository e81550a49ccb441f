/** `wattsplit/io`: the files users have, as series the planner takes. Text in, data out; no file system. */
export { readMarketPrices } from "./io/read-market-prices.ts";
export type { MarketPrices, PriceInterval, ReadPricesOptions } from "./io/read-market-prices.ts";
export { readSeries } from "./io/read-series.ts";
export type { ReadSeriesOptions, Series, SeriesInterval, StampColumns } from "./io/read-series.ts";
export type { MiningFleetInput } from "./io/fleet-groups.ts";
export { readFleet, type Fleet, type ReadFleetOptions } from "./io/read-fleet.ts";
export { readTariff, type Tariff } from "./io/read-tariff.ts";
export type { ReadTariffOptions, TariffFields } from "./io/urdb/tariff-fields.ts";
export {
  comparisonFromJson,
  comparisonToJson,
  planFromJson,
  planToJson,
  resultFromJson,
  resultToJson,
} from "./io/plan-json.ts";
export { writeSchedule, type ScheduleOptions } from "./io/write-schedule.ts";
export type { TableOptions } from "./csv/table-form.ts";
export type { GapPolicy } from "./io/fill-gaps.ts";
export type { SeriesUnit } from "./io/series-unit.ts";
export { InputFileError } from "./errors.ts";
export type { InputFileFault } from "./errors.ts";
export {
  gpuHoursToItMwh,
  requestsToItMw,
  usdPerFacilityMwh,
  usdPerItMwh,
  weekShape,
  type Servers,
  type ShapeAxis,
} from "./io/ai-demand.ts";
export { azureCoding, azureConversation, type RequestShape } from "./io/ai-request-shapes.ts";
