import { describe, expect, it } from "vitest";
import { contractConnection } from "../../../src/assets/connection/contract-connection.ts";
import { buildSite } from "../../../src/plan/build-site.ts";
import { faultsOf, gridAsset, planOf } from "../../support/plans.ts";

/** The connection of a contract on a site with some connections. */
function connectionOf(grids: readonly Readonly<Record<string, unknown>>[], name?: string) {
  const { site, ports } = buildSite(planOf({ count: 2, assets: grids }));
  return contractConnection(ports, "ppa", name, site);
}

const feeder = gridAsset({
  name: "feeder",
  importPriceUsdPerMwh: [70, 80],
  importAdderUsdPerMwh: 5,
  lossFraction: 0.1,
});

describe("contractConnection", () => {
  it("is the only one, or the one named: its import, its energy price without adders, its losses", () => {
    expect(connectionOf([gridAsset()])).toMatchObject({
      importMw: { asset: "grid", name: "importMw" },
      busMwPerMw: 1,
    });
    const both = [gridAsset(), feeder];
    expect(connectionOf(both, "feeder")).toMatchObject({
      importMw: { asset: "feeder" },
      energyPriceUsdPerMwh: Float64Array.of(70, 80),
      busMwPerMw: 0.9,
    });
    expect(connectionOf(both, "grid")).toMatchObject({
      importMw: { asset: "grid" },
      energyPriceUsdPerMwh: Float64Array.of(50, 50),
      busMwPerMw: 1,
    });
  });

  it.each([
    {
      grids: [gridAsset(), feeder],
      connection: undefined,
      given: "nothing",
      wanted: 'a grid connection of this plan: "grid", "feeder"',
    },
    { grids: [gridAsset()], connection: "gird", given: '"gird"', wanted: 'a grid connection of this plan: "grid"' },
    { grids: [], connection: undefined, given: "nothing", wanted: "a grid connection of this plan" },
  ])("is asked for where it is not clear: $connection of $grids.length", ({ grids, connection, given, wanted }) => {
    const call = {
      kind: "curtailment-call",
      name: "utility",
      connection,
      calls: [{ start: "2026-07-14T00:00:00-05:00", end: "2026-07-14T01:00:00-05:00", capMw: 5 }],
    };
    const renewable = { kind: "renewable", name: "wind", technology: "wind", capacityMw: 1, availability: 1 };
    expect(faultsOf({ count: 2, assets: [renewable, ...grids, call] })).toMatchObject([
      { path: `assets[${grids.length + 1}].connection`, given, wanted },
    ]);
  });
});
