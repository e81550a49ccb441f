/**
 * Whether there was time to answer a call. What goes at its start has to go within the notice or, where that is too
 * short, before the UPS is empty:
 *
 *     relaySeconds + shedSeconds <= 60 noticeMinutes,     or <= rideThroughSeconds
 *
 * A ramp of a fleet is kept by the plan itself, which knew of the call before.
 */
import type { AnnouncedCall } from "../asset.ts";
import type { Spec } from "./schema.ts";

/** `unknown` where shedSeconds was not given or the call began before the plan. */
export type CallTiming = "nothing-to-shed" | "within-notice" | "within-ride-through" | "too-late" | "unknown";

export interface ShedTimes {
  readonly noticeMinutes: number;
  readonly relaySeconds: number;
  readonly shedSeconds?: number | undefined;
  readonly rideThroughSeconds: number;
}

/** What had to go at the start of a call. */
export interface CallDrop {
  /** Start of the call, ISO-8601 with the local offset. */
  readonly start: string;
  /** Import just before the call above its cap, MW; absent where the call began before the plan. */
  readonly dropMw?: number;
  /** What mining drew less then, MW. */
  readonly minedDropMw?: number;
}

/** A power below this in MW is rounding of the solver. */
const NO_MW = 1e-6;

export function callTiming(times: ShedTimes, dropMw: number | undefined): CallTiming {
  if (dropMw === undefined) return "unknown";
  if (dropMw <= NO_MW) return "nothing-to-shed";
  const { noticeMinutes, relaySeconds, shedSeconds, rideThroughSeconds } = times;
  if (shedSeconds === undefined) return "unknown";
  const seconds = relaySeconds + shedSeconds;
  return seconds <= 60 * noticeMinutes
    ? "within-notice"
    : seconds <= rideThroughSeconds
      ? "within-ride-through"
      : "too-late";
}

/** Sentences on the calls that come too late, and on those that more than mining has to answer. */
export function timingNotices(name: string, times: ShedTimes, drops: readonly CallDrop[]): string[] {
  const of = (wanted: (drop: CallDrop) => boolean) =>
    drops
      .filter(wanted)
      .map(({ start }) => start)
      .join(", ");
  const { noticeMinutes, relaySeconds, shedSeconds = 0, rideThroughSeconds } = times;
  const late = of(({ dropMw }) => callTiming(times, dropMw) === "too-late");
  const others = of(({ dropMw = 0, minedDropMw = 0 }) => dropMw - minedDropMw > NO_MW);
  return [
    ...(late
      ? [
          `${name}: too late for the call of ${late}: relay and rigs take ${relaySeconds + shedSeconds} s, ` +
            `the notice is ${60 * noticeMinutes} s and the UPS holds ${rideThroughSeconds} s.`,
        ]
      : []),
    ...(others
      ? [
          `${name}: at ${others} more has to go than mining gives up; whether battery, diesel or AI make ` +
            "that in time is not checked.",
        ]
      : []),
  ];
}

/** When the site learns of each call, and the contract as it would be without it. */
export function announcedCalls(spec: Spec): readonly AnnouncedCall<Spec>[] {
  return spec.calls.map(({ start }, j) => ({
    path: `calls[${j}]`,
    startMs: start,
    noticeHours: spec.noticeMinutes / 60,
    without: { ...spec, calls: spec.calls.toSpliced(j, 1) },
  }));
}
