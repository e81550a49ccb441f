import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { AnyAssetKind, AssetRole, FaultReport } from "../../src/assets/asset.ts";
import { curve, number } from "../../src/assets/fields/fields.ts";
import { quantity } from "../../src/assets/fields/quantities.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { namesOfRole, parseAssets } from "../../src/input/assets-section.ts";
import type { ParseContext } from "../../src/input/parse-context.ts";
import { timeGrid } from "../../src/input/time-axis.ts";

/** A kind with a curve, a required state and a check over several fields. */
function storeKind(kind: string, role: AssetRole): AnyAssetKind {
  return {
    kind,
    role,
    schema: z.strictObject({
      kind: z.literal(kind),
      name: z.string().min(1),
      sizeMwh: number(quantity.energyMwh),
      limitMw: curve(quantity.powerMw),
    }),
    stateSchema: z.strictObject({ storedMwh: number(quantity.energyMwh) }),
    stateRequired: true,
    check(spec: unknown, initial: unknown, report: FaultReport) {
      const { sizeMwh } = spec as { sizeMwh: number };
      const { storedMwh } = initial as { storedMwh: number };
      if (storedMwh > sizeMwh)
        report("initialState.storedMwh", String(storedMwh), `at most ${sizeMwh}`, "correct the reading");
      if (sizeMwh === 13) report("sizeMwh", "13", "another number", "choose one");
    },
    declare: () => ({ handles: undefined }),
    read: () => ({ kind, role, netBusMw: new Float64Array(0), series: {}, totals: {} }),
  };
}

const kinds = [storeKind("tank", "on-site"), storeKind("heap", "mining")];
const time = timeGrid(Date.parse("2026-07-14T00:00:00-05:00"), 60, 2, "America/Chicago");
const tank = { kind: "tank", name: "T", sizeMwh: 5, limitMw: [1, 2] };

function read(
  inputs: readonly unknown[],
  states: Record<string, unknown> = { T: { storedMwh: 1 } },
  context: Partial<ParseContext> = { time },
) {
  const whole: ParseContext = { faults: [], notices: [], ...context };
  return { assets: drain(parseAssets(inputs, states, kinds, whole)), faults: whole.faults };
}

describe("readAssets", () => {
  it("plans a sound asset with its state", () => {
    const { assets, faults } = read([tank]);
    expect(faults).toEqual([]);
    expect(assets[0].planned).toEqual({
      kind: "tank",
      name: "T",
      path: "assets[0]",
      spec: { ...tank, limitMw: Float64Array.of(1, 2) },
      initial: { storedMwh: 1 },
    });
    expect(namesOfRole(assets, "on-site")).toEqual(["T"]);
    expect(namesOfRole(assets, "mining")).toEqual([]);
  });

  it("names an unknown kind with the known ones", () => {
    expect(read([{ ...tank, kind: "tnk" }]).faults).toEqual([
      {
        path: "assets[0].kind",
        given: 'the text "tnk"',
        wanted: 'one of "tank" or "heap"',
        fix: 'did you mean "tank"?',
      },
    ]);
    expect(read([{ name: "T" }]).faults).toMatchObject([
      { path: "assets[0].kind", given: "nothing", fix: "give one of these" },
    ]);
  });

  it.each([null, 5, [], "tank"])("refuses %o as an asset", (input) => {
    expect(read([input], {}).faults).toMatchObject([{ path: "assets[0]", wanted: "an object with kind and name" }]);
  });

  it("wants every name once", () => {
    const { faults, assets } = read([tank, { ...tank, kind: "heap" }]);
    expect(faults).toEqual([
      {
        path: "assets[1].name",
        given: '"T"',
        wanted: "a unique name",
        fix: "rename it; assets[0] already has that name",
      },
    ]);
    expect(assets).toHaveLength(2);
  });

  it("takes the state of a name given twice for the first asset's alone", () => {
    expect(read([tank, tank], { T: { storedMwh: -1 } }).faults.map(({ path }) => path)).toEqual([
      "initialState.T.storedMwh",
      "assets[1].name",
    ]);
    expect(read([tank, tank], {}).faults.map(({ path }) => path)).toEqual(["initialState.T", "assets[1].name"]);
  });

  it("wants the state of a kind that cannot start without", () => {
    expect(read([tank], {}).faults).toEqual([
      {
        path: "initialState.T",
        given: "nothing",
        wanted: "the state of assets[0] at the plan's start (storedMwh)",
        fix: 'add "T": { storedMwh } to initialState',
      },
    ]);
  });

  it("names the faults of a state, and a state of nobody", () => {
    const { faults } = read([tank], { T: { storedMwh: -1, soc: 3 }, Tt: { storedMwh: 1 } });
    expect(faults).toMatchObject([
      { path: "initialState.T.storedMwh", given: "-1" },
      { path: "initialState.T.soc", fix: "remove it" },
      {
        path: "initialState.Tt",
        given: 'a state for "Tt"',
        wanted: '"T"',
        fix: "name an asset of this plan, or remove it",
      },
    ]);
  });

  it("is not fooled by names of an object's own", () => {
    expect(read([{ ...tank, name: "toString" }], {}).faults).toMatchObject([
      { path: "initialState.toString", given: "nothing" },
    ]);
    expect(
      read([{ ...tank, name: "__proto__" }], JSON.parse('{"__proto__": {"storedMwh": 2}}')).assets[0].planned?.initial,
    ).toEqual({ storedMwh: 2 });
  });

  it("runs the kind's check, under the asset's path or the state's", () => {
    expect(read([tank], { T: { storedMwh: 9 } }).faults).toEqual([
      { path: "initialState.T.storedMwh", given: "9", wanted: "at most 5", fix: "correct the reading" },
    ]);
    expect(read([{ ...tank, sizeMwh: 13 }]).faults).toMatchObject([{ path: "assets[0].sizeMwh", given: "13" }]);
  });

  it("does not run the check on half an asset", () => {
    expect(read([{ ...tank, sizeMwh: 13, limitMw: [1] }]).faults.map(({ path }) => path)).toEqual([
      "assets[0].limitMw",
    ]);
    const horizonless = read([{ ...tank, sizeMwh: 13, limitMw: [1, -1] }], undefined, {});
    expect(horizonless.faults.map(({ path }) => path)).toEqual(["assets[0].limitMw[1]"]);
  });

  it("runs the check without a time axis too, and plans nothing then", () => {
    expect(read([{ ...tank, sizeMwh: 13 }], undefined, {}).faults.map(({ path }) => path)).toEqual([
      "assets[0].sizeMwh",
    ]);
    expect(read([tank], undefined, {}).assets[0].planned).toBeUndefined();
  });

  it("keeps the name of a faulty asset for other checks", () => {
    const { assets, faults } = read([{ ...tank, sizeMwh: -1 }]);
    expect(faults).toHaveLength(1);
    expect(namesOfRole(assets, "on-site")).toEqual(["T"]);
  });
});
