import { expect, it } from "vitest";
import { runOnSite } from "../../support/memory-terminal.ts";

it("says why the rigs sleep in the expensive hour", async () => {
  const { code, terminal } = await runOnSite("why site.json --asset rigs --at 2026-07-14T02:00:00-05:00");
  expect(code).toBe(0);
  expect(terminal.printed).toMatch(/rigs asleep: power 300 > strike/u);
});
