/** The site under one stage of a connection and one scenario of curtailments. */
import type { PlannedAsset } from "../assets/asset.ts";
import { nonFirmService } from "../assets/non-firm-service/index.ts";
import { PlanInputError } from "../errors.ts";
import type { ParseContext } from "../input/parse-context.ts";
import { parseSection } from "../input/parse-section.ts";
import { kindOf } from "../plan/build-site.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import { localMonth } from "../time/time-grid.ts";
import type { ConnectionStage, Curtailment } from "./connection-option.ts";

const MONTHS = 12;
/** Name of the asset that curtails. */
const SERVICE = "curtailable connection";

/** What of a stage changes the site. */
export type StageSite = Pick<ConnectionStage, "importMw" | "firmMw" | "noticeMinutes" | "mayReservesBeSold">;

/**
 * The grid connection whose import limit the options change.
 *
 * @throws PlanInputError if the site has no connection, or has several and the caller names none of them.
 */
export function connectionOf({ assets }: PlanRequest, name: string | undefined): PlannedAsset {
  const connections = assets.filter((asset) => kindOf(asset).withImportLimitMw);
  const found =
    name === undefined && connections.length === 1 ? connections[0] : connections.find((one) => one.name === name);
  if (found) return found;
  throw new PlanInputError([
    {
      path: "options.connection",
      given: name === undefined ? "nothing" : JSON.stringify(name),
      wanted: `a connection of the input: ${connections.map((one) => one.name).join(", ") || "it has none"}`,
      fix: "name one",
    },
  ]);
}

/** `path`: place of the stage, for faults of its curtailments. */
export function stageRequest(
  site: PlanRequest,
  connection: PlannedAsset,
  { importMw, firmMw = 0, noticeMinutes = 0, mayReservesBeSold = true }: StageSite,
  curtailments: readonly Curtailment[],
  path: string,
): PlanRequest {
  const { time } = site;
  const limitMw = Float64Array.from({ length: time.count }, (_, t) =>
    typeof importMw === "number" ? importMw : importMw[localMonth(time, t) % MONTHS],
  );
  const assets = site.assets
    .filter((asset) => mayReservesBeSold || !kindOf(asset).sellsReserves)
    .map((asset) =>
      asset === connection
        ? { ...asset, spec: kindOf(asset).withImportLimitMw?.(asset.spec as never, limitMw) ?? asset.spec }
        : asset,
    );
  const { counterfactual: _, ...request } = site;
  if (curtailments.length === 0) return { ...request, assets };
  const given = {
    kind: nonFirmService.kind,
    name: SERVICE,
    connection: connection.name,
    firmMw,
    noticeMinutes,
    curtailments,
  };
  const context: ParseContext = { faults: [], notices: [], time, timeZone: time.timeZone };
  const spec = parseSection(nonFirmService.schema, given, path, context);
  if (context.faults.length > 0) throw new PlanInputError(context.faults);
  const service: PlannedAsset = { kind: nonFirmService.kind, name: SERVICE, path, spec, initial: undefined };
  return { ...request, assets: [...assets, service] };
}
