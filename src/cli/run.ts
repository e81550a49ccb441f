import { Command, CommanderError } from "commander";
import { FinanceInputError, InputFileError, MissingPackageError, PlanInputError, ProgramError } from "../errors.ts";
import type { AddCommand } from "./command.ts";
import { addCheck } from "./commands/check.ts";
import { addCompare } from "./commands/compare.ts";
import { addConnections } from "./commands/connections.ts";
import { addFinance } from "./commands/finance.ts";
import { addYears } from "./commands/years.ts";
import { addHandoff } from "./commands/handoff.ts";
import { addInit } from "./commands/init.ts";
import { addLp } from "./commands/lp.ts";
import { addPlan } from "./commands/plan.ts";
import { addPrices } from "./commands/prices.ts";
import { addRigs } from "./commands/rigs.ts";
import { addScenarios } from "./commands/scenarios.ts";
import { addSchema } from "./commands/schema.ts";
import { addSweep } from "./commands/sweep.ts";
import { addReplay } from "./commands/replay.ts";
import { addSize } from "./commands/size.ts";
import { addWhy } from "./commands/why.ts";
import { addWorth } from "./commands/worth.ts";
import { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Every command, in the order of the help. */
const COMMANDS: readonly AddCommand[] = [
  addInit,
  addCheck,
  addPlan,
  addCompare,
  addWhy,
  addWorth,
  addSweep,
  addReplay,
  addScenarios,
  addConnections,
  addHandoff,
  addSize,
  addFinance,
  addYears,
  addPrices,
  addRigs,
  addSchema,
  addLp,
];

/**
 * Runs one command line (without the program's own name) and returns the exit code. Errors of the input are printed as
 * text on standard error, or as JSON with `--errors json`.
 */
export async function run(
  args: readonly string[],
  terminal: Terminal,
  nowMs: () => number,
  signal = new AbortController().signal,
): Promise<ExitCode> {
  let code: ExitCode = ExitCode.ok;
  const program = new Command("wattsplit")
    .description("Plans, hour by hour, where each megawatt of a site with AI load and Bitcoin mining goes.")
    .option("--errors <format>", "text or json", "text")
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()), writeErr: (text) => terminal.note(text) })
    .addHelpText(
      "after",
      "\nExit codes: 0 optimal, 2 infeasible, 3 stopped at a limit, 4 unbounded, 64 bad input, 70 internal error, " +
        "130 interrupted.",
    );
  const setting = { terminal, nowMs, signal, finish: (found: ExitCode) => void (code = found) };
  for (const add of COMMANDS) add(program, setting);
  for (const command of program.commands) {
    command.exitOverride().configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.note(text),
    });
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (signal.aborted) {
      terminal.note("\r\u001B[Kwattsplit: interrupted; no file is half-written.\n");
      return ExitCode.interrupted;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.ok : ExitCode.badInput;
    const asJson = program.opts<{ errors: string }>().errors === "json";
    terminal.note(`${asJson ? errorJson(error) : errorText(error)}\n`);
    return isOfInput(error) ? ExitCode.badInput : ExitCode.internal;
  }
}

/** Whether the command line or a file is at fault, and not the program. */
function isOfInput(error: unknown): boolean {
  if (error instanceof PlanInputError || error instanceof InputFileError || error instanceof ProgramError) return true;
  if (error instanceof FinanceInputError) return true;
  return error instanceof UsageError || error instanceof MissingPackageError || isFileError(error);
}

function isFileError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "syscall" in error && "code" in error;
}

function errorText(error: unknown): string {
  if (error instanceof MissingPackageError) {
    return `wattsplit: ${error.message}, or leave out --charts, and the page is written without them`;
  }
  if (isFileError(error)) return `wattsplit: ${error.message}`;
  if (isOfInput(error)) return `wattsplit: ${(error as Error).message}`;
  const text = String(error instanceof Error ? (error.stack ?? error) : error);
  return `wattsplit: internal error, please report it with the command and the site: ${text}`;
}

function errorJson(error: unknown): string {
  const { message, code, faults } = error as { message?: string; code?: string; faults?: unknown };
  return JSON.stringify({
    error: { code: code ?? "INTERNAL", message: message ?? String(error), ...(faults !== undefined && { faults }) },
  });
}
