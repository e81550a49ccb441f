import { describe, expect, it } from "vitest";
import { checkPowerDemand, facilityPowerMw, type PowerDemand } from "../../src/assets/ai-power.ts";

const one = Float64Array.of(1);

describe("facilityPowerMw", () => {
  it("is IT power x PUE, interval by interval, or the facility power as given", () => {
    expect([...facilityPowerMw({ itMw: Float64Array.of(8, 4), pue: Float64Array.of(1.25, 1.5) })]).toEqual([10, 6]);
    expect([...facilityPowerMw({ facilityMw: Float64Array.of(8, 4) })]).toEqual([8, 4]);
  });
});

describe("checkPowerDemand", () => {
  const paths = (spec: PowerDemand) => {
    const found: string[] = [];
    checkPowerDemand(spec, (path) => found.push(path));
    return found;
  };

  it.each<[string, PowerDemand, string[]]>([
    ["IT power with its PUE", { itMw: one, pue: one }, []],
    ["facility power", { facilityMw: one }, []],
    ["neither", {}, ["itMw"]],
    ["both", { itMw: one, facilityMw: one, pue: one }, ["facilityMw"]],
    ["IT power without a PUE", { itMw: one }, ["pue"]],
    ["facility power with a PUE that would act on nothing", { facilityMw: one, pue: one }, ["pue"]],
  ])("%s", (_what, spec, wanted) => {
    expect(paths(spec)).toEqual(wanted);
  });
});
