/** The rig catalogue: what a model computes and draws, with source and date. Override with a rig's own figures where known. */
import { nearestNames } from "./nearest-names.ts";
import { rigRows } from "./rig-rows.ts";

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
export const standbyWPerRig = { value: 25, unit: "W", source: "Hashrate Index, How LuxOS Powers Down Fast (vendor claim); 25-100 W with fans on", asOf: "2026-10-03" } as const;

const AS_OF = "2026-10-03";
const SOURCE = "marceloceccon/bitcoinmining data/miners.json d5a5601, checked there against maker, Hashrate Index or reseller pages";
/** Rows that rest on less than the list. */
const OTHER_SOURCE: Readonly<Record<string, string>> = {
  "Whatsminer M63S": "recalled figures, not read on a maker's page; verify before use",
  "Whatsminer M50S": `${SOURCE}; a second source for this row`,
};
const COOLING = { A: "air", H: "hydro", I: "immersion" } as const;

/** Names met in public lists that are no SHA-256 rig. */
const NO_RIG: Readonly<Record<string, string>> = {
  s21ultra: "no such model exists, though public lists show it; the nearest are Antminer S21 Pro and S21 XP",
  a1346pro: "no such model exists, though public lists show it; the nearest are Avalon A1346 and A1366",
  "m30s+pro": "no such model exists, though public lists show it; the nearest are Whatsminer M30S+ and M30S++",
  ck5: "it computes Eaglesong (Nervos), not SHA-256; it mines no bitcoin",
  ck6: "it computes Eaglesong (Nervos), not SHA-256; it mines no bitcoin",
};

/** All rigs of the catalogue. */
export function listRigs(): Rig[] {
  return rigRows.split("\n").map((row) => {
    const [model, hashrate, power, cooling, announced] = row.split(",");
    return {
      model,
      hashrateThPerS: Number(hashrate),
      powerW: Number(power),
      cooling: COOLING[cooling as keyof typeof COOLING],
      announced: announced === "N",
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
  const rigs = listRigs();
  const rig = rigs.find((candidate) => keyOf(candidate.model) === key);
  if (rig !== undefined) return rig;
  const reason = Object.hasOwn(NO_RIG, key) ? NO_RIG[key] : undefined;
  if (reason !== undefined) return { unknown: reason };
  const names = new Map(rigs.map((candidate) => [keyOf(candidate.model), candidate.model]));
  const near = nearestNames(key, names.keys(), 3).map((name) => names.get(name));
  const own = "give the rig's own { hashrateThPerS, powerW }";
  return { unknown: near.length === 0 ? own : `did you mean ${near.join(", ")}? otherwise ${own}` };
}

function keyOf(model: string): string {
  return model
    .toLowerCase()
    .replace(/[\s_-]+/g, "")
    .replace(/^(bitmain|microbt|canaan|bitdeer|goldshell)/, "")
    .replace(/^(antminer|whatsminer|avalon(?:miner)?|sealminer|block(?=proto))/, "")
    // Canaan's papers write AvalonMiner 1366 for the A1366.
    .replace(/^1\d\d6/, "a$&");
}
