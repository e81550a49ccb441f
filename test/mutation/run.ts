/**
 * `npm run test:mutation -- src/explain [--every 4] [--file worth]`: changes the code of a folder in one place at a
 * time and counts the changes that no test notices, by StrykerJS. The second run of a folder judges only what has
 * changed since (`.stryker/incremental`). With `--every n` only one block of ten lines in n is mutated, always the same
 * ones: a folder has thousands of mutants, and each takes a second or more. Not part of CI.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { sampledRanges } from "./sampled-ranges.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { every: { type: "string", default: "1" }, file: { type: "string", default: "" } },
});
const [folder] = positionals;
if (positionals.length !== 1 || !folder.startsWith("src/"))
  throw new Error(`got ${JSON.stringify(positionals)}, wanted one folder: npm run test:mutation -- src/explain`);
const every = Number(values.every);
if (!Number.isInteger(every) || every < 1)
  throw new Error(`--every: got ${values.every}, wanted a whole number from 1`);

const files = readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
  .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".ts") && path.includes(values.file))
  .toSorted()
  .map((path) => ({ path, numLines: readFileSync(`${root}${path}`, "utf8").split("\n").length }));
const { status } = spawnSync(
  process.execPath,
  [
    `${root}node_modules/@stryker-mutator/core/bin/stryker.js`,
    "run",
    "stryker.config.mjs",
    "--mutate",
    sampledRanges(files, every).join(","),
  ],
  { cwd: root, stdio: "inherit", env: { ...process.env, WATTSPLIT_MUTATED: folder } },
);
process.exitCode = status ?? 1;
