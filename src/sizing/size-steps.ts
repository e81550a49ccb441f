/**
 * A sizing, step by step: the site at several sizes, the program with size columns, its optimum, the dispatch of the
 * site at the sizes chosen, and what more or less of each size is worth.
 */
import type { PlanOptions } from "../plan/plan-options.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import type { PlanResult } from "../plan/plan-result.ts";
import { withToJson } from "../plan/result-of.ts";
import { figure } from "../plan/detail-text.ts";
import { planSteps, siteSteps } from "../plan/run-plan.ts";
import type { Warning } from "../model/warning.ts";
import { shareOfYear } from "./annual-charge.ts";
import { type ChosenSize, type ParsedChoices, requestAt } from "./chosen-size.ts";
import { curveSteps } from "./worth-curve.ts";
import { scalingSteps } from "./limit-slopes.ts";
import { sizedSteps } from "./size-columns.ts";
import { chargesUsd, readSize } from "./read-size.ts";
import type { SizedPlan, SizingResult, WithoutBuilding } from "./size-result.ts";
import { pricedWorths, worthSteps } from "./unit-worth.ts";

/** What is asked beside the sizes. */
export interface SizingQuestions {
  readonly curvePoints: number;
  readonly compareWithExisting: boolean;
  /** Undefined: if the program is small enough. */
  readonly unitWorths: boolean | undefined;
}

/** Greatest program whose units are ranged by default: a second for 10,000 rows, ten minutes for 150,000. */
const MOST_RANGED_ROWS = 20_000;

/** A size this near to a limit, relative to its greatest value, is at it. */
const AT_LIMIT = 1e-9;
/** The second plan of the same sizes may differ by this share of its cost. */
const SAME_COST = 1e-9;

export function* sizingSteps(
  request: PlanRequest,
  { choices, realRate }: ParsedChoices,
  { curvePoints, compareWithExisting, unitWorths }: SizingQuestions,
  options: PlanOptions,
): Generator<unknown, SizingResult> {
  const yearShare = shareOfYear(request.time);
  const { built, columns } = yield* sizedSteps(yield* scalingSteps(request, choices), choices, yearShare);
  const { result, solution, incumbent } = yield* siteSteps(built, options);
  const found = solution ?? incumbent;
  const program =
    result.status === "optimal" ? result : result.status === "branching-limit" ? result.incumbent : undefined;
  if (!found || !program) {
    const status = result.status as Exclude<PlanResult["status"], "optimal">;
    return { version: 1, status, name: result.name, detail: result.detail ?? "", plan: result };
  }
  const sizes = columns.map(({ choice, column }) => atLimit(found.x[column.start], choice));
  const plan = yield* planSteps(requestAt(request, choices, sizes), options);
  const isRanged = unitWorths ?? built.lp.numRows <= MOST_RANGED_ROWS;
  const worth = isRanged
    ? yield* worthSteps(built, columns, sizes, found, yearShare, options)
    : pricedWorths(
        columns,
        sizes,
        found,
        yearShare,
        `The program has ${built.lp.numRows} rows; unitWorths asks for it.`,
      );
  const readings: SizedPlan["sizes"][number][] = [];
  for (const [k, column] of columns.entries()) {
    const curve =
      curvePoints > 0 ? yield* curveSteps(built, column, sizes[k], curvePoints, yearShare, options) : undefined;
    readings.push({ ...readSize(column.choice, sizes[k], worth.units[k]), ...(curve && { curve }) });
    yield;
  }
  const charges = choices.reduce((usd, choice, k) => usd + chargesUsd(choice, sizes[k], yearShare), 0);
  const totalUsd = found.objective;
  const cost =
    plan.status === "optimal"
      ? plan.objectiveUsd
      : plan.status === "branching-limit"
        ? plan.incumbent?.objectiveUsd
        : undefined;
  const redispatchGap =
    cost === undefined
      ? Infinity
      : Math.abs(totalUsd - charges - cost) / Math.max(1, Math.abs(cost), Math.abs(charges));
  const relativeGap = program.branching?.relativeGap ?? 0;
  const withoutBuilding = compareWithExisting
    ? yield* withoutSteps(request, choices, sizes, cost, yearShare, options)
    : undefined;
  return withToJson<SizedPlan>({
    version: 1,
    status: result.status === "optimal" ? "optimal" : "branching-limit",
    name: request.name,
    sizes: readings,
    totalUsd,
    chargesUsd: charges,
    capexUsd: readings.reduce((usd, { capexUsd }) => usd + capexUsd, 0),
    yearShare,
    realRatePerYear: realRate,
    plan,
    redispatchGap,
    relativeGap,
    directionsFixed: worth.directionsFixed || program.branching !== undefined,
    ...(withoutBuilding && { withoutBuilding }),
    warnings: warningsOf(redispatchGap, relativeGap, yearShare),
    notices: noticesOf(choices, worth.detail),
  });
}

function atLimit(size: number, { least, most }: ChosenSize): number {
  const slack = AT_LIMIT * most;
  return size - least <= slack ? least : most - size <= slack ? most : size;
}

/** The same span with existing sizes, and what building and retiring save of its cost. */
function* withoutSteps(
  request: PlanRequest,
  choices: readonly ChosenSize[],
  sizes: readonly number[],
  costUsd: number | undefined,
  yearShare: number,
  options: PlanOptions,
): Generator<unknown, WithoutBuilding> {
  const existing = choices.map((choice) => choice.existing);
  const without = yield* planSteps(requestAt(request, choices, existing), options);
  if (without.status !== "optimal" || costUsd === undefined) return { status: without.status };
  const { objectiveUsd } = without;
  let [omUsdPerYear, capexUsd] = [0, 0];
  choices.forEach((choice, k) => {
    omUsdPerYear += (sizes[k] - choice.existing) * choice.fixedOmUsdPerUnitYear;
    capexUsd += Math.max(0, sizes[k] - choice.existing) * choice.capexUsdPerUnit;
  });
  const savedUsdPerYear = (objectiveUsd - costUsd) / yearShare - omUsdPerYear;
  return {
    status: without.status,
    objectiveUsd,
    savedUsdPerYear,
    ...(capexUsd > 0 && { paybackYears: savedUsdPerYear > 0 ? capexUsd / savedUsdPerYear : Infinity }),
  };
}

function warningsOf(redispatchGap: number, relativeGap: number, yearShare: number): Warning[] {
  const warnings: Warning[] = [];
  if (redispatchGap > Math.max(SAME_COST, 2 * relativeGap))
    warnings.push({
      code: "redispatch-differs",
      text:
        "The dispatch at these sizes, planned again, differs from the sizing by " +
        `${redispatchGap.toExponential(1)} of its cost.`,
      fix: "raise nodeLimit where rules branch; else look for what changes with a size beside its limits",
    });
  if (Math.abs(yearShare - 1) > WHOLE_YEAR)
    warnings.push({
      code: "not-a-year",
      text:
        `The plan covers ${figure(100 * yearShare)} % of a year, and the sizes bear that share of their yearly ` +
        "charges, as if the rest of the year were like it.",
      fix: "size on a calendar year, so that seasons, peaks and outages have their true weights",
    });
  return warnings;
}

const WHOLE_YEAR = 1e-6;

function noticesOf(choices: readonly ChosenSize[], detail: string | undefined): string[] {
  return [
    ...choices
      .filter(({ given, existing }) => given !== existing)
      .map(
        ({ asset, size, given, existing, of: { unit } }) =>
          `${asset} ${size}: the input's ${given} ${unit} only set proportions; ${existing} ${unit} exist.`,
      ),
    ...(detail === undefined ? [] : [`What the next unit of a size is worth was not sought or not found. ${detail}`]),
  ];
}
