import { expect, it } from "vitest";
import { foremanCommitments } from "../../src/handoff/foreman.ts";
import { powerTargets } from "../../src/handoff/power-targets.ts";
import type { ReadyHandOff } from "../../src/handoff/power-target.ts";
import { HANDOFF_AT, handOffPlan } from "../support/handoff-plan.ts";

it("writes a commitment for each curtailed level, with the ramp of the restore after it", () => {
  const restore = { rigsPerBatch: 800, secondsBetweenBatches: 60 };
  const handOff = powerTargets(handOffPlan, { at: HANDOFF_AT, restore }) as ReadyHandOff;
  expect(foremanCommitments(handOff)).toEqual([
    {
      programId: handOff.targets.find((target) => target.rigs && target.control === "limit")?.idempotencyKey,
      programName: "rigs 2026-07-14T07:00:00Z",
      targetControl: "Reduce Wattage To",
      watts: 0,
      rampDownSeconds: 0,
      rampUpSeconds: 120,
      start: "2026-07-14T07:00:00Z",
      end: "2026-07-14T09:00:00Z",
    },
  ]);
});

it("states watts at the plugs, rounded so that the last rig still fits", () => {
  const handOff = powerTargets(handOffPlan, { at: HANDOFF_AT }) as ReadyHandOff;
  const targets = handOff.targets.map((target) => ({
    ...target,
    ...(target.rigs && {
      rigs: {
        ...target.rigs,
        uptime: 0.96,
        modes: [
          { ...target.rigs.modes[0], rigs: 1999 },
          { ...target.rigs.modes[1], powerW: 3500.1, rigs: 1 },
        ],
      },
    }),
  }));
  expect(foremanCommitments({ ...handOff, targets })[0].watts).toBe(Math.ceil(0.96 * 3500.1));
});
