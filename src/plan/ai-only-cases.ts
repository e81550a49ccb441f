/**
 * The AI-only sites that a hybrid is compared with (same demand, prices, outages and horizon; no mining):
 *   B0  imports up to the import limit of the AI-only site
 *   B1  imports up to the hybrid's import limit, pays for the extra capacity and leaves it unused
 *   B2  is B0 with AI load that may move within its day, with a battery bought instead, or with both
 *   B3  is B0 with AI load that throttles: the power modes, floor and price of the hybrid's own loads
 *   B4  is B1 that throttles too; only where the two import limits differ
 * In B0 to B2 all AI runs at full power. Without B4 a hybrid that throttles would be credited with what throttling
 * alone does at the larger import.
 */
import type { PlannedAsset } from "../assets/asset.ts";
import { largest } from "../assets/fields/series.ts";
import { PlanInputError } from "../errors.ts";
import { shareOfMonth } from "../time/local-clock.ts";
import { monthSpans, type TimeGrid } from "../time/time-grid.ts";
import { kindOf } from "./build-site.ts";
import type { Counterfactual, PlanRequest } from "./plan-request.ts";

export type CaseId = "B0" | "B1" | "B2" | "B3" | "B4";

/** Costs of capacity that are not part of the dispatch. */
export interface Carrying {
  /** USD over the plan; absent if the input does not state it. */
  readonly carryingUsd?: number;
  /**
   * How that amount was calculated, e.g. `50 MW x 9500 USD x 0.005376 months = 2554 USD`; absent if nothing is carried.
   */
  readonly carrying?: string;
}

export interface AiOnlyCase extends Carrying {
  readonly id: CaseId;
  readonly what: string;
  readonly plan: PlanRequest;
}

/** Import capacity above the AI-only limit, and its carrying cost over the plan. */
export interface ExtraImport {
  /** Greatest difference between the two import limits, MW. */
  readonly mw: number;
  readonly cost: Carrying;
}

/** The number of calendar months that the plan covers, as a sum of fractions of each month. */
export function monthsCovered(time: TimeGrid): number {
  return monthSpans(time).reduce((months, span) => months + shareOfMonth(time, span), 0);
}

export function extraImport(plan: PlanRequest, counterfactual: Counterfactual): ExtraImport {
  const hybrid = importLimitMw(plan.assets);
  const mw = Math.max(0, largest(hybrid.map((limit, t) => limit - counterfactual.aiOnlyImportLimitMw[t])));
  if (mw === 0) return { mw, cost: { carryingUsd: 0 } };
  const price = counterfactual.extraImportUsdPerMwMonth;
  return { mw, cost: price === undefined ? {} : carry(plan, price * mw, `${Number(mw.toFixed(3))} MW x ${price}`) };
}

/** Names of on-site assets and contracts of the hybrid that the AI-only site does not have. */
export function assetsAiOnlyLacks(plan: PlanRequest, counterfactual: Counterfactual): string[] {
  return plan.assets
    .filter((asset) => kindOf(asset).role !== "mining" && !isAiOnlyAsset(asset, counterfactual))
    .map(({ name }) => name);
}

/**
 * Names of the AI-only site's assets, except loads, that start in the hybrid's state because the input gives no state
 * of their own.
 *
 * @throws PlanInputError if the AI-only site cannot have reached that state.
 */
export function statesInherited(plan: PlanRequest, counterfactual: Counterfactual): string[] {
  const inheriting = plan.assets.filter(
    (asset) =>
      kindOf(asset).role !== "ai-load" &&
      isAiOnlyAsset(asset, counterfactual) &&
      asset.initial &&
      !Object.hasOwn(counterfactual.initialState, asset.name),
  );
  const faults = inheriting.flatMap((asset) => {
    const { spec } = withImportLimit(asset, counterfactual.aiOnlyImportLimitMw);
    const why = kindOf(asset).impossibleState?.(spec, asset.initial, plan.time);
    return !why
      ? []
      : [
          {
            path: `counterfactual.initialState.${asset.name}`,
            given: `nothing, and the hybrid's ${why}`,
            wanted: "a state the AI-only site can have come to",
            fix: "give the AI-only site's own",
          },
        ];
  });
  if (faults.length > 0) throw new PlanInputError(faults);
  return inheriting.map(({ name }) => name);
}

export function aiOnlyCases(plan: PlanRequest, counterfactual: Counterfactual, extra: ExtraImport): AiOnlyCase[] {
  const { aiOnlyImportLimitMw, aiFlexibleShare, aiOnlyBattery } = counterfactual;
  const throttling = assetsOfAiOnly(plan, counterfactual);
  const sharedAssets = throttling.map(atFullPower);
  const limitedTo = (asset: PlannedAsset) => withImportLimit(asset, aiOnlyImportLimitMw);
  const limited = sharedAssets.map(limitedTo);
  const what = "AI only, AI-only import limit";
  const larger = "AI only, the hybrid's import limit paid for but unused";
  const cases: AiOnlyCase[] = [
    { id: "B0", what, plan: { ...plan, assets: limited }, carryingUsd: 0 },
    { id: "B1", what: larger, plan: { ...plan, assets: sharedAssets }, ...extra.cost },
  ];
  if (aiFlexibleShare !== undefined || aiOnlyBattery) {
    const flexible =
      aiFlexibleShare === undefined ? limited : limited.map((asset) => withFlexibleShare(asset, aiFlexibleShare));
    const moving =
      aiFlexibleShare === undefined ? "" : `, ${(100 * aiFlexibleShare).toFixed(0)} % of firm AI moving within its day`;
    cases.push({
      id: "B2",
      what: `${what}${moving}${aiOnlyBattery ? ", its own battery" : ""}`,
      plan: { ...plan, assets: aiOnlyBattery ? [...flexible, aiOnlyBattery.battery] : flexible },
      ...(aiOnlyBattery
        ? carry(plan, aiOnlyBattery.carryingUsdPerMonth, `${aiOnlyBattery.carryingUsdPerMonth}`)
        : { carryingUsd: 0 }),
    });
  }
  if (!mayThrottle(plan)) return cases;
  const words = "AI throttled by price";
  cases.push({
    id: "B3",
    what: `${what}, ${words}`,
    plan: { ...plan, assets: throttling.map(limitedTo) },
    carryingUsd: 0,
  });
  if (extra.mw > 0)
    cases.push({ id: "B4", what: `${larger}, ${words}`, plan: { ...plan, assets: throttling }, ...extra.cost });
  return cases;
}

/** Whether some AI load of the site has power modes. */
export function mayThrottle({ assets }: PlanRequest): boolean {
  return assets.some((asset) => atFullPower(asset) !== asset);
}

/** The sites between B0 and the hybrid that differ from both; undefined if a site equals its neighbour. */
export interface SitesBetween {
  /** B1 with the on-site assets that only the hybrid has; throttling, if the hybrid may throttle. */
  readonly importAndOnSite: PlanRequest | undefined;
  /** B0 with the same on-site assets. */
  readonly onSiteAlone: PlanRequest | undefined;
  /** B0 with mining and with the contracts that only the hybrid has, on the hybrid's contract terms. */
  readonly miningAlone: PlanRequest | undefined;
  /** Names of those on-site assets and of those contracts. */
  readonly onSite: readonly string[];
  readonly contracts: readonly string[];
  /** Whether some asset of the AI-only site starts in a state that differs from the hybrid's. */
  readonly hasOwnStates: boolean;
}

export function sitesBetween(plan: PlanRequest, counterfactual: Counterfactual, extra: ExtraImport): SitesBetween {
  const limitedTo = (asset: PlannedAsset) => withImportLimit(asset, counterfactual.aiOnlyImportLimitMw);
  const throttling = assetsOfAiOnly(plan, counterfactual);
  const sharedAssets = throttling.map(atFullPower);
  const only = plan.assets.filter((asset) => !isAiOnlyAsset(asset, counterfactual));
  const onSite = only.filter((asset) => kindOf(asset).role === "on-site");
  const rest = only.filter((asset) => !onSite.includes(asset));
  const hasOwnStates = sharedAssets.some(({ name }) => Object.hasOwn(counterfactual.initialState, name));
  const specOf = new Map(plan.assets.map(({ name, spec }) => [name, spec]));
  const onHybridTerms = sharedAssets.map((asset) => atFullPower({ ...asset, spec: specOf.get(asset.name) }));
  const site = (base: readonly PlannedAsset[], more: readonly PlannedAsset[]) =>
    more.length === 0 ? undefined : { ...plan, assets: [...base, ...more] };
  return {
    importAndOnSite: site(throttling, onSite),
    onSiteAlone: site(sharedAssets.map(limitedTo), onSite),
    // If nothing else is added, this site is the hybrid itself.
    miningAlone:
      extra.mw === 0 && onSite.length === 0 && !hasOwnStates && !mayThrottle(plan)
        ? undefined
        : site(onHybridTerms.map(limitedTo), rest),
    onSite: onSite.map(({ name }) => name),
    contracts: rest.flatMap((asset) => (kindOf(asset).role === "contract" ? [asset.name] : [])),
    hasOwnStates,
  };
}

/**
 * The hybrid's assets that the AI-only site also has, in the states of the AI-only site, at the hybrid's import limit.
 */
function assetsOfAiOnly(plan: PlanRequest, counterfactual: Counterfactual): PlannedAsset[] {
  const { initialState } = counterfactual;
  return plan.assets
    .filter((asset) => isAiOnlyAsset(asset, counterfactual))
    .map((asset) => (Object.hasOwn(initialState, asset.name) ? { ...asset, initial: initialState[asset.name] } : asset))
    .map((asset) => ({ ...asset, spec: kindOf(asset).forAiOnly?.(asset.spec) ?? asset.spec }));
}

function carry({ time }: PlanRequest, usdPerMonth: number, words: string): Carrying {
  const months = monthsCovered(time);
  const carryingUsd = usdPerMonth * months;
  return {
    carryingUsd,
    carrying: `${words} USD x ${Number(months.toPrecision(4))} months = ${carryingUsd.toFixed(0)} USD`,
  };
}

function isAiOnlyAsset(asset: PlannedAsset, { assetsAiOnlyKeeps }: Counterfactual): boolean {
  const { role, forAiOnly } = kindOf(asset);
  if (role === "contract") return forAiOnly?.(asset.spec) !== undefined;
  return role === "connection" || role === "ai-load" || (role === "on-site" && assetsAiOnlyKeeps.includes(asset.name));
}

function importLimitMw(assets: readonly PlannedAsset[]): Float64Array {
  return (
    assets.map((asset) => kindOf(asset).importLimitMw?.(asset.spec)).find((limit) => limit !== undefined) ??
    new Float64Array(0)
  );
}

function withImportLimit(asset: PlannedAsset, limitMw: Float64Array): PlannedAsset {
  return { ...asset, spec: kindOf(asset).withImportLimitMw?.(asset.spec, limitMw) ?? asset.spec };
}

/** An AI load without its power modes; any other asset as it is. */
function atFullPower(asset: PlannedAsset): PlannedAsset {
  const spec = kindOf(asset).withoutThrottling?.(asset.spec);
  return spec === undefined ? asset : { ...asset, spec };
}

function withFlexibleShare(asset: PlannedAsset, share: number): PlannedAsset {
  return { ...asset, spec: kindOf(asset).withFlexibleShare?.(asset.spec, share) ?? asset.spec };
}
