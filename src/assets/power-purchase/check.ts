import type { FaultReport } from "../asset.ts";
import { minimumStateSchema } from "./minimum.ts";
import type { Spec, State } from "./schema.ts";

export function checkPowerPurchase({ terms }: Spec, initial: State | undefined, report: FaultReport): void {
  if (terms.shape === "pay-as-produced") {
    if (terms.paid === "if-taken" && terms.resale)
      report(
        "terms.resale",
        "a resale of energy paid if taken",
        'none, or paid: "always"',
        "leave resale out; what is not taken is the seller's",
      );
    if (terms.paid === "always" && terms.untakenUsdPerMwh !== undefined)
      report(
        "terms.untakenUsdPerMwh",
        "a price of energy not taken that is always paid",
        'none, or paid: "if-taken"',
        "leave it out",
      );
  }
  const carried =
    terms.shape === "take-or-pay"
      ? Object.keys(minimumStateSchema.shape)
      : terms.shape === "heat-rate-option"
        ? ["premiumMonths"]
        : [];
  for (const field of Object.keys(initial ?? {})) {
    if (!carried.includes(field))
      report(
        `initialState.${field}`,
        `a state of a ${terms.shape}`,
        carried.join(", ") || "none",
        "remove it; it is of another shape of contract",
      );
  }
  if (terms.shape !== "take-or-pay") return;
  const { makeUpUsdPerMwh, priceUsdPerMwh, behindUsdPerMwh = 0 } = terms;
  const paidUsdPerMwh = priceUsdPerMwh - (makeUpUsdPerMwh ?? 0);
  if (makeUpUsdPerMwh === undefined && initial?.makeUpMwh)
    report(
      "terms.makeUpUsdPerMwh",
      "nothing",
      "a worth, since the state has make-up energy",
      "give it, or drop makeUpMwh from the state",
    );
  if (paidUsdPerMwh < 0)
    report(
      "terms.makeUpUsdPerMwh",
      `${makeUpUsdPerMwh}`,
      `at most priceUsdPerMwh = ${priceUsdPerMwh}`,
      "energy paid and not taken is worth no more than was paid",
    );
  else if (behindUsdPerMwh > paidUsdPerMwh)
    report(
      "terms.behindUsdPerMwh",
      `${behindUsdPerMwh}`,
      `at most what a MWh not taken costs in the end, ${paidUsdPerMwh}`,
      "lower it, or energy that can still be taken would be paid now",
    );
}
