import type { SharedLp } from "../shared-lps.ts";
import type { ApartReply } from "./solve-apart.ts";

/** Agreement asked of an objective, relative to 1 + its size. */
const SAME_OBJECTIVE = 1e-6;
/** How far past a time limit an answer may come. */
const MAX_OVERRUN_MS = 200;

const UNDECIDED = new Set(["time-limit", "iteration-limit", "stopped", "numerical-trouble"]);

export interface Verdict {
  /** `ok`, `undecided` (a limit or trouble, said so), or what is wrong. */
  readonly word: string;
  /** |objective - optimum| / (1 + |optimum|); NaN where there is none. */
  readonly error: number;
  readonly overrunMs: number;
}

/** Holds an answer against the table of its set, not against another solver's answer of the same run. */
export function judgeReply({ status, optimum }: SharedLp, reply: ApartReply, timeLimitMs: number): Verdict {
  const error = Math.abs(reply.objective - optimum) / (1 + Math.abs(optimum));
  const overrunMs = Math.max(0, reply.ms - timeLimitMs);
  const word = wordOf();
  return { word, error, overrunMs };

  function wordOf(): string {
    if (overrunMs > MAX_OVERRUN_MS) return `OVERRUN by ${(overrunMs / 1000).toFixed(1)} s (${reply.status})`;
    if (UNDECIDED.has(reply.status)) return `undecided: ${reply.status}`;
    if (reply.status !== status) return `WRONG: ${reply.error ?? reply.status}, wanted ${status}`;
    if (status === "optimal" && !(error <= SAME_OBJECTIVE)) return `WRONG: ${reply.objective}, wanted ${optimum}`;
    return reply.certified || reply.solver === "highs" ? "ok" : "NOT CERTIFIED";
  }
}
