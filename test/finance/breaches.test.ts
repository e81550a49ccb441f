import { expect, it } from "vitest";
import { breachesOf } from "../../src/finance/breaches.ts";
import type { Waterfall } from "../../src/finance/waterfall.ts";
import { frame } from "../support/finance-frame.ts";

it("names every breach by period, the worse covenant first, and none at the covenant itself", () => {
  const zeros = [0, 0, 0, 0, 0];
  const cash = {
    testedDscr: [undefined, 1.2, 1.15, 1.1 - 1e-12, 1.05],
    serviceDueUsd: [0, 10, 10, 10, 10],
    unpaidUsd: [0, 0, 0, 0, 2],
    reserveTargetUsd: [0, 5, 5, 5, 5],
    reserveAccountUsd: [0, 5, 5, 5, 1],
    operatingShortfallUsd: zeros,
  } as unknown as Waterfall;
  const conditions = {
    reserveMonths: 6,
    sweepShare: 0,
    sweepDebt: 0,
    lockUpDscr: 1.2,
    defaultDscr: 1.1,
    lookBackPeriods: 1,
  };
  const found = breachesOf(cash, conditions, frame(5));
  expect(found.map(({ period, kind }) => `${period} ${kind}`)).toEqual([
    "2029 lock-up",
    "2030 lock-up",
    "2031 default",
    "2031 unpaid",
    "2031 reserve",
  ]);
  expect(found[0]).toMatchObject({ value: 1.15, wanted: 1.2, detail: "2029: DSCR 1.15 is below the lock-up covenant" });
  expect(found[3]).toMatchObject({ kind: "unpaid", value: 2, wanted: 0 });
  expect(found[4]).toMatchObject({ kind: "reserve", value: 1, wanted: 5 });
  const loss = { ...cash, operatingShortfallUsd: [0, 0.5, 0, 0, 0] };
  expect(breachesOf(loss, conditions, frame(5))[0]).toMatchObject({
    kind: "operating shortfall",
    value: 0.5,
    wanted: 0,
  });
});
