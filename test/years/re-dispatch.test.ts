import { expect, test } from "vitest";
import { drain } from "../../src/solvers/budget/drain.ts";
import { reDispatched } from "../../src/years/re-dispatch.ts";
import { frameOf } from "../support/years-frame.ts";
import { oneBlock, site, years } from "../support/years-site.ts";

const nothing = { starts: [[0, 0]], exits: [[[0, 0, 0]]], dispatchUsd: [0, 0], valueUsd: 0 };

test("the planner's cash is that of the quarter's hours, and parts of no size are left out", () => {
  const frame = frameOf(years({ conversions: [oneBlock({ rent: 100, capexUsdPerMw: 1e5 })] }));
  const schedule = {
    ...nothing,
    shares: [
      [1, 0],
      [0, 0.5],
    ],
  };
  const answer = drain(reDispatched(frame, schedule));
  if ("detail" in answer) throw new Error(answer.detail);
  const usdOf = (name: string) => answer.lines.find((line) => line.name === name)?.usd;
  expect(usdOf("rigs: mining income")).toEqual([10 * 2160 * 100, 0].map((usd) => expect.closeTo(usd, 3)));
  expect(usdOf("grid: import energy")).toEqual([-10 * 2160 * 40, -5 * 2184 * 40].map((usd) => expect.closeTo(usd, 3)));
  expect(answer.valueUsd[1]).toBeCloseTo(-5 * 2184 * 40, 3);
  expect(Object.keys(answer.plans[1].assets)).toEqual(["grid", "hall"]);
});

test("a quarter without a plan is named", () => {
  const hall = { ...oneBlock({ rent: 1, capexUsdPerMw: 0 }), load: { kind: "ai-firm" as const, facilityMw: 90 } };
  const frame = frameOf(years({ conversions: [hall] }));
  expect(
    drain(
      reDispatched(frame, {
        ...nothing,
        shares: [
          [1, 0],
          [0, 1],
        ],
      }),
    ),
  ).toMatchObject({ q: 1 });
});

test("a part that has left and that another asset names is planned at a millionth of its size", () => {
  const product = {
    kind: "flexibility-product",
    name: "reserve",
    backedBy: ["rigs"],
    priceUsdPerMwHour: 8,
    deployedShare: 0,
    durationHours: 1,
  };
  const frame = frameOf(years({}), { ...site, assets: [...site.assets, product] });
  const answer = drain(reDispatched(frame, { ...nothing, shares: [[1], [0]] }));
  if ("detail" in answer) throw new Error(answer.detail);
  expect(answer.traces).toEqual(["rigs"]);
  expect(Math.abs(answer.valueUsd[1])).toBeLessThan(10);
});
