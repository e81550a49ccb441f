import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readMps } from "wattsplit/lp/io";
import type { BenchCase, CaseSize } from "../bench-case.ts";

/** Outside the repository, because no licence is stated; the benchmark runs at the root of the repository. */
const folder = resolve("../shared/data/netlib");
const table = `${folder}/optima.csv`;
const SMOKE = new Set(["afiro", "kb2", "sc50b"]);
const MAX_DEFAULT_ROWS = 250;

const listed = existsSync(table) ? readTable() : [];

function readTable(): { name: string; file: string; rows: number; optimum: number }[] {
  const [head, ...lines] = readFileSync(table, "utf8").trim().split(/\r?\n/u);
  const fields = head.split(",");
  const cellOf = (line: string, field: string): string => {
    const at = fields.indexOf(field);
    if (at < 0) throw new Error(`${table} has no column ${field}; its head is ${head}`);
    return line.split(",")[at]; // only the last column (note) may contain commas
  };
  const entries = lines.map((line) => ({
    name: cellOf(line, "name"),
    file: cellOf(line, "file"),
    rows: Number(cellOf(line, "rows")),
    optimum: Number(cellOf(line, "optimum")),
  }));
  return entries.toSorted((a, b) => a.rows - b.rows);
}

function entryOf({ label }: CaseSize) {
  const entry = listed.find(({ name }) => name === label);
  if (entry === undefined)
    throw new Error(`netlib: ${label} is not in ${table}; it lists ${listed.map(({ name }) => name).join(", ")}`);
  return entry;
}

/** The classic test set: irregular structure, free columns, ranges, poor scaling. */
export const netlib: BenchCase = {
  name: "netlib",
  what: "programs of the Netlib set",
  ...(listed.length > 0 ? {} : { absence: "../shared/data/netlib is not there" }),
  sizes: listed.map(({ name, rows }) => ({
    label: name,
    numIntervals: rows,
    from: SMOKE.has(name.toLowerCase()) ? "smoke" : rows <= MAX_DEFAULT_ROWS ? "default" : "full",
  })),
  build: (size) => readMps(readFileSync(`${folder}/${entryOf(size).file}`, "utf8")),
  optimum: (size) => entryOf(size).optimum,
};
