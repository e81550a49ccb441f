/** `wattsplit/sweep`: many cases of a site, in this process, on a pool of workers, or on many machines. */
export { answersCsv } from "./sweep/answers-csv.ts";
export type { Axis, ChangesAxis, FactorsAxis, ValuesAxis } from "./sweep/axis.ts";
export {
  type AxisLabel,
  type Case,
  type CaseContent,
  caseId,
  type CaseLimits,
  type CaseQuestion,
} from "./sweep/case.ts";
export type { AnswerFigures, FigureName } from "./sweep/figures.ts";
export { type CaseAnswer, runCase, runCaseAsync } from "./sweep/run-case.ts";
export {
  type CasePool,
  type CaseProgress,
  type CaseRun,
  type CaseSignal,
  type PlacedAnswer,
  runCases,
  type RunCasesOptions,
} from "./sweep/run-cases.ts";
export { sweep, type Sweep, type SweepOptions } from "./sweep/sweep.ts";
