/**
 * The benchmark: builds every case of the mode, runs all solvers, verifies, times, and writes JSON, a Markdown table
 * and a plot. `start.ts` runs it as one bundle under --expose-gc; with `--cold` as first argument it is the fresh
 * process of one cold solve.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { isIn, type BenchCase, type CaseSize, type Mode } from "./bench-case.ts";
import type { BenchSolver } from "./bench-solver.ts";
import { COLD_FLAG, coldSolve, measureCold } from "./method/cold-process.ts";
import { compareSolvers, type Effort, type LoadedSolvers } from "./method/compare-solvers.ts";
import { planPhases } from "./method/plan-phases.ts";
import { rollSolvers } from "./method/roll-solvers.ts";
import { settledTable, settleSites, tableRow } from "./method/settle-sites.ts";
import { timed } from "./method/stopwatch.ts";
import { growthPlot } from "./output/growth-plot.ts";
import { growthSvg } from "./output/growth-svg.ts";
import { describeMachine } from "./output/machine.ts";
import { markdownTable } from "./output/markdown-table.ts";
import { summaryPage } from "./output/summary-page.ts";
import type { BenchResults, CaseEntry } from "./output/results.ts";
import { cases, rollingCases } from "./registry.ts";
import { EITHER_OR_FAMILIES } from "./generators/either-or-site.ts";
import { readRunOptions, type RunOptions } from "./run-options.ts";
import { smokeFaults } from "./smoke-faults.ts";
import { solvers } from "./solvers/index.ts";

const EFFORTS: Readonly<Record<Mode, Effort>> = {
  smoke: { timeLimitMs: 60_000, budgetMs: 0, endlessMs: 60_000, onceMs: Infinity },
  default: { timeLimitMs: 60_000, budgetMs: 1500, endlessMs: 10_000, onceMs: 5000 },
  full: { timeLimitMs: 60_000, budgetMs: 800, endlessMs: 5000, onceMs: 5000 },
};

/** `-- --either-or 20 60 two-batteries 8`: sites per family, seconds for HiGHS, families (all), first seed (1). */
const EITHER_OR_FLAG = "--either-or";

const words = process.argv.slice(2);
if (words[0] === EITHER_OR_FLAG) await runEitherOr(words);
else if (words[0] === COLD_FLAG) await runCold(words);
else await runAll(words);

async function runCold([, caseName, sizeLabel, solverName, timeLimitMs]: readonly string[]): Promise<void> {
  const subject = cases.find(({ name }) => name === caseName);
  const size = subject?.sizes.find(({ label }) => label === sizeLabel);
  const solver = solvers.find(({ name }) => name === solverName);
  if (subject === undefined || size === undefined || solver === undefined)
    throw new Error(`no such cold run: ${words.join(" ")}`);
  console.log(JSON.stringify(await coldSolve(subject, size, solver, Number(timeLimitMs))));
}

async function runEitherOr([, perFamily = "20", limitS = "60", named = "all", firstSeed = "1"]: readonly string[]) {
  const families = EITHER_OR_FAMILIES.filter((family) => named === "all" || named.split(",").includes(family));
  if (families.length === 0)
    throw new Error(`no such family: ${named}; wanted all or some of ${EITHER_OR_FAMILIES.join(",")}`);
  const range = { families, firstSeed: Number(firstSeed), perFamily: Number(perFamily) };
  const sites = await settleSites(range, Number(limitS), (site) => console.error(tableRow(site)));
  console.log(settledTable(sites));
  if (sites.some(({ fault }) => fault !== undefined)) process.exitCode = 1;
}

async function runAll(flags: readonly string[]): Promise<void> {
  const everything = {
    cases: [...cases, ...rollingCases].map(({ name }) => name),
    solvers: solvers.map(({ name }) => name),
  };
  const options = readRunOptions(flags, everything);
  const { mode } = options;
  const wanted = <T extends { readonly name: string }>(list: readonly T[], names: readonly string[]): T[] =>
    list.filter(({ name }) => names.length === 0 || names.includes(name));
  const machine = describeMachine();
  const startedAt = new Date();
  const loaded: LoadedSolvers = new Map(
    await Promise.all(wanted(solvers, options.solvers).map(async (solver) => [solver, await solver.load()] as const)),
  );
  const subjects = wanted(cases, options.cases);
  const caseEntries: CaseEntry[] = [];
  const planner: BenchResults["planner"][number][] = [];
  const gaveUp: GivenUp = new Map();
  for (const subject of subjects) {
    for (const size of subject.sizes.filter(
      (candidate) => isIn(candidate, mode) && (options.sizes.length === 0 || options.sizes.includes(candidate.label)),
    )) {
      console.error(`${subject.name}, ${size.label}`);
      caseEntries.push(runCase(subject, size, loaded, mode, gaveUp));
      if (subject.planInput === undefined) continue;
      for (const { name, engine } of loaded.keys()) {
        // The engines with their default settings: an engine with other settings has its own name here.
        if (engine?.name === name) planner.push(planPhases(subject, size, engine, EFFORTS[mode]));
      }
    }
  }
  const rolling = wanted(rollingCases, options.cases).map((subject) => {
    console.error(subject.name);
    return rollSolvers(subject, loaded, EFFORTS[mode]);
  });
  const results: BenchResults = {
    mode,
    command: `npm run bench${flags.length === 0 ? "" : ` -- ${flags.join(" ")}`}`,
    startedAt: startedAt.toISOString(),
    tookS: (Date.now() - startedAt.getTime()) / 1000,
    machine,
    solvers: [...loaded.keys()].map(({ name, what }) => ({ name, what })),
    cases: caseEntries,
    rolling,
    planner,
    absent: subjects.flatMap(({ name, absence }) => (absence === undefined ? [] : [{ name, reason: absence }])),
  };
  if (mode === "smoke")
    judgeSmoke(
      results,
      new Set([...loaded.keys()].filter(({ engine }) => engine !== undefined).map(({ name }) => name)),
    );
  else await write(results, options);
}

/** The smallest program on which a solver without a time limit did not end: by solver, its size and rows. */
type GivenUp = Map<BenchSolver, { readonly size: string; readonly numRows: number }>;

function runCase(subject: BenchCase, size: CaseSize, all: LoadedSolvers, mode: Mode, gaveUp: GivenUp): CaseEntry {
  const effort = { ...EFFORTS[mode], budgetMs: (subject.effortShare ?? 1) * EFFORTS[mode].budgetMs };
  const loaded: LoadedSolvers = new Map(
    [...all].filter(([{ name }]) => subject.solvers === undefined || subject.solvers.includes(name)),
  );
  const { result: lp, ms: buildMs } = timed(() => subject.build(size));
  const published = subject.optimum?.(size);
  // The twin is solved by a solver that can prove it; its answer is the reference for the program itself.
  const provers: LoadedSolvers = new Map([...loaded].filter(([{ proof }]) => proof === "duals"));
  const twin =
    subject.twin === undefined
      ? undefined
      : compareSolvers(subject.twin(size), provers, undefined, { ...effort, budgetMs: 0 }).reference;
  // The smoke sizes are known to end, and a process for each would take most of the time.
  const hangs = (solver: BenchSolver): string | undefined => {
    if (mode === "smoke") return undefined;
    const known = gaveUp.get(solver);
    if (known !== undefined && known.numRows <= lp.numRows)
      return `not tried, since not done within ${effort.endlessMs / 1000} s on ${known.size}`;
    if (measureCold(subject, size, solver, effort.timeLimitMs, effort.endlessMs) !== undefined) return undefined;
    gaveUp.set(solver, { size: `${subject.name}, ${size.label}`, numRows: lp.numRows });
    return `not done within ${effort.endlessMs / 1000} s`;
  };
  const { entries, reference } = compareSolvers(lp, loaded, published ?? twin, effort, hangs);
  const solverOf = (name: string): BenchSolver | undefined => solvers.find((solver) => solver.name === name);
  return {
    name: subject.name,
    what: subject.what,
    size: size.label,
    growth: subject.growth === true,
    numIntervals: size.numIntervals,
    numRows: lp.numRows,
    numCols: lp.numCols,
    numNonzeros: lp.value.length,
    buildMs,
    ...(reference === undefined ? {} : { reference }),
    entries: entries.map((entry) => {
      const solver = solverOf(entry.solver);
      // Only the growing cases, a process for each of the others would add no information; and not what takes seconds
      // in any process, unless it is ours, whose memory is of interest.
      if (subject.growth !== true || entry.warm === undefined || solver === undefined) return entry;
      if (entry.warm.total.medianMs >= effort.onceMs && solver.engine === undefined) return entry;
      const cold = measureCold(subject, size, solver, effort.timeLimitMs);
      return cold === undefined ? entry : { ...entry, cold };
    }),
  };
}

function judgeSmoke(results: BenchResults, ours: ReadonlySet<string>): void {
  const faults = smokeFaults(results, ours);
  const answers = [...results.cases, ...results.rolling].flatMap(({ entries }) =>
    entries.map(({ outcome }) => outcome),
  );
  for (const { name, reason } of results.absent) console.log(`${name}: left out, ${reason}`);
  const count = (wanted: string): number => answers.filter((outcome) => outcome === wanted).length;
  console.log(
    `smoke: ${answers.length} answers, ${count("verified")} verified, ${count("limit")} not tried for a ` +
      `stated limit, ${faults.length} faults`,
  );
  for (const fault of faults) console.error(`- ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

async function write(results: BenchResults, { out, mode, page }: RunOptions): Promise<void> {
  const table = markdownTable(results);
  const plot = growthPlot(results);
  mkdirSync(out, { recursive: true });
  writeFileSync(`${out}/${mode}.json`, `${JSON.stringify(results, undefined, 1)}\n`);
  writeFileSync(`${out}/${mode}.md`, table);
  writeFileSync(`${out}/${mode}.vl.json`, `${JSON.stringify(plot, undefined, 1)}\n`);
  writeFileSync(`${out}/${mode}.svg`, `${await growthSvg(plot)}\n`);
  if (page !== undefined)
    writeFileSync(
      page,
      summaryPage(results, {
        own: ["wattsplit", "dual-simplex", "interior-point"],
        highs: ["highs-simplex", "highs-simplex-no-presolve"],
        native: ["clp"],
      }),
    );
  console.log(`${table}\nWritten: ${out}/${mode}.json, .md, .vl.json and .svg`);
}
