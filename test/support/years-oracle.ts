/**
 * The years as one mixed-integer program for another solver: the schedule and the hours of every quarter together,
 * written down here a second time. Every limit of a quarter's program that depends on the size of a part becomes a row;
 * how it depends on it is the difference of the programs with the part and without half of it.
 */
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { LpBuilder } from "../../src/lp/lp-builder.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { withShare } from "../../src/years/quarter-program.ts";
import type { ScheduleTerms } from "../../src/years/schedule-terms.ts";
import { scheduleProgram } from "../../src/years/schedule-program.ts";
import type { YearsFrame } from "../../src/years/years-frame.ts";

const MILLION = 1e6;

/** Minimises the negative present value in million USD; without whole blocks. */
export function extensiveForm(frame: YearsFrame, terms: ScheduleTerms): LinearProgram {
  const {
    lp: schedule,
    shareColumns,
    valueColumns,
  } = scheduleProgram(
    terms,
    terms.discount.map(() => []),
    false,
  );
  const builder = new LpBuilder();
  copy(builder, schedule, "schedule");
  for (const [q, { weight }] of frame.grids.entries()) {
    const request = frame.request(q);
    const { lp } = buildSite(request);
    const halves = frame.parts.parts.map(({ name }) => buildSite(withShare(request, name, 1 / 2)).lp);
    const slopeOf = (pick: (program: LinearProgram) => number): readonly (readonly [number, number])[] =>
      halves.flatMap((half, p): (readonly [number, number])[] => {
        const change = 2 * (pick(lp) - pick(half));
        return Number.isFinite(change) && change !== 0 ? [[shareColumns[q][p], change]] : [];
      });
    // limit(s) = limit(1) + sum of slopes (s - 1): to the left, -slope s, and what does not depend on s to the right.
    const row = (
      name: string,
      byRow: readonly (readonly [number, number])[],
      at: "lower" | "upper",
      limit: number,
      slopes: readonly (readonly [number, number])[],
    ) => {
      if (!Number.isFinite(limit)) return;
      const fixed = limit - slopes.reduce((sum, [, slope]) => sum + slope, 0);
      const all = [...byRow, ...slopes.map(([column, slope]) => [column, -slope] as const)];
      builder.addRow(name, at === "lower" ? { lower: fixed } : { upper: fixed }, all);
    };
    const columns = Array.from({ length: lp.numCols }, (_, j) => builder.addColumn(`${q} x${j}`, { lower: -Infinity }));
    const byRow: (readonly [number, number])[][] = Array.from({ length: lp.numRows }, () => []);
    for (let j = 0; j < lp.numCols; j++) {
      for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) byRow[lp.rowIndex[k]].push([columns[j], lp.value[k]]);
      row(
        `${q} low ${j}`,
        [[columns[j], 1]],
        "lower",
        lp.colLower[j],
        slopeOf(({ colLower }) => colLower[j]),
      );
      row(
        `${q} up ${j}`,
        [[columns[j], 1]],
        "upper",
        lp.colUpper[j],
        slopeOf(({ colUpper }) => colUpper[j]),
      );
    }
    for (let i = 0; i < lp.numRows; i++) {
      row(
        `${q} least ${i}`,
        byRow[i],
        "lower",
        lp.rowLower[i],
        slopeOf(({ rowLower }) => rowLower[i]),
      );
      row(
        `${q} most ${i}`,
        byRow[i],
        "upper",
        lp.rowUpper[i],
        slopeOf(({ rowUpper }) => rowUpper[i]),
      );
    }
    // v + weight (cost'x + offset(s)) / 1e6 <= 0
    const offset = slopeOf(({ objectiveOffset }) => objectiveOffset);
    const constant = lp.objectiveOffset - offset.reduce((sum, [, slope]) => sum + slope, 0);
    builder.addRow(`${q} value`, { upper: (-weight * constant) / MILLION }, [
      [valueColumns[q], 1],
      ...columns.map((column, j) => [column, (weight * lp.cost[j]) / MILLION] as const),
      ...offset.map(([column, slope]) => [column, (weight * slope) / MILLION] as const),
    ]);
  }
  return builder.build();
}

function copy(builder: LpBuilder, lp: LinearProgram, name: string): void {
  for (let j = 0; j < lp.numCols; j++)
    builder.addColumn(`${name} x${j}`, { lower: lp.colLower[j], upper: lp.colUpper[j], cost: lp.cost[j] });
  for (let i = 0; i < lp.numRows; i++)
    builder.addRow(`${name} row ${i}`, { lower: lp.rowLower[i], upper: lp.rowUpper[i] }, []);
  for (let j = 0; j < lp.numCols; j++)
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++)
      builder.addTerm(`${name} row ${lp.rowIndex[k]}`, j, lp.value[k]);
}
