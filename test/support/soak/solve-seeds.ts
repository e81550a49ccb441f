import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Judgement } from "./judge.ts";

export interface SeedRequest {
  readonly seed: number;
  /** A class of the soak, or `all`: the one that is the seed's turn. */
  readonly kind: string;
  readonly engines: readonly string[];
}

export interface SeedReport {
  readonly seed: number;
  readonly kind: string;
  readonly status: string;
  readonly objective: number;
  readonly judgements: Readonly<Record<string, Judgement>>;
}

const program = fileURLToPath(new URL("soak-process.ts", import.meta.url));

/**
 * Judges the seeds in turn, in a process of their own. One that takes longer than `patienceMs` or brings the process
 * down is reported with the verdict `endless` or `crashed`, and the next goes on in a new process.
 */
export async function* judgeSeeds(
  requests: Iterable<SeedRequest>,
  patienceMs: number,
  path = program,
): AsyncGenerator<SeedReport> {
  let child: ChildProcess | undefined;
  for (const request of requests) {
    const running = (child ??= fork(path, [], { execArgv: ["--import", "tsx"] }));
    const report = await new Promise<SeedReport>((resolve) => {
      const end = (found: SeedReport): void => {
        clearTimeout(timer);
        running.off("message", end).off("exit", fall);
        resolve(found);
      };
      const fail = (verdict: "endless" | "crashed"): void => {
        child = undefined;
        const judgement = { verdict, said: "nothing", difference: 0 };
        end({
          ...request,
          status: "unknown",
          objective: Number.NaN,
          judgements: Object.fromEntries(request.engines.map((name) => [name, judgement])),
        });
      };
      const fall = (): void => fail("crashed");
      const timer = setTimeout(() => {
        fail("endless");
        running.kill("SIGKILL");
      }, patienceMs);
      running.on("message", end).on("exit", fall);
      running.send(request);
    });
    yield report;
  }
  child?.kill();
}
