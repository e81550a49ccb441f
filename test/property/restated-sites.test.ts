import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assetKinds } from "../../src/assets/index.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { SolvedSite } from "../../src/model/solved-site.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { decodeLedger } from "../../src/plan/ledger.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { type AssetInput, assetSamples, HASHPRICE, surroundings } from "../conformance/asset-samples.ts";
import { type AssetPart, partName, splitAsset, splittings, times } from "../conformance/asset-shares.ts";
import { planOf, type TestSite } from "../support/plans.ts";
import { withContracts } from "../support/random-contracts.ts";
import { randomSite, scaleMoney } from "../support/random-sites.ts";
import { runs } from "../support/runs.ts";

/**
 * The same site in a different description has the same cost: an asset in two parts, the assets in another order, all
 * amounts in another currency. Sites have random prices, limits and loads over a random part of a day, with assets of
 * every kind and all their fields. Least cost: of the program with either-or rules relaxed, because two meters may do
 * what one may not.
 */

const SEED = 20261128;
const kinds = Object.keys(assetSamples);

interface Surroundings {
  readonly from: number;
  readonly to: number;
  readonly price: readonly number[];
  readonly limit: readonly number[];
  readonly load: readonly number[];
}

const hourly = (min: number, max: number) => fc.array(fc.integer({ min, max }), { minLength: 24, maxLength: 24 });
const around = fc.record({
  from: fc.integer({ min: 0, max: 8 }),
  to: fc.integer({ min: 16, max: 24 }),
  price: hourly(-20, 120),
  limit: hourly(6, 30),
  load: hourly(3, 12),
});

/** Samples of these kinds with the assets that they need, in random surroundings. */
function siteOf(wanted: readonly string[], { from, to, price, limit, load }: Surroundings): TestSite {
  const assets = new Map<string, AssetInput>();
  const states: Record<string, unknown> = {};
  for (const asset of surroundings(from, to)) assets.set(asset.name as string, asset);
  for (const kind of wanted) {
    const { asset, state } = assetSamples[kind];
    const own = asset(from, to);
    assets.set(own.name as string, own);
    if (state) states[own.name as string] = state;
  }
  const needed = wanted.flatMap((kind) => {
    const { beside = [] } = assetSamples[kind];
    return typeof beside === "function" ? beside(from, to) : beside;
  });
  for (const other of needed) {
    assets.set(other.name as string, other);
    delete states[other.name as string];
  }
  const random = { importLimitMw: limit.slice(from, to), importPriceUsdPerMwh: price.slice(from, to) };
  if (!wanted.includes("ai-firm"))
    assets.set("inference", { ...assets.get("inference"), facilityMw: load.slice(from, to) });
  assets.set("grid", { ...assets.get("grid"), ...random });
  return {
    count: to - from,
    start: `2026-07-14T${String(from).padStart(2, "0")}:00:00-05:00`,
    hashpriceUsdPerPhDay: HASHPRICE,
    assets: [...assets.values()],
    initialState: states,
  };
}

/** The least cost; undefined without a plan. For an optimum, the certificate is checked and the ledger summed. */
function leastUsd(site: TestSite): number | undefined {
  const { lp, site: model, request } = buildSite(planOf(site));
  const solution = solveLp(lp);
  expect(checkSolution(lp, solution).ok).toBe(true);
  if (solution.status !== "optimal") return undefined;
  const { totalUsd, absoluteUsd } = decodeLedger(model, new SolvedSite(request.time, solution));
  expect(Math.abs(totalUsd - solution.objective)).toBeLessThanOrEqual(1e-9 * absoluteUsd);
  return solution.objective;
}

function expectSame(site: TestSite, restated: TestSite, factor = 1): boolean {
  const [usd, other] = [leastUsd(site), leastUsd(restated)];
  expect(other === undefined).toBe(usd === undefined);
  if (usd === undefined || other === undefined) return false;
  expect(Math.abs(other / factor - usd)).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(usd)));
  return true;
}

/** The site with one asset in two parts, also where other assets name it. */
function split(site: TestSite, name: string, share: number): TestSite {
  const { [name]: state, ...states } = site.initialState as Record<string, AssetInput>;
  const index = site.assets.findIndex((asset) => asset.name === name);
  const parts: readonly AssetPart[] = splitAsset({ asset: site.assets[index], state }, share);
  const names = ([0, 1] as const).map((part) => partName(name, part));
  const others = site.assets.map((asset) => {
    const { backedBy } = asset as { readonly backedBy?: readonly string[] };
    return backedBy?.includes(name)
      ? { ...asset, backedBy: backedBy.flatMap((backing) => (backing === name ? names : [backing])) }
      : asset;
  });
  const divided = Object.entries(states).map(([owner, own]) => {
    const { headroomMw } = own as { readonly headroomMw?: AssetInput };
    if (headroomMw?.[name] === undefined) return [owner, own];
    const { [name]: mw, ...left } = headroomMw;
    return [owner, { ...own, headroomMw: { ...left, [names[0]]: times(mw, share), [names[1]]: times(mw, 1 - share) } }];
  });
  return {
    ...site,
    assets: others.toSpliced(index, 1, ...parts.map(({ asset }) => asset)),
    initialState: Object.fromEntries([
      ...divided,
      ...parts.flatMap((part) => (part.state ? [[part.asset.name, part.state]] : [])),
    ]),
  };
}

const nameOf = (kind: string) => assetSamples[kind].asset(0, 24).name as string;

describe("a site described differently", () => {
  it("every kind defines how it is split", () => {
    expect(Object.keys(splittings).toSorted()).toEqual(assetKinds.map(({ kind }) => kind).toSorted());
  });

  it.each(kinds)("splitting and merging do not change the optimum: %s", (kind) => {
    const { without = [] } = splittings[kind];
    // Half of the sites contain all other kinds too, as far as names differ.
    const others = kinds.filter(
      (other) => other !== kind && !without.includes(other) && nameOf(other) !== nameOf(kind),
    );
    let optima = 0;
    fc.assert(
      fc.property(
        around,
        fc.constantFrom(0.2, 0.5, 0.6),
        fc.boolean(),
        fc.subarray(others),
        (surrounding, share, isAlone, some) => {
          const site = siteOf([...(isAlone ? [] : some), kind], surrounding);
          if (expectSame(site, split(site, nameOf(kind), share))) optima++;
        },
      ),
      { seed: SEED, numRuns: runs(14, 2) },
    );
    expect(optima).toBeGreaterThan(runs(6, 0));
  });

  it("splitting each asset of random sites with every kind of contract preserves the optimum", () => {
    let optima = 0;
    for (let seed = 2000; seed < 2000 + runs(24, 3); seed++) {
      const { horizon, bitcoin, assets, initialState } = withContracts(randomSite(seed), seed);
      const given: TestSite = {
        ...horizon,
        hashpriceUsdPerPhDay: bitcoin.hashpriceUsdPerPhDay,
        assets: assets.map((asset) => ({
          ...asset,
          ...(typeof asset.rigs === "number" && { rigs: 2 * asset.rigs }),
        })),
        initialState,
      };
      const isSplit = ({ kind, calls }: AssetInput) =>
        kind !== "grid" && (calls === undefined || (calls as readonly unknown[]).length > 1);
      const apart = given.assets.filter(isSplit).reduce((site, { name }) => split(site, name as string, 0.5), given);
      if (expectSame(given, apart)) optima++;
    }
    expect(optima).toBeGreaterThan(runs(12, 0));
  });

  it("the order of the assets does not change the optimum", () => {
    let optima = 0;
    fc.assert(
      fc.property(
        around,
        fc.subarray(kinds, { minLength: 4 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (surrounding, some, keys) => {
          const site = siteOf(some, surrounding);
          const shuffled = site.assets
            .map((asset) => ({ asset, key: keys.next().value as number }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ asset }) => asset);
          if (expectSame(site, { ...site, assets: shuffled })) optima++;
        },
      ),
      { seed: SEED, numRuns: runs(40, 4) },
    );
    expect(optima).toBeGreaterThan(runs(20, 1));
  });

  it.each(kinds)("scaling all money scales the cost: %s", (kind) => {
    let optima = 0;
    fc.assert(
      fc.property(around, fc.constantFrom(0.8, 1.75, 3), fc.subarray(kinds), (surrounding, factor, some) => {
        const site = siteOf([...some.filter((other) => other !== kind), kind], surrounding);
        if (expectSame(site, scaleMoney(site, factor), factor)) optima++;
      }),
      { seed: SEED, numRuns: runs(10, 2) },
    );
    expect(optima).toBeGreaterThan(runs(4, 0));
  });
});
