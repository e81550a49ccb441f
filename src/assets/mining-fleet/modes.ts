/** The power modes of a fleet's rigs as the user gives them: the rated one, a published table, own figures. */
import { MIN_J_PER_TH, MAX_J_PER_TH } from "../../catalogue/plausible-efficiency.ts";
import { findPowerModes, type PowerMode } from "../../catalogue/power-modes.ts";
import { findRig } from "../../catalogue/rigs.ts";
import type { FaultReport } from "../asset.ts";
import { number, strictObject, z } from "../fields/fields.ts";
import { modeHull, type ModeHull } from "./hull.ts";
import { quantity } from "../fields/quantities.ts";

const figures = {
  hashrateThPerS: number(quantity.hashrateThPerS, "Hash rate of one rig"),
  powerW: number(quantity.watt, "Power of one rig at its plug").gt(0),
};

export const modeFields = {
  rig: z
    .union([z.string().min(1), strictObject(figures)])
    .describe("A catalogue model, or own figures at the plug: the rated mode"),
  powerModes: z
    .union([
      z.string().min(1),
      z
        .array(
          strictObject({
            name: z.string().min(1).max(80).optional().describe("Name of the mode in results"),
            ...figures,
          }),
        )
        .min(1),
    ])
    .describe("Modes beside the rated one, which they replace at the same watts: a published table, or own figures")
    .optional(),
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
  if ("unknown" in rated)
    return { field: "rig", given: `"${String(rig)}"`, wanted: "a model of the catalogue", unknown: rated.unknown };
  const table = typeof powerModes === "string" ? findPowerModes(powerModes) : { modes: powerModes };
  if ("unknown" in table)
    return {
      field: "powerModes",
      given: `"${String(powerModes)}"`,
      wanted: "a table of the catalogue",
      unknown: table.unknown,
    };
  const others = table.modes.map((mode, j) => ({
    path: typeof powerModes === "string" ? "powerModes" : `powerModes[${j}]`,
    mode,
  }));
  const { powerW, hashrateThPerS } = rated;
  const isReplaced = others.some(({ mode }) => mode.powerW === powerW);
  return { all: isReplaced ? others : [{ path: "rig", mode: { name: "rated", powerW, hashrateThPerS } }, ...others] };
}

/** Whether the modes make a hull; reports where they do not, or hardly can be meant. */
export function checkModes(spec: ModeSpec & { readonly standbyWPerRig: number }, report: FaultReport): boolean {
  const modes = modesOf(spec);
  if ("unknown" in modes) {
    report(modes.field, modes.given, modes.wanted, modes.unknown);
    return false;
  }
  const seen = new Set<string>();
  for (const { path, mode } of modes.all) {
    const jPerTh = mode.powerW / mode.hashrateThPerS;
    if (jPerTh < MIN_J_PER_TH || jPerTh > MAX_J_PER_TH) {
      report(
        path,
        `${Number(jPerTh.toPrecision(3))} J/TH`,
        `${MIN_J_PER_TH} to ${MAX_J_PER_TH} J/TH`,
        "give TH/s and W (not kW)",
        true,
      );
    }
    for (const key of new Set([`${mode.powerW} W`, modeName(mode)])) {
      if (seen.has(key))
        report(path, `${key} twice`, "every power and every name once", "remove or rename one of the two");
      seen.add(key);
    }
  }
  const leastW = Math.min(...modes.all.map(({ mode }) => mode.powerW));
  if (spec.standbyWPerRig < leastW) return true;
  report(
    "standbyWPerRig",
    `${spec.standbyWPerRig} W`,
    `less than the ${modes.all.length > 1 ? "lowest mode" : "rig"}'s ${leastW} W`,
    "give the draw of a sleeping rig",
  );
  return false;
}

/** Of a fleet that `checkModes` has passed. */
export function hullOf(spec: ModeSpec & { readonly name: string; readonly standbyWPerRig: number }): ModeHull {
  const modes = modesOf(spec);
  if ("unknown" in modes) throw new Error(`${spec.name}: ${modes.unknown}`);
  return modeHull(
    modes.all.map(({ mode }) => mode),
    spec.standbyWPerRig,
  );
}

/** As messages and results call it. */
export function modeName({ name, powerW }: PowerMode): string {
  return name ?? `${powerW} W`;
}
