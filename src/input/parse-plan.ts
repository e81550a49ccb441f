/**
 * The edge: unknown JSON becomes a `Plan`, or one `PlanInputError` that lists every fault. Pieces are read one after the
 * other; where one cannot be judged because another failed (no horizon, no lengths), what can be judged still is.
 */
import type { AnyAssetKind } from "../assets/asset.ts";
import { assetKinds } from "../assets/index.ts";
import { PlanInputError, type PlanInputFault } from "../errors.ts";
import type { Plan } from "../plan/plan.ts";
import { namesOfRole, readAssets } from "./assets-section.ts";
import { readBitcoin } from "./bitcoin-section.ts";
import { readCounterfactual } from "./counterfactual-section.ts";
import { addFault, type Edge } from "./edge.ts";
import { addIssues, parseSettings } from "./faults.ts";
import { isRecord, literal, quoted } from "./literal.ts";
import { envelopeSchema } from "./plan-input-schema.ts";
import { readTimeAxis, readTimeZone } from "./time-axis.ts";

/**
 * Validates `input` and puts every varying number on the plan's time axis. `kinds` are the assets an input may name.
 * @throws PlanInputError with every fault, each with path, what was given, what was wanted and how to mend it.
 */
export function parsePlan(input: unknown, kinds: readonly AnyAssetKind[] = assetKinds): Plan {
  const faults: PlanInputFault[] = [];
  const notices: string[] = [];
  if (!isRecord(input)) {
    throw new PlanInputError([{ path: "input", given: literal(input), wanted: "an object with horizon and assets", fix: "pass parsed JSON" }]);
  }
  const zoned: Edge = { faults, notices, timeZone: readTimeZone(input.horizon) };
  const envelope = envelopeSchema.safeParse(input, parseSettings);
  if (!envelope.success) addIssues(envelope.error.issues, "", zoned);
  const time = readTimeAxis(input.horizon, zoned);
  const edge: Edge = { ...zoned, time };

  const states = isRecord(input.initialState) ? input.initialState : {};
  const assets = readAssets(Array.isArray(input.assets) ? input.assets : [], states, kinds, edge);
  const hashpriceUsdPerPhDay = input.bitcoin === undefined ? undefined : readBitcoin(input.bitcoin, edge);
  const [miner] = namesOfRole(assets, "mining");
  if (miner && input.bitcoin === undefined) {
    addFault(edge, "bitcoin", "nothing", `what mining earns, since ${quoted(miner)} mines`, "add { hashpriceUsdPerPhDay }, or { btcUsd, difficulty, feesBtcPerBlock }");
  }
  const counterfactual = input.counterfactual === undefined ? undefined : readCounterfactual(input.counterfactual, assets, kinds, edge);

  if (faults.length > 0 || !time || !envelope.success) throw new PlanInputError(faults);
  return {
    name: envelope.data.name ?? "plan",
    time,
    assets: assets.flatMap(({ planned }) => planned ?? []),
    ...(hashpriceUsdPerPhDay && { hashpriceUsdPerPhDay }),
    ...(counterfactual && { counterfactual }),
    notices,
  };
}
