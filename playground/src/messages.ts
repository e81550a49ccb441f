/**
 * What the page asks its workers, and what they answer: plain data that structured cloning copies. A question is a
 * field of `Questions`; adding one is a line here and a function in `planner/answers.ts`.
 */
import type { PlanChanges, PlanInput, PlanInputFault } from "wattsplit";
import type { Explanation, Unexplained, Worth } from "wattsplit/explain";
import type { DrawnChart } from "wattsplit/report";
import type { BaselinesView } from "./planner/baselines-view.ts";
import type { PlanView } from "./planner/plan-view.ts";
import type { FileContent, FileKind } from "./planner/read-file.ts";
import type { ExportKind } from "./planner/write-export.ts";

export interface Questions {
  /** Plans a site from nothing. */
  readonly open: { readonly given: { readonly site: PlanInput }; readonly answer: PlanView };
  /** Plans the open site again with changes. */
  readonly replan: { readonly given: { readonly changes: PlanChanges }; readonly answer: PlanView };
  readonly why: {
    readonly given: { readonly asset: string; readonly interval: number };
    readonly answer: Explanation | Unexplained;
  };
  readonly worth: {
    readonly given: { readonly asset: string; readonly limit: string };
    readonly answer: Worth | Unexplained;
  };
  /** The AI-only sites and the threshold rule beside the plan. */
  readonly baselines: { readonly given: { readonly site: PlanInput }; readonly answer: BaselinesView };
  readonly readFile: {
    readonly given: {
      readonly name: string;
      readonly text: string;
      readonly kind?: FileKind;
      readonly location?: string;
    };
    readonly answer: FileContent;
  };
  readonly writeExport: {
    readonly given: {
      readonly kind: ExportKind;
      readonly question: string;
      readonly site: PlanInput;
      /** Charts of a report. */
      readonly charts: readonly DrawnChart[];
    };
    readonly answer: string;
  };
  /** Names of the rigs of the catalogue. */
  readonly rigs: { readonly given: Record<never, never>; readonly answer: readonly string[] };
}

export type QuestionName = keyof Questions;

export type Question = {
  [Name in QuestionName]: { readonly id: number; readonly ask: Name; readonly given: Questions[Name]["given"] };
}[QuestionName];

/** Ends a question that is being worked on; its reply is then `cancelled`. */
export interface Cancel {
  readonly cancel: number;
}

export type ToWorker = Question | Cancel;

/** Why a question has no answer. */
export interface Failure {
  readonly message: string;
  /** Faults of the input with their paths; empty where the failure is not of the input. */
  readonly faults: readonly PlanInputFault[];
  readonly isCancelled: boolean;
  /** Locations of a price file that has several; the page lets the user choose. */
  readonly locations?: readonly string[];
}

export interface Progress {
  readonly iterations: number;
  readonly phase: string;
}

export type FromWorker =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: Failure }
  | { readonly id: number; readonly progress: Progress };
