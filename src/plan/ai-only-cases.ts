/**
 * The AI-only sites a hybrid is compared with (same demand, prices, outages and horizon; no mining):
 *   B0  imports what the AI-only site may import
 *   B1  imports what the hybrid may import, pays to carry it, leaves the difference idle
 *   B2  as B0, with AI load that may move within its day and/or a battery bought instead
 */
import type { PlannedAsset } from "../assets/asset.ts";
import { largest } from "../assets/series.ts";
import { monthSpans, shareOfMonth, type TimeGrid } from "../time/time-grid.ts";
import { kindOf } from "./build-site.ts";
import type { Counterfactual, Plan } from "./plan.ts";

export type CaseId = "B0" | "B1" | "B2";

export interface AiOnlyCase {
  readonly id: CaseId;
  readonly what: string;
  readonly plan: Plan;
  /** Cost of what the case must buy or hold beside its dispatch, USD over the plan; undefined = not stated in the input. */
  readonly carryingUsd: number | undefined;
}

/** Import capacity above the AI-only limit and its carrying cost over the plan. */
export interface ExtraImport {
  /** Greatest difference of the two import limits, MW. */
  readonly mw: number;
  /** USD over the plan; undefined where capacity is extra and its price was not stated. */
  readonly carryingUsd: number | undefined;
}

/** The part of a calendar month (summed over months) that the plan covers. */
export function monthsCovered(time: TimeGrid): number {
  return monthSpans(time).reduce((months, span) => months + shareOfMonth(time, span), 0);
}

export function extraImport(plan: Plan, counterfactual: Counterfactual): ExtraImport {
  const hybrid = importLimitMw(plan.assets);
  const mw = Math.max(0, largest(hybrid.map((limit, t) => limit - counterfactual.aiOnlyImportLimitMw[t])));
  if (mw === 0) return { mw, carryingUsd: 0 };
  const price = counterfactual.extraImportUsdPerMwMonth;
  return { mw, carryingUsd: price === undefined ? undefined : price * mw * monthsCovered(plan.time) };
}

/** Names of on-site assets that the hybrid has and the AI-only site does not. */
export function assetsAiOnlyLacks(plan: Plan, counterfactual: Counterfactual): string[] {
  return plan.assets
    .filter((asset) => kindOf(asset).role === "on-site" && !counterfactual.assetsAiOnlyKeeps.includes(asset.name))
    .map(({ name }) => name);
}

export function aiOnlyCases(plan: Plan, counterfactual: Counterfactual, extra: ExtraImport): AiOnlyCase[] {
  const { aiOnlyImportLimitMw, aiFlexibleShare, aiOnlyBattery } = counterfactual;
  const kept = plan.assets
    .filter((asset) => {
      const { role } = kindOf(asset);
      return role === "connection" || role === "ai-load" || (role === "on-site" && counterfactual.assetsAiOnlyKeeps.includes(asset.name));
    })
    .map((asset) => ({ ...asset, initial: counterfactual.initialState[asset.name] ?? asset.initial }));
  const limited = kept.map((asset) => withImportLimit(asset, aiOnlyImportLimitMw));
  const cases: AiOnlyCase[] = [
    { id: "B0", what: "AI only, AI-only import limit", plan: { ...plan, assets: limited }, carryingUsd: 0 },
    { id: "B1", what: "AI only, the hybrid's import limit carried and idle", plan: { ...plan, assets: kept }, carryingUsd: extra.carryingUsd },
  ];
  if (aiFlexibleShare !== undefined || aiOnlyBattery !== undefined) {
    const flexible = aiFlexibleShare === undefined ? limited : limited.map((asset) => withFlexibleShare(asset, aiFlexibleShare));
    cases.push({
      id: "B2",
      what: [
        "AI only, AI-only import limit",
        aiFlexibleShare === undefined ? "" : `${(100 * aiFlexibleShare).toFixed(0)} % of firm AI moving within its day`,
        aiOnlyBattery === undefined ? "" : "its own battery",
      ].filter((part) => part !== "").join(", "),
      plan: { ...plan, assets: aiOnlyBattery === undefined ? flexible : [...flexible, aiOnlyBattery.battery] },
      carryingUsd: aiOnlyBattery === undefined ? 0 : aiOnlyBattery.carryingUsdPerMonth * monthsCovered(plan.time),
    });
  }
  return cases;
}

function importLimitMw(assets: readonly PlannedAsset[]): Float64Array {
  for (const asset of assets) {
    const limit = kindOf(asset).importLimitMw?.(asset.spec);
    if (limit !== undefined) return limit;
  }
  return new Float64Array(0);
}

function withImportLimit(asset: PlannedAsset, limitMw: Float64Array): PlannedAsset {
  const kind = kindOf(asset);
  return kind.withImportLimitMw === undefined ? asset : { ...asset, spec: kind.withImportLimitMw(asset.spec, limitMw) };
}

function withFlexibleShare(asset: PlannedAsset, share: number): PlannedAsset {
  const kind = kindOf(asset);
  return kind.withFlexibleShare === undefined ? asset : { ...asset, spec: kind.withFlexibleShare(asset.spec, share) };
}
