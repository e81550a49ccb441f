/** The `counterfactual` section: the AI-only site that the hybrid is compared with. */
import type { AnyAssetKind } from "../assets/asset.ts";
import type { Counterfactual } from "../plan/plan.ts";
import { namesOfRole, readAsset, type ReadAsset } from "./assets-section.ts";
import { addFault, type Edge } from "./edge.ts";
import { unknownWord } from "./faults.ts";
import { isRecord, literal, pathOf, quoted } from "./literal.ts";
import { counterfactualSchema, storesEnergy } from "./plan-input-schema.ts";
import { readPiece } from "./read-piece.ts";

type Fields = Omit<Counterfactual, "aiOnlyBattery" | "initialState"> & { readonly aiOnlyBattery?: { readonly carryingUsdPerMonth: number } };

/** The section, or undefined after adding its faults to the edge. */
export function readCounterfactual(input: unknown, assets: readonly ReadAsset[], kinds: readonly AnyAssetKind[], edge: Edge): Counterfactual | undefined {
  const before = edge.faults.length;
  const fields = readPiece(counterfactualSchema, input, "counterfactual", edge) as Fields | undefined;
  if (!isRecord(input)) return undefined;
  checkKept(input.assetsAiOnlyKeeps, assets, edge);
  const connections = namesOfRole(assets, "connection");
  if (connections.length !== 1 && assets.every(({ kind }) => kind !== undefined)) {
    const given = connections.length === 0 ? "a plan without grid connection" : `the connections ${connections.map(quoted).join(", ")}`;
    addFault(edge, "counterfactual.aiOnlyImportLimitMw", given, "exactly one grid connection, which that limit is of", "describe the site with one connection, or leave the counterfactual out");
  }
  const battery = isRecord(input.aiOnlyBattery) ? readBattery(input.aiOnlyBattery, assets, kinds, edge) : undefined;
  const initialState = isRecord(input.initialState) ? readStates(input.initialState, assets, edge) : {};
  if (fields === undefined || edge.faults.length > before) return undefined;
  const { aiOnlyBattery, ...others } = fields;
  const rest = { ...others, initialState };
  if (aiOnlyBattery === undefined || battery?.planned === undefined) return rest;
  return { ...rest, aiOnlyBattery: { battery: battery.planned, carryingUsdPerMonth: aiOnlyBattery.carryingUsdPerMonth } };
}

/** States of assets in the AI-only site, by name. */
function readStates(input: Readonly<Record<string, unknown>>, assets: readonly ReadAsset[], edge: Edge): Record<string, unknown> {
  const states: Record<string, unknown> = {};
  for (const [name, state] of Object.entries(input)) {
    const path = pathOf("counterfactual.initialState", [name]);
    const asset = assets.find((candidate) => candidate.name === name);
    if (asset === undefined) edge.faults.push(unknownWord(path, name, assets.map((candidate) => candidate.name), "name an asset of this plan, or remove it"));
    else if (asset.kind !== undefined) states[name] = readPiece(asset.kind.stateSchema, state, path, edge);
  }
  return states;
}

function checkKept(kept: unknown, assets: readonly ReadAsset[], edge: Edge): void {
  if (!Array.isArray(kept)) return;
  const onSite = namesOfRole(assets, "on-site");
  for (let i = 0; i < kept.length; i++) {
    const name: unknown = kept[i];
    const path = `counterfactual.assetsAiOnlyKeeps[${i}]`;
    if (typeof name !== "string") continue;
    const asset = assets.find((candidate) => candidate.name === name);
    if (kept.indexOf(name) < i) addFault(edge, path, literal(name), "every name once", "remove it");
    else if (asset === undefined) edge.faults.push(unknownWord(path, name, onSite, "name an on-site asset of this plan, or remove it"));
    else if (asset.kind !== undefined && asset.kind.role !== "on-site") {
      const mines = asset.kind.role === "mining";
      addFault(edge, path, `${quoted(name)}, a ${asset.kind.kind}`, "the name of an on-site asset", mines ? "remove it; the AI-only site does not mine" : "remove it; AI loads and the grid connection stay by themselves");
    }
  }
}

function readBattery(input: Readonly<Record<string, unknown>>, assets: readonly ReadAsset[], kinds: readonly AnyAssetKind[], edge: Edge): ReadAsset {
  const path = "counterfactual.aiOnlyBattery";
  const { battery, storedMwh } = input;
  const read = readAsset(battery, `${path}.battery`, { input: { storedMwh }, path }, kinds.filter(storesEnergy), edge);
  const same = assets.find(({ name }) => name !== "" && name === read.name);
  if (same !== undefined) addFault(edge, `${path}.battery.name`, quoted(same.name), "a name of its own", `rename it; ${same.path} has that name`);
  return read;
}
