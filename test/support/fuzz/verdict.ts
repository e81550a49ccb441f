import { InputFileError, PlanInputError } from "../../../src/errors.ts";

/** CPU time of one small file beyond which its reading hangs, ms. */
const HANG_MS = 2_000;

export interface Verdict {
  readonly reader: string;
  readonly kind: string;
  readonly mutations: readonly string[];
  /** `counted`: read, and compared with a reading by other code; `read`: read, and only its own rules checked. */
  readonly outcome: "refused" | "read" | "counted";
  /** What is wrong; undefined where nothing is. */
  readonly wrong: string | undefined;
  readonly text: string;
}

/** What the judge of a reader found in what was read. `isCounted`: other code read the file too, and the two agree. */
export interface Judgement {
  readonly wrong?: string | undefined;
  readonly isCounted?: boolean;
}

/**
 * Reads, and judges: an error must be the package's own and say where, what, and how to mend it; the time is bounded.
 */
export function verdictOf<Read>(
  read: () => Read,
  judge: (read: Read) => Judgement,
): Pick<Verdict, "outcome" | "wrong"> {
  const before = process.cpuUsage();
  let result: Read;
  try {
    result = read();
  } catch (error) {
    return { outcome: "refused", wrong: hangOf(before) ?? breachOfError(error) };
  }
  const hang = hangOf(before);
  const { wrong, isCounted } = judged(() => judge(result));
  return { outcome: isCounted ? "counted" : "read", wrong: hang ?? wrong };
}

/** A file that its judge cannot read and the reader can is one the reader should not have read. */
function judged(judge: () => Judgement): Judgement {
  try {
    return judge();
  } catch (error) {
    return { wrong: `read, though a plain reading fails: ${String(error)}` };
  }
}

function hangOf(before: NodeJS.CpuUsage): string | undefined {
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  return ms > HANG_MS ? `hung for ${ms} ms` : undefined;
}

function breachOfError(error: unknown): string | undefined {
  if (error instanceof InputFileError || error instanceof PlanInputError) {
    const isReported =
      error.faults.length > 0 &&
      error.faults.every(
        (fault) =>
          fault.given !== "" &&
          fault.wanted !== "" &&
          fault.fix !== "" &&
          ("line" in fault ? fault.line >= 0 : fault.path !== ""),
      );
    return isReported ? undefined : "a fault without its words";
  }
  return `crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
