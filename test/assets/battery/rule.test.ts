import { describe, expect, it } from "vitest";
import { batteryAsset, gridAsset, ruleOf } from "../../support/plans.ts";

const stored = (storedMwh: number) => ({ bess: { storedMwh } });

describe("edges", () => {
  it("is idle under the threshold rule", () => {
    const { flows, idle, released } = ruleOf(
      {
        count: 1,
        initialState: stored(5),
        assets: [
          gridAsset(),
          batteryAsset({
            end: { rule: "target", storedMwh: 9, missUsdPerMwh: 1 },
            reserve: { storedMwh: 8, missUsdPerMwhHour: 1 },
          }),
        ],
      },
      "bess",
    );
    expect(flows).toEqual([]);
    // What may be missed is not held at anything.
    expect(released?.map(({ name }) => name)).toEqual(["storedMwh"]);
    expect(idle?.map(({ name }) => name)).toEqual(["chargeMw", "dischargeMw"]);
  });
});
