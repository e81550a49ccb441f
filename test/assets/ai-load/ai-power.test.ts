import { describe, expect, it } from "vitest";
import {
  checkPowerDemand,
  demandForm,
  facilityPowerMw,
  itPowerMw,
  type PowerDemand,
} from "../../../src/assets/ai-load/ai-power.ts";

const one = Float64Array.of(1);
/** 1000 servers of 10.2 kW, at rest 0.3 of that; 40 requests/s each. */
const servers = { servers: 1000, peakKwPerServer: 10.2, idleShareOfPeak: 0.3 };
const facilityByIt = {
  points: [
    { itMw: 0, facilityMw: 1 },
    { itMw: 10, facilityMw: 12 },
  ],
};

describe("facilityPowerMw", () => {
  it("is IT power x PUE, interval by interval, or the facility power as given", () => {
    expect([...facilityPowerMw({ itMw: Float64Array.of(8, 4), pue: Float64Array.of(1.25, 1.5) })]).toEqual([10, 6]);
    expect([...facilityPowerMw({ facilityMw: Float64Array.of(8, 4) })]).toEqual([8, 4]);
  });

  it("of GPUs in use: 8000 x 1.275 kW = 10.2 MW of IT, x 1.25 = 12.75", () => {
    const demand = { gpus: Float64Array.of(8000), kwPerGpu: 1.275, pue: Float64Array.of(1.25) };
    expect(itPowerMw(demand)[0]).toBeCloseTo(10.2, 12);
    expect(facilityPowerMw(demand)[0]).toBeCloseTo(12.75, 12);
  });

  it("of requests: idle power stays, so 10 : 1 in requests is 2.7 : 1 in power", () => {
    // N [p_idle + (p_peak - p_idle) u]: 40,000/s is u = 1, 10.2 MW; 4,000/s is u = 0.1, 3.06 + 7.14 x 0.1 = 3.774 MW;
    // none 3.06.
    const requests = { ...servers, perSecond: Float64Array.of(40_000, 4000, 0), perSecondPerServer: 40 };
    const wanted = [10.2, 3.774, 3.06];
    itPowerMw({ requests }).forEach((mw, t) => expect(mw).toBeCloseTo(wanted[t], 12));
    expect(wanted[0] / wanted[1]).toBeCloseTo(2.7, 2);
    itPowerMw({ requests: { ...servers, shareOfPeak: Float64Array.of(1, 0.1, 0) } }).forEach((mw, t) =>
      expect(mw).toBeCloseTo(wanted[t], 12),
    );
    expect(facilityPowerMw({ requests, pue: Float64Array.of(2, 2, 2) })[1]).toBeCloseTo(7.548, 12);
  });

  it("at part load: 5 MW of IT on the line from 1 to 12 MW is 6.5, a PUE of 1.3; at 10 MW it is 1.2", () => {
    expect([...facilityPowerMw({ itMw: Float64Array.of(5, 10), facilityByIt })]).toEqual([6.5, 12]);
  });

  it("is known by its form", () => {
    expect(demandForm({ gpus: one })).toBe("gpus");
    expect(demandForm({ facilityMw: one })).toBe("facilityMw");
  });
});

describe("checkPowerDemand", () => {
  const paths = (spec: PowerDemand) => {
    const found: string[] = [];
    checkPowerDemand(spec, false, (path) => found.push(path));
    return found;
  };

  it.each<[string, PowerDemand, string[]]>([
    ["IT power with its PUE", { itMw: one, pue: one }, []],
    ["facility power", { facilityMw: one }, []],
    ["neither", {}, ["itMw"]],
    ["both", { itMw: one, facilityMw: one, pue: one }, ["facilityMw"]],
    ["IT power without a PUE", { itMw: one }, ["pue"]],
    ["facility power with a PUE that would act on nothing", { facilityMw: one, pue: one }, ["pue"]],
    ["GPUs with their power and a PUE", { gpus: one, kwPerGpu: 1, pue: one }, []],
    ["GPUs without their power or a PUE", { gpus: one }, ["pue", "kwPerGpu"]],
    [
      "requests in two ways",
      { requests: { ...servers, perSecond: one, shareOfPeak: one, perSecondPerServer: 1 }, pue: one },
      ["requests.perSecond"],
    ],
    ["requests in none", { requests: servers, pue: one }, ["requests.perSecond"]],
    [
      "requests without what a server does",
      { requests: { ...servers, perSecond: one }, pue: one },
      ["requests.perSecondPerServer"],
    ],
    [
      "more requests than the servers do",
      { requests: { ...servers, perSecond: Float64Array.of(1000.1), perSecondPerServer: 1 }, pue: one },
      ["requests.perSecond"],
    ],
    [
      "as many as they do",
      { requests: { ...servers, perSecond: Float64Array.of(1000), perSecondPerServer: 1 }, pue: one },
      [],
    ],
    ["a PUE and a curve", { itMw: one, pue: one, facilityByIt }, ["facilityByIt"]],
    ["a curve beside facility power", { facilityMw: one, facilityByIt }, ["facilityByIt"]],
    ["a curve that does not reach the load", { itMw: Float64Array.of(10.5), facilityByIt }, ["facilityByIt.points"]],
    ["three forms", { itMw: one, gpus: one, facilityMw: one, kwPerGpu: 1, pue: one }, ["facilityMw"]],
  ])("%s", (_what, spec, wanted) => {
    expect(paths(spec)).toEqual(wanted);
  });
});
