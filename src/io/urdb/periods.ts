/** Periods of a rate's energy by month and hour, numbered from 0 in the rate and named in the tariff. */
import { MONTHS, type UrdbTier } from "./fields.ts";

export interface UrdbEnergy {
  readonly structure: readonly (readonly UrdbTier[])[];
  /** Period by month and hour. */
  readonly weekdays: readonly (readonly number[])[];
  readonly weekends: readonly (readonly number[])[];
  /** 0 to 11: those whose rates are to hold. */
  readonly months: readonly number[];
}

/** Names by month and hour, as the planner has schedules. */
export interface NamedDays {
  readonly weekday: string[][];
  readonly weekend: string[][];
}

/** Periods that occur in the months wanted, or in one of them. */
export function periodsUsed({ weekdays, weekends, months }: UrdbEnergy, only = months): number[] {
  return [...new Set(only.flatMap((month) => [...weekdays[month], ...weekends[month]]))].toSorted((a, b) => a - b);
}

export function periodName(period: number): string {
  return `period ${period}`;
}

/** The schedules with names; months that are not wanted have the hours of the first one that is. */
export function namedDays(
  { weekdays, weekends, months }: UrdbEnergy,
  nameOf: (period: number, month: number) => string = periodName,
): NamedDays {
  const named = (schedule: readonly (readonly number[])[]) =>
    Array.from({ length: MONTHS }, (_, calendar) => {
      const month = months.includes(calendar) ? calendar : months[0];
      return schedule[month].map((period) => nameOf(period, month));
    });
  return { weekday: named(weekdays), weekend: named(weekends) };
}
