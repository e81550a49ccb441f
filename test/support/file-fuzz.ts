/**
 * Mutates the market texts and judges what the reader makes of them: an `InputFileError`, or prices that keep what every
 * series of prices keeps. The same seed gives the same file.
 */
import { InputFileError } from "../../src/errors.ts";
import { readMarketPrices, type MarketPrices } from "../../src/io/read-market-prices.ts";
import { marketTexts } from "./market-texts.ts";

/** CPU time of one small file beyond which its reading hangs, ms. */
const HANG_MS = 5_000;

export interface Verdict {
  readonly market: string;
  readonly mutations: readonly string[];
  readonly outcome: "refused" | "read";
  /** What is wrong; undefined where nothing is. */
  readonly wrong: string | undefined;
  readonly text: string;
}

type Random = (below: number) => number;

/** mulberry32 */
function randomOf(seed: number): Random {
  let state = seed + 0x6d2b79f5;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) % below;
  };
}

const ALPHABET = '0123456789.,;:/-+"\t|<>&() \r\nNYXeEkKMWhTZ$€\u0000\ufeff';
const UNITS = ["MWh", "kWh", "MWH", "KWH", "GWh", "USD", "EUR", "cents", "PT60M", "PT15M", "LMP", "MCC"];
const SEPARATORS = [",", ";", "\t", "|"];

const splice = (text: string, at: number, numRemoved: number, inserted: string) => text.slice(0, at) + inserted + text.slice(at + numRemoved);
const editLines = (text: string, random: Random, edit: (lines: string[], i: number, j: number) => void): string => {
  const lines = text.split("\n");
  edit(lines, random(lines.length), random(lines.length));
  return lines.join("\n");
};

const mutations: Readonly<Record<string, (text: string, random: Random) => string>> = {
  cut: (text, random) => text.slice(0, random(text.length + 1)),
  behead: (text, random) => text.slice(random(text.length + 1)),
  swap: (text, random) => editLines(text, random, (lines, i, j) => ([lines[i], lines[j]] = [lines[j], lines[i]])),
  duplicate: (text, random) => editLines(text, random, (lines, i, j) => lines.splice(i, 0, lines[j])),
  drop: (text, random) => editLines(text, random, (lines, i) => lines.splice(i, 1)),
  change: (text, random) => splice(text, random(text.length + 1), 1, ALPHABET[random(ALPHABET.length)]),
  insert: (text, random) => splice(text, random(text.length + 1), 0, ALPHABET[random(ALPHABET.length)]),
  remove: (text, random) => splice(text, random(text.length + 1), 1 + random(4), ""),
  digit(text, random) {
    const places = [...text.matchAll(/\d/g)];
    return places.length === 0 ? text : splice(text, places[random(places.length)].index, 1, String(random(10)));
  },
  unit: (text, random) => text.replaceAll(UNITS[random(UNITS.length)], UNITS[random(UNITS.length)]),
  separator: (text, random) => text.replaceAll(SEPARATORS[random(SEPARATORS.length)], SEPARATORS[random(SEPARATORS.length)]),
  quote(text, random) {
    const kind = random(3);
    if (kind === 0) return text.replaceAll('"', "");
    return splice(text, random(text.length + 1), 0, kind === 1 ? '"' : '""');
  },
  thousand: (text, random) => {
    const numbers = [...text.matchAll(/-?\d+\.\d+/g)];
    const found = numbers[random(numbers.length + 1)];
    return found ? splice(text, found.index, found[0].length, String(Number(found[0]) * (random(2) === 0 ? 1000 : 0.001))) : text;
  },
};

export function fuzzCase(seed: number): Verdict {
  const random = randomOf(seed);
  const { market, text: original, options } = marketTexts[seed % marketTexts.length];
  const names = Object.keys(mutations);
  const applied = Array.from({ length: 1 + random(3) }, () => names[random(names.length)]);
  const text = applied.reduce((given, name) => mutations[name](given, random), original);
  const gaps = random(2) === 0 ? options.gaps : (["keep", "hold", "interpolate", "day-before"] as const)[random(4)];
  const before = process.cpuUsage();
  const judged = judge(text, { ...options, gaps }, readMarketPrices(original, { ...options, gaps: "keep" }));
  const { user, system } = process.cpuUsage(before);
  const wrong = (user + system) / 1000 > HANG_MS ? `hung for ${(user + system) / 1000} ms` : judged.wrong;
  return { market, mutations: applied, text, outcome: judged.outcome, wrong };
}

function judge(text: string, options: Parameters<typeof readMarketPrices>[1], original: MarketPrices): Pick<Verdict, "outcome" | "wrong"> {
  let read: MarketPrices;
  try {
    read = readMarketPrices(text, options);
  } catch (error) {
    if (!(error instanceof InputFileError)) return { outcome: "refused", wrong: `crashed: ${String(error)}` };
    const isTold = error.faults.length > 0 && error.faults.every(({ given, wanted, fix, line }) => given !== "" && wanted !== "" && fix !== "" && line >= 0);
    return { outcome: "refused", wrong: isTold ? undefined : "a fault without its words" };
  }
  return { outcome: "read", wrong: breachOf(read, text, original) };
}

/** What no series of prices may break, whatever file it came from. */
function breachOf({ prices, filled, currency }: MarketPrices, text: string, original: MarketPrices): string | undefined {
  const isPerKwh = /(?:\/|per[ _])kwh/i.test(text);
  const numbers = numbersOf(text);
  const isFilled = new Set(filled.map(({ start }) => start));
  const originals = new Map(original.prices.map(({ start, perMwh }) => [start, perMwh]));
  let beforeMs = -Infinity;
  if (!/^[A-Z]{3}$/.test(currency)) return `currency ${JSON.stringify(currency)}`;
  for (const { start, minutes, perMwh } of prices) {
    const ms = Date.parse(start);
    if (!(ms >= beforeMs)) return `${start} begins before the interval ahead of it ends`;
    if (!(minutes > 0)) return `${start} is ${minutes} minutes long`;
    beforeMs = ms + minutes * 60_000;
    if (!(perMwh >= -5_000 && perMwh <= 25_000)) return `${perMwh} per MWh of ${start} is out of bounds`;
    if (isFilled.has(start)) continue;
    // Prices are as they stand in the file; under a heading per kWh they are a thousand times that.
    if (!numbers.has(perMwh) && !(isPerKwh && numbers.has(Number((perMwh * 0.001).toPrecision(12))))) return `${perMwh} of ${start} stands nowhere in the file`;
    if (isPerKwh && perMwh !== 0 && perMwh === originals.get(start) && !/mwh/i.test(text)) return `${perMwh} per MWh of ${start}, though the heading says per kWh`;
  }
  return undefined;
}

function numbersOf(text: string): Set<number> {
  const found = new Set<number>();
  for (const pattern of [/(?=([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))/g, /(?=([+-]?\d*,\d+(?:[eE][+-]?\d+)?))/g]) {
    for (const [, number] of text.matchAll(pattern)) found.add(Number(number.replace(",", ".")));
  }
  return found;
}
