import type { AnyAssetKind } from "../assets/asset.ts";
import { MS_PER_HOUR } from "../time/time-grid.ts";

/** The spec without the calls that are not announced at `nowMs`: those that begin later than their notice allows. */
export function withoutUnannouncedCalls(kind: AnyAssetKind, spec: unknown, nowMs: number): unknown {
  let known = spec;
  for (;;) {
    const hidden = kind
      .calls?.(known as never)
      .find(({ startMs, noticeHours }) => startMs - noticeHours * MS_PER_HOUR > nowMs);
    if (hidden === undefined) return known;
    known = hidden.without;
  }
}
