import { checkSolution } from "../../lp/check-solution.ts";
import { readCplexLp } from "../../lp/io/read-cplex-lp.ts";
import { readMps } from "../../lp/io/read-mps.ts";
import { solveLpAsync } from "../../solvers/solve-lp.ts";
import type { AddCommand } from "../command.ts";
import { ExitCode, exitCodeOf } from "../exit-code.ts";
import { progressLine } from "../progress-line.ts";
import { numberOption } from "../number-option.ts";

interface Options {
  readonly solution?: string;
  readonly timeLimit?: number;
  readonly relax?: boolean;
}

export const addLp: AddCommand = (program, { terminal, nowMs, signal, finish }) => {
  program
    .command("lp")
    .description("solve a linear program in MPS or CPLEX LP format")
    .argument("<file>", "the program (.lp is CPLEX LP, all else MPS), or - for MPS on standard input")
    .option("--solution <file>", "write the value of every column by its name, as CSV; - prints it")
    .option("--time-limit <seconds>", "stop after so many seconds", numberOption("--time-limit"))
    .option("--relax", "read integer columns as continuous")
    .action(async (file: string, { solution: target, timeLimit, relax }: Options) => {
      const text = terminal.read(file);
      const options = relax === true ? { integers: "relax" as const } : {};
      const lp = /\.lp$/iu.test(file) ? readCplexLp(text, options) : readMps(text, options);
      const line = progressLine(terminal, nowMs);
      const solution = await solveLpAsync(lp, {
        ...(timeLimit !== undefined && { timeLimitMs: 1000 * timeLimit }),
        onProgress: line.onProgress,
        signal,
      });
      line.clear();
      const { ok } = checkSolution(lp, solution);
      terminal.print(
        [
          `${lp.numRows} rows, ${lp.numCols} columns, ${lp.value.length} coefficients`,
          `status     ${solution.status}`,
          `objective  ${solution.objective}`,
          `iterations ${solution.iterations}, ${solution.solver}`,
          `proof      ${ok ? "checked on the original program" : "none"}`,
        ].join("\n"),
      );
      if (target !== undefined && solution.x !== undefined) {
        const names = lp.colNames ?? [];
        const rows = Array.from(solution.x, (value, j) => `${names[j] ?? `x${j}`},${value}\r\n`);
        terminal.write(target, `column,value\r\n${rows.join("")}`);
      }
      finish(ok || solution.status !== "optimal" ? exitCodeOf(solution) : ExitCode.internal);
    });
};
