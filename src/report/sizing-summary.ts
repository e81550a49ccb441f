import { checkSizedPlan } from "../sizing/check-sizing-result.ts";
import type { SizedPlan, SizeReading, SizingResult, UnsizedPlan } from "../sizing/size-result.ts";
import { amount, table } from "./text-table.ts";

const PERCENT = 100;

/**
 * A sizing as text: the sizes and what is built, what the last unit and the next may cost beside the price, the cost of
 * the span, and what to know. Without sizes: what happened.
 *
 * @throws PlanInputError where `result` is not a result of `sizeSite`.
 */
export function sizingSummary(result: SizingResult): string {
  if (typeof result === "object" && result !== null && isUnsized(result))
    return `${result.name}: ${result.status}, so no size was chosen. ${result.detail}`;
  checkSizedPlan("sizingSummary", result);
  const { sizes, totalUsd, chargesUsd, capexUsd, yearShare, withoutBuilding, redispatchGap, relativeGap } = result;
  return [
    `${result.name}: ${result.status}. ${builtSentence(sizes)}`,
    "",
    ...table(["asset", "size", "chosen", "existing", "built", "unit", "at", "capex, USD"], sizes.map(sizeCells)),
    "",
    "what a unit may cost, USD, so that it just pays",
    ...table(["asset", "size", "unit", "price", "last unit", "next unit", "next holds for"], sizes.map(worthCells)),
    "",
    ...table(
      [`over ${amount(PERCENT * yearShare)} % of a year`, "USD"],
      [
        ["dispatch", amount(totalUsd - chargesUsd)],
        ["capital recovery and fixed O&M", amount(chargesUsd)],
        ["total", amount(totalUsd)],
        ["capex of what is built", amount(capexUsd)],
        ...withoutRows(withoutBuilding),
      ],
    ),
    "",
    `The dispatch planned again at these sizes agrees to ${redispatchGap.toExponential(1)} of its cost` +
      `${relativeGap > 0 ? `; either-or rules leave a gap of at most ${relativeGap.toExponential(1)}` : ""}.`,
    ...(result.directionsFixed ? ["What a unit may cost holds for the plan's own directions of either-or rules."] : []),
    ...result.warnings.map(({ text, fix }) => `! ${text} ${fix[0].toUpperCase()}${fix.slice(1)}.`),
    ...result.notices.map((notice) => `- ${notice}`),
  ].join("\n");
}

function isUnsized(result: SizingResult): result is UnsizedPlan {
  const { sizes, status, detail } = result as Partial<UnsizedPlan>;
  return sizes === undefined && typeof status === "string" && typeof detail === "string";
}

function builtSentence(sizes: readonly SizeReading[]): string {
  const list = (field: "built" | "retired") =>
    sizes
      .filter((size) => size[field] > 0)
      .map((size) => `${amount(size[field])} ${size.unit} of ${size.asset} (${size.size})`)
      .join(", ");
  const [built, retired] = [list("built"), list("retired")];
  const sentences = [built === "" ? "Nothing is built." : `Built are ${built}.`];
  if (retired !== "") sentences.push(`Retired are ${retired}.`);
  return sentences.join(" ");
}

function sizeCells({ asset, size, chosen, existing, built, unit, at, capexUsd }: SizeReading): string[] {
  return [asset, size, amount(chosen), amount(existing), amount(built), unit, at, amount(capexUsd)];
}

/** Without unit worths there is a bound at the limits of a size. */
function worthCells({
  asset,
  size,
  unit,
  at,
  capexUsdPerUnit,
  breakEvenCapexUsdPerUnit: bound,
  less,
  more,
}: SizeReading) {
  const boundAt = (limit: SizeReading["at"], words: string) =>
    bound !== undefined && at === limit ? `${words} ${amountOr(bound, "any price")}` : "";
  return [
    asset,
    size,
    unit,
    amount(capexUsdPerUnit),
    less ? amountOr(less.breakEvenCapexUsdPerUnit, "any price") : boundAt("most", "at least"),
    more ? amountOr(more.breakEvenCapexUsdPerUnit, "any price") : boundAt("least", "at most"),
    more ? `${amount(more.validForUnits)} ${unit}` : "",
  ];
}

function amountOr(value: number, infinite: string): string {
  return Number.isFinite(value) ? amount(value) : infinite;
}

function withoutRows(without: SizedPlan["withoutBuilding"]): string[][] {
  if (!without) return [];
  if (without.objectiveUsd === undefined) return [[`with what exists: ${without.status}`, ""]];
  return [
    ["dispatch with what exists", amount(without.objectiveUsd)],
    ["saved by the year, with fixed O&M", amount(without.savedUsdPerYear ?? 0)],
    ...(without.paybackYears === undefined ? [] : [["simple payback, years", amountOr(without.paybackYears, "never")]]),
  ];
}
