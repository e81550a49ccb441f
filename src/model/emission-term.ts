import type { ColumnBlock } from "./block.ts";
import type { SolvedSite } from "./solved-site.ts";

/** What a series emits on the site or with power brought to it: its value times `tPerUnit`, t CO2 in each interval. */
export interface EmissionTerm {
  readonly columns: ColumnBlock;
  readonly tPerUnit: number | Float64Array;
}

/** t CO2 in each interval. */
export function emittedT({ columns, tPerUnit }: EmissionTerm, solved: SolvedSite): Float64Array {
  return solved.values(columns).map((value, t) => value * (typeof tPerUnit === "number" ? tPerUnit : tPerUnit[t]));
}
