import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { runCommand } from "./run-command.ts";

/**
 * Packs the last build and installs it in a project outside the repository, once per run and without a network: the
 * tarball is unpacked into `node_modules/wattsplit`, and its dependencies are links to those of the repository.
 */
export interface ConsumerProject {
  /** Folder of the project, with the fixtures and `node_modules`. */
  readonly folder: string;
  readonly tarball: string;
  /** `node_modules/wattsplit` of the project. */
  readonly packageFolder: string;
}

declare module "vitest" {
  interface ProvidedContext {
    consumer: ConsumerProject;
  }
}

export const repository = fileURLToPath(new URL("../../", import.meta.url));

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  /** Optional dependencies: not in the project. */
  readonly peerDependencies: Readonly<Record<string, string>>;
}

export function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as Manifest;
}

export default function setup(project: TestProject): () => void {
  requireFreshBuild();
  const folder = mkdtempSync(join(tmpdir(), "wattsplit-consumer-"));
  project.provide("consumer", install(folder));
  return () => rmSync(folder, { recursive: true, force: true });
}

function install(folder: string): ConsumerProject {
  const { name, version, dependencies } = readManifest();
  runCommand("npm", ["pack", "--pack-destination", folder], repository);
  const tarball = join(folder, `${name}-${version}.tgz`);
  const packageFolder = join(folder, "node_modules", name);
  mkdirSync(packageFolder, { recursive: true });
  runCommand("tar", ["-xzf", tarball, "--strip-components=1", "-C", packageFolder], folder);
  restoreMaps(join(packageFolder, "dist"));
  for (const dependency of Object.keys(dependencies)) {
    const link = join(folder, "node_modules", dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(repository, "node_modules", dependency), link, "junction");
  }
  cpSync(fileURLToPath(new URL("fixtures/", import.meta.url)), folder, { recursive: true });
  return { folder, tarball, packageFolder };
}

/** Source maps are not packed; the tests need them to see which sources are in a bundle. */
function restoreMaps(folder: string): void {
  const built = join(repository, "dist");
  for (const map of readdirSync(built).filter((name) => name.endsWith(".js.map"))) {
    copyFileSync(join(built, map), join(folder, map));
    appendFileSync(join(folder, map.slice(0, -".map".length)), `\n//# sourceMappingURL=${map}\n`);
  }
}

/** NB: a tarball of an older build would pass today's tests. */
function requireFreshBuild(): void {
  const built = newest(join(repository, "dist"));
  const written = newest(join(repository, "src"));
  if (built === undefined || written === undefined || built.ms < written.ms) {
    const why = built === undefined ? "dist is missing" : `dist is older than ${written?.path}`;
    throw new Error(`The package tests need the build of these sources, but ${why}; run \`npm run build\` first.`);
  }
}

function newest(folder: string): { path: string; ms: number } | undefined {
  let found: { path: string; ms: number } | undefined;
  const entries =
    statSync(folder, { throwIfNoEntry: false }) === undefined
      ? []
      : readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const entry of entries) {
    const path = join(folder, entry);
    const stat = statSync(path);
    if (stat.isFile() && stat.mtimeMs > (found?.ms ?? -Infinity)) found = { path, ms: stat.mtimeMs };
  }
  return found;
}
