import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { fleetColumns } from "../../src/io/fleet-columns.ts";
import { FleetGroups } from "../../src/io/fleet-groups.ts";
import { type FleetRowOptions, FleetRows } from "../../src/io/fleet-rows.ts";
import { Header } from "../../src/io/header.ts";

function readRows(rows: readonly (readonly string[])[], options: FleetRowOptions = {}) {
  const header = new Header(["model", "count", "W", "TH/s"]);
  const faults = new FaultLog();
  const columns = fleetColumns(header, 1, faults);
  if (!columns) throw new Error("the heading of this test is not valid");
  const groups = new FleetGroups();
  const notices: string[] = [];
  const reader = new FleetRows({ header, line: 1, columns }, options, groups, faults, notices);
  rows.forEach((row, i) => reader.add(row, i + 2));
  return { groups, faults, notices };
}

describe("FleetRows", () => {
  it("adds the rigs of a row to the groups", () => {
    const { groups } = readRows([["s21", "5", "", ""]]);
    expect(groups.assets).toEqual([{ kind: "mining-fleet", name: "Antminer S21", rig: "Antminer S21", rigs: 5 }]);
  });

  it("accepts a model outside the catalogue only if it is declared and has both figures", () => {
    const row = ["House Rig", "5", "60", "4.8"];
    expect(readRows([row], { ownModels: ["House Rig"] }).groups.numRigs).toBe(5);
    expect(() => readRows([row]).faults.throwIfAny()).toThrow("wanted a model of the catalogue");
    const withoutPower = readRows([["House Rig", "5", "", "4.8"]], { ownModels: "any" });
    expect(() => withoutPower.faults.throwIfAny()).toThrow('line 2: got "House Rig" without its figures');
  });

  it("reports every error of a row, and adds no rigs after an error", () => {
    const { faults, groups } = readRows([
      ["s21", "x", "3.5", "200"],
      ["s21", "5", "", ""],
    ]);
    expect(() => faults.throwIfAny()).toThrow(/2 faults[^]*a number of rigs[^]*0\.0175 J\/TH/);
    expect(groups.numRigs).toBe(0);
  });

  it("reads decimal commas if the option says so", () => {
    expect(readRows([["s21", "1", "3412,5", "195"]], { decimalComma: true }).groups.assets[0].rig).toEqual({
      powerW: 3412.5,
      hashrateThPerS: 195,
    });
  });

  it("notes a column without a heading once", () => {
    const { notices } = readRows([
      ["s21", "1", "", "", "x"],
      ["s21", "1", "", "", "y"],
    ]);
    expect(notices).toEqual(["nothing is read from column 5, which has no heading."]);
  });
});
