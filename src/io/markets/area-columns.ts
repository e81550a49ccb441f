/** Finds and selects the price column in files with one column per area. */
import type { Header } from "../header.ts";
import type { PriceSink } from "../price-sink.ts";

export interface AreaColumn {
  readonly area: string;
  readonly column: number;
  /** Further text of the heading, e.g. the currency. */
  readonly said: string;
}

/** The columns whose heading matches; the groups of `pattern` are the area and further text. */
export function areaColumns(header: Header, pattern: RegExp): AreaColumn[] {
  return header.names.flatMap((heading, column) => {
    const [, area, said = ""] = pattern.exec(heading) ?? [];
    return area === undefined ? [] : [{ area: area.trim(), column, said }];
  });
}

/**
 * The column of the selected location, by area or heading, or the only column. If there are several and none is
 * selected, the sink reports a fault.
 */
export function selectedColumn(areas: readonly AreaColumn[], header: Header, sink: PriceSink): AreaColumn {
  return areas.filter(({ area, column }) => sink.isSelected(area, header.names[column])).at(-1) ?? areas[0];
}
