import { csvRow } from "../csv/csv-cell.ts";
import type { FigureName } from "./figures.ts";
import type { PlacedAnswer } from "./run-cases.ts";

/**
 * Answers as CSV (RFC 4180), one row per case: the axes, the status, every figure that occurs, detail, id. Empty where
 * a case has no such figure.
 */
export function answersCsv(answers: readonly PlacedAnswer[]): string {
  const axes = [...new Set(answers.flatMap(({ at }) => Object.keys(at)))];
  const figures = [...new Set(answers.flatMap(({ figures: own }) => Object.keys(own) as FigureName[]))];
  const rows = answers.map(({ id, status, detail, at, figures: own }) =>
    csvRow([...axes.map((axis) => at[axis]), status, ...figures.map((figure) => own[figure]), detail, id]),
  );
  return csvRow([...axes, "status", ...figures, "detail", "id"]) + rows.join("");
}
