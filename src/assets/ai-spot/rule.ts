import type { RuleDispatch } from "../rule-dispatch.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";
import { spotFlows } from "./spot-flows.ts";

export function aiSpotRule(_spec: Spec, _initial: State | undefined, handles: Handles): RuleDispatch {
  // The rule knows no power caps: what is served is served at full power.
  return { flows: spotFlows(handles), idle: handles.throttle ? [handles.throttle.throttledMw] : [] };
}
