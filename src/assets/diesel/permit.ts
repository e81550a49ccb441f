/**
 * What an air permit lets engines do, in hours per engine and calendar year. US law as of 2026-11: 40 CFR 60.4211(f)
 * and 63.6640(f) (78 FR 6674, 2013-01-30; the hours for emergency demand response vacated by the D.C. Circuit on
 * 2015-05-01, Delaware v. EPA, No. 13-1093).
 *
 * - `emergency`: no limit in emergencies; at most 100 h of testing, maintenance and everything else, of which at most
 *   50 h outside testing. Those 50 h may neither shave peaks nor earn money, a local reliability dispatch apart: so
 *   they may be used only where `nonEmergency` says that running there is lawful, by default nowhere.
 * - `non-emergency`: any purpose; all running counts against `hoursPerYear` where the permit caps it.
 *
 * An interval is an emergency, share e_t of it, where the site's connections may import nothing (an outage). A call or
 * a low limit is not an outage, and a site without a connection has no outage. It is also an emergency to the extent
 * that `emergency` declares one. With n_t the lawful share of the rest, a_t = e_t + (1 - e_t) n_t:
 *
 *     P_t <= a_t capacity_t, sum over the year of w_t dt P_t / unitMw <= sets hours - used, w_t = (1 - e_t) n_t / a_t
 *
 * with hours = min(nonEmergencyHoursPerYear, 100 - testingHoursPerYear); `non-emergency`: a_t = w_t = 1.
 * NB: P_t / unitMw counts part-loaded sets by their load, and the sum lets the sets share the hours evenly. Both err
 * towards too many hours: whole sets take up to one set-hour more in each hour of running. What they take is reported
 * as run, with a notice where it is more than is left.
 */
import type { SiteModel } from "../../model/site-model.ts";
import { curve, number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import type { SitePorts } from "../ports/site-ports.ts";

const TESTING_AND_OTHER_HOURS = 100;

export const permitSchema = z.discriminatedUnion("class", [
  strictObject({
    class: z.literal("emergency").describe("Permit for emergencies, testing and few other hours"),
    emergency: curve(
      quantity.fraction,
      "Share of the interval that is an emergency beside grid outages; default 0",
    ).optional(),
    nonEmergency: curve(
      quantity.fraction,
      "Share of the rest in which the permit's other hours may be run; default 0",
    ).optional(),
    nonEmergencyHoursPerYear: number(
      quantity.hours,
      "Per set, testing left aside; default 40 CFR 60.4211(f)(3)",
    ).default(50),
    testingHoursPerYear: number(
      { ...quantity.hours, max: TESTING_AND_OTHER_HOURS },
      "Per set, kept for testing of the 100 h of both",
    ).default(0),
  }),
  strictObject({
    class: z.literal("non-emergency").describe("Permit to run whenever it pays"),
    hoursPerYear: number(quantity.hours, "Per set; default no cap").optional(),
  }),
]);

export type Permit = Resolved<z.output<typeof permitSchema>>;

export interface PermitTerms {
  /** Share of each interval in which the sets may run. */
  readonly allowed: Float64Array;
  /** Share of a run in each interval that counts against the cap. */
  readonly counted: Float64Array;
  /** Hours per set and year, with the field that sets them; absent where nothing counts. */
  readonly cap?: { readonly hours: number; readonly limit: string } | undefined;
}

export function permitTerms(name: string, permit: Permit, { importMw }: SitePorts, site: SiteModel): PermitTerms {
  const { count } = site.time;
  if (permit.class === "non-emergency") {
    const everywhere = new Float64Array(count).fill(1);
    const { hoursPerYear: hours } = permit;
    return {
      allowed: everywhere,
      counted: everywhere,
      cap: hours === undefined ? undefined : { hours, limit: "permit.hoursPerYear" },
    };
  }
  const { emergency, nonEmergency, nonEmergencyHoursPerYear, testingHoursPerYear } = permit;
  const importLimitMw = site.upperOf(importMw);
  const allowed = new Float64Array(count);
  const counted = new Float64Array(count);
  for (let t = 0; t < count; t++) {
    const isOutage = importMw.length > 0 && importLimitMw[t] === 0;
    const share = isOutage ? 1 : (emergency?.[t] ?? 0);
    const other = (1 - share) * (nonEmergency?.[t] ?? 0);
    allowed[t] = share + other;
    counted[t] = other === 0 ? 0 : other / allowed[t];
  }
  const hours = Math.min(nonEmergencyHoursPerYear, TESTING_AND_OTHER_HOURS - testingHoursPerYear);
  const elsewhere = nonEmergency
    ? `where permit.nonEmergency allows it, at most ${hours} h per set and year (40 CFR 60.4211(f), 2013)`
    : "nowhere else, since permit.nonEmergency was not given";
  site.notices.push(
    `${name}: by its emergency permit it runs in grid outages, in declared emergencies and ${elsewhere}.`,
  );
  return { allowed, counted, cap: nonEmergency && { hours, limit: "permit.nonEmergencyHoursPerYear" } };
}
