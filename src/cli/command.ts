import type { Command } from "commander";
import type { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

/** What a command is given besides its own options. */
export interface Setting {
  readonly terminal: Terminal;
  /** Clock of progress lines, ms. */
  readonly nowMs: () => number;
  /** Fires at Ctrl-C: long work ends, and nothing is written any more. */
  readonly signal: AbortSignal;
  /** The exit code of the process, once the command is done. */
  finish(code: ExitCode): void;
}

/** One command: adds itself, with its options and its help, to the program. */
export type AddCommand = (program: Command, setting: Setting) => void;
