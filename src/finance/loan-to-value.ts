import type { Breach } from "./breaches.ts";
import type { DebtSchedule } from "./debt/debt-schedule.ts";
import type { EquipmentSchedule } from "./debt/equipment-loan.ts";
import type { LoanFrame } from "./debt/loan-life.ts";

/** Breaches of the loan-to-value covenants, which follow the schedules and not the cash. */
export function loanToValueBreaches(schedules: readonly DebtSchedule[], { labels }: LoanFrame): Breach[] {
  return schedules.flatMap((schedule) => {
    const { loanToValueBreaches: breaches, loanToValue, loanToValueMost } = schedule as Partial<EquipmentSchedule>;
    return (breaches ?? []).map((t): Breach => {
      const [value, wanted] = [loanToValue?.[t] ?? 0, loanToValueMost ?? 0];
      const detail = `${labels[t]}: ${schedule.name} is ${(100 * value).toFixed(0)} % of its equipment's value`;
      return { period: labels[t], kind: "loan to value", value, wanted, detail };
    });
  });
}
