import { expect, it } from "vitest";
import { runOnSite } from "../../support/memory-terminal.ts";

const AT = "--at 2026-07-14T05:00:00Z";

it("prints power targets as JSON, or writes them to a file", async () => {
  const { code, terminal } = await runOnSite(`handoff site.json ${AT}`);
  expect(code).toBe(0);
  expect(JSON.parse(terminal.printed)).toMatchObject({
    status: "ready",
    plan: "Small",
    targets: [{ scope: "ai" }, {}, {}, {}],
  });
  const staged = await runOnSite(`handoff site.json ${AT} --batch-rigs 500 --batch-seconds 60 --out targets.json`);
  expect(staged.terminal.printed).toBe("");
  expect(staged.terminal.files.get("targets.json")).toContain('"afterSeconds": 180');
});

it.each([
  ["nvgrid", '"load_constraint": null'],
  ["proto-fleet --fleet rigs", "CURTAILMENT_MODE_FIXED_KW"],
  ["foreman", "Reduce Wattage To"],
  ["bids --firm-price 5000", '"priceUsdPerMwh": 5000'],
])("writes %s", async (format, part) => {
  const { code, terminal } = await runOnSite(`handoff site.json ${AT} --format ${format}`);
  expect([code, terminal.noted]).toEqual([0, ""]);
  expect(terminal.printed).toContain(part);
});

it("gives no targets of a plan that is stale or failed, and says why", async () => {
  const over = await runOnSite("handoff site.json --at 2026-07-15T05:00:00Z");
  expect([over.code, over.terminal.printed]).toEqual([3, ""]);
  expect(over.terminal.noted).toMatch(/^wattsplit: The plan ended at/u);
  const failed = await runOnSite(
    `handoff site.json ${AT} --set ai.facilityMw=50 --set ai.vollUsdPerMwh=null`,
    (site) => {
      (site["assets"] as { vollUsdPerMwh?: number }[])[1].vollUsdPerMwh = 5000;
    },
  );
  expect(failed.code).toBe(64);
  const short = await runOnSite(`handoff site.json ${AT} --set ai.facilityMw=50`, (site) => {
    delete (site["assets"] as { vollUsdPerMwh?: number }[])[1].vollUsdPerMwh;
  });
  expect([short.code, short.terminal.printed]).toEqual([2, ""]);
  expect(short.terminal.noted).toMatch(/The plan is infeasible, so it gives no targets/u);
});

it.each([
  ["--format tape", "--format tape: wanted one of json, nvgrid, proto-fleet, foreman, bids"],
  ["--format bids", "--format bids needs --firm-price"],
  ["--batch-rigs 5", "--batch-rigs and --batch-seconds go together"],
  ["--format nvgrid --feeds {", "--feeds: is not JSON"],
])("refuses %s", async (args, message) => {
  const { code, terminal } = await runOnSite(`handoff site.json ${AT} ${args}`);
  expect(code).toBe(64);
  expect(terminal.noted).toContain(message);
});
