/**
 * The context shared by the parsers of one input: the faults found so far, the notices for the result, the time axis.
 */
import { MAX_FAULTS_LISTED, type PlanInputFault } from "../errors.ts";
import type { TimeGrid } from "../time/time-grid.ts";

export interface ParseContext {
  readonly faults: PlanInputFault[];
  readonly notices: string[];
  /** Absent if the horizon has faults; checks that do not need it still run. */
  readonly time?: TimeGrid | undefined;
  /** IANA zone of the plan; absent if it is missing or unknown. */
  readonly timeZone?: string | undefined;
  /** Paths of values that look like a wrong unit and are intended. */
  readonly unitsAsStated?: readonly unknown[];
}

/** A fault without its path. */
export type FaultText = readonly [given: string, wanted: string, fix: string];

export function addFault({ faults }: ParseContext, path: string, ...[given, wanted, fix]: FaultText): void {
  if (!countIfFull(faults)) faults.push({ path, given, wanted, fix });
}

/** Like `addFault`, but computes expensive text only if the fault is listed, not if it is only counted. */
export function addFaultLazily({ faults }: ParseContext, path: string, words: () => FaultText): void {
  if (countIfFull(faults)) return;
  const [given, wanted, fix] = words();
  faults.push({ path, given, wanted, fix });
}

/** Beyond the maximum number of listed faults, the last one counts the rest. */
function countIfFull(faults: PlanInputFault[]): boolean {
  if (faults.length < MAX_FAULTS_LISTED) return false;
  const last = faults.pop() as PlanInputFault;
  faults.push({ ...last, more: (last.more ?? 0) + 1 });
  return true;
}

/** Adds a fault about a value that may be intended; the input can confirm it. */
export function addSuspicion(context: ParseContext, path: string, ...[given, wanted, fix]: FaultText): void {
  if (context.unitsAsStated?.includes(path)) return;
  addFault(context, path, given, wanted, `${fix}; if it is intended, list ${JSON.stringify(path)} in unitsAsStated`);
}

/** Returns a function that says whether any fault was added since this call. */
export function faultWatch({ faults }: ParseContext): () => boolean {
  const count = () => faults.length + (faults.at(-1)?.more ?? 0);
  const before = count();
  return () => count() === before;
}

/** Faults of one kind in one curve that are listed individually. */
const MAX_LISTED = 3;

/**
 * Reports the first three faults of one kind among `num` entries, and counts the others under the curve's own path.
 * `describe` returns the place below that path first.
 */
export function addFaultsOfOneKind(
  context: ParseContext,
  path: string,
  num: number,
  isWrong: (i: number) => boolean,
  tell: (i: number) => readonly [place: string, ...FaultText],
): void {
  let count = 0;
  let last = 0;
  let lastListed: FaultText = ["", "", ""];
  for (let i = 0; i < num; i++) {
    if (!isWrong(i)) continue;
    last = i;
    if (++count > MAX_LISTED) continue;
    const [place, ...words] = tell(i);
    addFault(context, path + place, ...words);
    lastListed = words;
  }
  if (count > MAX_LISTED)
    addFault(
      context,
      path,
      `that fault in ${count - MAX_LISTED} more, the last at [${last}]`,
      lastListed[1],
      lastListed[2],
    );
}
