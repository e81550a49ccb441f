import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { handOffJsonSchema, handOffToJson } from "../../src/handoff/hand-off-json.ts";
import { powerTargets } from "../../src/handoff/power-targets.ts";
import type { ReadyHandOff } from "../../src/handoff/power-target.ts";
import { HANDOFF_AT, handOffPlan } from "../support/handoff-plan.ts";

const validate = new Ajv2020({ validateFormats: false }).compile(handOffJsonSchema());
const restore = { rigsPerBatch: 800, secondsBetweenBatches: 60 };
const handOff = powerTargets(handOffPlan, { at: HANDOFF_AT, restore }) as ReadyHandOff;

it("writes all of a hand-off, as its schema says", () => {
  const written = JSON.parse(handOffToJson(handOff)) as ReadyHandOff;
  expect(written).toEqual(handOff);
  validate(written);
  expect(validate.errors ?? []).toEqual([]);
});

it("has a schema that refuses what executors could not follow", () => {
  const [target] = handOff.targets;
  for (const wrong of [
    { ...handOff, status: "none" },
    { ...handOff, version: 2 },
    { ...handOff, extra: 1 },
    { ...handOff, targets: [{ ...target, targetKw: -1 }] },
    { ...handOff, targets: [{ ...target, control: "off" }] },
    { ...handOff, targets: [{ ...target, from: undefined }].map((t) => JSON.parse(JSON.stringify(t)) as unknown) },
  ])
    expect(validate(wrong)).toBe(false);
});

it("never writes a plan that failed", () => {
  expect(() => handOffToJson({ status: "none", detail: "stale" } as never)).toThrow(
    /handOffToJson: got a hand-off without/,
  );
});
