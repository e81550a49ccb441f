import { readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { readManifest, repository } from "./consumer-project.ts";

const { packageFolder, tarball } = inject("consumer");
const files = readdirSync(packageFolder, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => statSync(join(packageFolder, name)).isFile())
  .toSorted();
const scripts = files.filter((name) => /\.c?js$/u.test(name));
/** All but the command, which alone knows Node. */
const library = scripts.filter((name) => name !== "dist/cli.js");
const read = (name: string): string => readFileSync(join(packageFolder, name), "utf8");

it("contains the build, the licence, the README and the manifest, nothing else", () => {
  const entries = "index compare explain report handoff schema finance lp lp-io io highs javascript-lp-solver"
    .split(" ")
    .flatMap((entry) => [".js", ".cjs", ".d.ts", ".d.cts"].map((end) => `dist/${entry}${end}`));
  expect(files).toEqual(expect.arrayContaining([...entries, "LICENSE", "README.md", "package.json"]));
  const foreign = files.filter((name) => !/^dist\/[\w-]+\.(?:js|cjs|d\.ts|d\.cts|js\.map|cjs\.map)$/u.test(name));
  expect(foreign).toEqual(["LICENSE", "README.md", "package.json"]);
});

it("is below 1.25 MB, and its source maps contain no text of the sources", () => {
  expect(statSync(tarball).size).toBeLessThan(1_250_000);
  const maps = files
    .filter((name) => name.endsWith(".map"))
    .map((name) => JSON.parse(read(name)) as { sourcesContent?: unknown });
  expect(maps.length).toBeGreaterThan(10);
  expect(maps.filter(({ sourcesContent }) => sourcesContent !== undefined)).toEqual([]);
});

it("has a licence and a README that are not empty", () => {
  expect(read("LICENSE")).toMatch(/^MIT License/u);
  expect(read("README.md").length).toBeGreaterThan(1000);
});

it("loads only its declared dependencies", () => {
  const { dependencies, peerDependencies } = readManifest();
  const declared = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
  const loaded = scripts.flatMap((name) =>
    [...read(name).matchAll(/(?:\bfrom\s*|\bimport\s*|\brequire\(\s*)["']([@\w./-]+)["']/gu)].map((match) => match[1]),
  );
  const packages = new Set(
    loaded
      .filter((path) => !path.startsWith("."))
      .map((path) =>
        path
          .split("/")
          .slice(0, path.startsWith("@") ? 2 : 1)
          .join("/"),
      ),
  );
  const ofNode = new Set(builtinModules);
  expect([...packages].filter((name) => !ofNode.has(name)).toSorted()).toEqual(declared.toSorted());
  expect(library.filter((name) => /["'](?:node:|fs["']|path["'])/u.test(read(name)))).toEqual([]);
});

it("prints nothing and evaluates no text", () => {
  const bad = /\bconsole\s*\.|\beval\s*\(|new Function\s*\(|\bMath\.random\b|\bprocess\s*\./u;
  expect(bad.exec('console.log("x")')?.[0]).toBe("console.");
  expect(library.filter((name) => bad.test(stripComments(read(name))))).toEqual([]);
});

it("source maps name files of the repository, not of a machine", () => {
  const maps = files.filter((name) => name.endsWith(".map"));
  const sources = maps.flatMap((name) => (JSON.parse(read(name)) as { sources: string[] }).sources);
  expect(sources).toContain("../src/lp/io/read-mps.ts");
  expect(sources.filter((path) => !path.startsWith("../src/") && !files.includes(`dist/${path}`))).toEqual([]);
});

it("the lockfile names no registry host", () => {
  const lock = JSON.parse(readFileSync(join(repository, "package-lock.json"), "utf8")) as {
    packages: Record<string, { resolved?: string }>;
  };
  const hosts = Object.entries(lock.packages).flatMap(([name, { resolved }]) =>
    resolved === undefined ? [] : [`${name}: ${resolved}`],
  );
  expect(hosts).toEqual([]);
});

/**
 * NB: approximate (a `//` inside a string ends its line too); this can only hide text, so the sources are linted as
 * well.
 */
function stripComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//gu, "").replaceAll(/^\s*\/\/.*$/gmu, "");
}
