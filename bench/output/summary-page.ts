import { geometricMean } from "../method/statistics.ts";
import type { BenchResults, CaseEntry, RollingEntry } from "./results.ts";

/** Whose times are compared: an answer here is the better engine's, a rival's is its better method's. */
export interface Contenders {
  readonly own: readonly string[];
  readonly highs: readonly string[];
  readonly native: readonly string[];
}

interface Line {
  readonly subject: string;
  readonly size: string;
  readonly program: string;
  readonly ownMs: number | undefined;
  readonly highsMs: number | undefined;
  readonly nativeMs: number | undefined;
}

/** More programs than this of one case are reported by their mean, and one by one only where a rival is faster. */
const MOST_LINES = 12;

/** The page of the documentation: what was measured, by whom we are beaten, and how to measure it again. */
export function summaryPage(results: BenchResults, contenders: Contenders): string {
  const { machine, command, startedAt, tookS } = results;
  const lines = results.cases.map((entry) => lineOf(entry, contenders));
  const names = [...new Set(lines.map(({ subject }) => subject))];
  const few = names.filter((name) => lines.filter(({ subject }) => subject === name).length <= MOST_LINES);
  const many = names.filter((name) => !few.includes(name));
  const parts = [
    "# Benchmark",
    "This page is written by the benchmark itself. Every answer is verified on the original program " +
      "before a time is kept; times are medians in milliseconds, from the hand-over of the program to the " +
      "answer read. `this` is the faster of our engines, with a vertex and exact prices. `HiGHS` is npm " +
      "`highs` (WebAssembly), the faster of its simplex with and without presolve. `Clp` is the native " +
      "program by its own clock, where it is installed. A ratio above 1 says that this package is faster. " +
      "Compare ratios, not milliseconds of two machines.",
    `\`${command}\`, ${startedAt.slice(0, 10)}, ${Math.round(tookS / 60)} minutes, commit ${machine.commit}: ` +
      `${machine.platform}, ${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, Node ${machine.node}, ` +
      `load ${machine.loadAtStart.toFixed(2)} at the start.`,
    "## Programs of sites",
    table(
      ["case", "size", "rows x columns", "this", "HiGHS", "ratio", "Clp", "ratio"],
      lines.filter(({ subject }) => few.includes(subject)).map(cellsOf),
    ),
    ...many.flatMap((name) => manyParts(name, lines)),
    ...(results.rolling.length > 0 ? rollingParts(results.rolling, contenders) : []),
    "## Where a rival is faster",
    ...lostParts(lines.filter(({ subject }) => few.includes(subject))),
    "What a solver was not tried on, and why, is in the full table beside the benchmark " +
      "([method](https://github.com/OWNER/wattsplit/blob/main/bench/README.md)).",
  ];
  return `${parts.join("\n\n")}\n`;
}

function lineOf({ name, size, numRows, numCols, entries }: CaseEntry, { own, highs, native }: Contenders): Line {
  const best = (names: readonly string[]): number | undefined => {
    const times = entries.flatMap(({ solver, warm }) =>
      warm !== undefined && names.includes(solver) ? [warm.total.medianMs] : [],
    );
    return times.length === 0 ? undefined : Math.min(...times);
  };
  return {
    subject: name,
    size,
    program: `${numRows.toLocaleString("en-US")} x ${numCols.toLocaleString("en-US")}`,
    ownMs: best(own),
    highsMs: best(highs),
    nativeMs: best(native),
  };
}

const ratioOf = (rivalMs: number | undefined, ownMs: number | undefined): number | undefined =>
  rivalMs === undefined || ownMs === undefined || rivalMs === 0 ? undefined : rivalMs / ownMs;

function cellsOf({ subject, size, program, ownMs, highsMs, nativeMs }: Line): string[] {
  return [
    subject,
    size,
    program,
    msText(ownMs),
    msText(highsMs),
    ratioText(ratioOf(highsMs, ownMs)),
    msText(nativeMs),
    ratioText(ratioOf(nativeMs, ownMs)),
  ];
}

function manyParts(name: string, all: readonly Line[]): string[] {
  const lines = all.filter(({ subject }) => subject === name);
  const mean = (timeOf: (line: Line) => number | undefined): string => {
    const ratios = lines.flatMap((line) => ratioOf(timeOf(line), line.ownMs) ?? []);
    return ratios.length === 0 ? "not measured" : `${geometricMean(ratios).toFixed(2)} (${ratios.length} programs)`;
  };
  const own = lines.filter(({ ownMs }) => ownMs !== undefined).length;
  const slow = lines
    .filter((line) => (ratioOf(line.highsMs, line.ownMs) ?? 1) < 1 / 2)
    .toSorted((a, b) => (ratioOf(a.highsMs, a.ownMs) ?? 1) - (ratioOf(b.highsMs, b.ownMs) ?? 1));
  return [
    `## ${name}`,
    `${lines.length} programs, ${own} answered and verified here. Geometric mean of the ratios: against HiGHS ` +
      `${mean(({ highsMs }) => highsMs)}, against Clp ${mean(({ nativeMs }) => nativeMs)}. ` +
      (slow.length === 0
        ? "HiGHS is nowhere more than twice as fast."
        : `HiGHS is more than twice as fast on ${slow.length} of them:`),
    ...(slow.length === 0
      ? []
      : [table(["case", "size", "rows x columns", "this", "HiGHS", "ratio", "Clp", "ratio"], slow.map(cellsOf))]),
  ];
}

function rollingParts(entries: readonly RollingEntry[], { own, highs }: Contenders): string[] {
  const rows = entries.map(({ name, entries: solvers }) => {
    const best = (names: readonly string[]): number | undefined => {
      const times = solvers.flatMap(({ solver, warmStart }) =>
        warmStart !== undefined && names.includes(solver) ? [warmStart.medianMs] : [],
      );
      return times.length === 0 ? undefined : Math.min(...times);
    };
    const [ownMs, highsMs] = [best(own), best(highs)];
    return [name, msText(ownMs), msText(highsMs), ratioText(ratioOf(highsMs, ownMs))];
  });
  return [
    "## Rolled by an hour, started from the last answer",
    table(["case", "this", "HiGHS, warm simplex", "ratio"], rows),
  ];
}

function lostParts(lines: readonly Line[]): string[] {
  const lost = lines.flatMap(({ subject, size, ownMs, highsMs, nativeMs }) => {
    const rivals = [
      ["HiGHS", ratioOf(highsMs, ownMs)],
      ["Clp", ratioOf(nativeMs, ownMs)],
    ] as const;
    return rivals.flatMap(([rival, ratio]) =>
      ratio !== undefined && ratio < 1 ? [`- ${subject}, ${size}: ${rival} takes ${ratio.toFixed(2)} of our time`] : [],
    );
  });
  return [lost.length === 0 ? "On none of the programs of sites in this run." : lost.join("\n")];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function msText(value: number | undefined): string {
  if (value === undefined) return "-";
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function ratioText(value: number | undefined): string {
  return value === undefined ? "-" : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
