import { PlanInputError, type PlanInputFault } from "../errors.ts";

export interface HandOffOptions {
  /** The instant the targets are made for, ISO-8601 with an offset: usually now. The planner reads no clock. */
  readonly at: string;
  /** A plan is stale this long after its start, hours. Default 24: the day that a day-ahead plan is made for. */
  readonly staleAfterHours?: number;
  /** Names of executors' scopes by asset, e.g. `{ "S21 XP": "building-2" }`. Default: the asset's name. */
  readonly scopes?: Readonly<Record<string, string>>;
  /** Least time between two changes of a level, minutes. Default: one interval of the plan. */
  readonly minimumDurationMinutes?: number;
  /** Rigs that rise together and the pause before the next ones. Default: all at once. */
  readonly restore?: { readonly rigsPerBatch: number; readonly secondsBetweenBatches: number };
  /** True takes the incumbent of a plan whose branching stopped at a limit. Default false: it gives no targets. */
  readonly acceptIncumbent?: boolean;
}

/** Options with their defaults, checked. */
export interface CheckedOptions {
  readonly atMs: number;
  readonly staleAfterHours: number;
  readonly scopes: Readonly<Record<string, string>>;
  /** Absent: one interval. */
  readonly minimumDurationMinutes?: number;
  readonly restore?: NonNullable<HandOffOptions["restore"]>;
  readonly acceptIncumbent: boolean;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/u;
const KNOWN = ["at", "staleAfterHours", "scopes", "minimumDurationMinutes", "restore", "acceptIncumbent"];
const DEFAULT_STALE_HOURS = 24;

/** @throws PlanInputError with every fault of the options. */
export function checkHandOffOptions(options: HandOffOptions): CheckedOptions {
  const given = (typeof options === "object" && options !== null ? options : {}) as Partial<HandOffOptions>;
  const faults: PlanInputFault[] = [];
  const report = (path: string, value: unknown, wanted: string, fix: string): void =>
    void faults.push({ path: `powerTargets options.${path}`, given: shown(value), wanted, fix });
  for (const key of Object.keys(given).filter((name) => !KNOWN.includes(name)))
    report(key, "an unknown option", `one of ${KNOWN.join(", ")}`, "remove or rename it");
  const { at, staleAfterHours = DEFAULT_STALE_HOURS, scopes = {}, minimumDurationMinutes, restore } = given;
  const atMs = typeof at === "string" && INSTANT.test(at) ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(atMs))
    report("at", at, "an instant with an offset, e.g. 2026-07-14T05:55:00Z", "give the present instant");
  if (!isPositive(staleAfterHours)) report("staleAfterHours", staleAfterHours, "a number above 0", "give hours");
  if (minimumDurationMinutes !== undefined && !isPositive(minimumDurationMinutes))
    report("minimumDurationMinutes", minimumDurationMinutes, "a number above 0", "give minutes");
  if (restore !== undefined) {
    const { rigsPerBatch, secondsBetweenBatches } = (restore ?? {}) as Partial<typeof restore>;
    if (!isPositive(rigsPerBatch) || !Number.isInteger(rigsPerBatch))
      report("restore.rigsPerBatch", rigsPerBatch, "a whole number above 0", "give rigs");
    if (!isPositive(secondsBetweenBatches))
      report("restore.secondsBetweenBatches", secondsBetweenBatches, "a number above 0", "give seconds");
  }
  for (const [asset, scope] of Object.entries(scopes)) {
    if (typeof scope !== "string" || scope.trim() === "")
      report(`scopes[${JSON.stringify(asset)}]`, scope, "a name that is not blank", "give the executor's scope");
  }
  if (faults.length > 0) throw new PlanInputError(faults);
  return {
    atMs,
    staleAfterHours,
    scopes,
    ...(minimumDurationMinutes !== undefined && { minimumDurationMinutes }),
    ...(restore !== undefined && { restore }),
    acceptIncumbent: given.acceptIncumbent === true,
  };
}

function isPositive(value: unknown): value is number {
  return typeof value === "number" && value > 0 && value < Infinity;
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : typeof value === "object" ? "an object" : String(value).slice(0, 60);
}
