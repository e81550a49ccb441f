import type { FaultReport } from "../asset.ts";
import type { Spec, State } from "./schema.ts";
import { parts } from "./tariff-fields.ts";

export const NO_PRICE = [
  "nothing",
  "a price, since importLimitMw is above 0",
  "give it, or set importLimitMw to 0",
] as const;

export function checkGrid(spec: Spec, initial: State = {}, report: FaultReport): void {
  if (!spec.importPriceUsdPerMwh && mayImport(spec)) report("importPriceUsdPerMwh", ...NO_PRICE);
  if (initial.netImportMw !== undefined && spec.rampLimitMwPerMin === undefined)
    report(
      "initialState.netImportMw",
      `${initial.netImportMw} without rampLimitMwPerMin`,
      "rampLimitMwPerMin in the asset",
      "give the limit, or leave netImportMw out",
    );
  const exports = spec.exportLimitMw?.some((mw) => mw > 0) === true;
  if (exports && !isExportCredited(spec)) {
    report(
      "exportPriceUsdPerMwh",
      "nothing",
      "a price, since exportLimitMw is above 0",
      "give it, touExportPrice or netMetering, or leave exportLimitMw out",
    );
  }
  for (const [key, part] of parts) {
    if (spec[key])
      part.check?.(spec[key], initial, (path, ...words) =>
        report(path.startsWith("initialState.") ? path : `${key}.${path}`, ...words),
      );
  }
}

export function mayImport({ importLimitMw }: Spec): boolean {
  return importLimitMw.some((mw) => mw > 0);
}

/** Whether the contract says what exported energy earns, in money or in credits. */
export function isExportCredited({ exportPriceUsdPerMwh, touExportPrice, netMetering }: Spec): boolean {
  return exportPriceUsdPerMwh !== undefined || touExportPrice !== undefined || netMetering !== undefined;
}
