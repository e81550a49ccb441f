import { describe, expect, it } from "vitest";
import { findRig, type Rig } from "../../src/catalogue/rigs.ts";
import { completeFigures, implausibleFigures } from "../../src/io/rig-figures.ts";

// The catalogue's Antminer S21: 3,500 W and 200 TH/s, so 17.5 J/TH.
const s21 = findRig("Antminer S21") as Rig;
const unknown = { unknown: "no such model" };

describe("figures of one rig", () => {
  it("follow from the catalogue's efficiency if one of the two is absent", () => {
    expect(completeFigures(s21, { powerW: undefined, hashrateThPerS: 195 })).toEqual({
      powerW: 3412.5,
      hashrateThPerS: 195,
    });
    expect(completeFigures(s21, { powerW: 3500, hashrateThPerS: undefined })?.hashrateThPerS).toBeCloseTo(200, 12);
    expect(completeFigures(s21, { powerW: undefined, hashrateThPerS: undefined })).toEqual({
      powerW: 3500,
      hashrateThPerS: 200,
    });
  });

  it("are those of the row if it states both, and undefined if an unknown model lacks one", () => {
    expect(completeFigures(unknown, { powerW: 60, hashrateThPerS: 4.8 })).toEqual({ powerW: 60, hashrateThPerS: 4.8 });
    expect(completeFigures(unknown, { powerW: 60, hashrateThPerS: undefined })).toBeUndefined();
  });

  it("are plausible between 5 and 200 J/TH and within a factor of 3 of the catalogue", () => {
    expect(implausibleFigures({ powerW: 1000, hashrateThPerS: 200 }, unknown)).toBeUndefined();
    expect(implausibleFigures({ powerW: 999, hashrateThPerS: 200 }, unknown)?.[1]).toBe("5 to 200 J/TH");
    expect(implausibleFigures({ powerW: 40_001, hashrateThPerS: 200 }, unknown)?.[0]).toContain("200 J/TH");
    expect(implausibleFigures({ powerW: 10_500, hashrateThPerS: 600 }, s21)).toBeUndefined();
    expect(implausibleFigures({ powerW: 10_501, hashrateThPerS: 600 }, s21)?.[1]).toContain("rated 3500 W");
  });
});
