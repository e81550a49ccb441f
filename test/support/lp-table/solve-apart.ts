import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { SharedLpSet } from "../shared-lps.ts";

export interface SolveRequest {
  readonly set: SharedLpSet;
  readonly name: string;
  /** `highs`, `default`, or an engine by its name. */
  readonly engine: string;
  readonly timeLimitMs: number;
}

/** Sent when the text is read: the solve begins. */
export interface ReadReply {
  readonly readMs: number;
  readonly rows: number;
  readonly cols: number;
  readonly nonzeros: number;
}

export interface SolveReply {
  /** A status, `killed`, `crashed` or `error`. */
  readonly status: string;
  readonly objective: number;
  /** For the solve alone, without reading. */
  readonly ms: number;
  readonly iterations: number;
  /** Whether `checkSolution` confirms the answer. */
  readonly certified: boolean;
  readonly solver: string;
  readonly error?: string;
}

export type ApartReply = SolveReply & Partial<ReadReply>;

/** How long past its time limit a solve may go on before its process is killed. */
const GRACE_MS = 10_000;
/** Reading is bounded too. */
const READ_LIMIT_MS = 60_000;

const program = fileURLToPath(new URL("solver-process.ts", import.meta.url));

/** One process that solves programs in turn; killed and started anew where a solve does not end. */
export function solverProcess() {
  let child: ChildProcess | undefined;
  return {
    solve(request: SolveRequest): Promise<ApartReply> {
      const running = (child ??= fork(program, [], { execArgv: ["--import", "tsx"], serialization: "advanced" }));
      return new Promise((resolve) => {
        let read: ReadReply | undefined;
        let startMs = performance.now();
        const finish = (reply: SolveReply): void => {
          clearTimeout(timer);
          running.off("message", hear).off("exit", fall);
          resolve({ ...reply, ...read });
        };
        const end = (status: string): void => {
          child = undefined;
          finish({
            status,
            objective: Number.NaN,
            ms: performance.now() - startMs,
            iterations: 0,
            certified: false,
            solver: request.engine,
          });
        };
        const kill = (): void => {
          end("killed");
          running.kill("SIGKILL");
        };
        const fall = (): void => end("crashed");
        const hear = (message: ReadReply | SolveReply): void => {
          if ("status" in message) return finish(message);
          read = message;
          clearTimeout(timer);
          startMs = performance.now();
          timer = setTimeout(kill, request.timeLimitMs + GRACE_MS);
        };
        let timer = setTimeout(kill, READ_LIMIT_MS);
        running.on("message", hear).on("exit", fall);
        running.send(request);
      });
    },
    close(): void {
      child?.kill();
    },
  };
}
