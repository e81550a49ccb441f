import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

/**
 * The 171 linear programs beside the repository (`../shared/data`): Netlib, Kennington, energy and public files. They
 * are not part of it (most state no licence), so a plain clone has none: tests then skip by name with
 * `sharedLpAbsence`. Found from the root of the repository, where tests and benchmark run (the benchmark as a bundle
 * elsewhere).
 */
const folder = pathToFileURL(`${resolve("../shared/data")}/`);

export type SharedLpSet = "netlib" | "netlib-more" | "netlib-infeasible" | "kennington" | "energy" | "public";

/** Each set: its folder, its table, and the columns that hold the expected answer. */
const SETS: readonly (readonly [set: SharedLpSet, folder: string, table: string, status: string, optimum: string])[] = [
  ["netlib", "netlib/", "optima.csv", "", "optimum"],
  ["netlib-more", "lp/netlib-more/", "optima.csv", "", "optimum"],
  ["netlib-infeasible", "lp/netlib-infeasible/", "status.csv", "expected_status", ""],
  ["kennington", "lp/kennington/", "optima.csv", "", "highs"],
  ["energy", "lp/energy/", "optima.csv", "", "highs"],
  ["public", "lp/public/", "files.csv", "wanted", "optimum"],
];

export interface SharedLp {
  readonly set: SharedLpSet;
  readonly name: string;
  readonly file: string;
  /** Sizes as the table states them; absent for the public files. */
  readonly rows?: number;
  readonly cols?: number;
  readonly nonzeros?: number;
  readonly status: "optimal" | "infeasible" | "unbounded";
  /** NaN unless optimal. With the constant of the objective's right-hand side. */
  readonly optimum: number;
  readonly text: () => string;
}

export const sharedLpsPresent = SETS.every(([, path, table]) =>
  existsSync(fileURLToPath(new URL(path + table, folder))),
);
/** Append to a test's name: empty where the data is there, else the reason for skipping. */
export const sharedLpAbsence = sharedLpsPresent
  ? ""
  : " [skipped: ../shared/data/netlib and ../shared/data/lp are not there]";

/** Empty where the data is absent. In the order of the tables. */
export const sharedLps: readonly SharedLp[] = sharedLpsPresent ? SETS.flatMap((set) => readSet(...set)) : [];

function readSet(set: SharedLpSet, path: string, table: string, statusField: string, optimumField: string): SharedLp[] {
  const [head, ...lines] = readFileSync(new URL(path + table, folder), "utf8")
    .trim()
    .split(/\r?\n/u);
  const fields = head.split(",");
  return lines.map((line) => {
    // Only the last column (note) may hold quotes and commas, so plain splitting is safe for those before it.
    const cells = line.split(",");
    const cellOf = (field: string): string | undefined => cells[fields.indexOf(field)];
    const file = cellOf("file") ?? "";
    const sizes = ["rows", "cols", "nonzeros"].flatMap((field) =>
      fields.includes(field) ? [[field, Number(cellOf(field))]] : [],
    );
    const status = (statusField === "" ? "optimal" : cellOf(statusField)) as SharedLp["status"];
    return {
      set,
      name: file.replace(/\.mps(?:\.gz)?$/u, ""),
      file,
      ...Object.fromEntries(sizes),
      status,
      optimum: status === "optimal" ? Number(cellOf(optimumField)) : Number.NaN,
      text: () => readText(path + file),
    };
  });
}

function readText(path: string): string {
  const bytes = readFileSync(new URL(path, folder));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}
