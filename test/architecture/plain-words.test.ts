import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { documentLineBreaches, lineBreaches } from "./line-length.ts";
import { allowedTexts, documentBreaches, identifierBreach, phraseBreaches, wordBreaches } from "./plain-words.ts";
import { readSourceFile, type SourceFile } from "./source-facts.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Folders and files that follow the language rules. */
const cleanPlaces: readonly string[] = [
  ...["src", "bench", "scripts", "examples", "test", "playground/src", "playground/test"],
  ...["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs"],
];

/** Folders whose lines have at most 120 characters. */
const narrowPlaces: readonly string[] = ["src", "bench", "scripts", "examples", "test"];

/** Printed by an earlier release; nobody edits them. */
const isRecord = (path: string) => path.startsWith("bench/results/");

/** The list of forbidden words contains them. */
const isWordList = (path: string) => path.startsWith("test/architecture/plain-words");

/** Pages made from the sources; their words are those of the docstrings. */
const isGenerated = (path: string) => path.startsWith("docs/assets/");

function filesOf(place: string): string[] {
  if (/\.(?:ts|md)$/u.test(place)) return [place];
  return readdirSync(`${root}${place}`, { recursive: true, encoding: "utf8" })
    .map((name) => `${place}/${name.replaceAll("\\", "/")}`)
    .filter((path) => !path.includes("/node_modules/"))
    .filter((path) => /\.(?:ts|md)$/u.test(path) && !isWordList(path) && !isGenerated(path) && !isRecord(path));
}

const textOf = (path: string): string => readFileSync(`${root}${path}`, "utf8");
const source = (text: string, path = "src/plan/a.ts") => readSourceFile(path, text);
/** Parsed once for both lists of places. */
const parsed = new Map<string, SourceFile>();
function sourceAt(path: string): SourceFile {
  const known = parsed.get(path) ?? source(textOf(path), path);
  parsed.set(path, known);
  return known;
}

describe("plain words", () => {
  it.each(cleanPlaces)("%s", { timeout: 60_000 }, (place) => {
    const files = filesOf(place);
    expect(files.length).toBeGreaterThan(0);
    const breaches = files.flatMap((path) =>
      path.endsWith(".md") ? documentBreaches(path, textOf(path)) : wordBreaches(sourceAt(path)),
    );
    expect(breaches).toEqual([]);
  });

  it.each(narrowPlaces)("no line of %s is longer than 120 characters", { timeout: 60_000 }, (place) => {
    const files = filesOf(place).filter((path) => path.endsWith(".ts"));
    expect(files.flatMap((path) => lineBreaches(sourceAt(path)))).toEqual([]);
  });
});

describe("documents", () => {
  const written = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", ...filesOf("docs")];

  it("no line is longer than 120 characters, except tables, code, links and pages made from the sources", () => {
    expect(written.length).toBeGreaterThan(10);
    expect(written.flatMap((path) => documentLineBreaches(path, textOf(path)))).toEqual([]);
  });

  it("the rule can fail", () => {
    const long = "x".repeat(121);
    expect(documentLineBreaches("a.md", `${long}\n| ${long} |\n\`\`\`\n${long}\n\`\`\`\n`)).toEqual([
      "a.md:1: 121 columns",
    ]);
    expect(documentLineBreaches("a.md", `[a](https://example.org/${long})`)).toEqual([]);
  });
});

describe("the language rules find", () => {
  it.each([
    "Of equally cheap schedules the plan is always the same one.",
    "Values are averaged. Of a year the building takes a second, and the rest is fast.",
    "For want of a state it starts empty.",
    "the field is none",
    "which is no number",
    "Negative is printed as negative",
    "It is told by source as well",
    "where prices do not keep them the planner branches",
    "a hole is a fault",
    "its own words",
    "the front door",
    "Seconds are out of sight of an hourly plan",
    "no simplex from nothing",
    "this is one as it came",
    "whether variable j attracts",
    "too near to say: hands off",
    "the rules of the house",
  ])("the phrase in %j", (phrase) => {
    expect(phraseBreaches(phrase)).not.toEqual([]);
    expect(wordBreaches(source(`/** ${phrase} */\nconst a = 1;`))).not.toEqual([]);
    expect(wordBreaches(source(`const a = ${JSON.stringify(phrase)};`))).not.toEqual([]);
    expect(documentBreaches("docs/a.md", `# A\n\n${phrase}\n`)[0]).toContain("docs/a.md:3: ");
  });

  it("a phrase over two lines of a comment, in a template, and at its line", () => {
    expect(wordBreaches(source("// one\nconst a = 1;\n/*\n * There was one, for\n * want of two.\n */\n"))).toEqual([
      'src/plan/a.ts:3: "for want of"; say what is missing: "No x was given, so ..."',
    ]);
    expect(wordBreaches(source("const a = `${1} is no number`;"))).toHaveLength(1);
  });

  it.each([
    "wrongBy",
    "goOn",
    "isDear",
    "Edge",
    "wishUsd",
    "keptRows",
    "MOST_HELD",
    "programStory",
    "numTold",
    "holes",
  ])("the identifier %s", (name) => {
    expect(identifierBreach(name)).toBeDefined();
    expect(wordBreaches(source(`const ${name} = 1;`))).toHaveLength(1);
    expect(wordBreaches(source(`interface A { readonly ${name}: number }`))).toHaveLength(1);
  });

  it("neither plain sentences nor names of others", () => {
    for (const text of [
      "There is no limit; there are none.",
      "The plan is no longer valid.",
      "One of the two rows is redundant, and the other one remains.",
      "It takes what is left. Often a basis is known.",
    ])
      expect(phraseBreaches(text)).toEqual([]);
    for (const name of ["threshold", "standbyMw", "household", "isFixed", "bookkeeping"])
      expect(identifierBreach(name)).toBeUndefined();
    expect(wordBreaches(source("highs.holdModel(1);"))).toEqual([]);
    expect(documentBreaches("docs/a.md", "```\nfor want of\n```\n`is none`\n")).toEqual([]);
  });

  it("exemptions that are still in use, each with its reason", () => {
    const all = ["src", "docs", "test"].flatMap(filesOf).map(textOf).join("\n");
    for (const [text, reason] of allowedTexts) {
      expect(all.includes(text), text).toBe(true);
      expect(reason.length).toBeGreaterThan(10);
    }
  });

  it("lines of more than 120 characters, except URLs, tables, expressions and printed output", () => {
    const long = "x".repeat(117);
    expect(lineBreaches(source(`const a = 1;\n// ${long}x`))).toEqual(["src/plan/a.ts:2: 121 columns"]);
    expect(lineBreaches(source(`// ${long}`))).toEqual([]);
    expect(lineBreaches(source(`// https://example.org/${long}`))).toEqual([]);
    expect(lineBreaches(source(`const a =\n  /${long}/u;`))).toEqual([]);
    expect(lineBreaches(source(`// prettier-ignore\nconst a = [\n  "${long}",\n];\n// ${long}x`))).toHaveLength(1);
    expect(lineBreaches(source(`f();\n/*\n${long}xxxx\n*/\n`, "examples/a.ts"))).toEqual([]);
    expect(lineBreaches(source(`// ${long}xx\nf();\n/*\na\n*/\n`, "examples/a.ts"))).toHaveLength(1);
  });
});
