import { expect, it } from "vitest";
import { progressShare } from "../../src/cli/progress-share.ts";
import { planPower } from "../support/untyped.ts";

const FOUR_WEEKS = 672;

it("never falls within a program, and starts again with the next one", () => {
  const share = progressShare();
  const shares: number[] = [];
  const follow = (): void =>
    void planPower(
      {
        horizon: { start: "2026-01-05T00:00:00Z", timeZone: "UTC", intervalMinutes: 60, count: FOUR_WEEKS },
        bitcoin: { hashpriceUsdPerPhDay: 40 },
        initialState: { bess: { storedMwh: 5 } },
        assets: [
          {
            kind: "grid",
            name: "grid",
            importLimitMw: 40,
            importPriceUsdPerMwh: Array.from({ length: FOUR_WEEKS }, (_, t) => 40 + 30 * Math.sin(t / 4) + (t % 11)),
          },
          {
            kind: "battery",
            name: "bess",
            chargeLimitMw: 5,
            dischargeLimitMw: 5,
            minStoredMwh: 0,
            maxStoredMwh: 10,
            wearUsdPerMwh: 2,
          },
          { kind: "ai-firm", name: "ai", facilityMw: 20, vollUsdPerMwh: 5000 },
          { kind: "mining-fleet", name: "rigs", rig: "Antminer S21", rigs: 4000 },
        ],
      },
      {
        onProgress: (progress) => {
          const { program, share: done } = share(progress);
          if (done !== undefined) shares.push(program + done);
        },
      },
    );
  follow();
  const first = shares.length;
  expect(first).toBeGreaterThan(3);
  follow();
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(Math.floor(shares[first - 1])).toBe(1);
  expect(Math.floor(shares[shares.length - 1])).toBe(2);
  expect(shares.every((value) => value % 1 < 1)).toBe(true);
});

it("has no share for phases that cannot be foretold", () => {
  const share = progressShare();
  expect(share({ phase: "branch" })).toEqual({ program: 1, share: undefined });
  expect(share({ phase: "toString" }).share).toBeUndefined();
});
