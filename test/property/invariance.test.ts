import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import {
  randomSite,
  scaleMoney,
  splitInFour,
  type AssetInput,
  type RandomSiteOptions,
  type SiteInput,
} from "../support/random-sites.ts";
import { planPower } from "../support/untyped.ts";
import { runs } from "../support/runs.ts";

/**
 * Changes of the input that must not change the least cost, or only in one direction. Least cost: of the program with
 * rules relaxed.
 */

const SEED = 20261122;

function leastCost(site: SiteInput): { readonly usd: number; readonly status: string } {
  const solution = solveLp(buildSite(parseRequest(site)).lp);
  return { usd: solution.objective, status: solution.status };
}

function forSites(numRuns: number, options: RandomSiteOptions, check: (site: SiteInput, seed: number) => void): void {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => check(randomSite(seed, options), seed)),
    { seed: SEED, numRuns },
  );
}

const relative = (a: number, b: number) => Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b));

describe("invariance", () => {
  it("splitting every interval in four leaves the optimum", () => {
    let optima = 0;
    forSites(runs(24, 4), { splittable: true }, (site) => {
      const coarse = leastCost(site);
      const fine = leastCost(splitInFour(site));
      expect(fine.status).toBe(coarse.status);
      if (coarse.status !== "optimal") return;
      optima++;
      expect(relative(fine.usd, coarse.usd)).toBeLessThan(1e-7);
    });
    expect(optima).toBeGreaterThan(runs(18, 2));
  });

  it("scaling all money scales the cost", () => {
    forSites(runs(40, 5), {}, (site) => {
      const base = leastCost(site);
      const scaled = leastCost(scaleMoney(site, 1.75));
      expect(scaled.status).toBe(base.status);
      if (base.status === "optimal") expect(relative(scaled.usd, 1.75 * base.usd)).toBeLessThan(1e-9);
    });
  });

  it("the order of the assets does not matter", () => {
    forSites(runs(40, 5), {}, (site, seed) => {
      const from = seed % site.assets.length;
      const turned = { ...site, assets: [...site.assets.slice(from), ...site.assets.slice(0, from)].toReversed() };
      const base = leastCost(site);
      const other = leastCost(turned);
      expect(other.status).toBe(base.status);
      if (base.status === "optimal") expect(relative(other.usd, base.usd)).toBeLessThan(1e-9);
    });
  });

  it.each<[string, AssetInput, SiteInput["initialState"]]>([
    [
      "a battery",
      {
        kind: "battery",
        name: "extra",
        chargeLimitMw: 10,
        dischargeLimitMw: 10,
        maxStoredMwh: 40,
        wearUsdPerMwh: 1,
        end: { rule: "free" },
      },
      { extra: { storedMwh: 0 } },
    ],
    ["spot AI", { kind: "ai-spot", name: "extra", facilityMw: 7, revenueUsdPerFacilityMwh: 90 }, {}],
    ["wind", { kind: "renewable", name: "extra", technology: "wind", capacityMw: 9, availability: 0.4 }, {}],
    ["diesel", { kind: "diesel", name: "extra", sets: 3, unitMw: 2, fuelUsdPerL: 0.9, omUsdPerMwh: 15 }, {}],
    [
      "rigs without standby draw",
      { kind: "mining-fleet", name: "extra", rig: "Antminer S21", rigs: 1500, standbyWPerRig: 0 },
      {},
    ],
    [
      "a priced job",
      {
        kind: "ai-deferrable",
        name: "extra",
        jobs: [
          {
            name: "job",
            energyFacilityMwh: 0,
            release: "2026-01-01T00:00:00Z",
            deadline: "2027-06-01T00:00:00Z",
            maxMw: 5,
            unmetUsdPerMwh: 100,
          },
        ],
      },
      {},
    ],
  ])("%s, which may idle at no cost, never raises the least cost", (_what, asset, state) => {
    let lowered = 0;
    forSites(runs(30, 5), {}, (site) => {
      const base = leastCost(site);
      const more = leastCost({
        ...site,
        assets: [...site.assets, asset],
        initialState: { ...site.initialState, ...state },
      });
      if (base.status !== "optimal") return;
      expect(more.status).toBe("optimal");
      expect(more.usd).toBeLessThanOrEqual(base.usd + 1e-7 * Math.max(1, Math.abs(base.usd)));
      if (more.usd < base.usd - 1) lowered++;
    });
    if (asset.kind !== "ai-deferrable") expect(lowered).toBeGreaterThan(0);
  });

  it("the same input twice gives bit-identical results", () => {
    forSites(runs(25, 3), {}, (site) => {
      expect(planPower(structuredClone(site))).toStrictEqual(planPower(site));
    });
  });
});
