import { describe, expect, it } from "vitest";
import { powerTargets } from "../../src/handoff/power-targets.ts";
import type { HandOff, ReadyHandOff } from "../../src/handoff/power-target.ts";
import { HANDOFF_AT, handOffInput, handOffPlan, optimal } from "../support/handoff-plan.ts";
import { planPower } from "../support/untyped.ts";

function ready(handOff: HandOff): ReadyHandOff {
  if (handOff.status !== "ready") throw new Error(handOff.detail);
  return handOff;
}

const given = ready(powerTargets(handOffPlan, { at: HANDOFF_AT }));
const of = (asset: string, handOff = given) => handOff.targets.filter((target) => target.asset === asset);

describe("targets of six hours", () => {
  // Hour 2: 12 MW of import less 10 firm leave 2 MW for spot, which earns 90 against the rigs' strike of 89.8.
  // Hour 3: 300 USD/MWh is above both, so both rest.
  it("gives every load its levels, merged where they do not change", () => {
    const levels = (asset: string) =>
      of(asset).map(({ from, control, targetKw }) => [from.slice(11, 16), control, targetKw]);
    expect(levels("inference")).toEqual([["05:00", "release", 10_000]]);
    expect(levels("spot")).toEqual([
      ["05:00", "release", 4000],
      ["07:00", "limit", 2000],
      ["08:00", "limit", 0],
      ["09:00", "release", 4000],
    ]);
    expect(levels("rigs")).toEqual([
      ["05:00", "release", 7350],
      ["07:00", "limit", 0],
      ["09:00", "release", 7350],
    ]);
  });

  it("covers the plan without a gap, each scope in the order of time", () => {
    for (const asset of ["inference", "spot", "rigs"]) {
      const targets = of(asset);
      expect(targets[0].from).toBe("2026-07-14T05:00:00Z");
      expect(targets.slice(1).map(({ from }) => from)).toEqual(targets.slice(0, -1).map(({ to }) => to));
      expect(targets.at(-1)?.to).toBe(given.validUntil);
    }
    expect(given.validUntil).toBe("2026-07-14T11:00:00Z");
  });

  it("states whole rigs by mode", () => {
    expect(of("rigs")[1].rigs).toEqual({
      on: 0,
      of: 2000,
      fullKw: 7350,
      modes: [
        { name: "asleep", powerW: 0, rigs: 2000 },
        { name: "rated", powerW: 3500, rigs: 0 },
      ],
      uptime: 1,
      pue: 1.05,
    });
  });

  it("says why, with prices", () => {
    const [runs, , again] = of("rigs");
    expect(runs.reason).toBe("Value of power 20.00 USD/MWh, at most the strike price of 89.80: it runs.");
    expect(again.reason).toBe(runs.reason);
    expect(of("spot")[2].reason).toBe("Value of power 300.00 USD/MWh, at least the strike price of 90.00: it yields.");
    expect(of("inference")[0].reason).toMatch(/^All it asks for\. Value of power 20\.00 to 300\.00 USD\/MWh\.$/u);
  });

  it("has equal keys for equal targets and different ones for others", () => {
    const again = ready(powerTargets(optimal(handOffInput), { at: "2026-07-14T07:30:00Z" }));
    const keys = given.targets.map(({ idempotencyKey }) => idempotencyKey);
    expect(new Set(keys).size).toBe(keys.length);
    // From the present interval on; what began earlier is still whole and has its key.
    expect(again.targets).toHaveLength(3 + 2 + 1);
    expect(keys).toEqual(expect.arrayContaining(again.targets.map(({ idempotencyKey }) => idempotencyKey)));
    expect(of("rigs", again)[0].from).toBe("2026-07-14T07:00:00Z");
  });

  it("maps scopes", () => {
    const mapped = ready(powerTargets(handOffPlan, { at: HANDOFF_AT, scopes: { rigs: "building-2" } }));
    expect(of("rigs", mapped)[0]).toMatchObject({ scope: "building-2", asset: "rigs" });
    expect(() => powerTargets(handOffPlan, { at: HANDOFF_AT, scopes: { rig: "b" } })).toThrow(
      'options.scopes["rig"]: got an asset that is not an AI load or a fleet of the plan, wanted inference, spot, rigs',
    );
    expect(() => powerTargets(handOffPlan, { at: HANDOFF_AT, scopes: { rigs: "spot" } })).toThrow(
      /got "spot" for spot and for rigs, wanted a scope of its own/,
    );
  });

  it("stages the restore in batches, and refuses one that outlasts its level", () => {
    const staged = (restore: { rigsPerBatch: number; secondsBetweenBatches: number }) =>
      of("rigs", ready(powerTargets(handOffPlan, { at: HANDOFF_AT, restore })));
    expect(staged({ rigsPerBatch: 800, secondsBetweenBatches: 60 }).map((target) => target.restoreBatches)).toEqual([
      [],
      [],
      [
        { afterSeconds: 0, rigs: 800, targetKw: 2940 },
        { afterSeconds: 60, rigs: 800, targetKw: 5880 },
        { afterSeconds: 120, rigs: 400, targetKw: 7350 },
      ],
    ]);
    expect(() => staged({ rigsPerBatch: 100, secondsBetweenBatches: 600 })).toThrow(
      /options\.restore: got batches until 11400 s, wanted less than the 7200 s for which rigs has one level/,
    );
  });

  it("refuses a least duration that the plan's own changes break", () => {
    const limited = () => powerTargets(handOffPlan, { at: HANDOFF_AT, minimumDurationMinutes: 90 });
    expect(limited).toThrow(
      /minimumDurationMinutes: got 90 min, wanted less than the 3600 s for which spot has one level/,
    );
    expect(given.targets[0].minimumDurationSeconds).toBe(3600);
  });
});

describe("a plan that gives no targets", () => {
  it("failed", () => {
    const infeasible = planPower({
      ...handOffInput,
      assets: [handOffInput.assets[0], { kind: "ai-firm", name: "ai", facilityMw: 50 }],
    });
    const none = powerTargets(infeasible, { at: HANDOFF_AT });
    expect(none).toMatchObject({ status: "none", plan: "Six hours" });
    expect("detail" in none && none.detail).toMatch(/^The plan is infeasible, so it gives no targets\. .*MW/u);
  });

  it("lost its proof", () => {
    const plan = { ...handOffPlan, certificate: { ...handOffPlan.certificate, ok: false } };
    expect(powerTargets(plan, { at: HANDOFF_AT })).toMatchObject({
      status: "none",
      detail: expect.stringMatching(/proof of the plan did not/),
    });
  });

  it("is stale at the given instant, or over", () => {
    const long = optimal({
      ...handOffInput,
      horizon: { ...handOffInput.horizon, count: 72 },
      assets: [{ ...handOffInput.assets[0], importLimitMw: 30, importPriceUsdPerMwh: 20 }, handOffInput.assets[1]],
    });
    expect(powerTargets(long, { at: "2026-07-15T05:00:00Z" }).status).toBe("ready");
    const stale = powerTargets(long, { at: "2026-07-15T05:00:01Z" });
    expect(stale).toMatchObject({
      status: "none",
      detail: expect.stringMatching(/^The plan is stale: it starts at 2026-07-14T05:00:00Z, 24\.00 h/),
    });
    expect(powerTargets(long, { at: "2026-07-15T05:00:01Z", staleAfterHours: 48 }).status).toBe("ready");
    const over = powerTargets(long, { at: "2026-07-17T00:00:00-05:00", staleAfterHours: 1000 });
    expect(over).toMatchObject({
      status: "none",
      detail: expect.stringMatching(/^The plan ended at 2026-07-17T05:00:00Z/),
    });
  });

  it("is an incumbent that was not accepted", () => {
    const { status: _, detail: __, ...incumbent } = handOffPlan;
    const stopped = { status: "branching-limit", name: "x", detail: "Limit reached.", incumbent } as never;
    expect(powerTargets(stopped, { at: HANDOFF_AT })).toMatchObject({
      status: "none",
      detail: expect.stringMatching(/branching-limit/),
    });
    expect(powerTargets(stopped, { at: HANDOFF_AT, acceptIncumbent: true }).status).toBe("ready");
  });

  it("is not a result", () => {
    expect(() => powerTargets({} as never, { at: HANDOFF_AT })).toThrow(/powerTargets: got another object/);
    expect(() => powerTargets(undefined as never, { at: HANDOFF_AT })).toThrow(/powerTargets: got undefined/);
  });
});
