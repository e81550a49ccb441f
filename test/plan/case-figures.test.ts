import { describe, expect, it } from "vitest";
import { caseFigures, miningFigures, unservedDifferenceMwh } from "../../src/plan/case-figures.ts";
import { diesel, bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";
import { planPower } from "../support/untyped.ts";

type Fields = Readonly<Record<string, unknown>>;

// Two hours. Hour 0: 60 MW of import, 30 firm, mining full (10). Hour 1: outage, 30 MW firm of which 20 MW from diesel.
const optimal = (gridFields: Fields = {}) => {
  const result = planPower({
    horizon: horizon(2),
    bitcoin,
    assets: [
      grid({ importLimitMw: [60, 0], emissionTPerMwh: [0.4, 0.5], ...gridFields }),
      firm(),
      fleet(),
      diesel({ omUsdPerMwh: 20 }),
    ],
  });
  if (result.status !== "optimal") throw new Error(result.status);
  return result;
};

describe("caseFigures", () => {
  it("adds up backup, service, emissions and cost", () => {
    const figures = caseFigures(optimal());
    // 20 MWh x 263.7 L = 5274 L x 2.69 kg = 14.187 t; 5274 USD fuel + 400 USD O&M; 10 sets of 2 MW for an hour.
    expect(figures).toMatchObject({
      dieselMwh: expect.closeTo(20, 9),
      dieselL: expect.closeTo(5274, 6),
      dieselUsd: expect.closeTo(5674, 6),
      dieselCo2T: expect.closeTo(14.18706, 6),
      dieselUnitHours: expect.closeTo(10, 9),
      asRun: { dieselL: expect.closeTo(5274, 6), unitHours: 10, hours: 1 },
      unservedMwh: expect.closeTo(10, 9),
      demandMwh: 60,
      lostThroughputMwh: 0,
      lostThroughputUsd: 0,
      throttledMwh: 0,
    });
    // 40 MWh x 0.4 t imported.
    expect(figures.siteCo2T).toBeCloseTo(16 + 14.18706, 6);
    // 40 x 30 - 10 x 80 + 5674 + 10 x 5000
    expect(figures.dispatchUsd).toBeCloseTo(1200 - 800 + 5674 + 50_000, 6);
  });

  it("more service of one load does not make up for less of another", () => {
    const base = caseFigures(optimal());
    const a = { ...base, unservedMwhByLoad: { inference: 3, training: 0 } };
    const b = { ...base, unservedMwhByLoad: { inference: 0, training: 3 } };
    expect(unservedDifferenceMwh(a, b)).toBe(6);
    expect(unservedDifferenceMwh(a, a)).toBe(0);
    expect(Object.values(base.unservedMwhByLoad).reduce((sum, mwh) => sum + mwh, 0)).toBeCloseTo(base.unservedMwh, 12);
  });

  it("loses no load, whatever its name", () => {
    const plan = optimal();
    const renamed = {
      ...plan,
      assets: Object.fromEntries(
        Object.entries(plan.assets).map(([name, reading]) => [name === "inference" ? "__proto__" : name, reading]),
      ),
    };
    expect(Object.entries(caseFigures(renamed).unservedMwhByLoad)).toEqual([["__proto__", expect.closeTo(10, 9)]]);
  });

  it("emissions are unknown, not zero, where the grid's factor was not stated", () => {
    const plan = optimal({ emissionTPerMwh: undefined });
    expect(caseFigures(plan).siteCo2T).toBeUndefined();
    expect(miningFigures(plan)).toStrictEqual({ energyMwh: expect.closeTo(10, 9) });
  });

  it("mining's own draw at the grid's hourly factor", () => {
    expect(miningFigures(optimal())).toEqual({ energyMwh: expect.closeTo(10, 9), co2T: expect.closeTo(4, 9) });
  });
});
