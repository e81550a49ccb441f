import { product } from "../fields/series.ts";
import { busPower, type RuleDispatch } from "../rule-dispatch.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

/** Below every price of power: what must be taken goes first, to whatever load there is. */
const MUST_TAKE_USD_PER_MWH = -1e6;

export function renewableRule(spec: Spec, _initial: State | undefined, { usedMw, availableMw }: Handles): RuleDispatch {
  const usdPerMwh = () => spec.costUsdPerMwh - spec.curtailmentUsdPerMwh;
  const leastMw = spec.leastShare && product(availableMw, spec.leastShare);
  if (!leastMw)
    return { flows: [{ role: "free-supply", reachMw: (t) => availableMw[t], usdPerMwh, fixes: [busPower(usedMw)] }] };
  let mustTakeMw = 0;
  return {
    flows: [
      {
        role: "free-supply",
        reachMw: (t) => leastMw[t],
        usdPerMwh: () => MUST_TAKE_USD_PER_MWH,
        tookMw: (_t, mw) => {
          mustTakeMw = mw;
        },
        fixes: [],
      },
      {
        role: "free-supply",
        reachMw: (t) => availableMw[t] - leastMw[t],
        usdPerMwh,
        fixes: [{ columns: usedMw, value: (_t, mw) => mustTakeMw + mw }],
      },
    ],
  };
}
