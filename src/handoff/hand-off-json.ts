/** A hand-off as JSON for any executor, and the JSON Schema of that text. */
import { checkReady } from "./check-ready.ts";
import type { ReadyHandOff } from "./power-target.ts";

/**
 * A hand-off as JSON text; `handOffJsonSchema()` describes it.
 *
 * @throws PlanInputError for a hand-off without targets: a plan that failed is never written.
 */
export function handOffToJson(handOff: ReadyHandOff): string {
  checkReady("handOffToJson", handOff);
  return `${JSON.stringify(handOff, null, 2)}\n`;
}

type Schema = Readonly<Record<string, unknown>>;

const text = (description: string): Schema => ({ type: "string", minLength: 1, description });
const instant = (description: string): Schema => ({ type: "string", format: "date-time", description });
const amount = (description: string): Schema => ({ type: "number", minimum: 0, description });
const count = (description: string): Schema => ({ type: "integer", minimum: 0, description });
const list = (items: Schema, description: string): Schema => ({ type: "array", items, description });
const record = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const RIGS = record({
  on: count("Rigs that are not asleep"),
  of: count("All rigs of the fleet"),
  fullKw: amount("Facility power with every rig in its top mode, kW"),
  modes: list(
    record({
      name: text("Name of the mode; asleep comes first"),
      powerW: amount("Power of one rig at its plug, W"),
      rigs: count("Rigs in this mode"),
    }),
    "Whole rigs by mode; they add up to the fleet",
  ),
  uptime: amount("Share of commanded rigs that work at a time, as the plan assumes"),
  pue: amount("Facility power over rig power, as the plan assumes"),
});

const TARGET = record(
  {
    scope: text("The executor's name of the load"),
    asset: text("The load's name in the plan"),
    side: { enum: ["ai", "mining"] },
    control: {
      enum: ["limit", "release"],
      description:
        "limit: run up to targetKw, deferred work included, and never above. " +
        "release: draw what is asked for; targetKw is what the plan expects",
    },
    targetKw: amount("Mean facility power at the site bus, kW"),
    from: instant("Start, UTC, included"),
    to: instant("End, UTC, excluded"),
    minimumDurationSeconds: amount("Least time for which the level stays, s"),
    rigs: RIGS,
    restoreBatches: list(
      record({
        afterSeconds: amount("Time after from, s"),
        rigs: count("Rigs that change in this batch"),
        targetKw: amount("Facility power of the fleet then, kW"),
      }),
      "How a fleet rises from the level before; empty: at once, or it does not rise",
    ),
    reason: text("Why, in words"),
    idempotencyKey: text("Equal for equal targets"),
  },
  ["rigs"],
);

/** The JSON Schema (2020-12) of what `handOffToJson` writes. */
export function handOffJsonSchema(): Schema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "wattsplit hand-off",
    description:
      "Power targets for executors. The targets of a scope follow each other without a gap; apply the one that " +
      "contains the present instant, and your own default after validUntil.",
    ...record({
      version: { const: 1 },
      status: { const: "ready" },
      plan: text("Name of the plan"),
      at: instant("The instant for which the targets were made, UTC"),
      validUntil: instant("End of the last target, UTC"),
      targets: list(TARGET, "By scope, in the order of time"),
      notices: list(text("What was assumed"), "Assumptions"),
    }),
  };
}
