import { describe, expect, it } from "vitest";
import { type Fleet, hasSameRigs, kw, restoreBatches, rigTarget } from "../../src/handoff/fleet-levels.ts";

/** Ten rigs: asleep at 100 W, eco at 2,100 W, full at 3,100 W; uptime 1, PUE 1. */
const rigs: Record<string, number[]> = { asleep: [10, 4, 0, 7], eco: [0, 6, 4, 0], full: [0, 0, 6, 3] };
const powerW: Record<string, number> = { asleep: 100, eco: 2100, full: 3100 };
const wholeRigsMw = Float64Array.from({ length: 4 }, (_, t) =>
  Object.entries(rigs).reduce((mw, [name, counts]) => mw + (counts[t] * powerW[name]) / 1e6, 0),
);
const fleet = {
  fleet: { rigs: 10, uptime: 1, pue: 1, fullMw: 0.031, standbyMw: 0.001 },
  modes: Object.keys(rigs).map((name) => ({ name, powerW: powerW[name], rigs: Float64Array.from(rigs[name]) })),
  series: { wholeRigsMw },
} as unknown as Fleet;

describe("a fleet's rise", () => {
  // 1 -> 2: 4 asleep go to eco (+2 kW each), 6 eco go to full (+1 kW each): 13 -> 27 kW.
  it("moves rigs in batches, the ones with the lowest new mode first", () => {
    expect(restoreBatches(fleet, 1, 2, { rigsPerBatch: 3, secondsBetweenBatches: 30 })).toEqual([
      { afterSeconds: 0, rigs: 3, targetKw: 19 },
      { afterSeconds: 30, rigs: 3, targetKw: 23 },
      { afterSeconds: 60, rigs: 3, targetKw: 26 },
      { afterSeconds: 90, rigs: 1, targetKw: 27 },
    ]);
    expect(kw(wholeRigsMw[1])).toBe(13);
    expect(kw(wholeRigsMw[2])).toBe(27);
  });

  // 3 -> 1: three rigs fall from full to eco at once, three asleep rise to eco: 10 kW -> 13 kW, from 7 kW on.
  it("lets rigs that fall do so at once, so that no batch exceeds the level", () => {
    expect(restoreBatches(fleet, 3, 1, { rigsPerBatch: 2, secondsBetweenBatches: 30 })).toEqual([
      { afterSeconds: 0, rigs: 2, targetKw: 11 },
      { afterSeconds: 30, rigs: 1, targetKw: 13 },
    ]);
  });

  it("needs no batches where one is enough or the fleet falls", () => {
    expect(restoreBatches(fleet, 1, 2, { rigsPerBatch: 10, secondsBetweenBatches: 30 })).toEqual([]);
    expect(restoreBatches(fleet, 2, 3, { rigsPerBatch: 1, secondsBetweenBatches: 30 })).toEqual([]);
  });
});

it("is a level of whole rigs", () => {
  expect(rigTarget(fleet, 2)).toMatchObject({ on: 10, of: 10, fullKw: 31 });
  expect(rigTarget(fleet, 3)).toMatchObject({ on: 3, modes: [{ rigs: 7 }, { rigs: 0 }, { rigs: 3 }] });
  expect(hasSameRigs(fleet, 1, 1)).toBe(true);
  expect(hasSameRigs(fleet, 1, 2)).toBe(false);
});
