import { spawnSync } from "node:child_process";
import type { BenchCase, CaseSize } from "../bench-case.ts";
import type { BenchSolver } from "../bench-solver.ts";
import type { ColdFigures } from "../output/results.ts";
import { solveOnce } from "./solve-once.ts";
import { timed } from "./stopwatch.ts";

/** The first argument of a process that `measureCold` starts. */
export const COLD_FLAG = "--cold";

/** Starts this bundle again for one solve. Undefined if it did not end within `killMs`; throws if the child fails. */
export function measureCold(
  subject: BenchCase,
  size: CaseSize,
  solver: BenchSolver,
  timeLimitMs: number,
  killMs?: number,
): ColdFigures | undefined {
  const words = [
    ...process.execArgv,
    process.argv[1],
    COLD_FLAG,
    subject.name,
    size.label,
    solver.name,
    String(timeLimitMs),
  ];
  const { status, error, stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: "utf8",
    killSignal: "SIGKILL",
    ...(killMs === undefined ? {} : { timeout: killMs }),
  });
  if (error !== undefined && "code" in error && error.code === "ETIMEDOUT") return undefined;
  if (status !== 0)
    throw new Error(
      `The cold run of ${solver.name} on ${subject.name}, ${size.label}, ended with ${status}:\n${stderr}`,
    );
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as ColdFigures;
}

/** The work of the child process. */
export async function coldSolve(
  subject: BenchCase,
  size: CaseSize,
  solver: BenchSolver,
  timeLimitMs: number,
): Promise<ColdFigures> {
  const lp = subject.build(size);
  const peakMb = (): number => process.resourceUsage().maxRSS / 1000; // kilobytes on every platform
  const baseMb = peakMb();
  const { result: loading, ms: startMs } = timed(() => performance.now());
  const loaded = await solver.load();
  const loadMs = performance.now() - loading + startMs;
  const { answer, handOverMs, solveMs, readMs } = solveOnce(loaded, lp, timeLimitMs);
  return { status: answer.status, loadMs, firstSolveMs: handOverMs + solveMs + readMs, peakMb: peakMb(), baseMb };
}
