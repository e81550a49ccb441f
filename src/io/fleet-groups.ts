/** Rows of an inventory grouped into mining fleets: rows with the same rig and the same figures are one fleet. */
import type { AssetInput } from "../assets/index.ts";
import { namesListed } from "./read-limits.ts";
import type { CatalogueAnswer, RigFigures } from "./rig-figures.ts";

export type MiningFleetInput = Extract<AssetInput, { readonly kind: "mining-fleet" }>;

/** The rig of a row: its model, and the figures it runs at. */
export interface InventoryRig {
  readonly model: string;
  readonly known: CatalogueAnswer;
  readonly figures: RigFigures;
  /** Whether the row states power or hash rate itself. */
  readonly isStated: boolean;
}

interface FleetGroup {
  readonly name: string;
  readonly rig: MiningFleetInput["rig"];
  readonly powerW: number;
  numRigs: number;
  readonly lines: number[];
}

interface Machine extends InventoryRig {
  readonly line: number;
}

const W_PER_MW = 1e6;

export class FleetGroups {
  readonly #groups = new Map<string, FleetGroup>();
  readonly #machines: Machine[] = [];

  addRigs(rig: InventoryRig, numRigs: number, line: number): void {
    const { model, known, figures, isStated } = rig;
    const { powerW, hashrateThPerS } = figures;
    const hasOwnFigures =
      "unknown" in known || (isStated && (powerW !== known.powerW || hashrateThPerS !== known.hashrateThPerS));
    const name = hasOwnFigures
      ? `${model} ${Number(powerW.toPrecision(6))} W ${Number(hashrateThPerS.toPrecision(6))} TH/s`
      : model;
    const group = this.#groups.get(name);
    if (group) {
      group.numRigs += numRigs;
      group.lines.push(line);
    } else {
      const groupRig = hasOwnFigures ? { hashrateThPerS, powerW } : model;
      this.#groups.set(name, { name, rig: groupRig, powerW, numRigs, lines: [line] });
    }
  }

  /** Adds a row that is one machine; `groupMachines` groups them when all rows are read. */
  addMachine(rig: InventoryRig, line: number): void {
    this.#machines.push({ ...rig, line });
  }

  /** Machines of one model become one fleet at the mean of their figures, which preserves the sums of W and TH/s. */
  groupMachines(notices: string[]): void {
    for (const [model, machines] of this.#machinesByModel()) {
      const { known, line } = machines[0];
      const powersW = machines.map(({ figures }) => figures.powerW);
      const hashratesThPerS = machines.map(({ figures }) => figures.hashrateThPerS);
      const figures = { powerW: mean(powersW), hashrateThPerS: mean(hashratesThPerS) };
      const isStated = machines.some((machine) => machine.isStated);
      this.addRigs({ model, known, figures, isStated }, machines.length, line);
      const ranges = [rangeOf(powersW, "W"), rangeOf(hashratesThPerS, "TH/s")].filter((range) => range !== undefined);
      if (ranges.length > 0)
        notices.push(`${model}: ${machines.length} machines of ${ranges.join(" and ")} are one fleet at their mean.`);
    }
  }

  /** A notice for every fleet that was joined from several rows; the mean of machines has its own notice. */
  noteJoinedRows(notices: string[]): void {
    if (this.#machines.length > 0) return;
    for (const { name, lines, numRigs } of this.#groups.values())
      if (lines.length > 1)
        notices.push(`${name}: lines ${namesListed(lines.map(String))} are one fleet of ${numRigs} rigs.`);
  }

  #machinesByModel(): ReadonlyMap<string, readonly Machine[]> {
    const byModel = new Map<string, Machine[]>();
    for (const machine of this.#machines) {
      const ofModel = byModel.get(machine.model);
      if (ofModel) ofModel.push(machine);
      else byModel.set(machine.model, [machine]);
    }
    return byModel;
  }

  get assets(): readonly MiningFleetInput[] {
    return [...this.#groups.values()].map(({ name, rig, numRigs }) => ({
      kind: "mining-fleet",
      name,
      rig,
      rigs: numRigs,
    }));
  }

  get numRigs(): number {
    return [...this.#groups.values()].reduce((sum, { numRigs }) => sum + numRigs, 0);
  }

  get powerMw(): number {
    return [...this.#groups.values()].reduce((sum, { numRigs, powerW }) => sum + (numRigs * powerW) / W_PER_MW, 0);
  }
}

function mean(values: readonly number[]): number {
  return Number((values.reduce((sum, value) => sum + value, 0) / values.length).toPrecision(12));
}

/** `3490 to 3520 W`; undefined if all values are equal. */
function rangeOf(values: readonly number[], unit: string): string | undefined {
  const least = values.reduce((a, b) => Math.min(a, b));
  const greatest = values.reduce((a, b) => Math.max(a, b));
  if (least === greatest) return undefined;
  return `${Number(least.toPrecision(6))} to ${Number(greatest.toPrecision(6))} ${unit}`;
}
