import { describe, expect, it } from "vitest";
import type { AnyAssetKind } from "../../src/assets/asset.ts";
import { assetKinds } from "../../src/assets/index.ts";
import { tariffParts } from "../../src/assets/tariff/index.ts";
import { assetSamples } from "../conformance/asset-samples.ts";
import { describeAssetConformance } from "../conformance/asset.ts";
import { tariffSamples } from "../conformance/tariff-samples.ts";
import { throttledSamples } from "../conformance/throttled-samples.ts";

describe("assetKinds", () => {
  it("lists every kind once, and each is sampled for the conformance suite", () => {
    const kinds = assetKinds.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(Object.keys(assetSamples).toSorted()).toEqual([...kinds].toSorted());
  });

  it("samples every part of a tariff", () => {
    const samples = [assetSamples.grid, ...Object.values(tariffSamples)].map(({ asset }) => asset(0, 24));
    const parts = Object.keys(tariffParts);
    expect(parts.filter((part) => !samples.some((sample) => sample[part] !== undefined))).toEqual([]);
  });

  it("holds one kind of every role, and one connection", () => {
    const roles = assetKinds.map(({ role }) => role);
    expect(new Set(roles)).toEqual(new Set(["connection", "ai-load", "on-site", "contract", "mining"]));
    expect(roles.filter((role) => role === "connection")).toHaveLength(1);
  });
});

for (const kind of assetKinds) describeAssetConformance(kind as AnyAssetKind, assetSamples[kind.kind]);
for (const [name, sample] of Object.entries(tariffSamples)) {
  const grid = assetKinds.find(({ role }) => role === "connection") as AnyAssetKind;
  describeAssetConformance(grid, sample, `, with ${name}`);
}
for (const [kindName, sample] of Object.entries(throttledSamples)) {
  const kind = assetKinds.find((candidate) => candidate.kind === kindName) as AnyAssetKind;
  describeAssetConformance(kind, sample, ", throttled");
}
