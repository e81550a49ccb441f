import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LinearProgram } from "wattsplit/lp";
import { writeMps } from "wattsplit/lp/io";
import type { BenchAnswer, BenchSolver } from "../bench-solver.ts";
import { objectiveAt } from "./objective-at.ts";

/** Of its last line, e.g. `Optimal objective -464.7531429 - 5 iterations time 0.002, Presolve 0.00`. */
const LAST_LINE = /(?<status>\w+) objective \S+ - (?<iterations>\d+) iterations time (?<seconds>[\d.]+)/u;
/** Header of a saved solution: numbers of rows and columns (4 bytes each), objective (8 bytes). */
const HEADER_BYTES = 16;

/**
 * Clp as a native program, where it is installed (Debian: `coinor-clp`): the rival outside WebAssembly. It reads a file
 * and writes one, so its time is what its own clock says of the solve (in steps of a millisecond), without process and
 * files.
 */
export const clp: BenchSolver = {
  name: "clp",
  what: "Clp as a native program, dual simplex, presolve on; time by its own clock, without process and files",
  proof: "duals",
  tolerances: { primal: 1e-6, dual: 1e-6, gap: 1e-6 },
  limit: () => (isInstalled() ? undefined : "clp is not installed (Debian: coinor-clp)"),
  coldOnly: "as a program it has no warm start",
  load: async () => ({
    prepare(lp, timeLimitMs) {
      const folder = mkdtempSync(join(tmpdir(), "bench-clp-"));
      const [model, saved] = [join(folder, "model.mps"), join(folder, "solution")];
      // Always a minimum, without the constant: what Clp makes of either in a file is not what is measured here.
      const sign = lp.sense === "max" ? -1 : 1;
      const text = writeMps({ ...lp, sense: "min", objectiveOffset: 0, cost: lp.cost.map((usd) => sign * usd) });
      // Clp takes lines for columns of fixed width unless this word says otherwise.
      writeFileSync(model, text.replace(/^NAME.*$/mu, "NAME model FREE"));
      let output = "";
      return {
        solve() {
          const words = [model, "-seconds", String(timeLimitMs / 1000), "-dualsimplex", "-saveSolution", saved];
          output = spawnSync("clp", words, { encoding: "utf8", timeout: 2 * timeLimitMs }).stdout;
          return 1000 * Number(LAST_LINE.exec(output)?.groups?.seconds ?? Number.NaN);
        },
        read(): BenchAnswer {
          const { status = "no last line", iterations = "" } = LAST_LINE.exec(output)?.groups ?? {};
          if (status !== "Optimal")
            return { status: /time/iu.test(status) ? "time-limit" : status, objective: Number.NaN };
          return { status: "optimal", iterations: Number(iterations), ...savedSolution(lp, sign, readFileSync(saved)) };
        },
        dispose: () => rmSync(folder, { recursive: true, force: true }),
      };
    },
  }),
};

let installed: boolean | undefined;
function isInstalled(): boolean {
  return (installed ??= spawnSync("clp", ["-quit"], { stdio: "ignore" }).error === undefined);
}

/** Row activities, row duals, columns, reduced costs: doubles one after another. Free rows of a file are dropped. */
function savedSolution(lp: LinearProgram, sign: number, bytes: Buffer) {
  const numRows = bytes.readInt32LE(0);
  const doubles = (from: number, count: number): Float64Array =>
    Float64Array.from({ length: count }, (_, k) => bytes.readDoubleLE(HEADER_BYTES + 8 * (from + k)));
  const bounded = [...lp.rowLower.keys()].filter(
    (i) => numRows === lp.numRows || lp.rowLower[i] !== -Infinity || lp.rowUpper[i] !== Infinity,
  );
  const y = new Float64Array(lp.numRows);
  doubles(numRows, numRows).forEach((dual, k) => (y[bounded[k]] = sign * dual));
  const x = doubles(2 * numRows, lp.numCols);
  const reducedCost = doubles(2 * numRows + lp.numCols, lp.numCols).map((usd) => sign * usd);
  return { x, y, reducedCost, objective: objectiveAt(lp, x) };
}
