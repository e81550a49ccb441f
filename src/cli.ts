#!/usr/bin/env node
/** The command `wattsplit`. */
import { ExitCode } from "./cli/exit-code.ts";
import { run } from "./cli/run.ts";
import { processTerminal } from "./cli/terminal.ts";

const interrupt = new AbortController();
process.on("SIGINT", () => {
  // Who presses Ctrl-C twice does not want to wait for the end of a slice of work.
  if (interrupt.signal.aborted) process.exit(ExitCode.interrupted);
  interrupt.abort();
});
// The reader of a pipe has seen enough, as \`head\` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(ExitCode.ok);
});
process.exitCode = await run(process.argv.slice(2), processTerminal, () => Date.now(), interrupt.signal);
