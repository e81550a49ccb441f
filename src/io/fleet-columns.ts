/** The columns of a fleet inventory, by headings as spreadsheets have them; a figure without its unit is refused. */
import { type FaultLog, shown } from "./fault-log.ts";
import type { Header } from "./header.ts";
import { placeIn } from "./markets/market.ts";

/** Where a figure stands and what divides it into W or TH/s. */
export interface FigureColumn {
  readonly at: number;
  readonly divisor: number;
}

export interface FleetColumns {
  readonly model: number;
  readonly count: number;
  readonly powerW: FigureColumn | undefined;
  readonly hashrateThPerS: FigureColumn | undefined;
  /** Headings of columns that nothing is read from. */
  readonly ignored: readonly string[];
}

const MODEL = /^(?:model|model name|rig|rig model|miner|miner model|asic|asic model|machine|device|type)$/;
const COUNT = /^(?:count|quantity|qty|units|number|number of rigs|rigs|miners|machines)$/;
const EACH = "(?: (?:per )?(?:rig|unit|miner|machine|each))?$";
const POWER = "^(?:(?:rated|wall|nameplate|measured) )?(?:(?:power )?(?:power|draw|consumption))?";
const HASHRATE = "^(?:(?:rated|nominal|measured) )?(?:hash ?rate|hash power)?";
const powers = { W: [new RegExp(`${POWER} ?(?:w|watts?|wattage)${EACH}`), 1], kW: [new RegExp(`${POWER} ?(?:kw|kilowatts?)${EACH}`), 1e-3] } as const;
const hashrates = {
  "GH/s": [new RegExp(`${HASHRATE} ?gh(?: ?s| per s)?${EACH}`), 1e3],
  "TH/s": [new RegExp(`${HASHRATE} ?th(?: ?s| per s)?${EACH}`), 1],
  "PH/s": [new RegExp(`${HASHRATE} ?ph(?: ?s| per s)?${EACH}`), 1e-3],
} as const;

/** The columns, or undefined with a fault where one is missing, named twice or without its unit. */
export function fleetColumns(header: Header, line: number, faults: FaultLog): FleetColumns | undefined {
  const words = header.names.map(wordsOf);
  const used = new Set<number>();
  const only = (fits: (word: string) => boolean, what: string): number => {
    const [at = -1, second] = words.flatMap((word, i) => (fits(word) ? [i] : []));
    if (second !== undefined) faults.add(placeIn(header, line, second), `a second column of ${what}`, "one", "remove or rename it");
    used.add(at);
    return at;
  };
  const needed = (pattern: RegExp, what: string, example: string): number => {
    const at = only((word) => pattern.test(word), what);
    if (at < 0) faults.add({ line }, `the columns ${header.names.map(shown).join(", ")}`, `a column of ${what}`, `head it "${example}"`);
    return at;
  };
  const figure = (units: Readonly<Record<string, readonly [RegExp, number]>>, bare: RegExp, what: string): FigureColumn | undefined => {
    const patterns = Object.values(units);
    const unitOf = (word: string) => patterns.find(([pattern]) => pattern.test(word));
    const at = only((word) => unitOf(word) !== undefined || bare.test(word), what);
    if (at < 0) return undefined;
    const unit = unitOf(words[at]);
    if (!unit) faults.add(placeIn(header, line, at), `${shown(header.names[at])} without a unit`, Object.keys(units).join(", "), `write e.g. "${header.names[at]} (${Object.keys(units)[0]})"`);
    return unit && { at, divisor: unit[1] };
  };
  const model = needed(MODEL, "models", "model");
  const count = needed(COUNT, "numbers of rigs", "count");
  const powerW = figure(powers, new RegExp(`${POWER}$`), "power");
  const hashrateThPerS = figure(hashrates, new RegExp(`${HASHRATE}$`), "hash rate");
  const ignored = header.names.filter((name, i) => name !== "" && !used.has(i));
  return faults.isEmpty ? { model, count, powerW, hashrateThPerS, ignored } : undefined;
}

/** `powerW`, `Power (W)` and `power_w` are all `power w`. */
function wordsOf(heading: string): string {
  return heading.replaceAll("kW", "kw").replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase().replaceAll(/[^a-z0-9]+/g, " ").trim();
}
