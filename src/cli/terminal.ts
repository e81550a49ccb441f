import { UsageError } from "./usage-error.ts";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** All that the commands know of the world outside: tests give another one. */
export interface Terminal {
  /** Text for people and programs, on standard output. */
  print(text: string): void;
  /** Notes that are not the answer, on standard error. */
  note(text: string): void;
  /** Text of a file, or of standard input for `-`. */
  read(path: string): string;
  exists(path: string): boolean;
  /** Writes a file whole or not at all; `-` is standard output. */
  write(path: string, content: string | Uint8Array): void;
  /** Whether notes are read by a person as they come. */
  readonly isWatched: boolean;
}

export const processTerminal: Terminal = {
  print: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(text),
  read(path) {
    try {
      return readFileSync(path === "-" ? 0 : path, "utf8");
    } catch (error) {
      throw new UsageError(`${path === "-" ? "standard input" : path} cannot be read: ${reasonOf(error)}`);
    }
  },
  exists: existsSync,
  write(path, content) {
    if (path === "-") {
      process.stdout.write(content);
      return;
    }
    // A rename is atomic: who reads the file sees the old one or the new one, also after Ctrl-C.
    const partial = `${path}.partial-${process.pid}`;
    try {
      writeFileSync(partial, content);
      renameSync(partial, path);
    } catch (error) {
      rmSync(partial, { force: true });
      throw new UsageError(
        `${path} cannot be written (${codeOf(error)}); is there such a folder, and may you write into it?`,
      );
    }
  },
  isWatched: process.stderr.isTTY === true,
};

/** What a person can do about a file that the system does not give. */
function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === "ENOENT") return "there is no such file; check its folder and spelling";
  if (code === "EISDIR") return "it is a folder; name a file in it";
  if (code === "EACCES" || code === "EPERM") return "you may not read it; change its permissions";
  return `the system says ${code}`;
}

function codeOf(error: unknown): string {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  return code;
}
