/** Small changes to a text: what cuts, editors, spreadsheets and hands do to files. */
import type { Random } from "./random.ts";

const ALPHABET = '0123456789.,;:/-+"\t|<>&() \r\nNYXeEkKMWhTZ$€\u0000\ufeff';
const UNITS = ["MWh", "kWh", "MWH", "KWH", "GWh", "USD", "EUR", "cents", "PT60M", "PT15M", "LMP", "MCC"];
const SEPARATORS = [",", ";", "\t", "|"];

const splice = (text: string, at: number, numRemoved: number, inserted: string) =>
  text.slice(0, at) + inserted + text.slice(at + numRemoved);
const editLines = (text: string, random: Random, edit: (lines: string[], i: number, j: number) => void): string => {
  const lines = text.split("\n");
  edit(lines, random(lines.length), random(lines.length));
  return lines.join("\n");
};

export const textMutations: Readonly<Record<string, (text: string, random: Random) => string>> = {
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
  separator: (text, random) =>
    text.replaceAll(SEPARATORS[random(SEPARATORS.length)], SEPARATORS[random(SEPARATORS.length)]),
  quote(text, random) {
    const kind = random(3);
    if (kind === 0) return text.replaceAll('"', "");
    return splice(text, random(text.length + 1), 0, kind === 1 ? '"' : '""');
  },
  blank(text, random) {
    const numbers = [...text.matchAll(/(?<=[,;>"\s])-?\d+(?:[.,]\d+)?(?=[,;<"\r\n])/g)];
    const found = numbers[random(numbers.length + 1)];
    return found ? splice(text, found.index, found[0].length, "") : text;
  },
  // Shapes that hurt readers once: see test/corpus.
  run: (text, random) =>
    splice(text, random(text.length + 1), 0, ALPHABET[random(ALPHABET.length)].repeat(1 + random(40_000))),
  digits: (text, random) => splice(text, random(text.length + 1), 0, `${"1".repeat(1 + random(40_000))}x`),
  nest: (text, random) =>
    splice(text, random(text.length + 1), 0, ["[", '{"a":', "<a>", "("][random(4)].repeat(1 + random(5000))),
  returns: (text) => text.replaceAll(/\r?\n/g, "\r"),
  cdata: (text) => text.replaceAll(/>(-?\d[\d.]*)</g, "><![CDATA[$1]]><"),
  comment: (text) => text.replaceAll(/>(-?\d)([\d.]+)</g, ">$1<!-- x -->$2<"),
  strange: (text, random) =>
    splice(
      text,
      random(text.length + 1),
      0,
      ["\ud800", "\u0000", "\ufeff", "\u2028", "__proto__", "constructor", "&x;", "1e309"][random(8)],
    ),
  many: (text, random) =>
    editLines(text, random, (lines, i, j) =>
      lines.splice(i, 0, ...Array.from({ length: 1 + random(100) }, () => lines[j])),
    ),
  wide: (text, random) =>
    editLines(text, random, (lines, i) => (lines[i] += SEPARATORS[random(SEPARATORS.length)].repeat(1 + random(2000)))),
  thousand: (text, random) => {
    const numbers = [...text.matchAll(/-?\d+\.\d+/g)];
    const found = numbers[random(numbers.length + 1)];
    return found
      ? splice(text, found.index, found[0].length, String(Number(found[0]) * (random(2) === 0 ? 1000 : 0.001)))
      : text;
  },
};

/** One to three of them. */
export function mutated(
  text: string,
  random: Random,
): { readonly text: string; readonly mutations: readonly string[] } {
  const names = Object.keys(textMutations);
  const mutations = Array.from({ length: 1 + random(3) }, () => names[random(names.length)]);
  return { text: mutations.reduce((given, name) => textMutations[name](given, random), text), mutations };
}
