import { monthSpans, type TimeGrid } from "../../time/time-grid.ts";
import { largest } from "../fields/series.ts";
import { SAME_PEAK_MW } from "../tariff/demand/metered-demand.ts";
import type { Spec, State } from "./schema.ts";
import { given } from "./tariff-fields.ts";

export function impossibleGridState(spec: Spec, initial: State | undefined, time: TimeGrid): string | undefined {
  const mostMw = largest(spec.importLimitMw);
  const months = monthSpans(time).map(({ month }) => month);
  const above = given(spec)
    .flatMap(([part, own]) => part.peaksSet?.(own, initial ?? {}, months) ?? [])
    .find(({ mw }) => mw > mostMw + SAME_PEAK_MW);
  const { netImportMw: before = 0 } = initial ?? {};
  if (before > mostMw + SAME_PEAK_MW) return `netImportMw, ${before}, is above importLimitMw, ${mostMw} at most`;
  return above && `${above.field} of ${above.of}, ${above.mw}, is above importLimitMw, ${mostMw} at most`;
}

export function importLimitMw(spec: Spec): Float64Array {
  return spec.importLimitMw;
}

export function withImportLimitMw(spec: Spec, limitMw: Float64Array): Spec {
  const unscaledTerms = given(spec)
    .flatMap(([part, own]) => part.sized?.(own) || [])
    .join(", ");
  return { ...spec, importLimitMw: limitMw, ...(unscaledTerms && { unscaledTerms }) };
}

/** What it may give the site at most, MW. */
export function mostSupplyMw(spec: Spec): number {
  return largest(importLimitMw(spec));
}
