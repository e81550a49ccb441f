/** Files with a column of prices for each area: the one whose prices are kept. */
import type { Header } from "../header.ts";
import type { PriceSink } from "../price-sink.ts";

export interface AreaColumn {
  readonly area: string;
  readonly column: number;
  /** What else the heading says, e.g. the currency. */
  readonly said: string;
}

/** The columns whose heading fits; the groups of `pattern` are the area and what else is said. */
export function areaColumns(header: Header, pattern: RegExp): AreaColumn[] {
  return header.names.flatMap((heading, column) => {
    const [, area, said = ""] = pattern.exec(heading) ?? [];
    return area === undefined ? [] : [{ area: area.trim(), column, said }];
  });
}

/**
 * The column of the location that was asked for, by area or heading, else the only one (of several the sink says that
 * one must be chosen).
 */
export function keptColumn(areas: readonly AreaColumn[], header: Header, sink: PriceSink): AreaColumn {
  return areas.filter(({ area, column }) => sink.wants(area, header.names[column])).at(-1) ?? areas[0];
}
