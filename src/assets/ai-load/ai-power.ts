/**
 * IT or facility power of an AI load, in one of four forms:
 *
 *     facilityMw          power at the site bus
 *     itMw                IT power
 *     gpus                busy GPUs x kwPerGpu / 1000
 *     requests servers (idle + (1 - idle) u) peakKwPerServer / 1000, idle = idleShareOfPeak, and u the share of the
 *                         servers' peak that is asked for: shareOfPeak, or perSecond / (servers perSecondPerServer)
 *
 * The site bus sees facility power: IT power x `pue` (power usage effectiveness), or by `facilityByIt` (see
 * `ai-load/facility-curve.ts`). Results are facility power. NB: requests are not power: an idle server draws 0.25 to
 * 0.4 of its peak, so requests that swing by 10 : 1 make power swing by about 2.5 : 1.
 */
import { checkFacilityCurve, facilityAt, facilityCurveSchema, type FacilityCurve } from "./facility-curve.ts";
import { curve, number, type Resolved, strictObject, z } from "../fields/fields.ts";
import type { FaultReport } from "../asset.ts";
import { quantity } from "../fields/quantities.ts";
import { largest, product, scaled } from "../fields/series.ts";

const requestsSchema = strictObject({
  perSecond: curve(quantity.requestsPerSecond, "Mean of the interval; needs perSecondPerServer").optional(),
  shareOfPeak: curve(quantity.fraction, "In place of perSecond").optional(),
  perSecondPerServer: number(
    { ...quantity.requestsPerSecond, aboveMin: true },
    "What one server does at its peak",
  ).optional(),
  servers: z.int().min(1).max(10_000_000).describe("Number of equal servers"),
  peakKwPerServer: number(quantity.kw, "IT power at full load, e.g. 10.2 (DGX H100)"),
  idleShareOfPeak: number(
    quantity.fraction,
    "Power at no load / at full load; 0.25 to 0.4 for GPU servers that stay on",
  ),
});

/** The fields of a power demand; exactly one of the four forms. */
export const powerDemandFields = {
  itMw: curve(quantity.powerMw, "IT power; needs pue").optional(),
  facilityMw: curve(quantity.powerMw, "Power at the site bus").optional(),
  gpus: curve(quantity.gpus, "GPUs in use; needs kwPerGpu and pue").optional(),
  requests: requestsSchema.optional().describe("Demand by requests to servers; needs pue"),
  kwPerGpu: number(quantity.kw, "IT power per GPU, share of the server included, e.g. 1.275 (H100)").optional(),
  pue: curve(quantity.pue, "Facility / IT power; not with facilityMw").optional(),
  facilityByIt: facilityCurveSchema.optional().describe("In place of pue: facility power at part load"),
};

export interface PowerDemand {
  readonly itMw?: Float64Array | undefined;
  readonly facilityMw?: Float64Array | undefined;
  readonly gpus?: Float64Array | undefined;
  readonly requests?: Resolved<z.output<typeof requestsSchema>> | undefined;
  readonly kwPerGpu?: number | undefined;
  readonly pue?: Float64Array | undefined;
  readonly facilityByIt?: FacilityCurve | undefined;
}

const FORMS = ["itMw", "facilityMw", "gpus", "requests"] as const;
/** Requests may exceed what the servers do by this share: rounding. */
const LOAD_ROUNDING = 1e-9;

/** The form the demand is given in. */
export function demandForm(spec: PowerDemand): (typeof FORMS)[number] {
  return FORMS.find((form) => spec[form]) ?? "itMw";
}

/**
 * Reports a demand in no form or in several, and what it needs to be facility power that is missing, or has nothing to
 * act on. `isDecision`: how much of the demand is served is decided by price.
 */
export function checkPowerDemand(spec: PowerDemand, isDecision: boolean, report: FaultReport): void {
  const forms = FORMS.filter((form) => spec[form]);
  const { facilityMw, facilityByIt, gpus, kwPerGpu, pue, requests } = spec;
  const [wanted, first] = [`exactly one of ${FORMS.join(", ")}`, forms[0]];
  if (forms.length > 1) report(forms[1], forms.join(" and "), wanted, "keep the one that was metered");
  if (!first) report("itMw", "no demand", wanted, "give itMw with pue, or facilityMw");
  if (pue && facilityByIt)
    report("facilityByIt", "pue and facilityByIt", "one of them", "keep the curve if PUE varies with load");
  const ratio = pue ? "pue" : "facilityByIt";
  if (facilityMw && forms.length === 1 && (pue || facilityByIt))
    report(
      ratio,
      `${ratio} beside facilityMw`,
      `no ${ratio}, which facility power includes`,
      `leave ${ratio} out, or give itMw`,
    );
  if (first && (first !== "facilityMw" || forms.length > 1) && !pue && !facilityByIt)
    report("pue", "nothing", "the PUE, since the demand is IT power", "give pue, e.g. 1.25, or give facilityMw");
  if (gpus && kwPerGpu === undefined)
    report("kwPerGpu", "nothing", "the IT power of one GPU in kW", "give kwPerGpu, e.g. 1.275");
  if (requests) checkRequests(requests, report);
  if (!facilityByIt) return;
  checkFacilityCurve(facilityByIt, isDecision, report);
  const { points } = facilityByIt;
  const [least, most] = [points[0].itMw, points[points.length - 1].itMw];
  const beyond = first && first !== "facilityMw" ? itPowerMw(spec).find((mw) => mw < least || mw > most) : undefined;
  if (beyond !== undefined)
    report(
      "facilityByIt.points",
      `IT power from ${least} to ${most} MW`,
      `points that reach ${beyond} MW, which the load asks for`,
      "add a point there; nothing is prolonged",
    );
}

function checkRequests(
  { perSecond, shareOfPeak, perSecondPerServer, servers }: NonNullable<PowerDemand["requests"]>,
  report: FaultReport,
): void {
  if ((perSecond === undefined) === (shareOfPeak === undefined)) {
    report(
      "requests.perSecond",
      perSecond ? "perSecond and shareOfPeak" : "neither perSecond nor shareOfPeak",
      "exactly one of them",
      "state the requests once",
    );
  }
  if (!perSecond) return;
  if (perSecondPerServer === undefined) {
    report(
      "requests.perSecondPerServer",
      "nothing",
      "what one server does at its peak, since perSecond is given",
      "give it, or shareOfPeak",
    );
    return;
  }
  const most = servers * perSecondPerServer;
  const over = perSecond.findIndex((rate) => rate > most * (1 + LOAD_ROUNDING));
  if (over >= 0)
    report(
      "requests.perSecond",
      `${perSecond[over]} in interval ${over}`,
      `at most servers x perSecondPerServer = ${most}`,
      "add servers, or correct the rate",
    );
}

/** IT power in MW of a demand in any form but `facilityMw`. */
export function itPowerMw({ itMw, gpus, kwPerGpu = 0, requests }: PowerDemand): Float64Array {
  if (itMw) return itMw;
  if (gpus) return scaled(gpus, kwPerGpu / 1000);
  const {
    perSecond,
    shareOfPeak,
    perSecondPerServer = 1,
    servers,
    peakKwPerServer,
    idleShareOfPeak,
  } = requests as NonNullable<PowerDemand["requests"]>;
  const load = shareOfPeak ?? scaled(perSecond as Float64Array, 1 / (servers * perSecondPerServer));
  return load.map((u) => ((servers * peakKwPerServer) / 1000) * (idleShareOfPeak + (1 - idleShareOfPeak) * u));
}

/** Demand at the site bus in MW. */
export function facilityPowerMw(spec: PowerDemand): Float64Array {
  const { facilityMw, facilityByIt, pue } = spec;
  if (facilityMw) return facilityMw;
  const itMw = itPowerMw(spec);
  return facilityByIt ? facilityAt(facilityByIt, itMw) : product(itMw, pue as Float64Array);
}

/** The most that is asked for, where the demand is given in MW. */
export function mostDemandMw(spec: PowerDemand): { readonly field: string; readonly mw: number } | undefined {
  const field = demandForm(spec);
  return field === "facilityMw" || field === "itMw" ? { field, mw: largest(facilityPowerMw(spec)) } : undefined;
}
