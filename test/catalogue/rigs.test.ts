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
    expect(
      listRigs()
        .filter(({ announced }) => announced)
        .map(({ model }) => model),
    ).toEqual(["Antminer S23 XP Hyd", "Sealminer A4 Pro Air", "Sealminer A4 Pro Hyd", "Block Proto Rig"]);
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

  it.each(["Antminer S21 XP", "s21 xp", "S21XP", "  ANTMINER   s21-xp ", "Bitmain Antminer S21 XP"])(
    "reads %s as the S21 XP: 270 TH/s, 3645 W",
    (model) => {
      expect(findRig(model)).toMatchObject({
        model: "Antminer S21 XP",
        hashrateThPerS: 270,
        powerW: 3645,
        cooling: "air",
      });
    },
  );

  it("keeps S21 and S21+ and their bins apart", () => {
    expect(findRig("S21")).toMatchObject({ hashrateThPerS: 200 });
    expect(findRig("S21+")).toMatchObject({ hashrateThPerS: 216 });
    expect(findRig("S21+ 235T")).toMatchObject({ hashrateThPerS: 235 });
  });

  it("reads Canaan's other spelling", () => {
    expect(findRig("AvalonMiner 1366")).toMatchObject({ model: "Avalon A1366" });
  });

  // Bins at their model's J/TH: 141 x 21.5 = 3031.5 W, 186 x 18.5 = 3441, 188 x 17.5 = 3290.
  it.each([
    ["Antminer S21 200T", "Antminer S21", 200, 3500],
    ["S21 200T", "Antminer S21", 200, 3500],
    ["S19 XP 140T", "Antminer S19 XP", 140, 3010],
    ["S19 XP 141Th", "Antminer S19 XP 141T", 141, 3032],
    ["S21 XP 270T", "Antminer S21 XP", 270, 3645],
    ["Whatsminer M60S 186T", "Whatsminer M60S 186T", 186, 3441],
    ["S19k Pro (120Th)", "Antminer S19k Pro", 120, 2760],
    ["Antminer T21", "Antminer T21", 190, 3610],
    ["T21 186TH", "Antminer T21 186T", 186, 3534],
    ["Antminer S21 188T", "Antminer S21 188T", 188, 3290],
    ["S21+ 235T", "Antminer S21+ 235T", 235, 3877],
    ["S21+ 216T", "Antminer S21+", 216, 3564],
    ["S19J PRO 104TH/s", "Antminer S19j Pro 104T", 104, 3068],
    ["AvalonMiner 1246", "Avalon A1246", 90, 3420],
    ["Bitmain Antminer S21 XP Imm. ( 300 Th ) Antminer S21 XP Imm. ( 300 Th )", "Antminer S21 XP Imm", 300, 4050],
    ["Bitdeer SealMiner A3 Pro Hydro ( 660 Th ) SealMiner A3 Pro Hydro ( 660 Th )", "Sealminer A3 Pro Hyd", 660, 8250],
    ["Proto Rig ( 819 Th ) Rig ( 819 Th )", "Block Proto Rig", 819, 12000],
  ])("reads %j as %s", (name, model, hashrateThPerS, powerW) => {
    expect(findRig(name)).toMatchObject({ model, hashrateThPerS, powerW });
  });

  it("says of a bin where its figures are from, and refuses one that its model cannot have", () => {
    expect(findRig("Whatsminer M60S 186T")).toMatchObject({
      source: expect.stringMatching(/^hash rate of the name; power at the 18.5 J\/TH of Whatsminer M60S/),
    });
    expect(unknown("Antminer S21 2000T")).toBe(
      "the Antminer S21 has 200 TH/s, far from 2000; correct the name, or give the rig's own { " +
        "hashrateThPerS, powerW }",
    );
  });

  it("means no model of another number", () => {
    for (const name of ["Antminer S17 Pro", "Antminer S9", "T17 40T", "Whatsminer M31S+", "Antminer L7"])
      expect(unknown(name), name).toBe("give the rig's own { hashrateThPerS, powerW }");
  });

  it("finds every model by its name with its hash rate behind", () => {
    for (const rig of listRigs()) {
      const bare = rig.model.replace(/ \d+T$/, "");
      for (const bin of [`${rig.hashrateThPerS}T`, `(${rig.hashrateThPerS} Th)`, `- ${rig.hashrateThPerS} TH/s`])
        expect(findRig(`${bare} ${bin}`), bin).toEqual(rig);
    }
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
