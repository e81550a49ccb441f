/** Power and hash rate of one rig: completed from the catalogue, and checked against it. */
import { MIN_J_PER_TH, MAX_J_PER_TH } from "../catalogue/plausible-efficiency.ts";
import type { Rig } from "../catalogue/rigs.ts";

export interface RigFigures {
  readonly powerW: number;
  readonly hashrateThPerS: number;
}

/** What a row of an inventory says; a blank cell is undefined. */
export interface StatedFigures {
  readonly powerW: number | undefined;
  readonly hashrateThPerS: number | undefined;
}

/** What the catalogue says of a model: its rig, or why it has no such rig. */
export type CatalogueAnswer = Rig | { readonly unknown: string };

/** Firmware modes reach from 0.37 to 1.6 of the rated figures; beyond this factor it is another rig or another unit. */
const MAX_RATIO_TO_CATALOGUE = 3;
/**
 * Completes the figures of a row. If one of the two is absent, it follows from the other by the catalogue's efficiency;
 * undefined if the model is unknown and a figure is absent.
 */
export function completeFigures(known: CatalogueAnswer, stated: StatedFigures): RigFigures | undefined {
  const { powerW, hashrateThPerS } = stated;
  if (powerW !== undefined && hashrateThPerS !== undefined) return { powerW, hashrateThPerS };
  if ("unknown" in known) return undefined;
  const jPerTh = known.powerW / known.hashrateThPerS;
  if (powerW !== undefined) return { powerW, hashrateThPerS: powerW / jPerTh };
  if (hashrateThPerS !== undefined) return { powerW: hashrateThPerS * jPerTh, hashrateThPerS };
  return { powerW: known.powerW, hashrateThPerS: known.hashrateThPerS };
}

/** The error of figures that no rig has, or that are too far from the catalogue's; undefined if they are plausible. */
export function implausibleFigures(
  { powerW, hashrateThPerS }: RigFigures,
  known: CatalogueAnswer,
): readonly [given: string, wanted: string, fix: string] | undefined {
  const jPerTh = powerW / hashrateThPerS;
  const given = `${Number(powerW.toPrecision(4))} W and ${Number(hashrateThPerS.toPrecision(4))} TH/s`;
  const fix = "check the figures, their units (per rig, not for all) and the model";
  if (jPerTh < MIN_J_PER_TH || jPerTh > MAX_J_PER_TH)
    return [`${given}, ${Number(jPerTh.toPrecision(3))} J/TH`, `${MIN_J_PER_TH} to ${MAX_J_PER_TH} J/TH`, fix];
  if ("unknown" in known) return undefined;
  if (isNear(powerW, known.powerW) && isNear(hashrateThPerS, known.hashrateThPerS)) return undefined;
  return [given, `the figures of one ${known.model}, rated ${known.powerW} W and ${known.hashrateThPerS} TH/s`, fix];
}

function isNear(stated: number, rated: number): boolean {
  return stated <= MAX_RATIO_TO_CATALOGUE * rated && stated >= rated / MAX_RATIO_TO_CATALOGUE;
}
