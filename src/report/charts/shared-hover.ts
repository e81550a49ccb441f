/**
 * Hovering anywhere over an hour shows all values of that hour. The rows of a chart stay one value each; the layer
 * makes one column of each series (`pivot`), and its marks are invisible until the pointer is near.
 */

/** A series by its name in the data. */
export interface HoverSeries {
  readonly name: string;
  readonly title: string;
}

/** `name`: the field that tells series apart. `value`: the field that is shown. Rows have `at` and `local`. */
export interface HoverFields {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

/** Bars of the height of the chart, for data whose rows span from `at` to `until`. */
export function hoverBars(
  series: readonly HoverSeries[],
  fields: HoverFields,
  x: unknown,
  transform: readonly unknown[],
): object {
  return {
    transform: [
      ...transform,
      { pivot: fields.name, value: fields.value, groupby: ["at", "until", "local"], op: "sum" },
    ],
    mark: { type: "rect", opacity: 0 },
    encoding: { x, x2: { field: "until" }, tooltip: tooltipOf(series, fields) },
  };
}

/** A rule at the nearest instant, for lines. `param` is the name of the selection, one for each panel of a chart. */
export function hoverRule(
  series: readonly HoverSeries[],
  fields: HoverFields,
  x: unknown,
  transform: readonly unknown[],
  param: string,
): object {
  return {
    transform: [...transform, { pivot: fields.name, value: fields.value, groupby: ["at", "local"], op: "max" }],
    params: [
      { name: param, select: { type: "point", on: "pointerover", clear: "pointerout", nearest: true, fields: ["at"] } },
    ],
    mark: { type: "rule", color: "#8a8a8a" },
    encoding: {
      x,
      opacity: { condition: { param, empty: false, value: 1 }, value: 0 },
      tooltip: tooltipOf(series, fields),
    },
  };
}

function tooltipOf(series: readonly HoverSeries[], { unit }: HoverFields): object[] {
  return [
    { field: "local", title: "from" },
    ...series.map(({ name, title }) => ({ field: fieldName(name), title: `${title}, ${unit}`, format: ",.2f" })),
  ];
}

/** A name as Vega-Lite takes it for a field: dots and brackets would lead into an object. */
function fieldName(name: string): string {
  return name.replaceAll(/[.[\]\\"']/gu, String.raw`\$&`);
}
