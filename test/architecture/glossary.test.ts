import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const guide = readFileSync(`${root}CONTRIBUTING.md`, "utf8");
const table = guide.slice(guide.indexOf("## Glossary"), guide.indexOf("## Commands"));
const rows = [...table.matchAll(/^\| ([^|]+) \| `([^`]+)` \|$/gmu)].map(([, terms, path]) => ({ terms, path }));

/** Words of a file without the line breaks and stars of comments, in lower case. */
const wordsOf = (path: string): string =>
  readFileSync(root + path, "utf8")
    .replaceAll(/\s*\n\s*(?:\*|\/\/)?\s*/gu, " ")
    .toLowerCase();

describe("the glossary in CONTRIBUTING", () => {
  it("has rows", () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows)("$terms: $path", ({ terms, path }) => {
    expect(existsSync(root + path), `${path} is not there; the glossary has to follow a move`).toBe(true);
    const words = wordsOf(path);
    expect(terms.split(", ").filter((term) => !words.includes(term.toLowerCase()))).toEqual([]);
  });
});
