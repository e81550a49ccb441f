/** `npm run examples`: runs every example as a reader would, and stops at the first failure. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const examples = readdirSync(`${repository}examples`)
  .filter((name) => name.endsWith(".ts"))
  .toSorted();
if (examples.length === 0) throw new Error("examples/ holds no .ts file");
for (const name of examples) {
  console.log(`\n=== examples/${name}`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, ["--import", "tsx", `examples/${name}`], {
    cwd: repository,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error(`examples/${name} ended with exit code ${status}`);
  console.log(`=== examples/${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
