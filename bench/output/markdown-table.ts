import { geometricMean } from "../method/statistics.ts";
import type { BenchResults, CaseEntry, RollingEntry, SolverEntry } from "./results.ts";

/** The results as Markdown: a table per case, sizes down, solvers across; notes below explain empty cells. */
export function markdownTable(results: BenchResults): string {
  const { machine, mode, startedAt, tookS } = results;
  const parts = [
    "# Benchmark",
    `Run \`${results.command}\` of ${startedAt.slice(0, 10)} (${mode}, ${Math.round(tookS)} s) at commit ` +
      `${machine.commit}: ${machine.platform}, ` +
      `${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, Node ${machine.node}, load ` +
      `${machine.loadAtStart.toFixed(2)} at the start.`,
    "Times in ms from hand-over to answer read, median (minimum), in a warm process unless said; every " +
      "answer verified first.",
  ];
  const names = [...new Set(results.cases.map(({ name }) => name))];
  for (const name of names) parts.push(...caseParts(results.cases.filter((entry) => entry.name === name)));
  for (const entry of results.rolling) parts.push(...rollingParts(entry));
  if (results.planner.length > 0) parts.push("## planPower, phases", plannerTable(results));
  for (const { name, reason } of results.absent) parts.push(`${name}: left out, ${reason}.`);
  parts.push("## Solvers", results.solvers.map(({ name, what }) => `- ${name}: ${what}`).join("\n"));
  return `${parts.join("\n\n")}\n`;
}

function caseParts(sizes: readonly CaseEntry[]): string[] {
  const solvers = sizes[0].entries.map(({ solver }) => solver);
  const notes: string[] = [];
  const rows = sizes.map((size) => [
    size.size,
    `${size.numRows} x ${size.numCols}`,
    ...size.entries.map((entry) => cell(entry, `${size.size}, ${entry.solver}`, notes)),
  ]);
  const parts = [`## ${sizes[0].name}`, `${sizes[0].what}.`, table(["size", "rows x columns", ...solvers], rows)];
  const means = meanRatios(sizes, solvers);
  if (means.length > 0)
    parts.push(`Geometric mean of time against ${solvers[0]}, over the sizes both solve: ${means.join(", ")}.`);
  const phases = sizes.filter(({ growth }) => growth).flatMap(phaseLines);
  if (phases.length > 0) parts.push("Phases in ms (median), where the solver tells them:", phases.join("\n"));
  const cold = sizes.filter(({ entries }) => entries.some((entry) => entry.cold !== undefined));
  if (cold.length > 0)
    parts.push("Fresh process, load + first solve in ms, peak memory in MB:", coldTable(cold, solvers));
  if (notes.length > 0) parts.push(notes.map((note) => `- ${note}`).join("\n"));
  return parts;
}

function cell(entry: SolverEntry, where: string, notes: string[]): string {
  if (entry.outcome === "verified")
    return entry.warm === undefined ? "right" : `${ms(entry.warm.total.medianMs)} (${ms(entry.warm.total.minMs)})`;
  notes.push(`${where}: ${entry.reason ?? entry.outcome}`);
  return { limit: "not tried", wrong: "wrong", "no-answer": "no answer" }[entry.outcome];
}

function meanRatios(sizes: readonly CaseEntry[], solvers: readonly string[]): string[] {
  const timeOf = ({ entries }: CaseEntry, solver: string) =>
    entries.find((entry) => entry.solver === solver)?.warm?.total.medianMs;
  return solvers.slice(1).flatMap((solver) => {
    const ratios = sizes.flatMap((size) => {
      const [own, other] = [timeOf(size, solvers[0]), timeOf(size, solver)];
      return own === undefined || other === undefined ? [] : [other / own];
    });
    return ratios.length < 2 ? [] : [`${solver} ${geometricMean(ratios).toFixed(2)}x (${ratios.length})`];
  });
}

function phaseLines({ size, entries }: CaseEntry): string[] {
  return entries.flatMap(({ solver, warm }) => {
    const phases = Object.entries(warm?.phaseMs ?? {}).map(([phase, median]) => `${phase} ${ms(median)}`);
    return phases.length === 0 ? [] : [`- ${size}, ${solver}: ${phases.join(", ")}`];
  });
}

function coldTable(sizes: readonly CaseEntry[], solvers: readonly string[]): string {
  const rows = sizes.map(({ size, entries }) => [
    size,
    ...entries.map(({ cold }) =>
      cold === undefined ? "-" : `${ms(cold.loadMs)} + ${ms(cold.firstSolveMs)}; ${Math.round(cold.peakMb)}`,
    ),
  ]);
  return table(["size", ...solvers], rows);
}

function rollingParts({ name, what, entries }: RollingEntry): string[] {
  const notes: string[] = [];
  const rows = entries.map(({ solver, outcome, reason, warmStart, coldStart }) => {
    if (reason !== undefined) notes.push(`${solver}: ${reason}`);
    const time = (spread: typeof warmStart): string =>
      spread === undefined ? "-" : `${ms(spread.medianMs)} (${ms(spread.minMs)}), n = ${spread.n}`;
    return [
      solver,
      { verified: "right", limit: "no warm start", wrong: "wrong", "no-answer": "no answer" }[outcome],
      time(warmStart),
      time(coldStart),
    ];
  });
  const parts = [`## ${name}`, `${what}.`, table(["solver", "answers", "from the last answer", "from nothing"], rows)];
  return notes.length === 0 ? parts : [...parts, notes.map((note) => `- ${note}`).join("\n")];
}

function plannerTable({ planner }: BenchResults): string {
  const time = (value: number | undefined): string => (value === undefined ? "-" : ms(value));
  const rows = planner.map((entry) => [
    entry.size,
    entry.solver,
    entry.status,
    time(entry.buildMs),
    time(entry.solveMs),
    time(entry.readMs),
  ]);
  return table(["size", "engine", "status", "validate and build", "solve", "check and read"], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Times have three significant digits. */
function ms(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
