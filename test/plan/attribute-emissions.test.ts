import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EmissionReport } from "../../src/plan/attribute-emissions.ts";
import {
  batteryAsset,
  dieselAsset,
  expectSeries,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  renewableAsset,
  type TestSite,
} from "../support/plans.ts";
import { randomSite } from "../support/random-sites.ts";
import { planPower } from "../support/untyped.ts";
import { runs } from "../support/runs.ts";

const reportOf = (site: TestSite): EmissionReport => {
  const { emissions } = optimalPlan(site);
  if (!emissions) throw new Error("no emissions");
  return emissions;
};
const total = (tonnes: Readonly<Record<string, number>>) => Object.values(tonnes).reduce((sum, t) => sum + t, 0);
/** sources = loads + change of what stores hold + what nobody drew. */
const missing = ({ totalT, byLoadT, storedChangeT, unattributedT }: EmissionReport) =>
  Math.abs(totalT - total(byLoadT) - storedChangeT - unattributedT);

describe("by source and by load", () => {
  it("shares the mean of an interval among all who draw", () => {
    // 20 MW of load and 10 of mining. Hour 1: 10 MW of sun and 20 x 0.5 t of grid over 30 MWh. Hour 2: no sun, 30 x 0.2
    // t.
    const report = reportOf({
      count: 2,
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      assets: [
        gridAsset({ emissionTPerMwh: [0.5, 0.2] }),
        renewableAsset(10, { availability: [1, 0] }),
        firmAsset(20),
        fleetAsset(),
      ],
    });
    expect(report.bySourceT).toEqual({ grid: expect.closeTo(16, 8) as number });
    expectSeries(report.averageTPerMwh, [1 / 3, 0.2]);
    expect(report.byLoadT.inference).toBeCloseTo(20 / 3 + 4, 7);
    expect(report.byLoadT.rigs).toBeCloseTo(10 / 3 + 2, 7);
    expect(report).toMatchObject({ storedT: {}, storedChangeT: 0, unattributedT: 0, notices: [] });
  });

  it("counts connection losses and diesel, and assigns export its share", () => {
    // 10 MW at the bus are 12.5 at the meter: 12.5 x 0.4 = 5 t. In the outage 2 MW of diesel: 527.4 L x 2.69 kg.
    const lossy = reportOf({
      count: 2,
      assets: [
        gridAsset({ lossFraction: 0.2, importLimitMw: [100, 0], emissionTPerMwh: 0.4 }),
        firmAsset([10, 2]),
        dieselAsset(),
      ],
    });
    expect(lossy.bySourceT).toEqual({
      grid: expect.closeTo(5, 8) as number,
      gensets: expect.closeTo(0.5274 * 2.69, 8) as number,
    });
    expectSeries(lossy.averageTPerMwh, [0.5, (0.5274 * 2.69) / 2]);
    // 9 MW of engines at 0.4 t/MWh: 6 to the load and 3 sold at 90 USD/MWh.
    const sold = reportOf({
      count: 1,
      assets: [
        gridAsset({ importLimitMw: 0, exportLimitMw: 3, exportPriceUsdPerMwh: 90, emissionTPerMwh: 0.9 }),
        firmAsset(6),
        {
          kind: "firm-generation",
          name: "engines",
          units: 2,
          unitMw: 5,
          fuelUsdPerMmbtu: 4,
          heatRateMmbtuPerMwh: 8,
          omUsdPerMwh: 3,
          co2KgPerMmbtu: 50,
        },
      ],
    });
    expect(sold.byLoadT).toEqual({
      grid: expect.closeTo(1.2, 8) as number,
      inference: expect.closeTo(2.4, 8) as number,
    });
  });

  it("leaves emissions of intervals without load unattributed", () => {
    // 10 MW online at no load burn 10 MMBtu in an hour without load: 0.5 t.
    const idle = {
      kind: "firm-generation",
      name: "engines",
      units: 2,
      unitMw: 5,
      onlineShare: 1,
      fuelUsdPerMmbtu: 4,
      heatRateMmbtuPerMwh: 8,
      noLoadMmbtuPerHPerMw: 1,
      omUsdPerMwh: 3,
      co2KgPerMmbtu: 50,
    };
    const report = reportOf({
      count: 2,
      assets: [gridAsset({ emissionTPerMwh: 0.9, importLimitMw: 0 }), firmAsset([0, 10]), idle],
    });
    expect(report.unattributedT).toBeCloseTo(0.5, 8);
    expect(report.byLoadT).toEqual({ inference: expect.closeTo(4.5, 8) as number });
    expectSeries(report.averageTPerMwh, [0, 0.45]);
  });

  it("is absent if a connection has no emission factor", () => {
    expect(optimalPlan({ count: 1, assets: [gridAsset(), firmAsset(1), dieselAsset()] }).emissions).toBeUndefined();
  });
});

describe("through a battery", () => {
  // 10 MW of must-serve load, a battery of 3.2 MW; import 15, 6.8, 10 MW, so 5 MW charge in hour 1 at 0.8 into 4 MWh,
  // which give 3.2 MW in hour 2.
  const assets = (importLimitMw: readonly number[], emissionTPerMwh: readonly number[]) => [
    gridAsset({ importLimitMw, emissionTPerMwh }),
    firmAsset(10),
    batteryAsset({ chargeEfficiency: 0.8, dischargeEfficiency: 0.8, dischargeLimitMw: 3.2 }),
  ];

  it("passes the mix it was charged with, and its losses, to the users of its power", () => {
    // Hour 1: 15 x 0.5 = 7.5 t over 15 MWh; 5 to the load, 2.5 into store. Hour 2: 6.8 x 0.2 + 2.5 = 3.86 t over 10
    // MWh.
    const site = { count: 3, initialState: { bess: { storedMwh: 0 } }, assets: assets([15, 6.8, 10], [0.5, 0.2, 0]) };
    const report = reportOf(site);
    expectSeries(report.averageTPerMwh, [0.5, 0.386, 0]);
    expect(report.byLoadT).toEqual({ inference: expect.closeTo(8.86, 7) as number });
    expect(report.totalT).toBeCloseTo(8.86, 7);
    expect(report.storedT.bess).toBeCloseTo(0, 6);
    expect(report.notices).toEqual([]);
  });

  it("releases the share of its content by which its energy falls", () => {
    // 8 MWh with 2 t in store; 3.2 MW leave the bus short by as much: 4 of 8 MWh go and 1 t with them.
    const site = { count: 1, initialState: { bess: { storedMwh: 8, storedCo2T: 2 } }, assets: assets([6.8], [0.2]) };
    const report = reportOf(site);
    expect(report.byLoadT).toEqual({ inference: expect.closeTo(6.8 * 0.2 + 1, 7) as number });
    expect(report.storedT.bess).toBeCloseTo(1, 7);
    expect(report.storedChangeT).toBeCloseTo(-1, 7);
    expect(optimalPlan(site).endState.bess).toMatchObject({ storedCo2T: expect.closeTo(1, 7) as number });
  });

  it("is carried over by the state", () => {
    // Asked for 4 MWh at its end, the first hour does what the two hours would.
    const lossy = { chargeEfficiency: 0.8, dischargeEfficiency: 0.8 };
    const first = optimalPlan({
      count: 1,
      initialState: { bess: { storedMwh: 0 } },
      assets: [
        gridAsset({ importLimitMw: 15, emissionTPerMwh: 0.5 }),
        firmAsset(10),
        batteryAsset({ ...lossy, end: { rule: "at-least", storedMwh: 4 } }),
      ],
    });
    expect(first.endState.bess).toMatchObject({
      storedMwh: expect.closeTo(4, 7) as number,
      storedCo2T: expect.closeTo(2.5, 7) as number,
    });
    const second = optimalPlan({
      count: 1,
      start: "2026-07-14T01:00:00-05:00",
      initialState: first.endState,
      assets: assets([6.8], [0.2]),
    });
    expect(second.emissions?.byLoadT.inference).toBeCloseTo(3.86, 6);
  });

  it("reports that a store of unknown content is assumed to contain no CO2", () => {
    const { notices, byLoadT } = reportOf({
      count: 1,
      initialState: { bess: { storedMwh: 8 } },
      assets: assets([6.8], [0.2]),
    });
    expect(notices).toEqual(["bess: no storedCo2T in initialState; the stored energy is assumed to contain no CO2."]);
    expect(byLoadT.inference).toBeCloseTo(1.36, 7);
  });
});

it("loses nothing: loads, stores and unattributed emissions add up to the sources", () => {
  let judged = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const result = planPower(randomSite(seed));
      if (result.status !== "optimal" || !result.emissions) return;
      judged++;
      const { emissions, assets } = result;
      expect(missing(emissions)).toBeLessThanOrEqual(1e-7 * Math.max(1, emissions.totalT));
      expect(total(emissions.bySourceT)).toBeCloseTo(emissions.totalT, 6);
      // The same tonnes as the sources' own totals.
      const own = Object.values(assets).reduce(
        (sum, { totals }) => sum + ("co2T" in totals ? (totals.co2T ?? 0) : 0),
        0,
      );
      expect(own).toBeCloseTo(emissions.totalT, 6);
      for (const tonnes of Object.values(emissions.byLoadT)) expect(tonnes).toBeGreaterThanOrEqual(-1e-9);
    }),
    { seed: 20261122, numRuns: runs(60, 6) },
  );
  expect(judged).toBeGreaterThan(runs(15, 1));
});
