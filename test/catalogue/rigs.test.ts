import { describe, expect, it } from "vitest";
import { findRig, listRigs, standbyWPerRig } from "../../src/catalogue/rigs.ts";

const unknown = (model: string) => {
  const found = findRig(model);
  return "unknown" in found ? found.unknown : `found ${found.model}`;
};

describe("rig catalogue", () => {
  it("gives source and date on every row", () => {
    for (const rig of listRigs()) {
      expect(rig.source.length, rig.model).toBeGreaterThan(20);
      expect(rig.asOf).toBe("2026-10-03");
    }
    expect(listRigs().find(({ model }) => model === "Whatsminer M63S")?.source).toContain("verify");
  });

  it("marks what is announced only", () => {
    expect(listRigs().filter(({ announced }) => announced).map(({ model }) => model)).toEqual([
      "Antminer S23 XP Hyd",
      "Sealminer A4 Pro Air",
      "Sealminer A4 Pro Hyd",
      "Block Proto Rig",
    ]);
  });

  it("states standby draw below every rig's power, with source", () => {
    expect(standbyWPerRig.value).toBe(25);
    expect(standbyWPerRig.source).toContain("LuxOS");
  });
});

describe("findRig", () => {
  it("finds every model by its own name and by the name without maker", () => {
    for (const rig of listRigs()) {
      expect(findRig(rig.model)).toEqual(rig);
      const bare = rig.model.replace(/^(Antminer|Whatsminer|Avalon|Sealminer|Block) /, "");
      expect(findRig(bare)).toEqual(rig);
    }
  });

  it.each(["Antminer S21 XP", "s21 xp", "S21XP", "  ANTMINER   s21-xp ", "Bitmain Antminer S21 XP"])("reads %s as the S21 XP: 270 TH/s, 3645 W", (model) => {
    expect(findRig(model)).toMatchObject({ model: "Antminer S21 XP", hashrateThPerS: 270, powerW: 3645, cooling: "air" });
  });

  it("keeps S21 and S21+ and their bins apart", () => {
    expect(findRig("S21")).toMatchObject({ hashrateThPerS: 200 });
    expect(findRig("S21+")).toMatchObject({ hashrateThPerS: 216 });
    expect(findRig("S21+ 235T")).toMatchObject({ hashrateThPerS: 235 });
  });

  it("reads Canaan's other spelling", () => {
    expect(findRig("AvalonMiner 1366")).toMatchObject({ model: "Avalon A1366" });
  });

  it("names the nearest models of a misspelt one", () => {
    expect(unknown("Antminer S21 XPP")).toMatch(/^did you mean Antminer S21 XP\b/);
    expect(unknown("Whatsminer M60SS")).toContain("Whatsminer M60S");
    expect(unknown("a toaster, rather")).toBe("give the rig's own { hashrateThPerS, powerW }");
    expect(unknown("")).toContain("give the rig's own");
  });

  it.each([
    ["Antminer S21 Ultra", "no such model exists"],
    ["AvalonMiner 1346 Pro", "no such model exists"],
    ["Whatsminer M30S+ Pro", "no such model exists"],
    ["Goldshell CK5", "Eaglesong"],
    ["CK6", "Eaglesong"],
  ])("says why %s is not there", (model, reason) => {
    expect(unknown(model)).toContain(reason);
  });

  it("is not fooled by names of an object's own", () => {
    expect(unknown("constructor")).toContain("give the rig's own");
    expect(unknown("__proto__")).toContain("give the rig's own");
  });
});
