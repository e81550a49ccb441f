/** Answers of cases as JSON Lines, one per line: files of several machines are joined by `cat`. */
import type { CaseAnswer } from "../sweep/run-case.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** The answers in a file; none where there is no file yet. The last of several answers with one id counts. */
export function readAnswers(path: string, terminal: Terminal): readonly CaseAnswer[] {
  if (!terminal.exists(path)) return [];
  const lines = terminal.read(path).split("\n");
  const byId = new Map<string, CaseAnswer>();
  for (const [k, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const answer = parsed(line) as Partial<CaseAnswer> | undefined;
    if (typeof answer?.id !== "string" || typeof answer.status !== "string" || typeof answer.figures !== "object")
      throw new UsageError(
        `${path}: line ${k + 1} is not the answer to a case; give a file that "wattsplit sweep --answers" wrote, ` +
          "or remove the line",
      );
    byId.set(answer.id, answer as CaseAnswer);
  }
  return [...byId.values()];
}

export function answersText(answers: Iterable<CaseAnswer>): string {
  return [...answers].map((answer) => `${JSON.stringify(answer)}\n`).join("");
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
