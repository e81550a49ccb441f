import { expect, it } from "vitest";
import { checkHandOffOptions } from "../../src/handoff/hand-off-options.ts";

it("has defaults", () => {
  expect(checkHandOffOptions({ at: "2026-07-14T00:00:00-05:00" })).toEqual({
    atMs: Date.UTC(2026, 6, 14, 5),
    staleAfterHours: 24,
    scopes: {},
    acceptIncumbent: false,
  });
});

it("lists every fault", () => {
  const faults = (options: unknown) => {
    try {
      checkHandOffOptions(options as never);
      return [];
    } catch (error) {
      return (error as { faults: { path: string }[] }).faults.map(({ path }) =>
        path.replace("powerTargets options.", ""),
      );
    }
  };
  expect(faults(undefined)).toEqual(["at"]);
  // Without an offset an instant would depend on the host's zone.
  expect(faults({ at: "2026-07-14T00:00" })).toEqual(["at"]);
  expect(faults({ at: "2026-13-14T00:00Z" })).toEqual(["at"]);
  expect(faults({ at: new Date(0) })).toEqual(["at"]);
  expect(
    faults({
      at: "2026-07-14T00:00Z",
      staleAfterHours: 0,
      minimumDurationMinutes: Number.NaN,
      restore: { rigsPerBatch: 1.5, secondsBetweenBatches: -1 },
      scopes: { rigs: " " },
      minDuration: 5,
    }),
  ).toEqual([
    "minDuration",
    "staleAfterHours",
    "minimumDurationMinutes",
    "restore.rigsPerBatch",
    "restore.secondsBetweenBatches",
    'scopes["rigs"]',
  ]);
  expect(faults({ at: "2026-07-14T00:00Z", restore: null })).toHaveLength(2);
});
