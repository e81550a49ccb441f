/**
 * AI demand computed from what operators know: requests, GPU-hours, prices per GPU-hour, the shape of a week. These
 * functions only convert numbers; an asset also accepts `requests`, `gpus` and `energyGpuHours` directly.
 *
 *     P = N [p_idle + (p_peak - p_idle) u],     u = requests / (N requests of a server at its peak)
 *     MWh = GPU-h x kW per GPU / 1000,          USD/MWh = USD per GPU-h x 1000 / kW per GPU
 */
import { PlanInputError } from "../errors.ts";
import { MS_PER_HOUR, MS_PER_MINUTE } from "../time/time-grid.ts";
import type { RequestShape } from "./ai-request-shapes.ts";
import { shortJson, describeValue } from "./describe-value.ts";

/** The servers that serve the requests. */
export interface Servers {
  readonly servers: number;
  /** Requests per second that one server completes at full load. */
  readonly perSecondPerServer: number;
  /** IT power of a server at full load, kW, e.g. 10.2 (DGX H100). */
  readonly peakKwPerServer: number;
  /** Power at no load divided by power at full load, 0 to 1; 0.25 to 0.4 for GPU servers that stay on. */
  readonly idleShareOfPeak: number;
}

/** The intervals of a plan. */
export interface ShapeAxis {
  /** ISO-8601 with offset or Z. */
  readonly start: string;
  readonly intervalMinutes: number;
  readonly count: number;
  /**
   * Hours by which the week is shifted later than in the trace, e.g. 6 to move Azure's UTC day to Chicago's clock.
   * Default 0.
   */
  readonly shiftHours?: number;
}

const KILO_PER_MEGA = 1000;
/**
 * Upper bounds: intervals of a shape (ten years of five minutes), minutes of one interval (31 days), hours of a shift
 * (a year).
 */
const [MAX_INTERVALS, MAX_MINUTES, MAX_SHIFT_HOURS] = [1_054_080, 44_640, 8_784];
/** Upper bound on the minutes of all intervals together: a hundred years. */
const MAX_AXIS_MINUTES = 100 * 366 * 1440;
/** Requests may exceed the capacity of the servers by this share, to allow for rounding. */
const LOAD_ROUNDING = 1e-9;

/**
 * Converts requests per second to IT power in MW, value by value.
 * @throws PlanInputError if the servers are invalid, or if a rate is below 0 or above the capacity of the servers.
 */
export function requestsToItMw(requestsPerSecond: ArrayLike<number>, servers: Servers): number[] {
  if (!isObject(requestsPerSecond) || typeof requestsPerSecond.length !== "number")
    refuse("requestsPerSecond", describeValue(requestsPerSecond), "an array of requests per second", "give one");
  if (!isObject(servers))
    refuse(
      "servers",
      describeValue(servers),
      "{ servers, perSecondPerServer, peakKwPerServer, idleShareOfPeak }",
      "give the servers",
    );
  const { servers: count, perSecondPerServer, peakKwPerServer, idleShareOfPeak } = servers;
  checkPositive("servers", count);
  checkPositive("perSecondPerServer", perSecondPerServer);
  checkPositive("peakKwPerServer", peakKwPerServer);
  if (!(isNumber(idleShareOfPeak) && idleShareOfPeak >= 0 && idleShareOfPeak <= 1))
    refuse("idleShareOfPeak", idleShareOfPeak, "a share from 0 to 1", "divide a percentage by 100");
  const most = count * perSecondPerServer;
  return Array.from(requestsPerSecond, (rate, i) => {
    if (!(isNumber(rate) && rate >= 0 && rate <= most * (1 + LOAD_ROUNDING)))
      refuse(
        `requestsPerSecond[${i}]`,
        rate,
        `a rate from 0 to servers x perSecondPerServer = ${most}`,
        "add servers, or correct the rate",
      );
    return ((count * peakKwPerServer) / KILO_PER_MEGA) * (idleShareOfPeak + (1 - idleShareOfPeak) * (rate / most));
  });
}

/**
 * Converts GPU-hours to IT energy in MWh. `kwPerGpu` is the IT power in kW per GPU with its share of the server, e.g.
 * 1.275 (H100).
 */
export function gpuHoursToItMwh(gpuHours: number, kwPerGpu: number): number {
  checkPositive("kwPerGpu", kwPerGpu);
  if (!(Number.isFinite(gpuHours) && gpuHours >= 0))
    refuse("gpuHours", gpuHours, "a number of 0 or more", "correct it");
  return (gpuHours * kwPerGpu) / KILO_PER_MEGA;
}

/** Converts a price per GPU-hour to a price per MWh of IT energy, USD/MWh. */
export function usdPerItMwh(usdPerGpuHour: number, kwPerGpu: number): number {
  checkPositive("kwPerGpu", kwPerGpu);
  if (!Number.isFinite(usdPerGpuHour))
    refuse("usdPerGpuHour", usdPerGpuHour, "a number of USD per GPU-hour", "correct it");
  return (usdPerGpuHour * KILO_PER_MEGA) / kwPerGpu;
}

/** Converts a price per GPU-hour to a price per MWh at the site bus, USD/MWh. */
export function usdPerFacilityMwh(usdPerGpuHour: number, kwPerGpu: number, pue: number): number {
  if (!(Number.isFinite(pue) && pue >= 1))
    refuse("pue", pue, "a number of 1 or more", "give facility power / IT power, e.g. 1.25");
  return usdPerItMwh(usdPerGpuHour, kwPerGpu) / pue;
}

/**
 * Maps the week of a trace onto the intervals of a plan, as a share of the trace's busiest hour. Each interval has the
 * mean of the hours it covers, and the week repeats. Use it for `requests.shareOfPeak`, or multiply it by a peak in
 * requests per second.
 * @throws PlanInputError if the shape or the axis is invalid. An axis has at most 1,054,080 intervals (ten years of
 * five minutes) of up to 31 days, shifted by up to a year.
 */
export function weekShape(shape: RequestShape, axis: ShapeAxis): number[] {
  if (!isObject(shape) || !Array.isArray(shape.requestsPerMinute))
    refuse(
      "shape",
      describeValue(shape),
      "{ start, requestsPerMinute }, e.g. azureConversation",
      "give the shape of a week",
    );
  if (!isObject(axis))
    refuse("axis", describeValue(axis), "{ start, intervalMinutes, count }", "give the intervals of the plan");
  const { intervalMinutes, count, shiftHours = 0 } = axis;
  const { requestsPerMinute: week } = shape;
  const peak = week.reduce((most, rate) => (isNumber(rate) && rate >= 0 ? Math.max(most, rate) : Number.NaN), 0);
  if (!(peak > 0 && peak < Infinity))
    refuse("shape.requestsPerMinute", describeValue(week), "numbers of 0 or more, one of them above 0", "correct it");
  const traceMs = instantOf(shape.start);
  if (Number.isNaN(traceMs))
    refuse("shape.start", shortJson(shape.start), "an ISO-8601 instant with offset", "add the offset or Z");
  const startMs = instantOf(axis.start);
  if (Number.isNaN(startMs))
    refuse(
      "start",
      shortJson(axis.start),
      "an ISO-8601 instant with offset, like 2026-07-13T00:00:00-05:00",
      "add the offset or Z",
    );
  checkPositive("intervalMinutes", intervalMinutes);
  if (intervalMinutes > MAX_MINUTES)
    refuse("intervalMinutes", intervalMinutes, `minutes up to ${MAX_MINUTES}, 31 days`, "correct it");
  if (!(Number.isInteger(count) && count > 0 && count <= MAX_INTERVALS))
    refuse("count", count, `a whole number from 1 to ${MAX_INTERVALS}`, "give the number of intervals");
  if (count * intervalMinutes > MAX_AXIS_MINUTES)
    refuse("count", count, "intervals of a hundred years at most in total", "correct count or intervalMinutes");
  if (!(Number.isFinite(shiftHours) && Math.abs(shiftHours) <= MAX_SHIFT_HOURS))
    refuse("shiftHours", shiftHours, `hours from ${-MAX_SHIFT_HOURS} to ${MAX_SHIFT_HOURS}`, "correct it");
  const stepMs = intervalMinutes * MS_PER_MINUTE;
  const firstMs = startMs - traceMs - shiftHours * MS_PER_HOUR;
  return Array.from({ length: count }, (_, t) => {
    const [from, to] = [firstMs + t * stepMs, firstMs + (t + 1) * stepMs];
    let total = 0;
    for (let hour = Math.floor(from / MS_PER_HOUR); hour * MS_PER_HOUR < to; hour++) {
      const overlapMs = Math.min(to, (hour + 1) * MS_PER_HOUR) - Math.max(from, hour * MS_PER_HOUR);
      total += overlapMs * week[((hour % week.length) + week.length) % week.length];
    }
    return total / stepMs / peak;
  });
}

/** Parses an ISO-8601 instant to UTC milliseconds; NaN if the text is not an instant with an offset. */
function instantOf(text: unknown): number {
  return typeof text === "string" && text.length <= 40 && /(?:Z|[+-]\d\d:\d\d)$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function isNumber(value: unknown): boolean {
  return typeof value === "number";
}

function checkPositive(path: string, value: number): void {
  if (!(isNumber(value) && value > 0 && value < Infinity)) refuse(path, value, "a number above 0", "correct it");
}

function refuse(path: string, given: unknown, wanted: string, fix: string): never {
  throw new PlanInputError([{ path, given: typeof given === "string" ? given : describeValue(given), wanted, fix }]);
}
