import { spawnSync } from "node:child_process";
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
