import type { Fields } from "../input/fields.ts";
import { type ConvertibleNotes, convertibleSchedule } from "./convertible.ts";
import type { DebtSchedule } from "./debt-schedule.ts";
import { type EquipmentLoan, type EquipmentSchedule, equipmentSchedule } from "./equipment-loan.ts";
import type { LoanFrame } from "./loan-life.ts";
import { notesSchedule, type SeniorNotes } from "./notes.ts";
import { type TermLoan, termLoanSchedule } from "./term-loan.ts";

/** A debt whose amount is given; `sculpted` of the model is the one that is sized. */
export type Debt = TermLoan | SeniorNotes | ConvertibleNotes | EquipmentLoan;

const SCHEDULES = {
  "term-loan": termLoanSchedule,
  notes: notesSchedule,
  convertible: convertibleSchedule,
  "equipment-loan": equipmentSchedule,
} as const satisfies Readonly<Record<Debt["kind"], (fields: Fields, frame: LoanFrame) => DebtSchedule>>;

export const debtKinds = Object.keys(SCHEDULES) as readonly Debt["kind"][];

export function readDebt(fields: Fields, frame: LoanFrame): DebtSchedule | EquipmentSchedule {
  return SCHEDULES[fields.choice("kind", debtKinds)](fields, frame);
}
