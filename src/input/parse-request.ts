/**
 * The input stage: unknown JSON becomes a `PlanRequest`, or one `PlanInputError` that lists every fault. The sections
 * are parsed in turn. If one cannot be checked because another failed (no horizon, no lengths), everything else is
 * still checked.
 */
import { addIssues, parseSettings } from "./faults.ts";
import { topLevelSchema, MAX_ASSETS } from "./plan-input-schema.ts";
import { plainSteps } from "./plain-input.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import { assetKinds } from "../assets/index.ts";
import { parseCounterfactual } from "./counterfactual-section.ts";
import { addFault, type ParseContext } from "./parse-context.ts";
import { isRecord, literal, quoted } from "./literal.ts";
import { parseBitcoin } from "./bitcoin-section.ts";
import { namesOfRole, parseAssets } from "./assets-section.ts";
import { checkDemandSizes } from "./demand-size.ts";
import { checkObjectPrototype } from "./object-prototype.ts";
import type { SectionMemory } from "./section-memory.ts";
import { parseTimeAxis, parseTimeZone } from "./time-axis.ts";
import { PlanInputError, type PlanInputFault } from "../errors.ts";

const NO_UNITS: readonly unknown[] = [];

/** What could be parsed of an input. */
export interface ParsedRequest {
  /** Every fault of the fields and of single assets. */
  readonly faults: readonly PlanInputFault[];
  /**
   * The request; undefined if there is no time axis. If there are faults, it has only the assets that are free of them,
   * and no fleet without a hashprice.
   */
  readonly request: PlanRequest | undefined;
}

/**
 * Validates `given` and maps every varying number onto the plan's time axis. Faults between assets only show when the
 * site is built; `checked-request.ts` finds them too.
 *
 * @throws PlanInputError with every fault: path, what was given, what was wanted and how to fix it.
 */
export function parseRequest(given: unknown): PlanRequest {
  const steps = parseRequestSteps(given);
  for (;;) {
    const { done, value } = steps.next();
    if (done !== true) continue;
    if (value.request && value.faults.length === 0) return value.request;
    throw new PlanInputError(value.faults);
  }
}

/** An input as plain data: arrays, objects and leaves. */
export type PlainInput = Readonly<Record<string, unknown>>;

/** Copies the input to plain data. @throws PlanInputError if it is not data, or not an object. */
export function* plainInputSteps(given: unknown): Generator<undefined, PlainInput> {
  const input = yield* plainCopySteps(given);
  if (isRecord(input)) return input;
  throw new PlanInputError([
    { path: "input", given: literal(input), wanted: "an object with horizon and assets", fix: "pass parsed JSON" },
  ]);
}

/** Copies anything to plain data. @throws PlanInputError if it is not data; its paths begin at `root`. */
export function* plainCopySteps(given: unknown, root?: string): Generator<undefined, unknown> {
  checkObjectPrototype();
  const faults: PlanInputFault[] = [];
  const copy = yield* plainSteps(given, (path, ...words) => addFault({ faults, notices: [] }, path, ...words), root);
  // The rest of an input that is not plain data could only have consequential faults.
  if (faults.length > 0) throw new PlanInputError(faults);
  return copy;
}

/** Like `parseRequest`, in steps of a few milliseconds: a part of the input, then each asset. */
export function* parseRequestSteps(given: unknown): Generator<undefined, ParsedRequest> {
  return yield* parsePlainSteps(yield* plainInputSteps(given));
}

/** Parses plain data, as `plainInputSteps` copies it; objects that `memory` has met are not parsed again. */
export function* parsePlainSteps(input: PlainInput, memory?: SectionMemory): Generator<undefined, ParsedRequest> {
  const faults: PlanInputFault[] = [];
  const notices: string[] = [];
  const zoned: ParseContext = {
    faults,
    notices,
    timeZone: parseTimeZone(input.horizon),
    unitsAsStated: Array.isArray(input.unitsAsStated) ? input.unitsAsStated : NO_UNITS,
  };
  const envelope = topLevelSchema.safeParse(input, parseSettings);
  if (!envelope.success) addIssues(envelope.error.issues, "", zoned);
  const parseTime = () => parseTimeAxis(input.horizon, zoned);
  const time = memory ? memory.section([input.horizon], zoned, parseTime) : parseTime();
  const context: ParseContext = { ...zoned, time };

  const states = isRecord(input.initialState) ? input.initialState : {};
  const assets = yield* parseAssets(
    Array.isArray(input.assets) ? input.assets.slice(0, MAX_ASSETS) : [],
    states,
    assetKinds,
    context,
    memory,
  );
  checkDemandSizes(assets, context);
  const hashpriceUsdPerPhDay = input.bitcoin === undefined ? undefined : parseBitcoin(input.bitcoin, context);
  const miners = namesOfRole(assets, "mining");
  if (miners.length > 0 && input.bitcoin === undefined) {
    addFault(
      context,
      "bitcoin",
      "nothing",
      `what mining earns, since ${quoted(miners[0])} mines`,
      "add { hashpriceUsdPerPhDay }, or { btcUsd, difficulty, feesBtcPerBlock }",
    );
  }
  const counterfactual =
    input.counterfactual === undefined
      ? undefined
      : parseCounterfactual(input.counterfactual, assets, assetKinds, context);

  const isUnpriced = (name: string) => hashpriceUsdPerPhDay === undefined && miners.includes(name);
  const request: PlanRequest | undefined = time && {
    name: envelope.data?.name ?? "plan",
    time,
    assets: assets.flatMap(({ name, planned }) => (planned && !isUnpriced(name) ? planned : [])),
    ...(hashpriceUsdPerPhDay && { hashpriceUsdPerPhDay }),
    ...(counterfactual && { counterfactual }),
    notices,
  };
  return { request, faults };
}
