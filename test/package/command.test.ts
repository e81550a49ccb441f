/** The command as a fresh machine has it: from the tarball, without the optional packages, by `npx`. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, expect, inject, it } from "vitest";

const { folder, packageFolder } = inject("consumer");
const bin = join(folder, "node_modules", ".bin");
// As npm links the commands of a package.
mkdirSync(bin, { recursive: true });
const link = join(bin, "wattsplit");
if (!existsSync(link)) symlinkSync(join(packageFolder, "dist", "cli.js"), link);
chmodSync(join(packageFolder, "dist", "cli.js"), 0o755);
const work = mkdtempSync(join(folder, "work-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function npx(...args: string[]) {
  return spawnSync("npx", ["--no-install", "wattsplit", ...args], { cwd: work, encoding: "utf8" });
}

it.skipIf(process.platform === "win32")("init, then plan with a report, on a machine that has nothing else", () => {
  const init = npx("init");
  expect(init.status, init.stderr).toBe(0);
  const plan = npx("plan", "site.json", "--report", "out.html", "--csv", "out.csv");
  expect(plan.status, plan.stderr).toBe(0);
  expect(plan.stdout).toContain("optimal plan");
  expect(plan.stderr).toMatch(/out\.html has no charts, .*npm install vega@6 vega-lite@~6\.4/u);
  expect(readFileSync(join(work, "out.html"), "utf8")).toMatch(/^<!doctype html>[^]*USD net\./u);
  expect(readFileSync(join(work, "out.csv"), "utf8").split("\r\n").length).toBeGreaterThan(48);
  expect(npx("plan", "missing.json").status).toBe(64);
});
