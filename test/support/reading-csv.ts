import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * The public data beside the repository (`../shared/data`). It is not part of it (most of it states no licence), so a
 * plain clone has none: tests then skip by name with `sharedDataAbsence`.
 */
const folder = new URL("../../../shared/data/", import.meta.url);

export const sharedDataPresent = existsSync(fileURLToPath(new URL("README.md", folder)));
/** Append to a test's name: empty where the data is there, else the reason for skipping. */
export const sharedDataAbsence = sharedDataPresent ? "" : " [skipped: ../shared/data is not there]";

export type CsvRow = Readonly<Record<string, string>>;

/** Rows of a CSV file without quoted cells, by column name. Throws where a row has another number of cells. */
export function readSharedCsv(path: string): CsvRow[] {
  const [head, ...lines] = readFileSync(new URL(path, folder), "utf8").trim().split(/\r?\n/u);
  const names = head.split(",");
  return lines.map((line, i) => {
    const cells = line.split(",");
    if (cells.length !== names.length)
      throw new Error(`${path}:${i + 2}: ${cells.length} cells, wanted ${names.length}`);
    return Object.fromEntries(names.map((name, c) => [name, cells[c]]));
  });
}

/** A cell as a finite number; a blank one is a gap and is refused. */
export function numberOf(row: CsvRow, name: string): number {
  const value = row[name] === "" ? Number.NaN : Number(row[name]);
  if (!Number.isFinite(value)) throw new Error(`${name} is ${JSON.stringify(row[name])} in ${JSON.stringify(row)}`);
  return value;
}
