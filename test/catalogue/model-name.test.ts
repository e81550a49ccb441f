import { describe, expect, it } from "vitest";
import { keyOf, modelName } from "../../src/catalogue/model-name.ts";

describe("modelName", () => {
  it.each<[string, string, number | undefined]>([
    ["Antminer S21 200T", "s21", 200],
    ["S19k Pro (120Th)", "s19kpro", 120],
    ["S19 XP 141Th", "s19xp", 141],
    ["Antminer S19 Pro-110TH", "s19pro", 110],
    ["A16XP-300T", "a16xp", 300],
    ["Antminer S23 Hyd 3U ( 1.16 Ph )", "s23hyd3u", 1160],
    ["S21 XP 270 TH/s Hyd", "s21xphyd", 270],
    ["Bitmain Antminer S23 Hyd ( 580 Th ) Antminer S23 Hyd ( 580 Th )", "s23hyd", 580],
    ["Proto Rig ( 819 Th ) Rig ( 819 Th )", "protorig", 819],
    ["Antminer T21", "t21", undefined],
    ["Antminer S23 Hyd 3U", "s23hyd3u", undefined],
    ["Whatsminer M30S++", "m30s++", undefined],
    ["", "", undefined],
  ])("of %j is %s with %s TH/s", (model, key, hashrateThPerS) => {
    expect(modelName(model)).toEqual({ key, hashrateThPerS });
  });

  it("reads the ways to write a cooling as one", () => {
    expect(["S21 Hydro", "S21 (Hyd)", "S21 HYD"].map(keyOf)).toEqual(["s21hyd", "s21hyd", "s21hyd"]);
    expect(["S23 Imm.", "S23 Immersion", "S23 Imm"].map(keyOf)).toEqual(["s23imm", "s23imm", "s23imm"]);
    expect(keyOf("S21 Plus")).toBe("s21+");
  });
});
