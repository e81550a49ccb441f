/**
 * `npm run release`: everything that must be true before a version is published, and a dry run of publishing it. With
 * `--publish`, in the workflow of a tag, it publishes with provenance (OIDC; no token).
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./docs.ts";
import { addressOf, isPlaceholder } from "./repository-address.ts";

export interface ReleaseFacts {
  readonly version: string;
  readonly address: string;
  readonly changelog: string;
  /** Paths that differ from the last commit. */
  readonly changed: readonly string[];
  /** Tags of the last commit. */
  readonly tags: readonly string[];
}

/** What keeps the version from being published; empty if nothing does. */
export function releaseFaults({ version, address, changelog, changed, tags }: ReleaseFacts): string[] {
  const faults: string[] = [];
  if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version))
    faults.push(`package.json: version "${version}", wanted three numbers, e.g. 0.2.0`);
  if (isPlaceholder(address))
    faults.push(`package.json: the repository is the placeholder ${address}; set it by npm run repository -- ADDRESS`);
  if (!new RegExp(`^## \\[${version.replaceAll(".", "\\.")}\\] - \\d{4}-\\d{2}-\\d{2}$`, "mu").test(changelog))
    faults.push(`CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD"; move what is unreleased there`);
  if (changed.length > 0) faults.push(`not committed: ${changed.join(", ")}`);
  if (!tags.includes(`v${version}`)) faults.push(`the last commit has no tag v${version}; git tag v${version}`);
  return faults;
}

function output(command: string, ...args: string[]): string[] {
  const { stdout } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  return (stdout ?? "").split("\n").filter((line) => line !== "");
}

function readFacts(): ReleaseFacts {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    version: string;
    repository: { url: string };
  };
  return {
    version: manifest.version,
    address: addressOf(manifest),
    changelog: readFileSync(join(root, "CHANGELOG.md"), "utf8"),
    changed: output("git", "status", "--porcelain").map((line) => line.slice(3)),
    tags: output("git", "tag", "--points-at", "HEAD"),
  };
}

function run(): number {
  const isPublishing = process.argv.includes("--publish");
  const faults = releaseFaults(readFacts());
  for (const fault of faults) console.log(`not ready: ${fault}`);
  if (faults.length > 0 && isPublishing) return 1;
  // NB: prepublishOnly runs lint, types, tests and the package tests before npm publishes anything.
  const flags = isPublishing ? ["--provenance"] : ["--dry-run", "--ignore-scripts"];
  const { status } = spawnSync("npm", ["publish", "--access", "public", ...flags], { cwd: root, stdio: "inherit" });
  return faults.length > 0 ? 1 : (status ?? 1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exitCode = run();
