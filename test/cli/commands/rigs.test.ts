import { expect, it } from "vitest";
import { listRigs } from "../../../src/catalogue/rigs.ts";
import { runOnSite } from "../../support/memory-terminal.ts";

it("has a line for every rig of the catalogue", async () => {
  const { terminal } = await runOnSite("rigs");
  expect(terminal.printed.trimEnd().split("\n")).toHaveLength(listRigs().length + 2);
  expect(terminal.printed).toMatch(/Antminer S21 XP +270 +3645 +13\.5/u);
});
