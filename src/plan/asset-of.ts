import type { Reading } from "../assets/index.ts";
import { PlanInputError } from "../errors.ts";
import type { PowerPlan } from "./plan-result.ts";

/**
 * What one asset of a plan does, typed by its kind. It takes a clone of a plan and one read from a file as well.
 *
 * @throws PlanInputError for an asset that the plan does not have, or that is of another kind.
 * @example
 * if (result.status === "optimal") assetOf(result, "bess", "battery").series.storedMwh;
 */
export function assetOf<Kind extends Reading["kind"]>(
  plan: Pick<PowerPlan, "assets">,
  name: string,
  kind: Kind,
): Extract<Reading, { readonly kind: Kind }> {
  const assets: Readonly<Record<string, Reading>> = plan?.assets ?? {};
  const reading = Object.hasOwn(assets, name) ? assets[name] : undefined;
  if (reading?.kind === kind) return reading as Extract<Reading, { readonly kind: Kind }>;
  const fitting = Object.keys(assets).filter((other) => assets[other].kind === kind);
  throw new PlanInputError([
    {
      path: "assetOf",
      given: reading ? `${name}, of kind ${reading.kind}` : String(name),
      wanted: fitting.length === 0 ? `an asset of kind ${String(kind)}; the plan has none` : fitting.join(" or "),
      fix: "give the name and the kind of an asset of this plan",
    },
  ]);
}
