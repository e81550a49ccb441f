import { expect, it } from "vitest";
import { runOnSite } from "../../support/memory-terminal.ts";

it("says what is in a valid site, and lists the errors of another", async () => {
  const { code, terminal } = await runOnSite("check site.json");
  expect([code, terminal.printed]).toEqual([0, "site.json is valid: 3 assets, 6 intervals of 60 minutes.\n"]);
  expect((await runOnSite("check site.json --set rigs.rigs=-1")).code).toBe(64);
});

it("lists faults between assets, which only show once the site is built", async () => {
  const { code, terminal } = await runOnSite("check site.json", (site) => {
    (site.assets as object[]).push({ kind: "emissions", name: "co2", priceUsdPerT: 50 });
  });
  expect(code).toBe(64);
  expect(terminal.noted).toContain("assets[0].emissionTPerMwh: got nothing");
});
