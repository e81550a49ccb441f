/**
 * The grid connection. Import and export are metered at the point of interconnection (POI).
 *
 *     import_t <= importLimitMw_t       site bus receives  (1 - lossFraction) import_t
 *     export_t <= exportLimitMw_t       site bus gives     export_t / (1 - lossFraction)
 *     cost      = dt ((price + adder) import - (price - fee) export) + the charges of the tariff's parts
 *
 * The net import may have a ramp limit (`grid/ramp.ts`). Every part of the tariff (`tariff/`) is one field of the
 * connection, its charges are on the physical import alone, and all of them stand in `bill`. Import and export exclude
 * each other in an interval (one meter); see `SiteModel.addEitherOr`.
 */
import type { AssetKind } from "../asset.ts";
import { checkGrid } from "./check.ts";
import { importLimitMw, impossibleGridState, mostSupplyMw, withImportLimitMw } from "./counterfactual.ts";
import { declareGrid, type Handles, gridHereAndNow } from "./declare.ts";
import { readGrid, settleGrid, type GridReading } from "./read.ts";
import { gridRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";
import { gridSizes } from "./sizes.ts";

export const grid: AssetKind<"grid", typeof schema, typeof stateSchema, Handles, GridReading> = {
  kind: "grid",
  role: "connection",
  schema,
  stateSchema,
  check: checkGrid,
  sizes: gridSizes,
  declare: declareGrid,
  settle: settleGrid,
  hereAndNow: gridHereAndNow,
  read: readGrid,
  rule: gridRule,
  impossibleState: impossibleGridState,
  importLimitMw,
  mostSupplyMw,
  withImportLimitMw,
};
