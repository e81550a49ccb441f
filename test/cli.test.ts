import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { resultFromJson } from "../src/io/plan-json.ts";

const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const wattsplit = (args: readonly string[], input = "") =>
  spawnSync(process.execPath, ["--import", "tsx", cli, ...args], { input, encoding: "utf8" });

it("is a process: standard input, output, error and exit code", () => {
  const site = JSON.stringify({
    horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 2 },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 20, importPriceUsdPerMwh: [20, 30] },
      { kind: "ai-firm", name: "ai", facilityMw: 10, vollUsdPerMwh: 5000 },
    ],
  });
  const planned = wattsplit(["plan", "-", "--json", "-"], site);
  expect(planned.stderr).toBe("");
  expect(planned.status).toBe(0);
  expect(resultFromJson(planned.stdout)).toMatchObject({ status: "optimal", objectiveUsd: 500 });
  const refused = wattsplit(["check", "-"], site.replace("20,30", "20"));
  expect(refused.status).toBe(64);
  expect(refused.stdout).toBe("");
  expect(refused.stderr).toContain("assets[0].importPriceUsdPerMwh");
});

const HOURS = 8760;
/** A year, which takes seconds to plan. */
const year = JSON.stringify({
  horizon: { start: "2026-01-01T00:00:00Z", timeZone: "UTC", intervalMinutes: 60, count: HOURS },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  initialState: { bess: { storedMwh: 5 } },
  assets: [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: 40,
      importPriceUsdPerMwh: Array.from({ length: HOURS }, (_, t) => 45 + 30 * Math.sin(t / 4) + (t % 11)),
    },
    {
      kind: "battery",
      name: "bess",
      chargeLimitMw: 5,
      dischargeLimitMw: 5,
      minStoredMwh: 0,
      maxStoredMwh: 10,
      wearUsdPerMwh: 2,
    },
    { kind: "ai-firm", name: "ai", facilityMw: 20, vollUsdPerMwh: 5000 },
    { kind: "mining-fleet", name: "rigs", rig: "Antminer S21", rigs: 4000 },
  ],
});

it.skipIf(process.platform === "win32")("ends with 130 at Ctrl-C, and leaves no file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wattsplit-interrupt-"));
  try {
    const args = "plan - --csv out.csv --ledger ledger.csv --json plan.json --report out.html".split(" ");
    const running = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), cli, ...args], { cwd: folder });
    let errors = "";
    running.stderr.on("data", (text) => (errors += String(text)));
    const ended = new Promise<number | null>((resolve) => running.on("close", resolve));
    // With blanks the site is longer than any pipe holds, so the command is about to plan it once it is written.
    await new Promise<void>((resolve) => running.stdin.end(year.padEnd(4_000_000), resolve));
    await wait(300);
    running.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(errors).toContain("wattsplit: interrupted; no file is half-written.");
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it.skipIf(process.platform === "win32")("ends quietly where the reader of its output has seen enough", () => {
  const { status, stderr, stdout } = spawnSync(
    "sh",
    ["-c", `"$0" --import tsx "$1" schema | head -c 20`, process.execPath, cli],
    { encoding: "utf8" },
  );
  expect([status, stdout.length, stderr]).toEqual([0, 20, ""]);
});
