import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * The 48 Netlib programs beside the repository (`../shared/data/netlib`). They are not part of it (no licence is
 * stated), so a plain clone has none: tests then skip by name and print `netlibAbsence`.
 */
const folder = new URL("../../../shared/data/netlib/", import.meta.url);
const table = fileURLToPath(new URL("optima.csv", folder));

export const netlibPresent = existsSync(table);
/** Append to a test's name: empty where the data is there, else the reason for skipping. */
export const netlibAbsence = netlibPresent ? "" : " [skipped: ../shared/data/netlib is not there]";

export interface NetlibCase {
  readonly name: string;
  readonly file: string;
  readonly rows: number;
  readonly cols: number;
  readonly nonzeros: number;
  /** Agreed by HiGHS, Clp and GLPK; with the constant of the objective's right-hand side. */
  readonly optimum: number;
  readonly text: () => string;
}

/** Empty where the data is absent. Sorted as in optima.csv. */
export const netlibCases: readonly NetlibCase[] = netlibPresent ? readCases() : [];

function readCases(): NetlibCase[] {
  const [head, ...lines] = readFileSync(table, "utf8").trim().split(/\r?\n/u);
  const fields = head.split(",");
  const at = (name: string): number => {
    const position = fields.indexOf(name);
    if (position < 0) throw new Error(`optima.csv has no column ${name}`);
    return position;
  };
  // Only the last column (note) may hold quotes and commas, so plain splitting is safe for those before it.
  return lines.map((line) => {
    const cell = line.split(",");
    const file = cell[at("file")];
    return {
      name: cell[at("name")],
      file,
      rows: Number(cell[at("rows")]),
      cols: Number(cell[at("cols")]),
      nonzeros: Number(cell[at("nonzeros")]),
      optimum: Number(cell[at("optimum")]),
      text: () => readFileSync(new URL(file, folder), "utf8"),
    };
  });
}
