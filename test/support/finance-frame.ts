import { type LoanFrame, loanFrame } from "../../src/finance/debt/loan-life.ts";
import { FaultList } from "../../src/finance/input/fault-list.ts";
import { Fields } from "../../src/finance/input/fields.ts";
import type { PeriodLength } from "../../src/finance/periods.ts";

/** Periods from January 2027, the first of them before operation. */
export function frame(count: number, every: PeriodLength = "year", operationFrom = 1): LoanFrame {
  return loanFrame({ start: "2027-01", every, count }, operationFrom);
}

/** Runs a reader and throws its faults. */
export function read<Answer>(given: unknown, reader: (fields: Fields) => Answer): Answer {
  const faults = new FaultList();
  const answer = reader(new Fields("it", given, faults));
  faults.throwIfAny();
  return answer;
}
