import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { nvgridLoadTargets } from "../../src/handoff/nvgrid.ts";
import { powerTargets } from "../../src/handoff/power-targets.ts";
import type { ReadyHandOff } from "../../src/handoff/power-target.ts";
import { HANDOFF_AT, handOffPlan } from "../support/handoff-plan.ts";

const handOff = powerTargets(handOffPlan, { at: HANDOFF_AT }) as ReadyHandOff;
const feeds = { inference: { feedTags: ["hall-a"] }, spot: { feedTags: ["hall-b1", "hall-b2"], leastKw: 300 } };

/** The payload `SetLoadTargetData`, retyped from the public AsyncAPI 1.7.0 of NVIDIA/dsx-exchange. */
const published = {
  type: "object",
  required: ["targets"],
  properties: {
    targets: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["interval", "load_constraint"],
        additionalProperties: false,
        properties: {
          interval: {
            type: "object",
            additionalProperties: false,
            properties: { start_time: { type: "string" }, end_time: { type: "string" } },
          },
          feed_tags: { type: "array", items: { type: "string" } },
          load_constraint: {
            oneOf: [
              {
                type: "object",
                required: ["value", "unit"],
                additionalProperties: false,
                properties: {
                  value: { type: "number", exclusiveMinimum: 0 },
                  unit: { enum: ["watt", "kilowatt", "megawatt"] },
                },
              },
              { type: "null" },
            ],
          },
          strategy: { type: "object", additionalProperties: false, properties: { best_effort: { type: "boolean" } } },
        },
      },
    },
  },
};

describe("load targets for NvGrid", () => {
  const written = nvgridLoadTargets(handOff, feeds);

  it("are what the public description takes", () => {
    const validate = new Ajv2020().compile(published);
    validate(JSON.parse(JSON.stringify(written)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it("limit what the plan limits, and return the rest to the feed's default", () => {
    expect(written.targets[0]).toEqual({
      interval: { start_time: "2026-07-14T05:00:00Z", end_time: "2026-07-14T11:00:00Z" },
      feed_tags: ["hall-a"],
      load_constraint: null,
      strategy: { best_effort: false },
    });
    const spot = written.targets.filter(({ feed_tags }) => feed_tags?.includes("hall-b1"));
    expect(spot.map(({ load_constraint }) => load_constraint?.value)).toEqual([undefined, 2000, 300, undefined]);
  });

  it("convert facility power to the power of the feeds", () => {
    const halved = nvgridLoadTargets(handOff, { ...feeds, spot: { ...feeds.spot, shareOfFacility: 0.8 } });
    expect(halved.targets[2].load_constraint).toEqual({ value: 1600, unit: "kilowatt" });
  });

  it("never say 0 kW, which would be the default", () => {
    expect(() => nvgridLoadTargets(handOff, { ...feeds, spot: { feedTags: ["hall-b1"] } })).toThrow(
      /feeds\["spot"\]\.leastKw: got a limit of 0 kW from 2026-07-14T08:00:00Z, wanted a limit above 0/,
    );
  });

  it.each([
    ["all feeds for two loads", {}, /feeds\["inference"\]\.feedTags: got all feeds/],
    ["one feed for two loads", { inference: { feedTags: ["x"] }, spot: { feedTags: ["x"] } }, /x, also of inference/],
    ["a load that is not there", { ...feeds, rigs: {} }, /feeds\["rigs"\]: got another name/],
    ["a share of 0", { ...feeds, spot: { ...feeds.spot, shareOfFacility: 0 } }, /shareOfFacility: got 0/],
    ["a least power below 0", { ...feeds, spot: { ...feeds.spot, leastKw: -1 } }, /leastKw: got -1/],
  ])("refuse %s", (_, wrong, message) => {
    expect(() => nvgridLoadTargets(handOff, wrong)).toThrow(message);
  });

  it("refuse a hand-off without AI", () => {
    const mining = { ...handOff, targets: handOff.targets.filter(({ side }) => side === "mining") };
    expect(() => nvgridLoadTargets(mining)).toThrow(/a hand-off without AI loads/);
  });
});
