import { execFileSync } from "node:child_process";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

/** The class of the machine, without identifying data, and the software versions. */
export interface Machine {
  readonly platform: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly v8: string;
  /** The commit of the working tree, with `+` if files differ from it; `unknown` outside a repository. */
  readonly commit: string;
  /** One-minute load average at the start: above 0.5 the times are not reliable. */
  readonly loadAtStart: number;
}

export function describeMachine(): Machine {
  return {
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.versions.node,
    v8: process.versions.v8,
    commit: commit(),
    loadAtStart: loadavg()[0],
  };
}

function commit(): string {
  const git = (...words: string[]): string =>
    execFileSync("git", words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    return git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain") === "" ? "" : "+");
  } catch {
    return "unknown";
  }
}
