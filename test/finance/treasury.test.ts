import { describe, expect, it } from "vitest";
import { treasury } from "../../src/finance/treasury.ts";

describe("treasury", () => {
  const mined = { minedBtc: [10, 10, 10], btcUsd: [100, 50, 200], otherCashUsd: [-200, -1500, -100] };

  it("sells everything by default, and has no coins", () => {
    const { line, heldBtc, cashUsd, belowFloor } = treasury(mined);
    expect(line).toMatchObject({ kind: "merchant", driver: "hashprice", usd: [1000, 500, 2000] });
    expect(heldBtc).toEqual([0, 0, 0]);
    expect(cashUsd).toEqual([800, -200, 1700]);
    expect(belowFloor).toEqual([1]);
  });

  // A floor of 100: 3 coins in the first period (300 - 200), then 17 x 50 = 850 of the 1,500: not enough.
  it("sells what the floor needs, and holds the rest", () => {
    const { soldBtc, heldBtc, cashUsd, heldUsd, belowFloor } = treasury({ ...mined, sellShare: 0, cashFloorUsd: 100 });
    expect(soldBtc).toEqual([3, 17, 3.75]);
    expect(heldBtc).toEqual([7, 0, 6.25]);
    expect(heldUsd).toEqual([700, 0, 1250]);
    expect(cashUsd).toEqual([100, -550, 100]);
    expect(belowFloor).toEqual([1]);
  });

  it("opening cash and coins, and the policy where it sells more than the floor needs", () => {
    const given = { ...mined, otherCashUsd: [0, 0, 0], sellShare: 0.5, openingBtc: 2, openingCashUsd: 50 };
    expect(treasury(given)).toMatchObject({
      soldBtc: [5, 5, 5],
      heldBtc: [7, 12, 17],
      cashUsd: [550, 800, 1800],
      belowFloor: [],
    });
  });

  it("faults", () => {
    expect(() => treasury({ ...mined, btcUsd: [1, 2] })).toThrow("a list of 3 numbers");
    expect(() => treasury({ ...mined, sellShare: 50 })).toThrow("write 50 % as 0.5");
  });
});
