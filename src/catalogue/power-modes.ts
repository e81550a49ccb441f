/**
 * Published power modes of rigs: power at the plug in W and hash rate in TH/s, as measured or listed. The tables
 * contain measurement noise; a fleet uses their concave hull (`assets/mining-fleet/hull.ts`). Left out, because one of
 * the two figures is missing: LuxOS's profiles of the S19j Pro (TH/s by MHz, no W), Eco and Standard of the Avalon Q
 * (W, no TH/s), D-Central's 820 profiles (announced, not found).
 */
import { keyOf } from "./model-name.ts";

/** One way to run a rig. */
export interface PowerMode {
  /**
   * At the rig's plug.
   * @unit W
   */
  readonly powerW: number;
  /**
   * Hash rate of one rig.
   * @unit TH/s
   */
  readonly hashrateThPerS: number;
  /** Default: the watts, e.g. `2350 W`. */
  readonly name?: string | undefined;
}

export interface PowerModeTable {
  /** Rig and firmware, e.g. `Antminer S19j Pro VNish`. */
  readonly name: string;
  /** Sorted by power. */
  readonly modes: readonly PowerMode[];
  readonly source: string;
  /** Month in which the figures were read. */
  readonly asOf: string;
}

const AS_OF = "2026-10";
/** Name, `W TH/s` pairs, source. */
const TABLES: readonly (readonly [string, string, string])[] = [
  [
    "Antminer S19j Pro VNish",
    "1100 53,1300 58,1500 63,1700 68,1900 73,2100 78,2350 85,2620 91,2950 99,3200 102,3350 105,3750 110,4000 " +
      "115,4260 120,4690 124",
    "VNish preset list in a public API description; model inferred from 99 TH/s at 2950 W",
  ],
  [
    "Antminer S19j Pro VNish 1.2.6",
    "1740 65,1800 70,1850 76,2000 80,2150 83,2300 87,2500 92,2700 96,2970 100",
    "a live farm's operating notes in a public repository",
  ],
  ["Antminer S19j Pro 96T", "1905 74.5,2850 96,3100 105", "jrjr.meme, Hash prophet: measured at the wall"],
  ["Antminer S21 Imm", "3824 239,5569 301", "Bitmain support: normal and high-energy mode"],
  ["Antminer S23 Imm", "4048 368,5304 442", "Hashrate Index: range of tuning"],
];

/** All published tables. */
export function listPowerModes(): PowerModeTable[] {
  return TABLES.map(([name, points, source]) => ({
    name,
    modes: points.split(",").map((point) => {
      const [powerW, hashrateThPerS] = point.split(" ").map(Number);
      return { powerW, hashrateThPerS };
    }),
    source,
    asOf: AS_OF,
  }));
}

/**
 * The table for a name, found like a rig's name without regard to case, spaces and hyphens. If there is none, `unknown`
 * lists the tables.
 */
export function findPowerModes(name: string): PowerModeTable | { readonly unknown: string } {
  const tables = listPowerModes();
  const found = tables.find((table) => keyOf(table.name) === keyOf(name));
  return (
    found ?? {
      unknown: `give ${tables.map((table) => table.name).join(", ")}, or a list of { powerW, hashrateThPerS }`,
    }
  );
}
