import { expect, it } from "vitest";
import { run } from "../../../src/cli/run.ts";
import { parsePlanInput } from "../../../src/parse-plan-input.ts";
import { planPower } from "../../../src/plan-power.ts";
import { MemoryTerminal } from "../../support/memory-terminal.ts";

it("writes a site that plans as it is, and its schema", async () => {
  const terminal = new MemoryTerminal();
  expect(await run(["init"], terminal, () => 0)).toBe(0);
  const { $schema, ...site } = JSON.parse(terminal.files.get("site.json") ?? "") as Record<string, unknown>;
  expect($schema).toBe("./site.schema.json");
  expect(JSON.parse(terminal.files.get("site.schema.json") ?? "")).toMatchObject({
    properties: { $schema: { type: "string" } },
  });
  expect(planPower(parsePlanInput(site)).status).toBe("optimal");
  expect(terminal.printed).toContain("Plan it: wattsplit plan site.json");
});

it("does not write over a file, unless asked to", async () => {
  const terminal = new MemoryTerminal();
  terminal.files.set("site.json", "mine");
  expect(await run(["init"], terminal, () => 0)).toBe(64);
  expect(terminal.files.get("site.json")).toBe("mine");
  expect(await run(["init", "--force", "--from", "home-fleet"], terminal, () => 0)).toBe(0);
  expect(terminal.files.get("site.json")).toContain("My fleet");
});

it("names the sites there are", async () => {
  const terminal = new MemoryTerminal();
  expect(await run(["init", "--from", "constructor"], terminal, () => 0)).toBe(64);
  expect(terminal.noted).toBe("wattsplit: --from constructor: wanted one of hybrid, texas-week, iso, home-fleet\n");
});
