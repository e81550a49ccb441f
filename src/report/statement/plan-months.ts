import type { PowerPlan } from "../../plan/plan-result.ts";

/**
 * A local calendar month of a plan, with its intervals [from, to); an interval belongs to the month in which it starts.
 */
export interface PlanMonth {
  /** `2026-07` */
  readonly month: string;
  readonly from: number;
  readonly to: number;
}

/** The months that a plan touches, in order. */
export function planMonths({ intervalStarts }: Pick<PowerPlan, "intervalStarts">): PlanMonth[] {
  const months: { month: string; from: number; to: number }[] = [];
  intervalStarts.forEach((start, t) => {
    const month = start.slice(0, 7);
    const last = months[months.length - 1];
    if (last?.month === month) last.to = t + 1;
    else months.push({ month, from: t, to: t + 1 });
  });
  return months;
}
