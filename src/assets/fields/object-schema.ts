/**
 * Object schemas that compile nothing. zod asks once, by `new Function("")`, whether it may generate code; a page whose
 * Content Security Policy forbids that gets a violation reported for the question alone. zod does not ask while
 * `jitless` is set, and it looks when an object schema is made: so it is set for that moment, and the host's zod stays
 * as the host has set it.
 */
import * as z from "zod";

type ObjectDef = z.core.$ZodObjectDef;

const QuietObject = /* @__PURE__ */ z.core.$constructor("WattsplitObject", (schema: z.ZodObject, def: ObjectDef) => {
  const config = z.config();
  const { jitless } = config;
  config.jitless = true;
  try {
    z.ZodObject.init(schema, def as never);
  } finally {
    if (jitless === undefined) delete config.jitless;
    else config.jitless = jitless;
  }
});

/** As `z.strictObject`. */
export function strictObject<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): ReturnType<typeof z.strictObject<Shape>> {
  return new QuietObject({ type: "object", shape, catchall: z.never() }) as unknown as ReturnType<
    typeof z.strictObject<Shape>
  >;
}

/** As `z.looseObject`. */
export function looseObject<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): ReturnType<typeof z.looseObject<Shape>> {
  return new QuietObject({ type: "object", shape, catchall: z.unknown() }) as unknown as ReturnType<
    typeof z.looseObject<Shape>
  >;
}
