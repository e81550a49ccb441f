import { describe, expect, it } from "vitest";
import { checkModes, hullOf, modeName, modesOf } from "../../../src/assets/mining-fleet/modes.ts";

const rig = { hashrateThPerS: 99, powerW: 2950 };
const given = (spec: Parameters<typeof modesOf>[0]) => {
  const modes = modesOf(spec);
  return "unknown" in modes ? modes : modes.all.map(({ path, mode }) => [path, modeName(mode), mode.hashrateThPerS]);
};

describe("modesOf", () => {
  it("is the rated mode, beside others where they are given", () => {
    expect(given({ rig })).toEqual([["rig", "rated", 99]]);
    expect(
      given({
        rig,
        powerModes: [
          { powerW: 1905, hashrateThPerS: 74.5, name: "low" },
          { powerW: 3200, hashrateThPerS: 102 },
        ],
      }),
    ).toEqual([
      ["rig", "rated", 99],
      ["powerModes[0]", "low", 74.5],
      ["powerModes[1]", "3200 W", 102],
    ]);
  });

  it("at the rated watts the mode given replaces the rated one", () => {
    expect(given({ rig, powerModes: [{ powerW: 2950, hashrateThPerS: 97 }] })).toEqual([
      ["powerModes[0]", "2950 W", 97],
    ]);
    // S19j Pro: 100 TH/s at 2950 W in the catalogue, 99 in VNish's list.
    expect(given({ rig: "Antminer S19j Pro", powerModes: "S19j Pro VNish" })).toHaveLength(15);
    expect(given({ rig: "Antminer S19j Pro 104T", powerModes: "S19j Pro VNish" })).toHaveLength(16);
  });

  it("names what it does not know", () => {
    expect(given({ rig: "S21 Ultra" })).toMatchObject({
      field: "rig",
      given: '"S21 Ultra"',
      unknown: expect.stringContaining("no such model") as string,
    });
    expect(given({ rig, powerModes: "S21" })).toMatchObject({
      field: "powerModes",
      wanted: "a table of the catalogue",
      unknown: expect.stringContaining("S21 Imm") as string,
    });
  });
});

describe("checkModes and hullOf", () => {
  const faults = (spec: Parameters<typeof checkModes>[0]) => {
    const reported: string[][] = [];
    const isSound = checkModes(spec, (...words) => reported.push(words.slice(0, 2) as string[]));
    return [isSound, ...reported];
  };

  it("pass what makes a hull, and report the place of what does not", () => {
    expect(faults({ rig, standbyWPerRig: 25 })).toEqual([true]);
    expect(faults({ rig: "nothing known", standbyWPerRig: 25 })).toEqual([false, ["rig", '"nothing known"']]);
    expect(faults({ rig, standbyWPerRig: 2950 })).toEqual([false, ["standbyWPerRig", "2950 W"]]);
    expect(
      faults({
        rig,
        powerModes: [
          { powerW: 1500, hashrateThPerS: 60 },
          { powerW: 1500, hashrateThPerS: 61 },
        ],
        standbyWPerRig: 25,
      }),
    ).toEqual([true, ["powerModes[1]", "1500 W twice"]]);
  });

  it("the hull starts at the standby draw", () => {
    // From 1500 W at 60 TH/s the rated 99 at 2950 W add 26.9 TH per kW; from 25 W the low mode gives 40.7.
    expect(
      hullOf({
        name: "rigs",
        rig,
        powerModes: [{ powerW: 1500, hashrateThPerS: 60 }],
        standbyWPerRig: 25,
      }).efficient.map(({ powerW }) => powerW),
    ).toEqual([1500, 2950]);
    expect(() => hullOf({ name: "rigs", rig: "nothing known", standbyWPerRig: 25 })).toThrow("rigs: ");
  });
});
