import type { RuleDispatch, RuleFlow } from "../rule-dispatch.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

export function aiFirmRule(_spec: Spec, _initial: State | undefined, handles: Handles): RuleDispatch {
  // The rule knows no moving: the flexible part is served when it is asked for, and falls away first.
  const { demandMw, fixedMw, unservedMw, movedMw } = handles;
  const movedNow = (t: number, mw: number) => Math.max(0, mw - fixedMw[t]);
  const fixes: RuleFlow["fixes"][number][] = [];
  if (movedMw) fixes.push({ columns: movedMw, value: movedNow });
  if (unservedMw) fixes.push({ columns: unservedMw, value: (t, mw) => fixedMw[t] - (mw - movedNow(t, mw)) });
  // Nor does it know of power caps: firm AI runs at full power.
  const idle = handles.throttle ? [handles.throttle.throttledMw, handles.throttle.lostMw] : [];
  return { flows: [{ role: "must-serve", reachMw: (t) => demandMw[t], fixes }], idle };
}
