/**
 * `npm run bench`: bundles the benchmark and the library as a user's bundler would, and runs the bundle under plain
 * Node. NB: not under tsx, which compiles one module per file and wraps every function to preserve its name: hot code
 * is slower.
 */
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
// Inside node_modules, so that the packages outside the bundle are found.
const outfile = `${root}node_modules/.cache/wattsplit-bench/run.mjs`;

await build({
  entryPoints: [`${root}bench/run.ts`],
  absWorkingDir: root,
  tsconfig: `${root}tsconfig.json`,
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: true,
  logLevel: "warning",
  external: ["highs", "yalps", "glpk.js/node", "javascript-lp-solver", "vega", "vega-lite"],
});
const { status } = spawnSync(
  process.execPath,
  ["--expose-gc", "--enable-source-maps", outfile, ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit" },
);
process.exitCode = status ?? 1;
