import type { SiteModel } from "../../model/site-model.ts";
import type { RuleDispatch } from "../rule-dispatch.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

// A price of CO2 is known by the hour, as that of power; a cap asks for a look ahead.
export function emissionsRule(
  { priceUsdPerT, cap }: Spec,
  _initial: State | undefined,
  { sources }: Handles,
  { time: { stepHours } }: SiteModel,
): RuleDispatch {
  return {
    flows: [],
    ...(priceUsdPerT && {
      charges: sources.map(({ columns, tPerUnit }) => ({
        columns,
        usdPerMwh: (t: number) =>
          (priceUsdPerT[t] * (typeof tPerUnit === "number" ? tPerUnit : tPerUnit[t])) / stepHours,
      })),
    }),
    remarks: [
      ...(priceUsdPerT ? ["The price of power includes that of CO2."] : []),
      ...(cap ? ["It has no regard to the cap on CO2."] : []),
    ],
  };
}
