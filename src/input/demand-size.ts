/**
 * Whether a load was given in kW: it asks for many times what the whole site could ever give it, and a thousandth of it
 * would find its supply.
 */
import type { ParsedAsset } from "./assets-section.ts";
import { addSuspicion, type ParseContext } from "./parse-context.ts";

/** More than this many times all supply: of sites that are short no load asks for so much. */
const MOST_TIMES = 50;
/** A load below this cannot be the kW of a whole site, MW as written. */
const LEAST_MW = 100;

/** Judged where every asset is sound: what is missing may be the supply. */
export function checkDemandSizes(assets: readonly ParsedAsset[], context: ParseContext): void {
  if (!assets.every(({ planned }) => planned)) return;
  const supplyMw = assets.reduce(
    (mw, { kind, planned }) => mw + (kind?.mostSupplyMw?.(planned?.spec as never) ?? 0),
    0,
  );
  if (supplyMw === 0) return;
  for (const { path, kind, planned } of assets) {
    const asked = kind?.mostDemandMw?.(planned?.spec as never);
    if (!asked || asked.mw < LEAST_MW || asked.mw <= MOST_TIMES * supplyMw || asked.mw > 1000 * supplyMw) continue;
    addSuspicion(
      context,
      `${path}.${asked.field}`,
      `${Number(asked.mw.toPrecision(6))} MW at most at the site bus`,
      `a load that the site could supply, of which all assets give ${Number(supplyMw.toPrecision(6))} MW at most`,
      "is this kW? divide by 1000",
    );
  }
}
