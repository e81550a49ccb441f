import { describe, expect, it } from "vitest";
import { firmAsset, gridAsset, ruleOf } from "../../support/plans.ts";

describe("a price of CO2 under the threshold rule", () => {
  it("is charged on each source by its emission factor: 30 USD/t x 0.4 t/MWh = 12 USD/MWh of import", () => {
    const { flows, charges, remarks } = ruleOf(
      {
        count: 2,
        intervalMinutes: 30,
        assets: [
          gridAsset({ emissionTPerMwh: [0.4, 0.5] }),
          firmAsset(10),
          { kind: "emissions", name: "tax", priceUsdPerT: 30 },
        ],
      },
      "tax",
    );
    expect(flows).toEqual([]);
    expect(charges?.map(({ columns }) => columns.name)).toEqual(["importMw"]);
    expect(charges?.[0].usdPerMwh(0)).toBeCloseTo(12, 9);
    expect(charges?.[0].usdPerMwh(1)).toBeCloseTo(15, 9);
    expect(remarks).toEqual(["The price of power includes that of CO2."]);
  });

  it("a cap charges nothing, and the rule says that it does not look at it", () => {
    const { charges, remarks } = ruleOf(
      {
        count: 1,
        assets: [
          gridAsset({ emissionTPerMwh: 0.4 }),
          firmAsset(10),
          { kind: "emissions", name: "cap", cap: { co2T: 5, period: "year" } },
        ],
      },
      "cap",
    );
    expect(charges).toBeUndefined();
    expect(remarks).toEqual(["It has no regard to the cap on CO2."]);
  });
});
