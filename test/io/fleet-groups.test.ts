import { describe, expect, it } from "vitest";
import { findRig } from "../../src/catalogue/rigs.ts";
import { FleetGroups, type InventoryRig } from "../../src/io/fleet-groups.ts";

const s21 = (powerW: number, hashrateThPerS: number, isStated = true): InventoryRig => ({
  model: "Antminer S21",
  known: findRig("Antminer S21"),
  figures: { powerW, hashrateThPerS },
  isStated,
});

describe("FleetGroups", () => {
  it("joins rows with the same rig and the same figures, and lists their lines", () => {
    const groups = new FleetGroups();
    groups.addRigs(s21(3400, 195), 10, 2);
    groups.addRigs(s21(3500, 200), 5, 3);
    groups.addRigs(s21(3400, 195), 20, 4);
    expect(groups.assets).toEqual([
      {
        kind: "mining-fleet",
        name: "Antminer S21 3400 W 195 TH/s",
        rig: { powerW: 3400, hashrateThPerS: 195 },
        rigs: 30,
      },
      { kind: "mining-fleet", name: "Antminer S21", rig: "Antminer S21", rigs: 5 },
    ]);
    // 30 rigs of 3,400 W and 5 of 3,500 W: 0.102 + 0.0175 MW.
    expect([groups.numRigs, groups.powerMw]).toEqual([35, expect.closeTo(0.1195, 12)]);
    const notices: string[] = [];
    groups.noteJoinedRows(notices);
    expect(notices).toEqual(["Antminer S21 3400 W 195 TH/s: lines 2, 4 are one fleet of 30 rigs."]);
  });

  it("groups machines of one model at the mean of their figures, with a notice only if they differ", () => {
    const groups = new FleetGroups();
    groups.addMachine(s21(3400, 200), 2);
    groups.addMachine(s21(3500, 200), 3);
    const notices: string[] = [];
    groups.groupMachines(notices);
    groups.noteJoinedRows(notices);
    expect(groups.assets).toMatchObject([{ rig: { powerW: 3450, hashrateThPerS: 200 }, rigs: 2 }]);
    expect(notices).toEqual(["Antminer S21: 2 machines of 3400 to 3500 W are one fleet at their mean."]);
    const equal = new FleetGroups();
    const none: string[] = [];
    equal.addMachine(s21(3500, 200, false), 2);
    equal.addMachine(s21(3500, 200, false), 3);
    equal.groupMachines(none);
    expect(equal.assets).toMatchObject([{ rig: "Antminer S21", rigs: 2 }]);
    expect(none).toEqual([]);
  });
});
