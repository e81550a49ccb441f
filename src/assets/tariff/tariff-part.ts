/**
 * The protocol of a tariff's parts. A part is one folder whose `index.ts` says what the user may write under its key of
 * the connection (`schema`), what it carries from plan to plan (`state`), and which columns, rows and charges that
 * means (`declare`). Its charges are read, put in the ledger and counted in a minimum bill by `Bill`, whatever they
 * are.
 */
import type * as z from "zod";
import type { SolvedSite } from "../../model/solved-site.ts";
import type { FaultReport } from "../asset.ts";
import type { Resolved } from "../fields/fields.ts";
import type { Bill } from "./bill/bill.ts";
import type { DemandState } from "./demand/metered-demand.ts";

export interface TariffPart<Schema extends z.ZodType, State extends z.ZodRawShape> {
  readonly schema: Schema;
  /** Fields of the connection's `initialState`, each optional; no two parts share one. */
  readonly state: State;
  /** Paths below the part's own key, or from `initialState.` on. */
  check?(spec: Resolved<z.output<Schema>>, state: z.output<z.ZodObject<State>>, report: FaultReport): void;
  /** May return what the part adds to `endState`. */
  declare(
    spec: Resolved<z.output<Schema>>,
    state: z.output<z.ZodObject<State>>,
    bill: Bill,
  ): ((solved: SolvedSite) => Readonly<Record<string, unknown>>) | undefined;
  /** Peaks of the state that cost something in a plan of these months (as `monthSpans` numbers them). */
  peaksSet?(
    spec: Resolved<z.output<Schema>>,
    state: z.output<z.ZodObject<State>> & DemandState,
    months: readonly number[],
  ): readonly PeakSet[];
  /** What of the part is of the site's size, in words: a case with another import limit keeps it and says so. */
  sized?(spec: Resolved<z.output<Schema>>): string;
}

/** A peak already set, and where it stands. */
export interface PeakSet {
  readonly field: string;
  readonly of: string;
  readonly mw: number;
}

/** Any part, for code that asks for properties only. */
export type AnyTariffPart = TariffPart<z.ZodType, z.ZodRawShape>;
