import { describe, expect, it } from "vitest";
import { hashpriceForward, hashpriceFuture } from "../../src/finance/hashprice-hedge.ts";

describe("hashpriceForward", () => {
  const forward = { priceUsdPerPhDay: 65, ph: 50, daysByPeriod: [90, 0], indexUsdPerPhDay: [40, 99] };

  it("E8: 65 USD, 50 PH/s, 90 days are a notional of 292,500", () => {
    const { notionalUsd, line, marginUsd } = hashpriceForward({ ...forward, side: "sell", marginShare: 0.18 });
    expect(notionalUsd).toBe(292_500);
    expect(marginUsd).toBeCloseTo(52_650, 9);
    // A seller's day is (65 - 40) x 50 = 1,250.
    expect(line).toEqual({ name: "hashprice forward", kind: "hedge", usd: [112_500, 0] });
  });

  it("what the seller earns the buyer pays", () => {
    expect(hashpriceForward({ ...forward, side: "buy", name: "b" }).line.usd).toEqual([-112_500, 0]);
  });

  it("faults", () => {
    expect(() => hashpriceForward({ ...forward, side: "short" as never })).toThrow('"sell" or "buy"');
    expect(() => hashpriceForward({ ...forward, side: "sell", indexUsdPerPhDay: [1] })).toThrow("a list of 2 numbers");
  });
});

describe("hashpriceFuture", () => {
  it("E9: a tick of 0.25 on 1 PH/s and 30 days is 7.50", () => {
    const future = hashpriceFuture({ contracts: -10, boughtAtUsdPerPhDay: 45, settledAtUsdPerPhDay: 40 });
    expect(future).toEqual({ tickUsd: 7.5, resultUsd: 1500 });
    expect(() => hashpriceFuture({ contracts: 0.5, boughtAtUsdPerPhDay: 1, settledAtUsdPerPhDay: 1 })).toThrow("whole");
  });
});
