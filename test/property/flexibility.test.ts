import { expect, it } from "vitest";
import type { BackingFigures } from "../../src/assets/flexibility-product/backing.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import type { PowerPlan } from "../../src/plan/plan-result.ts";
import { decodePlan } from "../../src/plan/decode-plan.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { seededUniform } from "../support/random-programs.ts";
import { randomSite, type AssetInput, type SiteInput } from "../support/random-sites.ts";
import { runs } from "../support/runs.ts";

const SITES = runs(60, 8);
const ROUNDING_MW = 1e-5;
const SELLERS = ["mining-fleet", "battery", "ai-spot"];

/** A random site with two products on all its flexibility; every third site is called for three intervals. */
function withProducts(seed: number): {
  readonly bare: SiteInput;
  readonly site: SiteInput;
  readonly isCalled: boolean;
} {
  const bare = randomSite(seed);
  const uniform = seededUniform(seed * 104_729 + 3);
  const { count, intervalMinutes, start } = bare.horizon;
  const backedBy = bare.assets.filter(({ kind }) => SELLERS.includes(kind)).map(({ name }) => name);
  const stamp = (t: number) => new Date(Date.parse(start) + t * intervalMinutes * 60_000).toISOString();
  const isCalled = seed % 3 === 2;
  const product = (name: string, fields: Record<string, unknown>): AssetInput => ({
    kind: "flexibility-product",
    name,
    backedBy,
    priceUsdPerMwHour: Array.from({ length: count }, () => Math.round(300 * uniform()) / 10),
    deployedShare: Math.round(100 * 0.2 * uniform()) / 100,
    durationHours: [0.5, 1, 4][Math.floor(3 * uniform())],
    responseMinutes: 10 + Math.floor(20 * uniform()),
    ...fields,
  });
  const from = 1 + Math.floor((count - 5) * uniform());
  const calls = isCalled ? [{ start: stamp(from), end: stamp(from + 3) }] : [];
  const products =
    backedBy.length === 0
      ? []
      : [
          product("hourly", { limitMw: 30, calls }),
          product("block", { blockHours: 4, calls: uniform() < 0.5 ? calls : [] }),
        ];
  return { bare, site: { ...bare, assets: [...bare.assets, ...products] }, isCalled };
}

function expectBacked(plan: PowerPlan, site: SiteInput, label: string): void {
  const products = Object.values(plan.assets).flatMap((reading) => ("backing" in reading ? [reading] : []));
  for (const { name, ...asset } of site.assets) {
    const reading = plan.assets[name];
    // Headroom without a call.
    const soldMw = (t: number) =>
      products.reduce((total, { backing, series }) => {
        const own = (backing as readonly BackingFigures[]).find((one) => one.asset === name);
        return total + (series.calledMw[t] > 0 ? 0 : (own?.soldMw[t] ?? 0));
      }, 0);
    for (let t = 0; t < site.horizon.count; t++) {
      if (reading.kind === "mining-fleet")
        expect(soldMw(t), label).toBeLessThanOrEqual(reading.series.aboveStandbyMw[t] + ROUNDING_MW);
      if (reading.kind === "ai-spot")
        expect(soldMw(t), label).toBeLessThanOrEqual(reading.series.servedMw[t] + ROUNDING_MW);
      if (reading.kind === "battery") {
        const { chargeMw, dischargeMw, storedMwh } = reading.series;
        expect(soldMw(t), label).toBeLessThanOrEqual(
          (asset.dischargeLimitMw as number) - dischargeMw[t] + chargeMw[t] + ROUNDING_MW,
        );
        // At least half an hour of it.
        expect(
          ((asset.minStoredMwh as number | undefined) ?? 0) + (0.5 * soldMw(t)) / 0.948,
          label,
        ).toBeLessThanOrEqual(storedMwh[t] + ROUNDING_MW);
      }
    }
  }
}

it(
  `${SITES} random sites sell what they have, once: our solver and HiGHS agree, and without calls selling ` +
    "never costs",
  ({ annotate }) => {
    let selling = 0;
    for (let seed = 0; seed < SITES; seed++) {
      const { bare, site, isCalled } = withProducts(seed);
      const label = `seed ${seed}`;
      const built = buildSite(parseRequest(site));
      const ours = solveLp(built.lp);
      const oracle = solveWithHighs(built.lp);
      expect(ours.status, label).toBe(oracle.status);
      expect(checkSolution(built.lp, ours).ok, label).toBe(true);
      if (ours.status !== "optimal") continue;
      const scale = Math.max(1, Math.abs(oracle.objective));
      expect(Math.abs(ours.objective - oracle.objective) / scale, label).toBeLessThan(1e-7);
      const plan = decodePlan(built, ours);
      expect(Math.abs(plan.ledger.totalUsd - ours.objective), label).toBeLessThan(
        1e-9 * Math.max(1, plan.ledger.absoluteUsd),
      );
      expectBacked(plan, site, label);
      const { block } = plan.assets;
      if (block !== undefined && block.kind === "flexibility-product" && block.totals.soldMwHours > 0) selling++;
      if (!isCalled) {
        const without = solveLp(buildSite(parseRequest(bare)).lp);
        expect(ours.objective, label).toBeLessThanOrEqual(without.objective + 1e-7 * scale);
      }
    }
    void annotate(`${selling} of ${SITES} sell a block`);
    expect(selling).toBeGreaterThan(SITES / 3);
  },
);
