import type { Spec, State } from "./schema.ts";

/** `cyclic` refers to the start of the span: in a part of it, the store ends with exactly the energy it had then. */
export function batteryInWindow(spec: Spec, initial: State | undefined): Spec {
  if (spec.end?.rule !== "cyclic" || !initial) return spec;
  return { ...spec, end: { rule: "exactly", storedMwh: initial.storedMwh } };
}
