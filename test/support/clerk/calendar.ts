/** Hours, months and days of a plan by the local clock of `Intl`, for a zone whose clock stands at whole hours. */
export interface Hour {
  readonly ms: number;
  readonly month: string;
  readonly hour: number;
  readonly isWeekend: boolean;
  /** Import where positive, export where negative. */
  readonly mw: number;
}

export interface Month {
  readonly label: string;
  readonly hours: readonly Hour[];
  /** The plan's share of the month. */
  readonly share: number;
  /** The share of the month gone at the end of its last hour here. */
  readonly gone: number;
  readonly days: number;
  readonly begunBefore: boolean;
  readonly isEnded: boolean;
}

export function monthsOf(net: readonly number[], start: string, timeZone: string): Month[] {
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
    weekday: "short",
  });
  const hours = net.map((mw, t): Hour => {
    const ms = Date.parse(start) + t * 3_600_000;
    const parts = Object.fromEntries(clock.formatToParts(ms).map(({ type, value }) => [type, value]));
    const isWeekend = parts.weekday.startsWith("S");
    return { ms, month: `${parts.year}-${parts.month}`, hour: Number(parts.hour), isWeekend, mw };
  });
  return [...new Set(hours.map(({ month }) => month))].map((label) => {
    const own = hours.filter(({ month }) => month === label);
    const [startMs, endMs] = [startOf(label, clock), startOf(nextMonth(label), clock)];
    const wholeHours = (endMs - startMs) / 3_600_000;
    const lastMs = own[own.length - 1].ms + 3_600_000;
    return {
      label,
      hours: own,
      share: own.length / wholeHours,
      gone: (lastMs - startMs) / 3_600_000 / wholeHours,
      days: daysOf(own, clock),
      begunBefore: own[0].ms > startMs,
      isEnded: lastMs >= endMs,
    };
  });
}

/** `2026-11` of `2026-10`, or so many months on. */
export function nextMonth(label: string, by = 1): string {
  return new Date(Date.UTC(Number(label.slice(0, 4)), Number(label.slice(5)) - 1 + by, 1)).toISOString().slice(0, 7);
}

export interface Periods {
  readonly weekday: readonly string[];
  readonly weekend: string | readonly string[];
}

export function periodOf({ weekday, weekend }: Periods, { hour, isWeekend }: Hour): string {
  if (!isWeekend) return weekday[hour];
  return typeof weekend === "string" ? weekend : weekend[hour];
}

/** The instant at which a month begins. */
function startOf(month: string, clock: Intl.DateTimeFormat): number {
  const midnight = Date.parse(`${month}-01T00:00:00Z`);
  let ms = midnight - 14 * 3_600_000;
  while (wall(ms, clock) < midnight) ms += 3_600_000;
  return ms;
}

/** Local days of some hours: each hour is its share of the 23, 24 or 25 of its day. */
function daysOf(own: readonly Hour[], clock: Intl.DateTimeFormat): number {
  const dayOf = (ms: number) => Math.floor(wall(ms, clock) / 86_400_000);
  return own.reduce((days, { ms }) => {
    let hours = 0;
    for (let shift = -25; shift <= 25; shift++) if (dayOf(ms + shift * 3_600_000) === dayOf(ms)) hours++;
    return days + 1 / hours;
  }, 0);
}

function wall(ms: number, clock: Intl.DateTimeFormat): number {
  const parts = Object.fromEntries(clock.formatToParts(ms).map(({ type, value }) => [type, value]));
  return Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day), Number(parts.hour));
}
