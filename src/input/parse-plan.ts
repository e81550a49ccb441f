/**
 * The edge: unknown JSON becomes a `Plan`, or one `PlanInputError` that lists every fault. Pieces are read one after
 * the other; where one cannot be judged because another failed (no horizon, no lengths), what can be judged still is.
 */
import { addIssues, parseSettings } from "./faults.ts";
import { envelopeSchema, MAX_ASSETS } from "./plan-input-schema.ts";
import { plainSteps } from "./plain-input.ts";
import type { Plan } from "../plan/plan.ts";
import { assetKinds } from "../assets/index.ts";
import { readCounterfactual } from "./counterfactual-section.ts";
import { addFault, type Edge } from "./edge.ts";
import { isRecord, literal, quoted } from "./literal.ts";
import { readBitcoin } from "./bitcoin-section.ts";
import { namesOfRole, readAssets } from "./assets-section.ts";
import { checkDemandSizes } from "./demand-size.ts";
import { checkObjectPrototype } from "./object-prototype.ts";
import { readTimeAxis, readTimeZone } from "./time-axis.ts";
import { PlanInputError, type PlanInputFault } from "../errors.ts";

/**
 * Validates `input` and puts every varying number on the plan's time axis. Where there are faults, `build` is tried on
 * the assets that are sound, so that what only shows once assets see each other is in the same list.
 * @throws PlanInputError with every fault, each with path, what was given, what was wanted and how to mend it.
 */
export function parsePlan(given: unknown, build?: (plan: Plan) => unknown): Plan {
  const steps = parseSteps(given, build);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** A copy of the input as plain data. @throws PlanInputError where it is no data, or not an object. */
export function* plainInputSteps(given: unknown): Generator<undefined, Readonly<Record<string, unknown>>> {
  const faults: PlanInputFault[] = [];
  const input = yield* plainSteps(given, (path, ...words) => addFault({ faults, notices: [] }, path, ...words));
  // What is left of something that is no data could only have faults that follow from it.
  if (faults.length > 0) throw new PlanInputError(faults);
  if (isRecord(input)) return input;
  throw new PlanInputError([
    { path: "input", given: literal(input), wanted: "an object with horizon and assets", fix: "pass parsed JSON" },
  ]);
}

/** As `parsePlan`, in steps of a few milliseconds: some of the reading, then each asset. */
export function* parseSteps(given: unknown, build?: (plan: Plan) => unknown): Generator<undefined, Plan> {
  checkObjectPrototype();
  const faults: PlanInputFault[] = [];
  const notices: string[] = [];
  const input = yield* plainInputSteps(given);
  const zoned: Edge = {
    faults,
    notices,
    timeZone: readTimeZone(input.horizon),
    unitsAsStated: Array.isArray(input.unitsAsStated) ? input.unitsAsStated : [],
  };
  const envelope = envelopeSchema.safeParse(input, parseSettings);
  if (!envelope.success) addIssues(envelope.error.issues, "", zoned);
  const time = readTimeAxis(input.horizon, zoned);
  const edge: Edge = { ...zoned, time };

  const states = isRecord(input.initialState) ? input.initialState : {};
  const assets = yield* readAssets(
    Array.isArray(input.assets) ? input.assets.slice(0, MAX_ASSETS) : [],
    states,
    assetKinds,
    edge,
  );
  checkDemandSizes(assets, edge);
  const hashpriceUsdPerPhDay = input.bitcoin === undefined ? undefined : readBitcoin(input.bitcoin, edge);
  const miners = namesOfRole(assets, "mining");
  if (miners.length > 0 && input.bitcoin === undefined) {
    addFault(
      edge,
      "bitcoin",
      "nothing",
      `what mining earns, since ${quoted(miners[0])} mines`,
      "add { hashpriceUsdPerPhDay }, or { btcUsd, difficulty, feesBtcPerBlock }",
    );
  }
  const counterfactual =
    input.counterfactual === undefined ? undefined : readCounterfactual(input.counterfactual, assets, assetKinds, edge);

  const plan: Plan | undefined = time && {
    name: envelope.data?.name ?? "plan",
    time,
    assets: assets.flatMap(({ planned }) => planned ?? []),
    ...(hashpriceUsdPerPhDay && { hashpriceUsdPerPhDay }),
    ...(counterfactual && { counterfactual }),
    notices,
  };
  if (plan && faults.length === 0) return plan;
  throw new PlanInputError(plan && build ? [...faults, ...faultsOfBuilding(plan, miners, build)] : faults);
}

/** Faults that assets have with each other, of the sound ones; what mining is worth takes a hashprice. */
function faultsOfBuilding(
  plan: Plan,
  miners: readonly string[],
  build: (plan: Plan) => unknown,
): readonly PlanInputFault[] {
  try {
    build(
      plan.hashpriceUsdPerPhDay ? plan : { ...plan, assets: plan.assets.filter(({ name }) => !miners.includes(name)) },
    );
  } catch (error) {
    if (error instanceof PlanInputError) return error.faults;
    throw error;
  }
  return [];
}
