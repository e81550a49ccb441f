/**
 * The rig catalogue: hash rate and power of each model, with source and date. Use a rig's own figures instead if they
 * are known.
 */
import { keyOf, modelName } from "./model-name.ts";
import { PlanInputError } from "../errors.ts";
import { rigRows } from "./rig-rows.ts";
import { nearestNames } from "./nearest-names.ts";

export interface Rig {
  /** Maker and model, e.g. `Antminer S21 XP`. */
  readonly model: string;
  readonly hashrateThPerS: number;
  /** Power at the rig's plug; J/TH = powerW / hashrateThPerS. */
  readonly powerW: number;
  readonly cooling: "air" | "hydro" | "immersion";
  /** Announced by the maker and not confirmed to ship. */
  readonly announced: boolean;
  readonly source: string;
  /** Date on which the figures were read. */
  readonly asOf: string;
}

/**
 * Power of a sleeping rig. LuxOS turns hashboards off to about 25 W a rig (Hashrate Index, "How LuxOS Powers Down
 * Fast", a vendor's claim); a sleep mode with running fans takes 25 to 100 W.
 */
export const standbyWPerRig = {
  value: 25,
  unit: "W",
  source: "LuxOS's claim (Hashrate Index); 25-100 W with fans on",
  asOf: "2026-10-03",
} as const;

const AS_OF = "2026-10-03";
const SOURCE = "marceloceccon/bitcoinmining data/miners.json d5a5601, checked there against makers or resellers";
/** Rows with a weaker source than the list. */
const OTHER_SOURCE: Readonly<Record<string, string>> = {
  "Whatsminer M63S": "recalled figures, verify",
  "Whatsminer M50S": `${SOURCE}; second source`,
  "Antminer T21": "Bitmain's specification, recalled figures, verify",
  "Avalon A1246":
    "marceloceccon/bitcoinmining data/miners.json 13068ae and KodyParsons/BTCBESS data/miners.csv 8ab4de4, which agree",
};

const noSuchModel = (nearest: string) => `no such model exists, whatever lists show; the nearest are ${nearest}`;
const EAGLESONG = "it computes Eaglesong (Nervos), not SHA-256";
/** Names in public lists that are not SHA-256 rigs. */
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
      cooling:
        /H/.test(letters) || model.includes(" Hyd")
          ? "hydro"
          : /I/.test(letters) || model.includes(" Imm")
            ? "immersion"
            : "air",
      announced: letters.endsWith("N"),
      source: OTHER_SOURCE[model] ?? SOURCE,
      asOf: AS_OF,
    };
  });
}

/**
 * Finds the rig of a model, without regard to case, spaces and hyphens; the maker's name may be omitted. A hash rate in
 * the name (`S21 200T`) selects that bin. If a known model has no such bin, the answer is that hash rate at the nearest
 * bin's J/TH, and `source` says so. If there is no such model, `unknown` says why and names the nearest.
 */
export function findRig(model: string): Rig | { readonly unknown: string } {
  if (typeof model !== "string")
    throw new PlanInputError([
      { path: "findRig", given: typeof model, wanted: "the name of a rig, e.g. Antminer S21", fix: "pass a text" },
    ]);
  const { byKey, binsByName } = rigsByName();
  // NB: returns copies, so that a caller who changes one answer does not change the next.
  const exact = byKey.get(keyOf(model));
  if (exact) return { ...exact };
  const { key, hashrateThPerS } = modelName(model);
  const bins = (binsByName.get(key) ?? []).map((rig) => ({ ...rig }));
  const apart = (rig: Rig) => Math.abs(rig.hashrateThPerS - (hashrateThPerS ?? rig.hashrateThPerS));
  const [nearest] = bins.toSorted((a, b) => apart(a) - apart(b));
  if (nearest && hashrateThPerS === undefined) return nearest;
  if (nearest && hashrateThPerS !== undefined) return binOf(nearest, bins[0], hashrateThPerS);
  return {
    // Computed on demand, because a fleet may have a hundred thousand unknown models and only a few are reported.
    get unknown() {
      return NO_RIG.get(key) ?? `${nearNames(key, byKey)}give the rig's own { hashrateThPerS, powerW }`;
    },
  };
}

interface RigsByName {
  readonly byKey: ReadonlyMap<string, Rig>;
  /** Bins of a model, by its name without the hash rate. */
  readonly binsByName: ReadonlyMap<string, readonly Rig[]>;
}

/** Built once, because a fleet looks up each of its models. */
let knownRigs: RigsByName | undefined;

function rigsByName(): RigsByName {
  if (knownRigs) return knownRigs;
  const byKey = new Map<string, Rig>();
  const binsByName = new Map<string, Rig[]>();
  for (const rig of listRigs()) {
    const key = keyOf(rig.model);
    if (!byKey.has(key)) byKey.set(key, rig);
    const name = modelName(rig.model).key;
    binsByName.set(name, [...(binsByName.get(name) ?? []), rig]);
  }
  knownRigs = { byKey, binsByName };
  return knownRigs;
}

/** Bins of one model range from 0.75 (S19j Pro 88T of 100T, sold down to 78T) to 1.3 times the listed hash rate. */
const MIN_BIN = 0.7;
const MAX_BIN = 1.4;

function binOf(nearest: Rig, first: Rig, hashrateThPerS: number): Rig | { readonly unknown: string } {
  if (nearest.hashrateThPerS === hashrateThPerS) return nearest;
  const share = hashrateThPerS / nearest.hashrateThPerS;
  if (share < MIN_BIN || share > MAX_BIN) {
    return {
      unknown:
        `the ${first.model} has ${nearest.hashrateThPerS} TH/s, far from ${hashrateThPerS}; correct the name, ` +
        "or give the rig's own { hashrateThPerS, powerW }",
    };
  }
  const jPerTh = nearest.powerW / nearest.hashrateThPerS;
  return {
    ...nearest,
    model: `${first.model} ${hashrateThPerS}T`,
    hashrateThPerS,
    powerW: Math.round(jPerTh * hashrateThPerS),
    source:
      `hash rate of the name; power at the ${Number(jPerTh.toPrecision(4))} J/TH of ${nearest.model} ` +
      `(${nearest.source})`,
  };
}

/**
 * Names within a typing error. A model with another number is another machine, however similar the letters: S19 is not
 * S21.
 */
function nearNames(key: string, byKey: ReadonlyMap<string, Rig>): string {
  const number = numberOf(key);
  const near = nearestNames(
    key,
    [...byKey.keys()].filter((name) => numberOf(name) === number),
    3,
  )
    .map((name) => byKey.get(name)?.model)
    .join(", ");
  return near === "" ? "" : `did you mean ${near}? otherwise `;
}

function numberOf(key: string): string | undefined {
  return /[a-z]?\d+/.exec(key)?.[0];
}
