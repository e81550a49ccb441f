/**
 * The fields of a URDB rate that are not charges. They are known by name, and a notice says how the bill may differ
 * from the planner's.
 */
import { MS_PER_DAY } from "../../time/time-grid.ts";
import type { UrdbFields } from "./fields.ts";
import { shortJson } from "../describe-value.ts";

/** Names, places and dates, and the rules of export, which are read with the energy rates; no charge. */
const IDENTITY = [
  "dgrules",
  "usenetmetering",
  "label",
  "uri",
  "sourceparent",
  "source",
  "sector",
  "startdate",
  "approved",
  "is_default",
  "revisions",
  "eiaid",
  "country",
  "description",
  "latest_update",
  "supercedes",
  "supersedes",
  "voltagecategory",
  "phasewiring",
];
/** Bounds on the customers that the rate applies to. */
const CUSTOMERS = [
  "peakkwcapacitymin",
  "peakkwcapacitymax",
  "peakkwcapacityhistory",
  "peakkwhusagemin",
  "peakkwhusagemax",
  "peakkwhusagehistory",
  "voltageminimum",
  "voltagemaximum",
];
/** Unit of `peakkwcapacitymin` and `peakkwcapacitymax`, not of a rate. */
const CUSTOMER_UNIT = "demandunits";
const COMMENTS = ["basicinformationcomments", "demandcomments", "energycomments"];
/** Pairs of words, such as a discount by voltage. */
const ATTRIBUTES = ["energyattrs", "demandattrs", "fixedattrs"];
const MS_PER_SECOND = 1000;

/** Reads every field that is not a charge, and returns the notices for the user. */
export function noticesAbout(urdb: UrdbFields): string[] {
  for (const field of IDENTITY) urdb.get(field);
  const given = (fields: readonly string[]) => fields.flatMap((field) => (isEmpty(urdb.get(field)) ? [] : [field]));
  const notices: string[] = [];
  const end = urdb.get("enddate");
  // NB: seconds. The planner reads no clock, so it cannot say whether that date is past.
  if (typeof end === "number" && Math.abs(end * MS_PER_SECOND) < 1e5 * MS_PER_DAY)
    notices.push(`the rate ends on ${new Date(end * MS_PER_SECOND).toISOString().slice(0, 10)}.`);
  const customers = given(CUSTOMERS);
  const unit = given([CUSTOMER_UNIT]);
  if (customers.length > 0)
    notices.push(
      "the rate is for customers of " +
        `${[...customers, ...unit].map((field) => `${field} ${shortJson(urdb.get(field))}`).join(", ")}: ` +
        "check that the site is one.",
    );
  const part = urdb.get("servicetype");
  if (typeof part === "string" && /^(energy|delivery)/i.test(part))
    notices.push(
      `servicetype ${shortJson(part)}: the rate is only one part of the bill; the other part is not included.`,
    );
  for (const field of given(ATTRIBUTES))
    notices.push(`${field} is not read, ${shortJson(urdb.get(field))}: add this charge yourself.`);
  const comments = given(COMMENTS);
  if (comments.length > 0)
    notices.push(`comments that may name further charges, for you to read: ${comments.join(", ")}.`);
  return notices;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}
