import { spawnSync } from "node:child_process";

/** Runs a program to its end and returns its output; a failure throws an error with the whole output. */
export function runCommand(program: string, args: readonly string[], cwd: string): string {
  const done = spawnSync(program, args, { cwd, encoding: "utf8", maxBuffer: 64e6 });
  const printed = `${done.stdout ?? ""}${done.stderr ?? ""}`;
  if (done.status !== 0) {
    const why = done.error === undefined ? `exit code ${done.status}` : done.error.message;
    throw new Error(`${program} ${args.join(" ")} (in ${cwd}): ${why}\n${printed}`);
  }
  return done.stdout;
}
