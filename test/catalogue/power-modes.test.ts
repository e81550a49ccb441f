import { describe, expect, it } from "vitest";
import { findPowerModes, listPowerModes } from "../../src/catalogue/power-modes.ts";
import { findRig } from "../../src/catalogue/rigs.ts";

describe("published power modes", () => {
  it("say their source and month, by rising power, between 15 and 40 J/TH", () => {
    const tables = listPowerModes();
    expect(tables.map(({ modes }) => modes.length)).toEqual([15, 9, 3, 2, 2]);
    for (const { name, modes, source, asOf } of tables) {
      expect(source.length, name).toBeGreaterThan(20);
      expect(asOf).toBe("2026-10");
      expect(modes.map(({ powerW }) => powerW)).toEqual(modes.map(({ powerW }) => powerW).toSorted((a, b) => a - b));
      for (const { powerW, hashrateThPerS } of modes) {
        expect(powerW / hashrateThPerS, name).toBeGreaterThan(10.9);
        expect(powerW / hashrateThPerS, name).toBeLessThan(40);
      }
    }
  });

  it("are of rigs in the catalogue", () => {
    for (const { name } of listPowerModes())
      expect("unknown" in findRig(name.replace(/ (VNish.*|96T)$/, "")), name).toBe(false);
  });

  it("are found however they are spelt", () => {
    expect(findPowerModes("s19j-pro vnish")).toMatchObject({
      name: "Antminer S19j Pro VNish",
      modes: expect.arrayContaining([{ powerW: 2950, hashrateThPerS: 99 }]) as unknown,
    });
    expect(findPowerModes("Bitmain Antminer S21 Imm")).toMatchObject({
      modes: [
        { powerW: 3824, hashrateThPerS: 239 },
        { powerW: 5569, hashrateThPerS: 301 },
      ],
    });
  });

  it("not found: those that are there are named", () => {
    expect(findPowerModes("S19j Pro VNisch")).toEqual({
      unknown: expect.stringMatching(/^give Antminer S19j Pro VNish, .*S23 Imm, or a list of/) as string,
    });
  });
});
