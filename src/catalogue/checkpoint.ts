/**
 * How often a training job should save a checkpoint, and what it loses when it is interrupted. With d = time to save, M
 * = mean time between failures, R = time to recover (reload the checkpoint and start again), all in seconds:
 *
 *     young         T = sqrt(2 d (M + R))              work between two checkpoints
 *     availability  T = d + sqrt(2 d (M + R) + d^2)    time from one checkpoint to the next, the save included
 *
 * Young's rule (1974) with R = 0; with R as in changlan.org/posts/optimal-checkpointing. It leaves out that saving
 * takes time of its own; the second maximises the share of time that is spent on work that counts (arXiv 2410.18124,
 * NVIDIA). A failure falls anywhere between two checkpoints with equal probability, so half of the interval is lost on
 * average, and the recovery:
 *
 *     lost = T / 2 + R,     overhead = d / T + (T / 2 + R) / M
 */
import { PlanInputError, type PlanInputFault } from "../errors.ts";

export interface CheckpointInput {
  /** Time to save a checkpoint, s; above 0. */
  readonly saveSeconds: number;
  /** Mean time between failures of the whole job, h; above 0. Of n equal nodes it is that of one node / n. */
  readonly meanHoursBetweenFailures: number;
  /** Time to reload a checkpoint and start again, s; default 0. */
  readonly recoverySeconds?: number;
  /** Which rule; default `young`. */
  readonly rule?: "young" | "availability";
}

export interface CheckpointPlan {
  /** From one checkpoint to the next, s. */
  readonly intervalSeconds: number;
  /** Mean work lost with an interruption without notice, h: half an interval and the recovery. A job's `lostHours`. */
  readonly lostHours: number;
  /**
   * With notice of at least `saveSeconds` the job saves first, h: the save and the recovery. A job's `lostHours` where
   * the plan decides the interruption.
   */
  readonly lostHoursWithNotice: number;
  /** Share of the time lost to saving and to failures, by the first-order formula above; 0.05 = 5 %. */
  readonly overheadShare: number;
}

const SECONDS_PER_HOUR = 3600;
const RULES = ["young", "availability"] as const;

/**
 * The checkpoint interval of a job and what an interruption costs it, e.g. for `interruption.lostHours`.
 *
 * @throws PlanInputError if a time is not a number of 0 or more (above 0 for the first two), or the rule is unknown.
 */
export function checkpointPlan(input: CheckpointInput): CheckpointPlan {
  const { saveSeconds, meanHoursBetweenFailures, recoverySeconds, rule } = checked(input);
  const meanSeconds = meanHoursBetweenFailures * SECONDS_PER_HOUR;
  const square = 2 * saveSeconds * (meanSeconds + recoverySeconds);
  const intervalSeconds =
    rule === "young" ? Math.sqrt(square) : saveSeconds + Math.sqrt(square + saveSeconds * saveSeconds);
  const lostSeconds = intervalSeconds / 2 + recoverySeconds;
  return {
    intervalSeconds,
    lostHours: lostSeconds / SECONDS_PER_HOUR,
    lostHoursWithNotice: (saveSeconds + recoverySeconds) / SECONDS_PER_HOUR,
    overheadShare: saveSeconds / intervalSeconds + lostSeconds / meanSeconds,
  };
}

/** Times above this are a mistaken unit. */
const MOST = 1e9;

function checked(input: CheckpointInput): Required<CheckpointInput> {
  const { saveSeconds, meanHoursBetweenFailures, recoverySeconds = 0, rule = "young" } = fieldsOf(input);
  const faults: PlanInputFault[] = [];
  const fault = (field: string, value: unknown, wanted: string, fix: string) =>
    faults.push({ path: `checkpointPlan.${field}`, given: words(value), wanted, fix });
  const time = (field: string, value: unknown, isZeroFine = false): number => {
    const isRight = typeof value === "number" && (isZeroFine ? value >= 0 : value > 0) && value <= MOST;
    if (!isRight)
      fault(
        field,
        value,
        `a number ${isZeroFine ? "from 0" : "above 0 and up"} to ${MOST}`,
        "measure it, in that unit",
      );
    return Number(isRight && value);
  };
  const known = RULES.find((name) => name === rule);
  if (!known) fault("rule", rule, RULES.join(" or "), "name one of them, or leave it out");
  const times = {
    saveSeconds: time("saveSeconds", saveSeconds),
    meanHoursBetweenFailures: time("meanHoursBetweenFailures", meanHoursBetweenFailures),
    recoverySeconds: time("recoverySeconds", recoverySeconds, true),
  };
  if (faults.length > 0) throw new PlanInputError(faults);
  return { ...times, rule: known ?? "young" };
}

/** None of an object whose fields cannot be read. */
function fieldsOf(input: unknown): Partial<Record<keyof CheckpointInput, unknown>> {
  try {
    return typeof input === "object" && input !== null ? { ...input } : {};
  } catch {
    return {};
  }
}

function words(value: unknown): string {
  if (value === undefined) return "nothing";
  return typeof value === "number" ? `${value}` : typeof value === "string" ? `"${value}"` : typeof value;
}
