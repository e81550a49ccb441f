/** What the readers of one input share: the faults found so far, what the reader of the result should know, the time axis. */
import type { PlanInputFault } from "../errors.ts";
import type { TimeGrid } from "../time/time-grid.ts";

export interface Edge {
  readonly faults: PlanInputFault[];
  readonly notices: string[];
  /** Absent where the horizon is faulty; what does not need it is judged all the same. */
  readonly time?: TimeGrid;
  /** IANA zone of the plan; absent where it is missing or unknown. */
  readonly timeZone?: string;
}

export function addFault(edge: Edge, path: string, given: string, wanted: string, fix: string): void {
  edge.faults.push({ path, given, wanted, fix });
}

/** How many faults of one kind in one curve are told one by one. */
const TOLD = 3;

/** Tells the first three faults of a kind, and of the others how many they are, under the curve's own path. */
export function addRepeated(edge: Edge, path: string, at: readonly number[], tell: (index: number) => void): void {
  for (const index of at.slice(0, TOLD)) tell(index);
  if (at.length <= TOLD) return;
  const { given: _, ...last } = edge.faults[edge.faults.length - 1];
  edge.faults.push({ ...last, path, given: `that fault in ${at.length - TOLD} more, the last at [${at[at.length - 1]}]` });
}
