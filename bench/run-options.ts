import { parseArgs } from "node:util";
import type { Mode } from "./bench-case.ts";

export interface RunOptions {
  readonly mode: Mode;
  /** Names of cases to run; empty: all. */
  readonly cases: readonly string[];
  readonly sizes: readonly string[];
  readonly solvers: readonly string[];
  /** Folder for the result files. */
  readonly out: string;
  /** Page of the documentation to write the summary to; undefined: none. */
  readonly page: string | undefined;
}

/** Parses the flags; throws for an unknown flag, and for an unknown case or solver. */
export function readRunOptions(
  words: readonly string[],
  known: { readonly cases: readonly string[]; readonly solvers: readonly string[] },
): RunOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      smoke: { type: "boolean", default: false },
      full: { type: "boolean", default: false },
      case: { type: "string", multiple: true, default: [] },
      size: { type: "string", multiple: true, default: [] },
      solver: { type: "string", multiple: true, default: [] },
      out: { type: "string", default: "bench/results/local" },
      page: { type: "string" },
    },
  });
  if (values.smoke && values.full) throw new Error("--smoke and --full were both given, wanted at most one.");
  requireKnown("--case", values.case, known.cases);
  requireKnown("--solver", values.solver, known.solvers);
  return {
    mode: values.smoke ? "smoke" : values.full ? "full" : "default",
    cases: values.case,
    sizes: values.size,
    solvers: values.solver,
    out: values.out,
    page: values.page,
  };
}

function requireKnown(flag: string, names: readonly string[], known: readonly string[]): void {
  for (const name of names) {
    if (!known.includes(name)) throw new Error(`${flag} ${name}: wanted one of ${known.join(", ")}.`);
  }
}
