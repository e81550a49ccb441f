import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rigRows } from "../../src/catalogue/rig-rows.ts";
import { listRigs } from "../../src/catalogue/rigs.ts";

const sheet = fileURLToPath(new URL("../../../shared/docs/domain.md", import.meta.url));
const list = fileURLToPath(new URL("../../../shared/data/bitcoin/asic_rigs.csv", import.meta.url));
const absence = (file: string, name: string) => (existsSync(file) ? "" : ` [skipped: ${name} is not there]`);

const rows = rigRows.split("\n").map((row) => row.split(","));
/** The Antminer T21 and the Avalon A1246 have sources of their own. */
const NOT_IN_THE_SHEET = 2;
/** As the catalogue reads the rows: efficiencies made powers, cooling from letter or name. */
const figures = listRigs().map(({ model, hashrateThPerS, powerW, cooling }) => ({
  model,
  hashrate: hashrateThPerS,
  power: powerW,
  cooling,
}));

describe("rig rows", () => {
  it("are well formed and plausible: 8 to 40 J/TH, 2.7 to 12 kW", () => {
    expect(rows.length).toBeGreaterThan(60);
    expect(figures).toHaveLength(rows.length);
    for (const [model, hashrate, power, letters] of rows) {
      expect(model).toMatch(/^(Antminer|Whatsminer|Avalon|Sealminer|Block Proto) ?/);
      expect(hashrate, model).toMatch(/^\d{2,4}$/);
      expect(power, model).toMatch(/^(\d{4,5}|\d{1,2}(\.\d)?)$/);
      expect([undefined, "H", "I", "N", "HN"], model).toContain(letters);
    }
    for (const { model, hashrate, power } of figures) {
      expect(Number.isInteger(power), model).toBe(true);
      expect(power / hashrate, model).toBeGreaterThan(8);
      expect(power / hashrate, model).toBeLessThan(40);
      expect(power, model).toBeGreaterThan(2_700);
      expect(power, model).toBeLessThanOrEqual(12_000);
    }
  });

  // An efficiency stands for a whole number of watts: nothing is rounded on the way.
  it("give efficiencies that are exact", () => {
    for (const [model, hashrate, power] of rows)
      if (Number(power) < 100) expect((Math.round(Number(power) * 10) * Number(hashrate)) % 10, model).toBe(0);
  });

  it("name every model once", () => {
    expect(new Set(figures.map(({ model }) => model)).size).toBe(rows.length);
  });

  it("say hydro of the models whose name does, and of others by letter", () => {
    for (const { model, cooling } of figures) if (/Hyd/.test(model)) expect(cooling, model).toBe("hydro");
    for (const { model, cooling } of figures) if (/Imm/.test(model)) expect(cooling, model).toBe("immersion");
    const coolingOf = (name: string) => figures.find(({ model }) => model === name)?.cooling;
    expect(
      ["Whatsminer M63S", "Whatsminer M66S", "Whatsminer M60S", "Sealminer A4 Pro Hyd", "Block Proto Rig"].map(
        coolingOf,
      ),
    ).toEqual(["hydro", "immersion", "air", "hydro", "air"]);
  });

  // The sheet's table holds two models in a line: name | TH/s | W | J/TH | cooling | $/TH, twice.
  it.skipIf(!existsSync(sheet))(
    `hold every hash rate, power and efficiency of the fact sheet${absence(sheet, "../shared/docs/domain.md")}`,
    () => {
      const section = readFileSync(sheet, "utf8").split("## 2. Rig catalogue")[1].split("### 2.1")[0];
      const lines = section.split("\n").filter((line) => /^\| [A-Z]/.test(line) && !line.includes("TH/s | W"));
      const cells = lines.map((line) => line.split("|").map((cell) => cell.trim()));
      const entries = cells.flatMap((cell) => [cell.slice(1, 6), cell.slice(8, 13)]);
      let compared = 0;
      const find = (hashrate: number, power: number) =>
        figures.filter((rig) => rig.hashrate === hashrate && rig.power === power);
      for (const [name, hashrates, powers, efficiencies] of entries) {
        hashrates.split("/").forEach((hashrate, i) => {
          const found = find(Number(hashrate), Number(powers.split("/")[i]));
          expect(found.length, `${name}: ${hashrate} TH/s`).toBeGreaterThan(0);
          const efficiency = Number(efficiencies.split("/")[i] ?? efficiencies);
          // The sheet rounds to 0.1 and, for two models in one cell, to their common efficiency.
          expect(Math.abs(found[0].power / found[0].hashrate - efficiency), name).toBeLessThan(0.11);
          compared++;
        });
        const bin = /\((\d+)T: (\d+) W\)/.exec(name);
        if (bin !== null) {
          expect(find(Number(bin[1]), Number(bin[2])), name).toHaveLength(1);
          compared++;
        }
      }
      expect(compared).toBe(rows.length - NOT_IN_THE_SHEET);
    },
  );

  // That list differs by design (other bins, air for immersion); the same model must still be the same machine.
  it.skipIf(!existsSync(list))(
    `are near another list's figures for the same model${absence(list, "../shared/data/bitcoin/asic_rigs.csv")}`,
    () => {
      const others = readFileSync(list, "utf8")
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(","));
      let met = 0;
      for (const [, name, , hashrate, power] of others) {
        const own = figures.find(({ model }) => model === name);
        if (own === undefined) continue;
        met++;
        expect(Math.abs(own.power / own.hashrate / (Number(power) / Number(hashrate)) - 1), name).toBeLessThan(0.3);
      }
      expect(met).toBeGreaterThan(12);
    },
  );
});
