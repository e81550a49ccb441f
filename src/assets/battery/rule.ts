import type { RuleDispatch } from "../rule-dispatch.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

export function batteryRule(_spec: Spec, _initial: State | undefined, handles: Handles): RuleDispatch {
  return { flows: [], idle: [handles.chargeMw, handles.dischargeMw], released: [handles.storedMwh] };
}
