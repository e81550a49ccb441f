import { describe, expect, it } from "vitest";
import { loadSite } from "../../src/cli/site-file.ts";
import { MemoryTerminal } from "../support/memory-terminal.ts";

const DAM =
  "DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag\n" +
  "07/14/2026,01:00,HB_HOUSTON,21.5,N\n07/14/2026,02:00,HB_HOUSTON,19,N\n";

const load = (site: unknown, changes = {}, files: Readonly<Record<string, string>> = {}) => {
  const terminal = new MemoryTerminal();
  terminal.files.set("plans/site.json", typeof site === "string" ? site : JSON.stringify(site));
  for (const [name, text] of Object.entries(files)) terminal.files.set(name, text);
  return loadSite("plans/site.json", changes, terminal);
};

describe("a site from a file", () => {
  it("is its JSON, without the word for editors", () => {
    expect(load({ $schema: "./x", name: "a", assets: [] })).toEqual({ name: "a", assets: [] });
  });

  it("has the series of a file in the place of its name, found beside the site", () => {
    const site = load(
      { assets: [{ name: "grid", importPriceUsdPerMwh: { file: "dam.csv", location: "HB_HOUSTON" } }] },
      {},
      { "plans/dam.csv": DAM },
    );
    expect(site).toMatchObject({
      assets: [{ importPriceUsdPerMwh: { prices: [{ perMwh: 21.5, minutes: 60 }, { perMwh: 19 }] } }],
    });
  });

  it("takes the prices of --prices for import, and for export where the site has any", () => {
    const assets = [{ name: "grid", importPriceUsdPerMwh: 1, exportPriceUsdPerMwh: 2 }, { name: "ai" }];
    const site = load({ assets }, { prices: "dam.csv", hub: "HB_HOUSTON" }, { "dam.csv": DAM });
    const prices = { location: "HB_HOUSTON" };
    expect(site).toMatchObject({
      assets: [{ importPriceUsdPerMwh: prices, exportPriceUsdPerMwh: prices }, { name: "ai" }],
    });
  });

  it("sets fields by path, and those of an asset by its name", () => {
    const site = load(
      { bitcoin: { hashpriceUsdPerPhDay: 1 }, assets: [{ name: "grid", importLimitMw: 1 }] },
      { set: ["bitcoin.hashpriceUsdPerPhDay=32", "grid.importLimitMw=[1,2]", "name=A site", "grid.exportLimitMw=0"] },
    );
    expect(site).toEqual({
      name: "A site",
      bitcoin: { hashpriceUsdPerPhDay: 32 },
      assets: [{ name: "grid", importLimitMw: [1, 2], exportLimitMw: 0 }],
    });
  });

  it.each([
    ["{", {}, /plans\/site.json: is not JSON/],
    ["[]", {}, /holds no object/],
    ['{"assets":[]}', { set: ["x"] }, /--set x: wanted path=value/],
    ['{"assets":[]}', { set: ["a.b.c=1"] }, /the site has no "a.b" with fields/],
    ['{"assets":[]}', { set: ["__proto__.polluted=1"] }, /the site has no "__proto__" with fields/],
    ['{"assets":[{"name":"grid"}]}', { set: ["grid=1"] }, /name a field of grid/],
    ['{"assets":[]}', { prices: "dam.csv" }, /no asset of the site has an importPriceUsdPerMwh/],
  ])("refuses %s with %j", (site, changes, message) => {
    expect(() => load(site, changes, { "dam.csv": DAM })).toThrow(message);
  });
});
