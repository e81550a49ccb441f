import { describe, expect, it } from "vitest";
import { conversion, convertibleSchedule } from "../../../src/finance/debt/convertible.ts";
import { frame, read } from "../../support/finance-frame.ts";
import { irenCappedCall } from "../../../src/finance/presets.ts";

describe("conversion (E7)", () => {
  const { sharesPer1000, capPriceUsd, lastSalePriceUsd } = irenCappedCall;
  const at = (sharePriceUsd: number) => conversion({ amountUsd: 1000, sharesPer1000, capPriceUsd, sharePriceUsd });

  it("price 13.638, 30 % over the last sale, greatest cover 538.31 per 1,000", () => {
    expect(at(10).conversionPriceUsd).toBeCloseTo(13.638, 3);
    expect(at(10).conversionPriceUsd / lastSalePriceUsd - 1).toBeCloseTo(0.3, 3);
    expect(at(10).cappedCallMostUsd).toBeCloseTo(538.31, 2);
    expect(at(30).cappedCallUsd).toBeCloseTo(538.31, 2);
    expect(at(30).conversionValueUsd).toBeCloseTo(73.3229 * 30, 9);
  });

  it("below the conversion price holders keep their principal", () => {
    expect(at(13)).toMatchObject({ converts: false, holderValueUsd: 1000, cappedCallUsd: 0, netCostUsd: 0 });
  });

  it("between strike and cap the call pays all that conversion costs", () => {
    expect(at(17).converts).toBe(true);
    expect(at(17).netCostUsd).toBeCloseTo(0, 9);
    // Above the cap the difference is paid in shares.
    expect(at(25).netCostUsd).toBeCloseTo(73.3229 * (25 - 20.98), 9);
  });

  it("dilution after the call, and without one", () => {
    const given = { amountUsd: 1e6, sharesPer1000, sharePriceUsd: 25, sharesOutstanding: 1e6 };
    expect(conversion(given).netDilution).toBeCloseTo((73_322.9 * 25 - 1e6) / 25 / 1e6, 12);
    expect(conversion({ ...given, sharePriceUsd: 0 }).netDilution).toBe(0);
    expect(conversion({ ...given, capPriceUsd: 20.98 }).netDilution).toBeCloseTo((73_322.9 * 4.02) / 25 / 1e6, 12);
  });

  it("a cap below the conversion price is a fault", () => {
    expect(() => conversion({ amountUsd: 1, sharesPer1000, sharePriceUsd: 1, capPriceUsd: 10 })).toThrow(
      "a cap of at least the conversion price",
    );
  });
});

describe("a convertible note in a cash flow", () => {
  const given = { name: "converts", ratePerYear: 0.01, amountUsd: 100, maturesIn: "2029", cappedCallPremiumUsd: 5 };
  const schedule = (more: object) => read({ ...given, ...more }, (fields) => convertibleSchedule(fields, frame(4)));

  it("is debt that is repaid in cash, unless it converts", () => {
    expect(schedule({})).toMatchObject({
      principalUsd: [0, 0, 100, 0],
      feesUsd: [5, 0, 0, 0],
      interestUsd: [0, 1, 1, 0],
    });
    expect(schedule({ atMaturity: "shares" })).toMatchObject({
      principalUsd: [0, 0, 0, 0],
      convertedUsd: [0, 0, 100, 0],
    });
    expect(schedule({ atMaturity: "shares" }).closingUsd).toEqual([100, 100, 0, 0]);
  });

  it("matures after its issue", () => {
    expect(() => schedule({ issuedIn: "2029" })).toThrow("a period after the issue");
  });
});
