/** The choices of a sizing, checked against the assets of the request. */
import { addFault, type ParseContext } from "../input/parse-context.ts";
import { parseSection } from "../input/parse-section.ts";
import { plainCopySteps } from "../input/parse-request.ts";
import type { AssetSize } from "../assets/asset-size.ts";
import type { PlannedAsset } from "../assets/asset.ts";
import { PlanInputError } from "../errors.ts";
import { kindOf } from "../plan/build-site.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import { drain } from "../solvers/budget/drain.ts";
import { chargePerCapexUsd, realRate } from "./annual-charge.ts";
import { type ChoiceSpec, sizingSchema, type RateSpec } from "./choice-schema.ts";

/** A choice with what it is a choice of. */
export interface ChosenSize extends ChoiceSpec {
  /** Index of the asset in the request. */
  readonly index: number;
  readonly of: AssetSize<unknown, unknown>;
  readonly least: number;
  /** The size as the input has it. */
  readonly given: number;
  readonly chargePerCapexUsd: number;
}

export interface ParsedChoices {
  readonly choices: readonly ChosenSize[];
  /** 1/year. */
  readonly realRate: number;
}

/** @throws PlanInputError with every fault of the choices and the rate. */
export function parseChoices(
  given: { readonly choices: unknown; readonly rate: unknown },
  request: PlanRequest,
): ParsedChoices {
  const context: ParseContext = { faults: [], notices: [] };
  const { choices, rate } = given;
  const copy = drain(plainCopySteps({ rate, choices }, "options"));
  const parsed = parseSection(sizingSchema, copy, "options", context) as
    { readonly rate: RateSpec; readonly choices: readonly ChoiceSpec[] } | undefined;
  if (!parsed) throw new PlanInputError(context.faults);
  const perYear = realRate(parsed.rate);
  const found = parsed.choices.flatMap((choice, k) => {
    const own = resolved(choice, `options.choices[${k}]`, request, perYear, context);
    return own ? [own] : [];
  });
  checkOverlap(found, context);
  if (context.faults.length > 0) throw new PlanInputError(context.faults);
  return { choices: found, realRate: perYear };
}

function resolved(
  choice: ChoiceSpec,
  path: string,
  { assets }: PlanRequest,
  perYear: number,
  context: ParseContext,
): ChosenSize | undefined {
  const sizable = assets.filter((planned) => kindOf(planned).sizes);
  const index = assets.findIndex(({ name }) => name === choice.asset);
  const sizes = index < 0 ? undefined : kindOf(assets[index]).sizes;
  if (!sizes) {
    const wanted = `an asset that has sizes: ${sizable.map(({ name }) => name).join(", ") || "the input has none"}`;
    addFault(context, `${path}.asset`, JSON.stringify(choice.asset), wanted, "name one of them");
    return undefined;
  }
  if (!Object.hasOwn(sizes, choice.size)) {
    const wanted = `a size of ${choice.asset}: ${Object.keys(sizes).join(", ")}`;
    addFault(context, `${path}.size`, JSON.stringify(choice.size), wanted, "name one of them");
    return undefined;
  }
  const of = sizes[choice.size];
  const given = of.of(assets[index].spec);
  const { existing, most, least = existing } = choice;
  if (!(given > 0)) {
    const wanted = `a size above 0 in ${assets[index].path}, since sizing keeps the proportions that it has there`;
    addFault(context, `${path}.size`, `${choice.size} of ${given}`, wanted, "write the asset at any size above 0");
  }
  if (existing > most)
    addFault(context, `${path}.existing`, `${existing}`, `at most most = ${most}`, "raise most, or correct existing");
  if (least > most)
    addFault(context, `${path}.least`, `${least}`, `at most most = ${most}`, "raise most, or lower least");
  return { ...choice, index, of, given, least, chargePerCapexUsd: chargePerCapexUsd(choice, perYear) };
}

/** Two choices may not scale one field: their product would be in the program. */
function checkOverlap(choices: readonly ChosenSize[], context: ParseContext): void {
  choices.forEach((choice, k) => {
    const other = choices
      .slice(0, k)
      .find(({ index, of }) => index === choice.index && of.scales.some((field) => choice.of.scales.includes(field)));
    if (other)
      addFault(
        context,
        `options.choices[${k}].size`,
        `${choice.size} beside ${other.size} of ${choice.asset}`,
        "sizes of an asset that share no field",
        "choose one of the two",
      );
  });
}

/** What the assets are at these sizes. A size that is undefined leaves the asset as the input has it. */
export function requestAt(request: PlanRequest, choices: readonly ChosenSize[], sizes: readonly number[]): PlanRequest {
  const assets = request.assets.flatMap((planned, index): PlannedAsset[] => {
    let { spec, initial } = planned;
    for (const [k, { index: own, of }] of choices.entries()) {
      if (own !== index) continue;
      const sized = of.at(spec, initial, sizes[k]);
      if (!sized) return [];
      ({ spec, initial } = sized);
    }
    return [{ ...planned, spec, initial }];
  });
  return { ...request, assets };
}
