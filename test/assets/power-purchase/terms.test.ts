import { describe, expect, it } from "vitest";
import { termPrices, termsSchema, type Terms } from "../../../src/assets/power-purchase/terms.ts";

const of = (...values: number[]) => Float64Array.of(...values);
const prices = (terms: Terms) => termPrices(terms, of(10, 4), of(50, -20));

describe("termPrices", () => {
  it("a fixed block, and energy always paid, are owed and sold at the spot or their own price less the fee", () => {
    const priceUsdPerMwh = of(40, 41);
    expect(prices({ shape: "fixed-block", priceUsdPerMwh })).toEqual({ owedUsdPerMwh: priceUsdPerMwh });
    const resale = { feeUsdPerMwh: of(2, 3), besideBuying: false };
    expect(prices({ shape: "fixed-block", priceUsdPerMwh, resale })).toEqual({
      owedUsdPerMwh: priceUsdPerMwh,
      resaleUsdPerMwh: of(48, -23),
    });
    expect(
      prices({
        shape: "pay-as-produced",
        paid: "always",
        priceUsdPerMwh,
        resale: { ...resale, priceUsdPerMwh: of(30, 0) },
      }),
    ).toEqual({ owedUsdPerMwh: priceUsdPerMwh, resaleUsdPerMwh: of(28, -3) });
  });

  it("energy paid if taken costs when it is taken, or when it is not", () => {
    expect(
      prices({ shape: "pay-as-produced", paid: "if-taken", priceUsdPerMwh: of(40, 41), untakenUsdPerMwh: 6 }),
    ).toEqual({ takenUsdPerMwh: of(40, 41), untakenUsdPerMwh: 6 });
    const period = { minimumMwh: 5, periodEnd: 0 };
    expect(prices({ shape: "take-or-pay", priceUsdPerMwh: 33, ...period })).toEqual({ takenUsdPerMwh: of(33, 33) });
  });

  it("an option costs its strike", () => {
    // 7.5 x 4 + 1 = 31, 7.5 x -2 + 1 = -14.
    const option = {
      shape: "heat-rate-option",
      heatRateMmbtuPerMwh: 7.5,
      gasUsdPerMmbtu: of(4, -2),
      omUsdPerMwh: 1,
    } as const;
    expect(prices(option)).toEqual({ takenUsdPerMwh: of(31, -14) });
  });
});

describe("termsSchema", () => {
  it.each([
    { shape: "heat-rate-option", heatRateMmbtuPerMwh: 7500, gasUsdPerMmbtu: 4 },
    { shape: "heat-rate-option", heatRateMmbtuPerMwh: 3, gasUsdPerMmbtu: 4 },
    { shape: "take-or-pay", priceUsdPerMwh: -5, minimumMwh: 5, periodEnd: "2026-08-01T00:00:00-05:00" },
    { shape: "take-or-pay", priceUsdPerMwh: 5, minimumMwh: 5, periodEnd: "2026-08-01" },
    { shape: "pay-as-produced", priceUsdPerMwh: 5 },
    { shape: "fixed-block", priceUsdPerMwh: 5, minimumMwh: 5 },
  ])("refuses $shape of another shape's fields or out of range", (terms) => {
    expect(termsSchema.safeParse(terms).success).toBe(false);
  });
});
