/**
 * Requirements for every kind of asset: a strict schema with units, a ledger that adds up, a closed power balance, an
 * end state that another plan accepts, and no cost for its mere presence.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { AnyAssetKind } from "../../src/assets/asset.ts";
import { toLinearProgram } from "../../src/model/to-linear-program.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { faultsOf, firmAsset, gridAsset, optimalPlan, planOf, type TestSite } from "../support/plans.ts";
import { DAY_HOURS, HASHPRICE, surroundings, type AssetInput, type AssetSample } from "./asset-samples.ts";
import { runs } from "../support/runs.ts";

export function describeAssetConformance(kind: AnyAssetKind, sample: AssetSample, variant = ""): void {
  const asset = sample.asset(0, DAY_HOURS);
  const name = asset.name as string;
  const site = dayOf(sample, 0, DAY_HOURS, sample.state === undefined ? undefined : { [name]: sample.state });

  describe(`every kind of asset: ${kind.kind}${variant}`, () => {
    it("has a strict schema", () => {
      expect(kind.schema.safeParse(asset).success).toBe(true);
      const parsed = kind.schema.safeParse({ ...asset, importLimitKw: 5 });
      expect(parsed.error?.issues[0]).toMatchObject({ code: "unrecognized_keys", keys: ["importLimitKw"] });
      expect(kind.schema.safeParse({ ...asset, kind: "other" }).success).toBe(false);
      expect(kind.stateSchema.safeParse({ unknownField: 1 }).success).toBe(false);
      if (sample.state !== undefined) expect(kind.stateSchema.safeParse(sample.state).success).toBe(true);
    });

    it("states the unit of every number", () => {
      for (const schema of [kind.schema, kind.stateSchema]) {
        const found = numbersWithoutUnit(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), "");
        expect(found).toEqual([]);
      }
    });

    it("names its blocks, each once, with their units", () => {
      const { site: model } = buildSite(planOf(site));
      const blocks = [...model.columnBlocks, ...model.rowBlocks].filter((block) => block.asset === name);
      expect(blocks.length).toBeGreaterThan(0);
      for (const { name: block, unit } of blocks) expect([block.trim(), unit.trim()]).not.toContain("");
      for (const some of [model.columnBlocks, model.rowBlocks]) {
        const names = some.map((block) => `${block.asset}: ${block.name}`);
        expect(new Set(names).size).toBe(names.length);
      }
      for (const { item } of model.costTerms) expect(item.trim()).not.toBe("");
    });

    it("builds the same program twice", () => {
      const [first, second] = [buildSite(planOf(site)), buildSite(planOf(site))];
      expect(first.lp).toEqual(second.lp);
      expect(toLinearProgram(first.site)).toEqual(first.lp);
    });

    it("adds up: certified, ledger = objective, power balanced", () => {
      const plan = optimalPlan(site);
      expect(plan.certificate.ok).toBe(true);
      expect(plan.certificate.balanceResidualMw).toBeLessThan(1e-6);
      const { totalUsd, absoluteUsd, lines, usdByKind } = plan.ledger;
      expect(Math.abs(totalUsd - plan.objectiveUsd)).toBeLessThanOrEqual(1e-9 * absoluteUsd);
      const kinds = Object.values(usdByKind).reduce((total, usd) => total + usd, 0);
      expect(Math.abs(kinds - totalUsd)).toBeLessThanOrEqual(1e-9 * absoluteUsd);
      for (const { usd, usdByInterval } of lines) {
        if (usdByInterval !== undefined)
          expect(usdByInterval.reduce((total, value) => total + value, 0)).toBeCloseTo(usd, 6);
      }
    });

    it("reports finite series on the time axis, with units in their names", () => {
      const { assets, objectiveUsd } = optimalPlan(site);
      const reading = assets[name];
      expect(reading).toMatchObject({ kind: kind.kind, role: kind.role });
      // A contract has no power; its result is money, its own or another asset's.
      const isContract = kind.role === "contract";
      expect(
        reading.netBusMw.some((mw) => Math.abs(mw) > 0.1),
        "the sample does nothing",
      ).toBe(!isContract);
      if (isContract) {
        const { initialState: _, ...bare } = { ...site, assets: site.assets.filter((other) => other.name !== name) };
        expect(Math.abs(objectiveUsd - optimalPlan(bare).objectiveUsd)).toBeGreaterThan(0.1);
      }
      for (const [key, values] of [...Object.entries(reading.series), ["netBusMw", reading.netBusMw] as const]) {
        expect(values, key).toHaveLength(DAY_HOURS);
        expect([...values].every(Number.isFinite), key).toBe(true);
        expect(key).toMatch(UNIT);
      }
      for (const [key, value] of Object.entries(reading.totals)) {
        expect(Number.isFinite(value), key).toBe(true);
        expect(key).toMatch(UNIT);
      }
    });

    it("returns an end state that its state schema accepts", () => {
      const { endState } = optimalPlan(site);
      const own = endState[name] ?? {};
      expect(kind.stateSchema.parse(own)).toEqual(own);
      expect(() => planOf({ ...site, initialState: endState })).not.toThrow();
    });

    it("rolls forward: two half days in a row are possible and cost no less than the day", () => {
      const half = DAY_HOURS / 2;
      const whole = optimalPlan(site);
      const first = optimalPlan(dayOf(sample, 0, half, site.initialState));
      const second = optimalPlan(dayOf(sample, half, DAY_HOURS, first.endState));
      const chained = first.objectiveUsd + second.objectiveUsd;
      expect(chained).toBeGreaterThanOrEqual(whole.objectiveUsd - 1e-6 * Math.max(1, Math.abs(whole.objectiveUsd)));
    });

    it("has the properties of its role and no others", () => {
      const isConnection = kind.role === "connection";
      expect(kind.importLimitMw !== undefined).toBe(isConnection);
      expect(kind.withImportLimitMw !== undefined).toBe(isConnection);
      if (kind.withFlexibleShare !== undefined) expect(kind.role).toBe("ai-load");
      expect(kind.forAiOnly !== undefined).toBe(kind.role === "contract");
    });

    it("starts without a state, or asks for it by name", () => {
      const paths = faultsOf(dayOf(sample, 0, DAY_HOURS, undefined)).map(({ path }) => path);
      expect(paths).toEqual(kind.stateRequired === true ? [`initialState.${name}`] : []);
    });

    it("takes part in the threshold rule with its own columns and nonnegative ranges", () => {
      const built = buildSite(planOf(site));
      const declared = built.assets.find(({ planned }) => planned.name === name);
      const rule = declared?.kind.rule?.(declared.planned.spec, declared.planned.initial, declared.handles, built.site);
      expect(rule).toBeDefined();
      for (const { fixes, reachMw } of rule?.flows ?? []) {
        expect(fixes.map(({ columns }) => columns.asset)).toEqual(fixes.map(() => name));
        for (let t = 0; t < DAY_HOURS; t++) expect(reachMw(t)).toBeGreaterThanOrEqual(0);
      }
      for (const columns of rule?.idle ?? []) expect(columns.asset).toBe(name);
    });

    it.skipIf(sample.idle === undefined)("that may idle at no cost never raises the minimum cost", () => {
      const { idle } = sample;
      const hours = 6;
      const perHour = (min: number, max: number) =>
        fc.array(fc.integer({ min, max }), { minLength: hours, maxLength: hours });
      fc.assert(
        fc.property(
          perHour(-20, 120),
          perHour(0, 15),
          perHour(1, 12),
          (importPriceUsdPerMwh, importLimitMw, facilityMw) => {
            const bare = [
              gridAsset({ importPriceUsdPerMwh, importLimitMw }),
              firmAsset(facilityMw, { vollUsdPerMwh: 5000 }),
            ];
            const without = minimumUsd({ count: hours, hashpriceUsdPerPhDay: HASHPRICE, assets: bare });
            const initialState =
              idle?.state === undefined ? {} : { initialState: { [idle.asset.name as string]: idle.state } };
            const withAsset = minimumUsd({
              count: hours,
              hashpriceUsdPerPhDay: HASHPRICE,
              assets: [...bare, idle?.asset as AssetInput],
              ...initialState,
            });
            expect(withAsset).toBeLessThanOrEqual(without + 1e-7 * Math.max(1, Math.abs(without)));
          },
        ),
        { seed: 20260714, numRuns: runs(40, 4) },
      );
    });
  });
}

/** Names end with a unit or denote a count. */
const UNIT = /(?:Mw|Mwh|UsdPerMwh|Usd|L|T|Mmbtu|Hours|PhPerS)$|^rigsOn$|^(?:sets|units)AsRun$/u;

/** The asset in its surroundings, hours `[from, to)` of the day. */
function dayOf(sample: AssetSample, from: number, to: number, initialState: TestSite["initialState"]): TestSite {
  const asset = sample.asset(from, to);
  const others = surroundings(from, to).filter(({ name }) => name !== asset.name);
  const { beside = [] } = sample;
  return {
    count: to - from,
    start: `2026-07-14T${String(from).padStart(2, "0")}:00:00-05:00`,
    hashpriceUsdPerPhDay: HASHPRICE,
    assets: [...others, ...(typeof beside === "function" ? beside(from, to) : beside), asset],
    ...(initialState === undefined ? {} : { initialState }),
  };
}

function minimumUsd(site: TestSite): number {
  const solution = solveLp(buildSite(planOf(site)).lp);
  if (solution.status !== "optimal") throw new Error(solution.status);
  return solution.objective;
}

/** Paths of the numbers of a JSON Schema without a unit; whole numbers are counts. */
function numbersWithoutUnit(node: unknown, path: string): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { type, curve, unit } = node as Record<string, unknown>;
  const own = (type === "number" || curve === true) && (typeof unit !== "string" || unit === "") ? [path] : [];
  return [...own, ...Object.entries(node).flatMap(([key, below]) => numbersWithoutUnit(below, `${path}/${key}`))];
}
