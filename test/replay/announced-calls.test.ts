import { expect, it } from "vitest";
import type { AnyAssetKind } from "../../src/assets/asset.ts";
import { withoutUnannouncedCalls } from "../../src/replay/announced-calls.ts";
import { MS_PER_HOUR } from "../../src/time/time-grid.ts";

interface Spec {
  readonly calls: readonly { readonly atH: number; readonly noticeH: number }[];
}

const kind = {
  calls: (spec: Spec) =>
    spec.calls.map((call, i) => ({
      path: `calls[${i}]`,
      startMs: call.atH * MS_PER_HOUR,
      noticeHours: call.noticeH,
      without: { calls: spec.calls.filter((other) => other !== call) },
    })),
} as unknown as AnyAssetKind;

it("hides every call that is not announced yet", () => {
  const [soon, later, last] = [
    { atH: 5, noticeH: 2 },
    { atH: 9, noticeH: 2 },
    { atH: 9, noticeH: 6 },
  ];
  const spec: Spec = { calls: [soon, later, last] };
  const known = (hour: number) => (withoutUnannouncedCalls(kind, spec, hour * MS_PER_HOUR) as Spec).calls;
  expect(known(2)).toEqual([]);
  expect(known(3)).toEqual([soon, last]);
  expect(known(7)).toEqual([soon, later, last]);
  expect(withoutUnannouncedCalls({} as AnyAssetKind, spec, 0)).toBe(spec);
});
