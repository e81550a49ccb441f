import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rigRows } from "../../src/catalogue/rig-rows.ts";

const sheet = fileURLToPath(new URL("../../../shared/docs/domain.md", import.meta.url));
const list = fileURLToPath(new URL("../../../shared/data/bitcoin/asic_rigs.csv", import.meta.url));
const absence = (file: string, name: string) => (existsSync(file) ? "" : ` [skipped: ${name} is not there]`);

const rows = rigRows.split("\n").map((row) => row.split(","));
const figures = rows.map(([model, hashrate, power]) => ({ model, hashrate: Number(hashrate), power: Number(power) }));

describe("rig rows", () => {
  it("are well formed and plausible: 8 to 40 J/TH, 2.7 to 12 kW", () => {
    expect(rows.length).toBeGreaterThan(60);
    for (const [model, hashrate, power, cooling, announced] of rows) {
      expect(model).toMatch(/^(Antminer|Whatsminer|Avalon|Sealminer|Block Proto) ?/);
      expect(cooling).toMatch(/^[AHI]$/);
      expect([undefined, "N"]).toContain(announced);
      const efficiency = Number(power) / Number(hashrate);
      expect(efficiency, model).toBeGreaterThan(8);
      expect(efficiency, model).toBeLessThan(40);
      expect(Number(power), model).toBeGreaterThan(2_700);
      expect(Number(power), model).toBeLessThanOrEqual(12_000);
    }
  });

  it("name every model once", () => {
    expect(new Set(figures.map(({ model }) => model)).size).toBe(rows.length);
  });

  it("say hydro of the models whose name does", () => {
    for (const [model, , , cooling] of rows) if (/Hyd/.test(model)) expect(cooling, model).toBe("H");
    for (const [model, , , cooling] of rows) if (/Imm/.test(model)) expect(cooling, model).toBe("I");
  });

  // The sheet's table holds two models in a line: name | TH/s | W | J/TH | cooling | $/TH, twice.
  it.skipIf(!existsSync(sheet))(`hold every hash rate, power and efficiency of the fact sheet${absence(sheet, "../shared/docs/domain.md")}`, () => {
    const section = readFileSync(sheet, "utf8").split("## 2. Rig catalogue")[1].split("### 2.1")[0];
    const lines = section.split("\n").filter((line) => /^\| [A-Z]/.test(line) && !line.includes("TH/s | W"));
    const cells = lines.map((line) => line.split("|").map((cell) => cell.trim()));
    const entries = cells.flatMap((cell) => [cell.slice(1, 6), cell.slice(8, 13)]);
    let compared = 0;
    const find = (hashrate: number, power: number) => figures.filter((rig) => rig.hashrate === hashrate && rig.power === power);
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
    expect(compared).toBe(rows.length);
  });

  // That list differs by design (other bins, air for immersion); the same model must still be the same machine.
  it.skipIf(!existsSync(list))(`are near another list's figures for the same model${absence(list, "../shared/data/bitcoin/asic_rigs.csv")}`, () => {
    const others = readFileSync(list, "utf8").trim().split(/\r?\n/).slice(1).map((line) => line.split(","));
    let met = 0;
    for (const [, name, , hashrate, power] of others) {
      const own = figures.find(({ model }) => model === name);
      if (own === undefined) continue;
      met++;
      expect(Math.abs(own.power / own.hashrate / (Number(power) / Number(hashrate)) - 1), name).toBeLessThan(0.3);
    }
    expect(met).toBeGreaterThan(12);
  });
});
