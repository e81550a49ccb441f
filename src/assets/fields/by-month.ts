import { z } from "./fields.ts";

/** Values by month, e.g. `{ "2026-07": 41.5 }`. */
export function byMonth<Value extends z.ZodType>(value: Value) {
  return z.record(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "a month like 2026-07; correct it" }), value);
}
