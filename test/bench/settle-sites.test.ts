import { expect, it } from "vitest";
import { EITHER_OR_FAMILIES, eitherOrSite } from "../../bench/generators/either-or-site.ts";
import { settledTable, type SettledSite, settleSites } from "../../bench/method/settle-sites.ts";
import { runs } from "../support/runs.ts";

it("one small site of every family: both settle it, at one cost", async () => {
  const sites = await settleSites({ families: EITHER_OR_FAMILIES, firstSeed: 1, perFamily: 1 }, 60);
  expect(sites.map(({ site, fault }) => [site, fault])).toEqual(
    EITHER_OR_FAMILIES.map((family) => [`${family} 1`, undefined]),
  );
  expect(settledTable(sites)).toContain("Settled by HiGHS: 4 of 4; by planPower: 4; faults: 0.");
}, 120_000);

it("the mean is over the sites that both settled", () => {
  const site = (status: string, ms: number): SettledSite => ({
    site: "a 1",
    intervals: "24 x 60 min",
    rival: { status, ms: 100, usd: 1, boundUsd: 1 },
    own: { status: "optimal", ms, usd: 1, boundUsd: 1, nodes: 1 },
    fault: undefined,
  });
  expect(settledTable([site("optimal", 100), site("optimal", 400), site("timeLimit", 7)])).toContain(
    "of the 2 that both settled: 2.00.",
  );
});

it("the same seed gives the same site, and the families have what they are named for", () => {
  const size = { numIntervals: 48, intervalMinutes: 30 };
  expect(eitherOrSite("industrial", 3, size)).toEqual(eitherOrSite("industrial", 3, size));
  const grid = (family: (typeof EITHER_OR_FAMILIES)[number], seed: number) =>
    eitherOrSite(family, seed, size).assets[0] as {
      readonly importPriceUsdPerMwh: number[];
      readonly exportPriceUsdPerMwh: number[];
    };
  for (let seed = 1; seed <= runs(20, 4); seed++) {
    const { importPriceUsdPerMwh, exportPriceUsdPerMwh } = grid("feed-in", seed);
    expect(
      exportPriceUsdPerMwh.some((usd, t) => usd > importPriceUsdPerMwh[t]),
      `seed ${seed}`,
    ).toBe(true);
    const below = grid("negative-midday", seed).importPriceUsdPerMwh.filter((usd) => usd < 0).length / 48;
    expect(below).toBeGreaterThanOrEqual(0.09);
    expect(below).toBeLessThanOrEqual(0.51);
  }
});
