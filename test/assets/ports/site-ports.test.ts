import { describe, expect, it } from "vitest";
import { type AssetPorts, SitePorts } from "../../../src/assets/ports/site-ports.ts";
import { connectionPorts, emptySite } from "../../support/plans.ts";

const site = emptySite(2);
const power = (asset: string, name: string) => site.addSeries(asset, name, { unit: "MW" });
const fleet = (asset: string, fullMw: number, ...segments: string[]): AssetPorts => ({
  miningLoad: {
    aboveStandbyMw: segments.map((segment) => power(asset, segment)),
    fullMw,
    strikeUsdPerMwh: new Float64Array(2),
  },
});
const firm = (...demandMw: number[]): AssetPorts => ({
  firmLoad: { demandMw: Float64Array.from(demandMw), lostLoadUsdPerMwh: undefined },
});

describe("SitePorts", () => {
  it("lists the ports of all assets in their order, each under its kind of port", () => {
    const ports = new SitePorts([fleet("b", 5, "low", "high"), {}, firm(1, 2), fleet("a", 3, "only")]);
    expect(ports.connections).toEqual([]);
    expect(ports.firmLoads).toHaveLength(1);
    expect(ports.miningLoads.map(({ fullMw }) => fullMw)).toEqual([5, 3]);
    expect(ports.miningAboveStandbyMw.map(({ asset, name }) => `${asset} ${name}`)).toEqual([
      "b low",
      "b high",
      "a only",
    ]);
  });

  it("has the import of every connection, and the export of those that can export", () => {
    const exporting = connectionPorts(site, [50, 50]);
    const exportMw = power("grid", "exportMw");
    if (exporting.connection === undefined) throw new Error("no connection");
    const ports = new SitePorts([
      connectionPorts(site, undefined),
      { connection: { ...exporting.connection, exportMw } },
    ]);
    expect(ports.importMw).toHaveLength(2);
    expect(ports.exportMw).toEqual([exportMw]);
  });

  it("adds up what firm loads and whole fleets could draw, by interval", () => {
    const ports = new SitePorts([firm(10, 20), fleet("rigs", 5), firm(1, 2)]);
    expect([0, 1].map((t) => ports.ownLoadMw(t))).toEqual([16, 27]);
    expect(new SitePorts([]).ownLoadMw(0)).toBe(0);
  });

  it("has one account of headroom for each asset that offers some, by its name", () => {
    const ports = new SitePorts([{ headroom: { asset: "bess", slices: [] } }, {}]);
    expect([...ports.headrooms.keys()]).toEqual(["bess"]);
    expect(ports.headrooms.get("bess")?.offer.asset).toBe("bess");
  });
});
