import { expect, it } from "vitest";
import { faultsOf, gridAsset } from "../../support/plans.ts";

it("needs an end after the start, and no less firm import at most than at least", () => {
  const curtailments = [{ start: "2026-07-14T01:00:00-05:00", end: "2026-07-14T01:00:00-05:00" }];
  const asset = { kind: "non-firm-service", name: "service", firmMw: 10, mostFirmMw: 9, curtailments };
  expect(faultsOf({ count: 3, assets: [gridAsset(), asset] }).map(({ path, wanted }) => [path, wanted])).toEqual([
    ["assets[1].mostFirmMw", "at least firmMw = 10"],
    ["assets[1].curtailments[0].end", "a later instant"],
  ]);
});
