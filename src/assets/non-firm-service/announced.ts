import type { AnnouncedCall } from "../asset.ts";
import type { Spec } from "./schema.ts";

/** When the site learns of each curtailment, and the service as it would be without it. */
export function announcedCurtailments(spec: Spec): readonly AnnouncedCall<Spec>[] {
  return spec.curtailments.map(({ start }, k) => ({
    path: `curtailments[${k}]`,
    startMs: start,
    noticeHours: spec.noticeMinutes / 60,
    without: { ...spec, curtailments: spec.curtailments.toSpliced(k, 1) },
  }));
}
