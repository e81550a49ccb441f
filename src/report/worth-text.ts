import type { Unexplained } from "../explain/explained-plan.ts";
import type { Worth, WorthSide } from "../explain/worth.ts";
import { checkResult } from "./check-result.ts";
import { amount, table } from "./text-table.ts";

/**
 * Formats a table of the shadow price of each limit: what one more or one less unit is worth. Pass the answer of
 * `worth` of `wattsplit/explain`.
 */
export function worthText(worth: Worth | Unexplained): string {
  checkResult("worthText", worth, ["limits", "detail"], "the answer of worth");
  if (!("limits" in worth)) return `${worth.status}: ${worth.detail}`;
  const { limits, notice = [], year, directionsFixed, notPriced } = worth;
  const size = (value: number) => (value === Infinity ? "no end" : amount(value));
  const cells = ({ usdPerUnit, validFor, usdPerUnitYear }: WorthSide) => [
    usdPerUnit === Infinity ? "no plan" : amount(usdPerUnit),
    ...(year ? [usdPerUnitYear === Infinity ? "no plan" : amount(usdPerUnitYear ?? NaN)] : []),
    size(validFor),
  ];
  const yearHead = (words: string) => (year ? [words] : []);
  return [
    ...table(
      [
        "limit",
        "unit",
        "is",
        "one more saves USD",
        ...yearHead("a year"),
        "for",
        "one less costs USD",
        ...yearHead("a year"),
        "for",
      ],
      [...limits, ...notice.map((of) => ({ ...of, limit: `${of.limit} of ${of.quantity}` }))].map(
        ({ asset, limit, unit, value, everyInterval, more, less }) => [
          `${asset} ${limit}`,
          everyInterval ? `${unit}, every interval` : unit,
          amount(value),
          ...cells(more),
          ...cells(less),
        ],
      ),
    ),
    ...(year ? [`year: ${year.rule}`] : []),
    ...(directionsFixed
      ? [
          "With the plan's directions fixed (either-or rules): one more saves at least this, one less costs at most " +
            "this.",
        ]
      : []),
    ...notPriced.map((line) => `not priced: ${line}`),
  ].join("\n");
}
