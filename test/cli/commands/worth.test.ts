import { expect, it } from "vitest";
import { runOnSite } from "../../support/memory-terminal.ts";

it("lists what one more unit of each limit is worth", async () => {
  const { code, terminal } = await runOnSite("worth site.json");
  expect(code).toBe(0);
  expect(terminal.printed).toMatch(/rigs rigs .*MW/u);
});
