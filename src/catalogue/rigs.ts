/** The rig catalogue: what a model computes and draws, with source and date. Override with a rig's own figures where known. */
import { rigRows } from "./rig-rows.ts";
import { nearestNames } from "./nearest-names.ts";

export interface Rig {
  /** Maker and model, e.g. `Antminer S21 XP`. */
  readonly model: string;
  readonly hashrateThPerS: number;
  /** At the rig's plug; J/TH = powerW / hashrateThPerS. */
  readonly powerW: number;
  readonly cooling: "air" | "hydro" | "immersion";
  /** Announced by the maker and not confirmed to ship. */
  readonly announced: boolean;
  readonly source: string;
  /** Date on which the figures were read. */
  readonly asOf: string;
}

/**
 * What a sleeping rig draws. LuxOS turns hashboards off to about 25 W a rig (Hashrate Index, "How LuxOS Powers Down Fast",
 * a vendor's claim); a sleep in which the fans run takes 25 to 100 W.
 */
export const standbyWPerRig = { value: 25, unit: "W", source: "LuxOS's claim (Hashrate Index); 25-100 W with fans on", asOf: "2026-10-03" } as const;

const AS_OF = "2026-10-03";
const SOURCE = "marceloceccon/bitcoinmining data/miners.json d5a5601, checked there against makers or resellers";
/** Rows that rest on less than the list. */
const OTHER_SOURCE: Readonly<Record<string, string>> = {
  "Whatsminer M63S": "recalled figures, verify",
  "Whatsminer M50S": `${SOURCE}; second source`,
};

const noSuchModel = (nearest: string) => `no such model exists, whatever lists show; the nearest are ${nearest}`;
const EAGLESONG = "it computes Eaglesong (Nervos), not SHA-256";
/** Names met in public lists that are no SHA-256 rig. */
const NO_RIG = new Map([
  ["s21ultra", noSuchModel("Antminer S21 Pro and S21 XP")],
  ["a1346pro", noSuchModel("Avalon A1346 and A1366")],
  ["m30s+pro", noSuchModel("Whatsminer M30S+ and M30S++")],
  ["ck5", EAGLESONG],
  ["ck6", EAGLESONG],
]);

/** All rigs of the catalogue. */
export function listRigs(): Rig[] {
  return rigRows.split("\n").map((row) => {
    const [model, hashrate, power, letters = ""] = row.split(",");
    const hashrateThPerS = Number(hashrate);
    return {
      model,
      hashrateThPerS,
      powerW: Number(power) < 100 ? Math.round(Number(power) * hashrateThPerS) : Number(power),
      cooling: /H/.test(letters) || model.includes(" Hyd") ? "hydro" : /I/.test(letters) || model.includes(" Imm") ? "immersion" : "air",
      announced: letters.endsWith("N"),
      source: OTHER_SOURCE[model] ?? SOURCE,
      asOf: AS_OF,
    };
  });
}

/**
 * The rig of a model: case, spaces and hyphens do not matter, and the maker's name may be left out. Where there is none,
 * `unknown` says why and names the nearest.
 */
export function findRig(model: string): Rig | { readonly unknown: string } {
  const key = keyOf(model);
  const byKey = new Map(listRigs().map((rig) => [keyOf(rig.model), rig]));
  const rig = byKey.get(key);
  if (rig) return rig;
  const near = nearestNames(key, byKey.keys(), 3).map((name) => byKey.get(name)?.model).join(", ");
  return { unknown: NO_RIG.get(key) ?? `${near && `did you mean ${near}? otherwise `}give the rig's own { hashrateThPerS, powerW }` };
}

/** A name as it is looked up: without maker, case, spaces and hyphens. */
export function keyOf(model: string): string {
  return model
    .toLowerCase()
    .replace(/[\s_-]+/g, "")
    .replace(/^(bitmain|microbt|canaan|bitdeer|goldshell)/, "")
    .replace(/^(antminer|whatsminer|avalon(?:miner)?|sealminer|block(?=proto))/, "")
    // Canaan's papers write AvalonMiner 1366 for the A1366.
    .replace(/^1\d\d6/, "a$&");
}
