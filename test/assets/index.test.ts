import { describe, expect, it } from "vitest";
import type { AnyAssetKind } from "../../src/assets/asset.ts";
import { assetKinds } from "../../src/assets/index.ts";
import { assetSamples } from "../conformance/asset-samples.ts";
import { describeAssetConformance } from "../conformance/asset.ts";

describe("assetKinds", () => {
  it("lists every kind once, and each is sampled for the conformance suite", () => {
    const kinds = assetKinds.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(Object.keys(assetSamples).toSorted()).toEqual([...kinds].toSorted());
  });

  it("holds one kind of every role, and one connection", () => {
    const roles = assetKinds.map(({ role }) => role);
    expect(new Set(roles)).toEqual(new Set(["connection", "ai-load", "on-site", "contract", "mining"]));
    expect(roles.filter((role) => role === "connection")).toHaveLength(1);
  });
});

for (const kind of assetKinds) describeAssetConformance(kind as AnyAssetKind, assetSamples[kind.kind]);
