/**
 * What the readers of one input share: the faults found so far, what the reader of the result should know, the time
 * axis.
 */
import { MAX_FAULTS_LISTED, type PlanInputFault } from "../errors.ts";
import type { TimeGrid } from "../time/time-grid.ts";

export interface Edge {
  readonly faults: PlanInputFault[];
  readonly notices: string[];
  /** Absent where the horizon is faulty; what does not need it is judged all the same. */
  readonly time?: TimeGrid | undefined;
  /** IANA zone of the plan; absent where it is missing or unknown. */
  readonly timeZone?: string | undefined;
  /** Paths of what looks like a mistaken unit and is meant so. */
  readonly unitsAsStated?: readonly unknown[];
}

/** A fault but for its path. */
export type Words = readonly [given: string, wanted: string, fix: string];

export function addFault({ faults }: Edge, path: string, ...[given, wanted, fix]: Words): void {
  if (!countIfFull(faults)) faults.push({ path, given, wanted, fix });
}

/** As `addFault`, of words that take a search: not asked for where the fault is only counted. */
export function addFaultBy({ faults }: Edge, path: string, words: () => Words): void {
  if (countIfFull(faults)) return;
  const [given, wanted, fix] = words();
  faults.push({ path, given, wanted, fix });
}

/** Beyond the greatest number listed, faults are counted at the last one. */
function countIfFull(faults: PlanInputFault[]): boolean {
  if (faults.length < MAX_FAULTS_LISTED) return false;
  const last = faults.pop() as PlanInputFault;
  faults.push({ ...last, more: (last.more ?? 0) + 1 });
  return true;
}

/** Adds a fault that may be the truth after all: the input can say so. */
export function addSuspicion(edge: Edge, path: string, ...[given, wanted, fix]: Words): void {
  if (edge.unitsAsStated?.includes(path)) return;
  addFault(edge, path, given, wanted, `${fix}; if it is meant so, list ${JSON.stringify(path)} in unitsAsStated`);
}

/** Answers, whenever asked, whether no fault was added since. */
export function watch({ faults }: Edge): () => boolean {
  const count = () => faults.length + (faults.at(-1)?.more ?? 0);
  const before = count();
  return () => count() === before;
}

/** How many faults of one kind in one curve are told one by one. */
const TOLD = 3;

/**
 * Tells the first three faults of a kind among `num` entries, and of the others how many they are, under the curve's
 * own path. `tell` gives the place below that path first.
 */
export function addRepeated(
  edge: Edge,
  path: string,
  num: number,
  isWrong: (i: number) => boolean,
  tell: (i: number) => readonly [place: string, ...Words],
): void {
  let count = 0;
  let last = 0;
  let lastTold: Words = ["", "", ""];
  for (let i = 0; i < num; i++) {
    if (!isWrong(i)) continue;
    last = i;
    if (++count > TOLD) continue;
    const [place, ...words] = tell(i);
    addFault(edge, path + place, ...words);
    lastTold = words;
  }
  if (count > TOLD)
    addFault(edge, path, `that fault in ${count - TOLD} more, the last at [${last}]`, lastTold[1], lastTold[2]);
}
