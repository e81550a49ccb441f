import { describe, expect, it } from "vitest";
import { powerTargets } from "../../src/handoff/power-targets.ts";
import type { PowerTarget, ReadyHandOff } from "../../src/handoff/power-target.ts";
import { fleetCurtailments } from "../../src/handoff/proto-fleet.ts";
import { HANDOFF_AT, handOffPlan } from "../support/handoff-plan.ts";
import { reportPlan } from "../support/report-plan.ts";

const handOff = powerTargets(handOffPlan, { at: HANDOFF_AT }) as ReadyHandOff;
const changed = (change: (target: PowerTarget) => Partial<PowerTarget>) => ({
  ...handOff,
  targets: handOff.targets.map((target) => ({ ...target, ...(target.rigs && change(target)) })),
});

describe("events for proto-fleet", () => {
  const [event, ...others] = fleetCurtailments(handOff, {
    deviceSetIds: ["set-1"],
    restoreBatchSize: 50,
    restoreBatchIntervalSec: 30,
  }).events;

  it("are a start and a stop for each curtailed level", () => {
    expect(others).toEqual([]);
    expect(event).toMatchObject({ startAt: "2026-07-14T07:00:00Z", stopAt: "2026-07-14T09:00:00Z" });
    expect(event.request).toMatchObject({
      deviceSetIds: { deviceSetIds: ["set-1"] },
      mode: "CURTAILMENT_MODE_FIXED_KW",
      level: "CURTAILMENT_LEVEL_FULL",
      maxDurationSeconds: 7200,
      restoreBatchSize: 50,
      restoreBatchIntervalSec: 30,
      minCurtailedDurationSec: 3600,
      externalSource: "wattsplit",
    });
    expect(fleetCurtailments(handOff).events[0].request.wholeOrg).toEqual({});
  });

  // All 2,000 rigs stop: 7,000 kW at their plugs, not the 7,350 of the facility; a hair less, so that rounding of the
  // last rig's power adds no rig that is not there.
  it("ask for power at the plugs", () => {
    expect(event.request.fixedKw.targetKw).toBeLessThan(7000);
    expect(event.request.fixedKw.targetKw).toBeCloseTo(7000, 4);
  });

  it("stay within the lengths of the interface", () => {
    const long = fleetCurtailments(
      changed(({ idempotencyKey }) => ({
        idempotencyKey: `${"x".repeat(300)}${idempotencyKey}`,
        reason: "r".repeat(300),
      })),
    ).events[0].request;
    expect([long.idempotencyKey.length, long.reason.length]).toEqual([256, 256]);
    const other = fleetCurtailments(changed(() => ({ idempotencyKey: `${"x".repeat(300)}other` }))).events[0].request;
    expect(other.idempotencyKey).not.toBe(long.idempotencyKey);
    const week = fleetCurtailments(changed(() => ({ to: "2026-07-30T00:00:00Z" }))).events[0].request;
    expect(week).not.toHaveProperty("maxDurationSeconds");
  });

  it("refuse rigs in a lower mode, which the interface cannot ask for", () => {
    const partial = changed(({ rigs }) => {
      if (!rigs) return {};
      const modes = [rigs.modes[0], { name: "eco", powerW: 2000, rigs: 2 }, { ...rigs.modes[1], rigs: 3 }];
      return { rigs: { ...rigs, on: 5, modes } };
    });
    expect(() => fleetCurtailments(partial)).toThrow(/rigs from 2026-07-14T07:00:00Z: 2 rigs in a power mode below/);
  });

  it("are of one fleet", () => {
    const two = powerTargets(reportPlan, { at: HANDOFF_AT }) as ReadyHandOff;
    expect(() => fleetCurtailments(two)).toThrow(/got nothing, with 2 fleets, wanted new rigs or old rigs/);
    expect(() => fleetCurtailments(two, { fleet: "x" })).toThrow(/got "x", wanted new rigs or old rigs/);
    expect(fleetCurtailments(two, { fleet: "old rigs" }).events.length).toBeGreaterThan(0);
  });

  it("say how often a level changes without a restore between", () => {
    const [rigs] = handOff.targets.filter((target) => target.rigs && target.control === "limit");
    const split = {
      ...handOff,
      targets: [
        { ...rigs, to: "2026-07-14T08:00:00Z" },
        { ...rigs, from: "2026-07-14T08:00:00Z" },
      ],
    };
    expect(fleetCurtailments(split).notices).toContain(
      "Events that follow another at once: 1. proto-fleet restores rigs in between, " +
        "since an event's targets are frozen.",
    );
  });
});
