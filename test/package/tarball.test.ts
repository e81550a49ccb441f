import { readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { readManifest, repository } from "./consumer-project.ts";
import { runCommand } from "./run-command.ts";

const { packageFolder, tarball } = inject("consumer");
const files = readdirSync(packageFolder, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  // Source maps were put beside the unpacked files by `consumer-project.ts`.
  .filter((name) => statSync(join(packageFolder, name)).isFile() && !name.endsWith(".map"))
  .toSorted();
const scripts = files.filter((name) => /\.c?js$/u.test(name));
/** All but the command, which alone knows Node. */
const library = scripts.filter((name) => name !== "dist/cli.js");
const read = (name: string): string => readFileSync(join(packageFolder, name), "utf8");

it("contains the build, the licence, the README and the manifest, nothing else", () => {
  const names =
    "index compare explain report handoff schema finance replay years sweep sizing uncertainty connections lp lp-io io";
  const entries = `${names} highs javascript-lp-solver`
    .split(" ")
    .flatMap((entry) => [".js", ".cjs", ".d.ts", ".d.cts"].map((end) => `dist/${entry}${end}`));
  expect(files).toEqual(expect.arrayContaining([...entries, "LICENSE", "README.md", "package.json"]));
  const foreign = files.filter((name) => !/^dist\/[\w-]+\.(?:js|cjs|d\.ts|d\.cts)$/u.test(name));
  expect(foreign).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "package.json"]);
});

it("is below 620 kB, with one copy of the code and of the declarations", () => {
  expect(statSync(tarball).size).toBeLessThan(620_000);
  const bytesOf = (end: string): number =>
    files.filter((name) => name.endsWith(end)).reduce((sum, name) => sum + statSync(join(packageFolder, name)).size, 0);
  expect(bytesOf(".cjs")).toBeLessThan(bytesOf(".js") / 50);
  expect(bytesOf(".d.cts")).toBeLessThan(bytesOf(".d.ts") / 5);
  expect(runCommand("tar", ["-tzf", tarball], packageFolder)).not.toContain(".map");
  const built = scripts.map((name) => readFileSync(join(repository, name), "utf8"));
  expect(built.filter((code) => code.includes("sourceMappingURL"))).toEqual([]);
});

it("has a licence and a README that are not empty", () => {
  expect(read("LICENSE")).toMatch(/^MIT License/u);
  const readme = read("README.md");
  expect(readme.length).toBeGreaterThan(1000);
  // What it links to is in the repository, not in the tarball.
  const relative = [...readme.replaceAll(/^```[\s\S]*?^```$/gmu, "").matchAll(/\]\((?!https?:|#)([^)]+)\)/gu)];
  expect(relative.map(([, target]) => target)).toEqual([]);
  expect(readFileSync(join(repository, "README.md"), "utf8")).toContain("](docs/week.svg)");
});

it("loads only its declared dependencies", () => {
  const { dependencies, peerDependencies } = readManifest();
  const declared = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
  const loaded = scripts.flatMap((name) =>
    [...read(name).matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)["']([@\w./-]+)["']/gu)].map(
      (match) => match[1],
    ),
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
  // The CommonJS entries ask for the version of Node, and only they.
  const bad = /\bconsole\s*\.|\beval\s*\(|new Function\s*\(|\bMath\.random\b|\bprocess\s*\.(?!versions\.node\b)/u;
  expect(bad.exec('console.log("x")')?.[0]).toBe("console.");
  expect(library.filter((name) => bad.test(stripComments(read(name))))).toEqual([]);
});

it("the source maps of the build name files of the repository, not of a machine", () => {
  const maps = readdirSync(join(repository, "dist")).filter((name) => name.endsWith(".map"));
  const sources = maps.flatMap(
    (name) => (JSON.parse(readFileSync(join(repository, "dist", name), "utf8")) as { sources: string[] }).sources,
  );
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
