/** The power modes of a fleet's rigs as the user gives them: the rated one, a published table, own figures. */
import { findPowerModes, type PowerMode } from "../catalogue/power-modes.ts";
import { findRig } from "../catalogue/rigs.ts";
import { number, z } from "./fields.ts";
import { quantity } from "./quantities.ts";

const figures = { hashrateThPerS: number(quantity.hashrateThPerS), powerW: number(quantity.watt).gt(0) };

export const modeFields = {
  rig: z.union([z.string().min(1), z.strictObject(figures)]).describe("A catalogue model, or own figures at the plug: the rated mode"),
  powerModes: z.union([
    z.string().min(1),
    z.array(z.strictObject({ name: z.string().min(1).max(80).optional(), ...figures })).min(1),
  ]).describe("Modes beside the rated one, which they replace at the same watts: a published table, or own figures").optional(),
};

/** A field that names nothing known. */
interface UnknownName {
  readonly field: string;
  readonly given: string;
  readonly wanted: string;
  readonly unknown: string;
}

interface ModeSpec {
  readonly rig: string | PowerMode;
  readonly powerModes?: string | readonly PowerMode[] | undefined;
}

interface GivenMode {
  /** Its place in the input, below the asset. */
  readonly path: string;
  readonly mode: PowerMode;
}

/** The rated mode and those of `powerModes`. */
export function modesOf({ rig, powerModes = [] }: ModeSpec): { readonly all: readonly GivenMode[] } | UnknownName {
  const rated = typeof rig === "string" ? findRig(rig) : rig;
  if ("unknown" in rated) return { field: "rig", given: `"${String(rig)}"`, wanted: "a model of the catalogue", unknown: rated.unknown };
  const table = typeof powerModes === "string" ? findPowerModes(powerModes) : { modes: powerModes };
  if ("unknown" in table) return { field: "powerModes", given: `"${String(powerModes)}"`, wanted: "a table of the catalogue", unknown: table.unknown };
  const others = table.modes.map((mode, j) => ({ path: typeof powerModes === "string" ? "powerModes" : `powerModes[${j}]`, mode }));
  const { powerW, hashrateThPerS } = rated;
  const isReplaced = others.some(({ mode }) => mode.powerW === powerW);
  return { all: isReplaced ? others : [{ path: "rig", mode: { name: "rated", powerW, hashrateThPerS } }, ...others] };
}

/** As messages and results call it. */
export function modeName({ name, powerW }: PowerMode): string {
  return name ?? `${powerW} W`;
}
