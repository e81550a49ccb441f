/**
 * AI demand from what operators have: requests, GPU-hours, prices per GPU-hour, the shape of a week. Pure numbers in
 * and out; an asset takes `requests`, `gpus` and `energyGpuHours` as they are, too.
 *
 *     P = N [p_idle + (p_peak - p_idle) u],     u = requests / (N requests of a server at its peak)
 *     MWh = GPU-h x kW per GPU / 1000,          USD/MWh = USD per GPU-h x 1000 / kW per GPU
 */
import { PlanInputError } from "../errors.ts";
import { MS_PER_HOUR, MS_PER_MINUTE } from "../time/time-grid.ts";
import type { RequestShape } from "./ai-request-shapes.ts";
import { said, valueWords } from "./value-words.ts";

/** The servers requests go to. */
export interface Servers {
  readonly servers: number;
  /** Requests per second one server does at full load. */
  readonly perSecondPerServer: number;
  /** IT power of a server at full load, kW, e.g. 10.2 (DGX H100). */
  readonly peakKwPerServer: number;
  /** Power at no load / at full load, 0 to 1; 0.25 to 0.4 for GPU servers that stay on. */
  readonly idleShareOfPeak: number;
}

/** Where a plan's intervals lie. */
export interface ShapeAxis {
  /** ISO-8601 with offset or Z. */
  readonly start: string;
  readonly intervalMinutes: number;
  readonly count: number;
  /**
   * Hours by which the week comes later than in the trace, e.g. 6 to have Azure's UTC day at Chicago's clock; default
   * 0.
   */
  readonly shiftHours?: number;
}

const DECIMAL = 1000;
/**
 * Intervals of a shape, ten years of five minutes; the length of one, 31 days; and hours by which a week may be
 * shifted, a year.
 */
const [MOST_INTERVALS, MOST_MINUTES, MOST_SHIFT_HOURS] = [1_054_080, 44_640, 8_784];
/** Minutes of all intervals together: a hundred years. */
const MOST_AXIS_MINUTES = 100 * 366 * 1440;
/** Requests may exceed what the servers do by this share: rounding. */
const LOAD_ROUNDING = 1e-9;

/**
 * IT power in MW of requests per second, value by value.
 * @throws PlanInputError for servers that are none, and for a rate below 0 or above what the servers do.
 */
export function requestsToItMw(requestsPerSecond: ArrayLike<number>, servers: Servers): number[] {
  if (!isObject(requestsPerSecond) || typeof requestsPerSecond.length !== "number")
    refuse("requestsPerSecond", valueWords(requestsPerSecond), "an array of requests per second", "give one");
  if (!isObject(servers))
    refuse(
      "servers",
      valueWords(servers),
      "{ servers, perSecondPerServer, peakKwPerServer, idleShareOfPeak }",
      "give the servers",
    );
  const { servers: count, perSecondPerServer, peakKwPerServer, idleShareOfPeak } = servers;
  above0("servers", count);
  above0("perSecondPerServer", perSecondPerServer);
  above0("peakKwPerServer", peakKwPerServer);
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
    return ((count * peakKwPerServer) / DECIMAL) * (idleShareOfPeak + (1 - idleShareOfPeak) * (rate / most));
  });
}

/** IT energy in MWh of GPU-hours at `kwPerGpu` kW of IT power, the share of the server included, e.g. 1.275 (H100). */
export function gpuHoursToItMwh(gpuHours: number, kwPerGpu: number): number {
  above0("kwPerGpu", kwPerGpu);
  if (!(Number.isFinite(gpuHours) && gpuHours >= 0))
    refuse("gpuHours", gpuHours, "a number of 0 or more", "correct it");
  return (gpuHours * kwPerGpu) / DECIMAL;
}

/** What a price per GPU-hour comes to per MWh of IT, USD/MWh. */
export function usdPerItMwh(usdPerGpuHour: number, kwPerGpu: number): number {
  above0("kwPerGpu", kwPerGpu);
  if (!Number.isFinite(usdPerGpuHour))
    refuse("usdPerGpuHour", usdPerGpuHour, "a number of USD per GPU-hour", "correct it");
  return (usdPerGpuHour * DECIMAL) / kwPerGpu;
}

/** What a price per GPU-hour comes to per MWh at the site bus, USD/MWh. */
export function usdPerFacilityMwh(usdPerGpuHour: number, kwPerGpu: number, pue: number): number {
  if (!(Number.isFinite(pue) && pue >= 1))
    refuse("pue", pue, "a number of 1 or more", "give facility power / IT power, e.g. 1.25");
  return usdPerItMwh(usdPerGpuHour, kwPerGpu) / pue;
}

/**
 * The week of a trace on a plan's intervals, as a share of its busiest hour: each interval the mean of the hours it
 * covers, week after week. For `requests.shareOfPeak`, or times a peak in requests per second.
 * @throws PlanInputError for a shape or an axis that is none; at most 1,054,080 intervals (ten years of five minutes)
 * of up to 31 days, shifted by up to a year.
 */
export function weekShape(shape: RequestShape, axis: ShapeAxis): number[] {
  if (!isObject(shape) || !Array.isArray(shape.requestsPerMinute))
    refuse(
      "shape",
      valueWords(shape),
      "{ start, requestsPerMinute }, e.g. azureConversation",
      "give the shape of a week",
    );
  if (!isObject(axis))
    refuse("axis", valueWords(axis), "{ start, intervalMinutes, count }", "say where the plan's intervals lie");
  const { intervalMinutes, count, shiftHours = 0 } = axis;
  const { requestsPerMinute: week } = shape;
  const peak = week.reduce((most, rate) => (isNumber(rate) && rate >= 0 ? Math.max(most, rate) : Number.NaN), 0);
  if (!(peak > 0 && peak < Infinity))
    refuse("shape.requestsPerMinute", valueWords(week), "numbers of 0 or more, one of them above 0", "correct it");
  const traceMs = instantOf(shape.start);
  if (Number.isNaN(traceMs))
    refuse("shape.start", said(shape.start), "an ISO-8601 instant with offset", "add the offset or Z");
  const startMs = instantOf(axis.start);
  if (Number.isNaN(startMs))
    refuse(
      "start",
      said(axis.start),
      "an ISO-8601 instant with offset, like 2026-07-13T00:00:00-05:00",
      "add the offset or Z",
    );
  above0("intervalMinutes", intervalMinutes);
  if (intervalMinutes > MOST_MINUTES)
    refuse("intervalMinutes", intervalMinutes, `minutes up to ${MOST_MINUTES}, 31 days`, "correct it");
  if (!(Number.isInteger(count) && count > 0 && count <= MOST_INTERVALS))
    refuse("count", count, `a whole number from 1 to ${MOST_INTERVALS}`, "give the number of intervals");
  if (count * intervalMinutes > MOST_AXIS_MINUTES)
    refuse("count", count, "intervals of a hundred years at most", "correct count or intervalMinutes");
  if (!(Number.isFinite(shiftHours) && Math.abs(shiftHours) <= MOST_SHIFT_HOURS))
    refuse("shiftHours", shiftHours, `hours from ${-MOST_SHIFT_HOURS} to ${MOST_SHIFT_HOURS}`, "correct it");
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

/** UTC milliseconds; NaN where the text is no instant with its offset. */
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

function above0(path: string, value: number): void {
  if (!(isNumber(value) && value > 0 && value < Infinity)) refuse(path, value, "a number above 0", "correct it");
}

function refuse(path: string, given: unknown, wanted: string, fix: string): never {
  throw new PlanInputError([{ path, given: typeof given === "string" ? given : valueWords(given), wanted, fix }]);
}
