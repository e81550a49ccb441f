/**
 * `npx tsx test/property/public-lps.ts`: solves the 171 linear programs of `../shared/data` with `solveLp` and with
 * HiGHS, each with a time limit in a process that is killed if it does not end, and prints one table. Exit code 1 if a
 * status or an objective is wrong, if a limit is overrun by more than 200 ms, or if a program is not decided.
 *
 *     --only <pattern>      names that match, e.g. --only "^netlib/pilot" (a name is set/file)
 *     --most-nonzeros <n>   only programs of at most n coefficients, by their table
 *     --limit-ms <n>        time limit of each solve, default 120000
 *     --engine <name>       default, dualSimplex, interiorPoint, presolvedDualSimplex, presolvedInteriorPoint
 *     --no-highs            do not run HiGHS
 *     --json <path>         also write the rows as JSON
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { judgeReply } from "../support/lp-table/judge.ts";
import { solverProcess } from "../support/lp-table/solve-apart.ts";
import { sharedLpAbsence, sharedLps, sharedLpsPresent } from "../support/shared-lps.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    "most-nonzeros": { type: "string", default: "Infinity" },
    "limit-ms": { type: "string", default: "120000" },
    engine: { type: "string", default: "default" },
    "no-highs": { type: "boolean", default: false },
    json: { type: "string" },
  },
});
const timeLimitMs = Number(values["limit-ms"]);
const pattern = new RegExp(values.only, "u");
const chosen = sharedLps.filter(
  ({ set, name, nonzeros = 0 }) => pattern.test(`${set}/${name}`) && nonzeros <= Number(values["most-nonzeros"]),
);
const print = (text: string): void => void process.stdout.write(`${text}\n`);
if (!sharedLpsPresent) print(`nothing to solve${sharedLpAbsence}`);

const own = solverProcess();
const highs = solverProcess();
const rows: object[] = [];
const counts = new Map<string, number>();
const columns = (cells: readonly (string | number)[]): string =>
  cells
    .map((cell, k) =>
      k === 0 ? String(cell).padEnd(38) : String(cell).padStart([0, 7, 7, 8, 11, 10, 10, 7, 9][k] ?? 0),
    )
    .join(" ");
print(`${columns(["program", "rows", "cols", "nonzeros", "status", "ms", "highs ms", "x", "error"])}  verdict`);

for (const lp of chosen) {
  const { set, name } = lp;
  const reply = await own.solve({ set, name, engine: values.engine, timeLimitMs });
  const other = values["no-highs"] ? undefined : await highs.solve({ set, name, engine: "highs", timeLimitMs });
  const { word, error, overrunMs } = judgeReply(lp, reply, timeLimitMs);
  const highsWord = other === undefined ? "-" : judgeReply(lp, other, timeLimitMs).word;
  const kind = word.split(/[ :]/u)[0];
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const highsMs = other === undefined ? "-" : other.ms.toFixed(0);
  const ratio = other === undefined ? "-" : (reply.ms / Math.max(1, other.ms)).toFixed(1);
  const { rows: numRows = "-", cols = "-", nonzeros = "-" } = reply;
  const shownError = Number.isNaN(error) ? "-" : error.toExponential(0);
  const cells = columns([
    `${set}/${name}`,
    numRows,
    cols,
    nonzeros,
    reply.status,
    reply.ms.toFixed(0),
    highsMs,
    ratio,
    shownError,
  ]);
  print(`${cells}  ${word}${highsWord === "ok" || highsWord === "-" ? "" : ` (HiGHS: ${highsWord})`}`);
  rows.push({
    set,
    name,
    rows: numRows,
    cols,
    nonzeros,
    ...reply,
    verdict: word,
    error,
    overrunMs,
    highs: other,
    highsVerdict: highsWord,
  });
}
own.close();
highs.close();
print(`${chosen.length} programs: ${[...counts].map(([word, count]) => `${count} ${word}`).join(", ")}`);
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(rows, undefined, 1));
if ((counts.get("ok") ?? 0) < chosen.length) process.exitCode = 1;
