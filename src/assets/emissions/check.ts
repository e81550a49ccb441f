import type { FaultReport } from "../asset.ts";
import type { Spec, State } from "./schema.ts";

export function checkEmissions({ priceUsdPerT, cap }: Spec, initial: State | undefined, report: FaultReport): void {
  if (!priceUsdPerT && !cap)
    report(
      "priceUsdPerT",
      "neither a price nor a cap",
      "one of them",
      "give priceUsdPerT or cap, or leave the asset out",
    );
  const label = cap?.period === "month" ? "2026-07" : "2026";
  for (const given of Object.keys(initial?.co2TByPeriod ?? {})) {
    if (!cap) report("cap", "nothing", "the cap that initialState counts against", "give it, or leave the state out");
    else if (given.length !== label.length) {
      report(
        `initialState.co2TByPeriod["${given}"]`,
        `"${given}"`,
        `a period of the cap, a ${cap.period} like ${label}`,
        "give what was emitted in those",
      );
    }
  }
}
