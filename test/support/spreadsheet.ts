import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import papaparse from "papaparse";

/** LibreOffice, if it is installed: Debian's package is `libreoffice-calc-nogui`. */
export const hasSpreadsheet = spawnSync("soffice", ["--version"]).status === 0;

/** Values of each sheet, by its name: rows of cells as text, with 15 digits. */
export type Values = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Recalculates a workbook in LibreOffice without a window. Sheets become CSV files, in a folder of their own. */
export function recalculated(xlsx: Uint8Array): Values {
  const folder = mkdtempSync(join(tmpdir(), "wattsplit-book-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), xlsx);
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, "out");
    const args = [profile, "--headless", "--convert-to", filter, "--outdir", out, join(folder, "book.xlsx")];
    const { status, stderr } = spawnSync("soffice", args, { encoding: "utf8", timeout: 110_000 });
    if (status !== 0) throw new Error(`LibreOffice: ${stderr}`);
    return new Map(
      readdirSync(out).map((file) => [
        file.replace(/^book-/u, "").replace(/\.csv$/u, ""),
        papaparse.parse<string[]>(readFileSync(join(out, file), "utf8"), { skipEmptyLines: false }).data,
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The row of a label; numbers from the third column on, where the parameter or the sum is. */
export function rowOf(values: Values, sheet: string, label: string): readonly number[] {
  const row = values.get(sheet)?.find(([first]) => first === label);
  if (!row) throw new Error(`${sheet} has no row "${label}"`);
  return row.slice(2).map((cell) => numberOf(cell));
}

/** Percentages are written as such, with all their digits. */
function numberOf(cell: string): number {
  if (cell === "") return Number.NaN;
  return cell.endsWith("%") ? Number(cell.slice(0, -1)) / 100 : Number(cell);
}
