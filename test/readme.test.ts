/** The README's picture is made by the program under it, and every page of the documentation can be reached. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { drawReadme } from "../scripts/readme-picture.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const textOf = (path: string): string => readFileSync(join(root, path), "utf8");
const listed = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
  .map((name) => `docs/${name.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".md"));
const pages = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", ...listed];
const { repository } = JSON.parse(textOf("package.json")) as { repository: { url: string } };
const address = repository.url.replace(/^git\+|\.git$/gu, "");

/** Targets of links and pictures outside code, without their anchors. */
function linksOf(path: string): string[] {
  const prose = textOf(path)
    .replaceAll(/^```[\s\S]*?^```$/gmu, "")
    .replaceAll(/`[^`]*`/gu, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target]) => target.replace(/#.*$/u, "")).filter(Boolean);
}

/** The path in the repository that a link of a page leads to; undefined if it leads elsewhere. */
function pathOf(page: string, target: string): string | undefined {
  const files = `${address}/blob/main/`;
  if (target.startsWith(files)) return target.slice(files.length);
  return /^[a-z]+:/u.test(target) ? undefined : posix.join(dirname(page), target);
}

describe("the README", () => {
  it("has a picture that its program draws; where this fails, run `npm run docs:picture` and look at it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wattsplit-picture-"));
    try {
      await drawReadme(join(folder, "week.svg"));
      const drawn = readFileSync(join(folder, "week.svg"), "utf8");
      // Rounding of the solver moves a bar by less than a tenth of a pixel.
      const rounded = (svg: string) => svg.replaceAll(/-?\d+\.\d+/gu, (number) => Number(number).toFixed(1));
      expect(rounded(drawn) === rounded(textOf("docs/week.svg"))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("says what the package is in its first sentence, and installs, plans and charts on its first screen", () => {
    const text = textOf("README.md");
    expect(text.split("\n\n")[1].split(" ").length).toBeLessThan(40);
    const screen = text.split("\n").slice(0, 50).join("\n");
    for (const part of ["docs/week.svg", "npm install wattsplit", "readMarketPrices", "planPower", "chartSvg"])
      expect(screen).toContain(part);
    for (const heading of ["## What it can", "## What it cannot"]) expect(text).toContain(`${heading}\n`);
    expect(text.split("\n").length).toBeLessThan(150);
  });
});

describe("the pages", () => {
  it("link to what is there", () => {
    const dead = pages.flatMap((path) =>
      linksOf(path)
        .map((target) => pathOf(path, target))
        .filter((target) => target !== undefined && !existsSync(join(root, target)))
        .map((target) => `${path} -> ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it("can all be reached from the README", () => {
    const reached = new Set<string>();
    const follow = (path: string): void => {
      if (reached.has(path) || !path.endsWith(".md") || !existsSync(join(root, path))) return;
      reached.add(path);
      for (const target of linksOf(path)) follow(pathOf(path, target) ?? "");
    };
    follow("README.md");
    expect(pages.filter((path) => !reached.has(path))).toEqual([]);
  });

  it("name every entry point and every example", () => {
    const { exports: entries } = JSON.parse(textOf("package.json")) as { exports: Record<string, unknown> };
    const names = Object.keys(entries).filter((name) => name !== "./package.json");
    for (const name of names) expect(textOf("docs/result.md")).toContain(`\`wattsplit${name.slice(1)}\``);
    for (const file of readdirSync(join(root, "examples")).filter((name) => name.endsWith(".ts")))
      expect(textOf("docs/index.md")).toContain(`examples/${file}`);
  });
});
