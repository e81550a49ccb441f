/**
 * AI demand from what operators have: requests, GPU-hours, prices per GPU-hour, the shape of a week. Pure numbers in and out;
 * an asset takes `requests`, `gpus` and `energyGpuHours` as they are, too.
 *
 *     P = N [p_idle + (p_peak - p_idle) u],     u = requests / (N requests of a server at its peak)
 *     MWh = GPU-h x kW per GPU / 1000,          USD/MWh = USD per GPU-h x 1000 / kW per GPU
 */
import { PlanInputError } from "../errors.ts";
import { MS_PER_HOUR, MS_PER_MINUTE } from "../time/time-grid.ts";
import type { RequestShape } from "./ai-request-shapes.ts";

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
  /** Hours by which the week comes later than in the trace, e.g. 6 to have Azure's UTC day at Chicago's clock; default 0. */
  readonly shiftHours?: number;
}

const DECIMAL = 1000;
/** Requests may exceed what the servers do by this share: rounding. */
const LOAD_ROUNDING = 1e-9;

/**
 * IT power in MW of requests per second, value by value.
 * @throws PlanInputError for servers that are none, and for a rate below 0 or above what the servers do.
 */
export function requestsToItMw(requestsPerSecond: ArrayLike<number>, servers: Servers): number[] {
  const { servers: count, perSecondPerServer, peakKwPerServer, idleShareOfPeak } = servers;
  above0("servers", count);
  above0("perSecondPerServer", perSecondPerServer);
  above0("peakKwPerServer", peakKwPerServer);
  if (!(idleShareOfPeak >= 0 && idleShareOfPeak <= 1)) refuse("idleShareOfPeak", idleShareOfPeak, "a share from 0 to 1", "divide a percentage by 100");
  const most = count * perSecondPerServer;
  return Array.from(requestsPerSecond, (rate, i) => {
    if (!(rate >= 0 && rate <= most * (1 + LOAD_ROUNDING))) refuse(`requestsPerSecond[${i}]`, rate, `a rate from 0 to servers x perSecondPerServer = ${most}`, "add servers, or correct the rate");
    return ((count * peakKwPerServer) / DECIMAL) * (idleShareOfPeak + (1 - idleShareOfPeak) * (rate / most));
  });
}

/** IT energy in MWh of GPU-hours at `kwPerGpu` kW of IT power, the share of the server included, e.g. 1.275 (H100). */
export function gpuHoursToItMwh(gpuHours: number, kwPerGpu: number): number {
  above0("kwPerGpu", kwPerGpu);
  if (!(gpuHours >= 0)) refuse("gpuHours", gpuHours, "a number of 0 or more", "correct it");
  return (gpuHours * kwPerGpu) / DECIMAL;
}

/** What a price per GPU-hour comes to per MWh of IT, USD/MWh. */
export function usdPerItMwh(usdPerGpuHour: number, kwPerGpu: number): number {
  above0("kwPerGpu", kwPerGpu);
  if (!Number.isFinite(usdPerGpuHour)) refuse("usdPerGpuHour", usdPerGpuHour, "a number of USD per GPU-hour", "correct it");
  return (usdPerGpuHour * DECIMAL) / kwPerGpu;
}

/** What a price per GPU-hour comes to per MWh at the site bus, USD/MWh. */
export function usdPerFacilityMwh(usdPerGpuHour: number, kwPerGpu: number, pue: number): number {
  if (!(pue >= 1)) refuse("pue", pue, "a number of 1 or more", "give facility power / IT power, e.g. 1.25");
  return usdPerItMwh(usdPerGpuHour, kwPerGpu) / pue;
}

/**
 * The week of a trace on a plan's intervals, as a share of its busiest hour: each interval the mean of the hours it covers,
 * week after week. For `requests.shareOfPeak`, or times a peak in requests per second.
 */
export function weekShape(shape: RequestShape, axis: ShapeAxis): number[] {
  const { intervalMinutes, count, shiftHours = 0 } = axis;
  const { requestsPerMinute: week } = shape;
  const startMs = /(Z|[+-]\d\d:\d\d)$/.test(axis.start) ? Date.parse(axis.start) : Number.NaN;
  if (Number.isNaN(startMs)) refuse("start", `"${axis.start}"`, "an ISO-8601 instant with offset, like 2026-07-13T00:00:00-05:00", "add the offset or Z");
  above0("intervalMinutes", intervalMinutes);
  if (!(Number.isInteger(count) && count > 0)) refuse("count", count, "a whole number above 0", "give the number of intervals");
  if (!Number.isFinite(shiftHours)) refuse("shiftHours", shiftHours, "a number of hours", "correct it");
  const peak = Math.max(...week);
  const stepMs = intervalMinutes * MS_PER_MINUTE;
  const firstMs = startMs - Date.parse(shape.start) - shiftHours * MS_PER_HOUR;
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

function above0(path: string, value: number): void {
  if (!(value > 0 && value < Infinity)) refuse(path, value, "a number above 0", "correct it");
}

function refuse(path: string, given: number | string, wanted: string, fix: string): never {
  throw new PlanInputError([{ path, given: String(given), wanted, fix }]);
}
