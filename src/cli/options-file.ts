import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** An object from a JSON file that an option names; `content` says what it should be. */
export function readOptionsFile(path: string, content: string, terminal: Terminal): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(terminal.read(path));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`${path}: is not JSON (${error.message})`);
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw new UsageError(`${path}: wanted an object, ${content}`);
  return parsed as Record<string, unknown>;
}
