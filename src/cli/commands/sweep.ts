import type { PlanInput } from "../../plan-input/index.ts";
import { FIGURE_TITLES } from "../../report/charts/sweep-map.ts";
import { sweepReport } from "../../report/html/sweep-report.ts";
import { amount, table } from "../../report/text-table.ts";
import { answersCsv } from "../../sweep/answers-csv.ts";
import type { Axis } from "../../sweep/axis.ts";
import type { Case } from "../../sweep/case.ts";
import type { FigureName } from "../../sweep/figures.ts";
import type { CaseAnswer } from "../../sweep/run-case.ts";
import { type PlacedAnswer, runCases } from "../../sweep/run-cases.ts";
import { type Sweep, sweep } from "../../sweep/sweep.ts";
import { answersText, readAnswers } from "../answers-file.ts";
import { factorsAxis, valuesAxis } from "../axis-option.ts";
import type { AddCommand } from "../command.ts";
import { ExitCode } from "../exit-code.ts";
import { numberOption } from "../number-option.ts";
import { loadSite } from "../site-file.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { type ReportOptions, writeReport } from "../write-report.ts";

interface Options extends SiteOptions, ReportOptions {
  readonly axis: readonly Axis[];
  readonly compare?: boolean;
  readonly figure: string;
  readonly csv?: string;
  readonly answers?: string;
  readonly part?: string;
  readonly timeLimit?: number;
}

/** Rows that are printed; files have all. */
const MOST_ROWS = 40;
/** The file of answers is written at most so often, so that a process that is killed loses little. */
const WRITE_EVERY_MS = 30_000;

export const addSweep: AddCommand = (program, { terminal, nowMs, signal, finish }) => {
  const axes: Axis[] = [];
  const add = (read: (text: string) => Axis) => (text: string) => (axes.push(read(text)), axes);
  withSiteOptions(program.command("sweep"))
    .description("plan every combination of several values: a table, a map, or a part of them on each of many machines")
    .option("--axis <path=values>", "values of one field: 30,40,50 or 60..120:20; repeat for more", add(valuesAxis))
    .option("--factor <path=factors>", "multiply a number or a curve by each factor", add(factorsAxis))
    .option("--compare", "ask each case for the diesel answer, as the command compare does")
    .option("--figure <name>", `what is printed and mapped: ${Object.keys(FIGURE_TITLES).join(", ")}`, "costUsd")
    .option("--csv <file>", "write all figures as CSV, a row per case")
    .option("--report <file>", "write one HTML page with a map, where the packages vega and vega-lite are installed")
    .option("--charts", "do not write the page without the map")
    .option("--no-charts", "leave the map out of the page")
    .option("--answers <file>", "JSON Lines of answers: those in the file are not asked again, new ones are added")
    .option("--part <k/n>", "run the k-th of n parts alone, e.g. 7/100 as one job of an array")
    .option("--time-limit <seconds>", "stop each solve after so many seconds", numberOption("--time-limit"))
    .action(async (site: string, options: Omit<Options, "axis">) => {
      if (!Object.hasOwn(FIGURE_TITLES, options.figure))
        throw new UsageError(`--figure ${options.figure}: wanted one of ${Object.keys(FIGURE_TITLES).join(", ")}`);
      const figure = options.figure as FigureName;
      const cases = sweep(loadSite(site, options, terminal) as unknown as PlanInput, axes, {
        ...(options.compare === true && { question: "compare" }),
        ...(options.timeLimit !== undefined && { limits: { timeLimitMs: 1000 * options.timeLimit } }),
      });
      const part = partOf(cases, options.part);
      const answers = await answered(part, options.answers, { terminal, nowMs, signal });
      terminal.print(tableText(answers, part, figure));
      if (options.csv !== undefined) terminal.write(options.csv, answersCsv(answers));
      await writeReport(answers, options, terminal, signal, (given, { charts }) =>
        sweepReport(given, { charts, figure }),
      );
      finish(answers.some(({ status }) => status === "failed") ? ExitCode.internal : ExitCode.ok);
    });
};

type Part = Iterable<Case> & Pick<Sweep, "axes" | "count">;

/** Every n-th case, so that parts take about the same time. */
function partOf(cases: Sweep, text: string | undefined): Part {
  if (text === undefined) return cases;
  const [k, n] = (/^(\d{1,9})\/(\d{1,9})$/u.exec(text)?.slice(1) ?? []).map(Number);
  if (!(k >= 1 && k <= n)) throw new UsageError(`--part ${text}: wanted k/n with k from 1 to n, e.g. 7/100`);
  return {
    axes: cases.axes,
    count: Math.max(0, Math.ceil((cases.count - k + 1) / n)),
    *[Symbol.iterator]() {
      for (let index = k - 1; index < cases.count; index += n) yield cases.case(index);
    },
  };
}

/** Runs the cases that the file does not answer yet. Interrupted, it writes the answers so far, and throws. */
async function answered(
  part: Part,
  file: string | undefined,
  {
    terminal,
    nowMs,
    signal,
  }: { readonly terminal: Terminal; readonly nowMs: () => number; readonly signal: AbortSignal },
): Promise<readonly PlacedAnswer[]> {
  const known = file === undefined ? [] : readAnswers(file, terminal);
  const byId = new Map<string, CaseAnswer>(known.map((answer) => [answer.id, answer]));
  let writtenMs = nowMs();
  const write = () => {
    writtenMs = nowMs();
    if (file !== undefined) terminal.write(file, answersText(byId.values()));
  };
  const { answers } = await runCases(part, {
    known,
    signal,
    onProgress: ({ done, count, answer: { at, ...answer } }) => {
      byId.set(answer.id, answer);
      if (terminal.isWatched) terminal.note(`\r\u001B[Kcase ${done} of ${count}: ${placeText(at)}, ${answer.status}`);
      if (nowMs() - writtenMs > WRITE_EVERY_MS) write();
    },
  });
  if (terminal.isWatched) terminal.note("\r\u001B[K");
  write();
  signal.throwIfAborted();
  return answers;
}

function placeText(at: PlacedAnswer["at"]): string {
  return Object.entries(at)
    .map(([axis, label]) => `${axis} ${label}`)
    .join(", ");
}

function tableText(answers: readonly PlacedAnswer[], { axes }: Part, figure: FigureName): string {
  const rows = answers.slice(0, MOST_ROWS).map(({ at, status, figures }) => {
    const value = figures[figure];
    return [...axes.map(({ name }) => String(at[name])), status, value === undefined ? "" : amount(value)];
  });
  const more = answers.length > MOST_ROWS ? [`and ${answers.length - MOST_ROWS} more; --csv writes all`] : [];
  const without = answers.find(({ status }) => status !== "optimal");
  const why = without?.detail === undefined ? [] : [`${placeText(without.at)}: ${without.status}: ${without.detail}`];
  if (rows.length === 0) return "No case is in this part.";
  return [...table([...axes.map(({ name }) => name), "status", FIGURE_TITLES[figure]], rows), ...more, ...why].join(
    "\n",
  );
}
