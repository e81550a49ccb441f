/** The `counterfactual` section: the AI-only site that the hybrid is compared with. */
import type { AnyAssetKind, PlannedAsset } from "../assets/asset.ts";
import type { Counterfactual } from "../plan/plan-request.ts";
import { checkAsset, NAME_ASSET, namesOfRole, parseAsset, duplicateName, type ParsedAsset } from "./assets-section.ts";
import { addFault, addFaultLazily, faultWatch, type ParseContext, type FaultText } from "./parse-context.ts";
import { unknownWord } from "./faults.ts";
import { isRecord, literal, pathOf, quoted } from "./literal.ts";
import { counterfactualSchema, storesEnergy } from "./plan-input-schema.ts";
import { parseSection } from "./parse-section.ts";

type Fields = Omit<Counterfactual, "aiOnlyBattery" | "initialState"> & {
  readonly aiOnlyBattery?: { readonly carryingUsdPerMonth: number };
};

/** The section, or undefined after adding its faults to the context. */
export function parseCounterfactual(
  input: unknown,
  assets: readonly ParsedAsset[],
  kinds: readonly AnyAssetKind[],
  context: ParseContext,
): Counterfactual | undefined {
  const isSound = faultWatch(context);
  const fields = parseSection(counterfactualSchema, input, "counterfactual", context) as Fields | undefined;
  if (!isRecord(input)) return undefined;
  checkRetained(input.assetsAiOnlyKeeps, assets, context);
  const connections = namesOfRole(assets, "connection");
  if (connections.length !== 1 && assets.every(({ kind }) => kind)) {
    const given =
      connections.length === 0 ? "no grid connection" : `the connections ${connections.map(quoted).join(", ")}`;
    addFault(
      context,
      "counterfactual.aiOnlyImportLimitMw",
      given,
      "exactly one connection, because the limit applies to it",
      "give one connection, or leave the counterfactual out",
    );
  }
  const battery = isRecord(input.aiOnlyBattery) ? parseBattery(input.aiOnlyBattery, assets, kinds, context) : undefined;
  const initialState = parseStates(input, assets, context);
  if (!fields || !isSound()) return undefined;
  const { aiOnlyBattery, ...others } = fields;
  const bought = aiOnlyBattery &&
    battery && { aiOnlyBattery: { battery, carryingUsdPerMonth: aiOnlyBattery.carryingUsdPerMonth } };
  return { ...others, initialState, ...bought };
}

const NO_MINING = "remove it; the AI-only site does not mine";

/** States of assets in the AI-only site, by name. */
function parseStates(
  { initialState, assetsAiOnlyKeeps: retained }: Readonly<Record<string, unknown>>,
  assets: readonly ParsedAsset[],
  context: ParseContext,
): Record<string, unknown> {
  const states: Record<string, unknown> = {};
  const byName = firstByName(assets);
  const isRetained = new Set<unknown>(Array.isArray(retained) ? retained : []);
  for (const [name, state] of Object.entries(isRecord(initialState) ? initialState : {})) {
    const path = pathOf("counterfactual.initialState", [name]);
    const asset = byName.get(name);
    const { kind, planned } = asset ?? {};
    if (!asset)
      addFaultLazily(context, path, () =>
        unknownWord(
          name,
          assets.map((candidate) => candidate.name),
          NAME_ASSET,
        ),
      );
    if (!kind) continue;
    const isLeft = planned && kind.role === "contract" && kind.forAiOnly?.(planned.spec as never) === undefined;
    if (
      kind.role === "mining" ||
      isLeft ||
      (kind.role === "on-site" && Array.isArray(retained) && !isRetained.has(name))
    ) {
      const fix =
        kind.role === "mining"
          ? NO_MINING
          : `remove it, or ${isLeft ? "set the contract's aiOnlyKeeps" : "list the asset in assetsAiOnlyKeeps"}`;
      addFault(context, path, `a state for ${quoted(name)}`, "states of assets in the AI-only site", fix);
      continue;
    }
    const isSound = faultWatch(context);
    const initial = parseSection(kind.stateSchema, state, path, context);
    if (planned && isSound()) checkAsset(kind, { ...planned, initial }, path, context);
    states[name] = initial;
  }
  return states;
}

function firstByName(assets: readonly ParsedAsset[]): ReadonlyMap<string, ParsedAsset> {
  return new Map(assets.toReversed().map((asset) => [asset.name, asset]));
}

function checkRetained(names: unknown, assets: readonly ParsedAsset[], context: ParseContext): void {
  if (!Array.isArray(names)) return;
  const byName = firstByName(assets);
  const seen = new Set<string>();
  names.forEach((name: unknown, i) => {
    if (typeof name !== "string") return;
    const path = `counterfactual.assetsAiOnlyKeeps[${i}]`;
    const fault = (...words: FaultText) => addFault(context, path, ...words);
    const asset = byName.get(name);
    const { kind, role } = asset?.kind ?? {};
    const isFirst = !seen.has(name);
    seen.add(name);
    if (!isFirst) fault(literal(name), "every name once", "remove it");
    else if (!asset)
      addFaultLazily(context, path, () =>
        unknownWord(name, namesOfRole(assets, "on-site"), "name an on-site asset of this plan, or remove it"),
      );
    else if (kind && role !== "on-site") {
      fault(
        `${quoted(name)}, a ${kind}`,
        "an on-site asset",
        role === "mining"
          ? NO_MINING
          : `remove it; ${role === "contract" ? "its own aiOnlyKeeps says so" : "AI loads and the grid stay anyway"}`,
      );
    }
  });
}

function parseBattery(
  { battery, storedMwh }: Readonly<Record<string, unknown>>,
  assets: readonly ParsedAsset[],
  kinds: readonly AnyAssetKind[],
  context: ParseContext,
): PlannedAsset | undefined {
  const path = "counterfactual.aiOnlyBattery";
  const { name, planned } = parseAsset(
    battery,
    `${path}.battery`,
    { input: { storedMwh }, path },
    kinds.filter(storesEnergy),
    context,
  );
  const same = assets.find((asset) => name !== "" && asset.name === name);
  if (same) addFault(context, `${path}.battery.name`, ...duplicateName(name, same.path));
  return planned;
}
