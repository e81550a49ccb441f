/**
 * No pattern of the readers may take more than linear time, whatever a cell, a heading or a name holds. Every pattern
 * of `src/io` and `src/catalogue` is tried on long runs of the characters and words it knows, behind each of its words,
 * with an end that fits nothing. A linear pattern takes a tenth of a millisecond for one, a quadratic one a second.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { currencyOfHeading } from "../../src/io/price-heading.ts";
import { unitsOfHeading } from "../../src/io/series-unit.ts";
import { readSourceFile, walk } from "../architecture/source-facts.ts";
import { runs } from "../support/runs.ts";

const CHARACTERS = 20_000;
/** CPU time that no linear pattern comes near, and every quadratic one passes, ms. */
const MAX_MS = 100;
const RUNS = [
  " ",
  "\t",
  "0",
  "1",
  "a",
  "e",
  "t",
  "T",
  "x",
  ".",
  ",",
  "-",
  "_",
  "(",
  ")",
  "[",
  "/",
  '"',
  "$",
  " - ",
  "a ",
  "1 ",
  ") ",
  "(a",
  "1,",
  ",111",
  "1.",
  "e1",
  "\n",
  "+",
];
const ENDS = ["\u0000", "\n\u0000"];

function patternsIn(folder: string): { readonly path: string; readonly pattern: RegExp }[] {
  const root = fileURLToPath(new URL(`../../${folder}`, import.meta.url));
  const found: { path: string; pattern: RegExp }[] = [];
  for (const name of readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"))) {
    walk(readSourceFile(name, readFileSync(`${root}/${name}`, "utf8")).tree, (node) => {
      if (!ts.isRegularExpressionLiteral(node)) return;
      const end = node.text.lastIndexOf("/");
      found.push({ path: `${folder}/${name}`, pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
    });
  }
  return found;
}

function msOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The first text on which it is slow twice, in short. */
function slowText(words: readonly string[], run: (text: string) => unknown): string | undefined {
  for (const prefix of ["", ...words]) {
    for (const piece of [...RUNS, ...words]) {
      for (const end of ENDS) {
        const text = prefix + piece.repeat(Math.ceil(CHARACTERS / piece.length)) + end;
        if (msOf(() => run(text)) > MAX_MS && msOf(() => run(text)) > MAX_MS)
          return `${JSON.stringify(prefix)} + ${JSON.stringify(piece)} x n + ${JSON.stringify(end)}`;
      }
    }
  }
  return undefined;
}

function slowPattern(pattern: RegExp): string | undefined {
  const words = [...new Set(pattern.source.replaceAll(/\\[a-zA-Z]/g, " ").match(/[A-Za-z0-9]{1,12}/g) ?? [])].slice(
    0,
    5,
  );
  return slowText(words, (text) => (pattern.global ? text.replaceAll(pattern, "") : pattern.exec(text)));
}

describe("patterns of the readers", () => {
  const patterns = [...patternsIn("src/io"), ...patternsIn("src/catalogue")];

  it("are linear in the text", () => {
    expect(patterns.length).toBeGreaterThan(60);
    const slow = patterns.flatMap(({ path, pattern }) => {
      const text = slowPattern(pattern);
      return text === undefined ? [] : [`${path}: ${String(pattern)} on ${text}`];
    });
    expect(slow).toEqual([]);
  });

  it("that are put together are linear too", () => {
    expect(
      slowText(["kw", "$", "usd", "per", "co2"], (text) => [unitsOfHeading(text), currencyOfHeading(text)]),
    ).toBeUndefined();
  });

  // Patterns that stood here once: a number, a span of stamps, a flag, an hour.
  const quadratic = [
    /\((.+)\)/,
    /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/,
    /^(.+?)(?: *\((CES?T)\))? - (.+?)(?: *\((CES?T)\))?$/,
    /^\s*(?:n|no|false|0|)\s*$/i,
  ];
  it.each(quadratic.slice(0, runs(4, 1)))("finds %s quadratic", (pattern) => {
    expect(slowPattern(pattern)).toBeDefined();
  });
});
