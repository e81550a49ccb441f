/** Finds the columns of a fleet inventory by the headings that spreadsheets use. A figure without a unit is refused. */
import { nearestNames } from "../catalogue/nearest-names.ts";
import { type FaultLog, quoted } from "./fault-log.ts";
import type { Header } from "./header.ts";
import { placeIn } from "./markets/market.ts";
import { namesListed } from "./read-limits.ts";

/**
 * The column of a figure, and the divisor that converts it to W or TH/s. The divisor is undefined if the heading names
 * no unit, so that the cells must.
 */
export interface FigureColumn {
  readonly at: number;
  readonly divisor: number | undefined;
}

export interface FleetColumns {
  readonly model: number;
  /** -1 if every row is one machine. */
  readonly count: number;
  readonly powerW: FigureColumn | undefined;
  readonly hashrateThPerS: FigureColumn | undefined;
  /** Headings of the columns that are ignored. */
  readonly ignored: readonly string[];
}

/** What the caller states about a table whose headings do not say it. */
export interface FleetColumnOptions {
  /** `machines`: every row is one rig. Default: rows have numbers of rigs, or each names a machine. */
  readonly rowsAre?: "machines" | undefined;
  readonly powerUnit?: "W" | "kW" | undefined;
  readonly hashrateUnit?: "GH/s" | "TH/s" | "PH/s" | undefined;
}

/**
 * Headings of the model column, the most certain first: beside `model`, a column `miner` or `name` means something
 * else.
 */
const MODELS = [
  /^(?:model|model name|rig model|miner model|asic model)$/,
  /^(?:rig|miner|asic|machine|device|type|miner type)$/,
  /^(?:name|miner name|rig name)$/,
];
const COUNT_WORDS = ["count", "quantity", "qty", "units", "number", "number of rigs", "rigs", "miners", "machines"];
/** Headings that identify one machine, so that a table without numbers of rigs has one row per machine. */
const IDENTITY =
  /^(?:name|host|host ?name|worker|worker name|serial|serial (?:number|no)|sn|mac|mac address|ip|ip address|id|(?:asset|unit|miner|rig|machine|device)(?: (?:id|tag|name|no|number))|asset|position|slot|rack|shelf|container|location|site|hall|row)$/;
const EACH = "(?: (?:per )?(?:rig|unit|miner|machine|each))?$";
const POWER = "^(?:(?:rated|wall|nameplate|measured) )?(?:(?:power )?(?:power|draw|consumption))?";
const HASHRATE = "^(?:(?:rated|nominal|measured|average) )?(?:hash ?rate|hash power)?";
const powers = {
  W: [new RegExp(`${POWER} ?(?:w|watts?|wattage)${EACH}`), 1],
  kW: [new RegExp(`${POWER} ?(?:kw|kilowatts?)${EACH}`), 1e-3],
} as const;
const hashrates = {
  "GH/s": [new RegExp(`${HASHRATE} ?gh(?: ?s| per s)?${EACH}`), 1e3],
  "TH/s": [new RegExp(`${HASHRATE} ?th(?: ?s| per s)?${EACH}`), 1],
  "PH/s": [new RegExp(`${HASHRATE} ?ph(?: ?s| per s)?${EACH}`), 1e-3],
} as const;

/** Whether a row can be the heading row: one of its fields is a word for models. */
export function hasModelHeading(header: Header): boolean {
  return header.names.some((name) => MODELS.some((pattern) => pattern.test(wordsOf(name))));
}

/**
 * Finds the columns. Returns undefined, with a fault, if one is missing or named twice. A missing column of numbers of
 * rigs is reported, but the columns are still returned.
 */
export function fleetColumns(
  header: Header,
  line: number,
  faults: FaultLog,
  options: FleetColumnOptions = {},
): FleetColumns | undefined {
  const words = header.names.map(wordsOf);
  const used = new Set<number>();
  const only = (fits: (word: string) => boolean, what: string): number => {
    const [at = -1, second] = words.flatMap((word, i) => (word !== "" && fits(word) ? [i] : []));
    if (second !== undefined)
      faults.add(placeIn(header, line, second), `a second column of ${what}`, "one", "remove or rename it");
    used.add(at);
    return at;
  };
  const figure = (
    units: Readonly<Record<string, readonly [RegExp, number]>>,
    bare: RegExp,
    what: string,
    stated: string | undefined,
  ): FigureColumn | undefined => {
    const patterns = Object.entries(units);
    const unitOf = (word: string) => patterns.find(([, [pattern]]) => pattern.test(word))?.[0];
    const at = only((word) => unitOf(word) !== undefined || bare.test(word), what);
    if (at < 0) return undefined;
    const own = unitOf(words[at]);
    if (own !== undefined && stated !== undefined && own !== stated)
      faults.add(
        placeIn(header, line, at),
        quoted(header.names[at]),
        `${stated}, as the option states`,
        "correct the option or the heading",
      );
    const unit = own ?? stated;
    return { at, divisor: unit === undefined ? undefined : units[unit][1] };
  };
  const named = words.map((word) => MODELS.findIndex((pattern) => pattern.test(word)));
  const surest = Math.min(...named.filter((rank) => rank >= 0));
  const model = only((word) => MODELS[surest]?.test(word) ?? false, "models");
  if (model < 0)
    faults.add(
      { line },
      `the columns ${namesListed(header.names.map(quoted))}`,
      "a column of models",
      'name it "model"',
    );
  const count = only((word) => COUNT_WORDS.includes(word), "numbers of rigs");
  const powerW = figure(powers, new RegExp(`${POWER}$`), "power", options.powerUnit);
  const hashrateThPerS = figure(hashrates, new RegExp(`${HASHRATE}$`), "hash rate", options.hashrateUnit);
  // Rows can be read without numbers of rigs, so their faults are reported together with the missing column.
  const isReadable = faults.isEmpty;
  if (count < 0)
    checkRowsAreMachines(
      header,
      words.map((word, i) => (used.has(i) ? "" : word)),
      line,
      faults,
      options,
    );
  const ignored = header.names.filter((name, i) => name !== "" && !used.has(i));
  return isReadable ? { model, count, powerW, hashrateThPerS, ignored } : undefined;
}

/** Adds a fault if a table without numbers of rigs may be a list of models, or has a misspelt heading. */
function checkRowsAreMachines(
  header: Header,
  unused: readonly string[],
  line: number,
  faults: FaultLog,
  { rowsAre }: FleetColumnOptions,
): void {
  const misspelt = unused.findIndex(isNearCount);
  if (misspelt >= 0)
    faults.add(
      placeIn(header, line, misspelt),
      quoted(header.names[misspelt]),
      "a column of numbers of rigs",
      'name it "count", or rename it if it is another quantity',
    );
  else if (rowsAre !== "machines" && !unused.some((word) => IDENTITY.test(word))) {
    faults.add(
      { line },
      `the columns ${namesListed(header.names.map(quoted))}`,
      "a column of numbers of rigs",
      'name it "count"; if every row is one machine, set options.rowsAre: "machines"',
    );
  }
}

/**
 * Whether a heading may be a misspelt word for the number of rigs: at most one letter longer or shorter, and not a word
 * for something else.
 */
function isNearCount(word: string): boolean {
  if (word.length < 5 || IDENTITY.test(word) || MODELS.some((pattern) => pattern.test(word))) return false;
  return nearestNames(word, COUNT_WORDS).some((near) => Math.abs(near.length - word.length) <= 1);
}

/** `powerW`, `Power (W)` and `power_w` are all `power w`. */
function wordsOf(heading: string): string {
  return heading
    .replaceAll("kW", "kw")
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}
