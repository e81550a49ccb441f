/**
 * What a URDB rate says of itself beside its charges: known by name, and told where the planner's bill may differ for
 * it.
 */
import { MS_PER_DAY } from "../time/time-grid.ts";
import type { UrdbFields } from "./urdb-fields.ts";
import { said } from "./value-words.ts";

/** Who, where and since when; no part of the bill. */
const IDENTITY = [
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
/** Bounds of the customers that the rate is for. */
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
/** The unit of `peakkwcapacitymin` and `max`, and of no rate. */
const CUSTOMER_UNIT = "demandunits";
const COMMENTS = ["basicinformationcomments", "demandcomments", "energycomments"];
/** Pairs of words such as a discount by voltage. */
const ATTRIBUTES = ["energyattrs", "demandattrs", "fixedattrs"];
const MS_PER_SECOND = 1000;

/** Reads every field that is no charge; notices of what the user has to look after. */
export function noticesAbout(urdb: UrdbFields): string[] {
  for (const field of IDENTITY) urdb.get(field);
  const given = (fields: readonly string[]) => fields.flatMap((field) => (isEmpty(urdb.get(field)) ? [] : [field]));
  const notices: string[] = [];
  const end = urdb.get("enddate");
  // NB: seconds; the planner has no clock to tell whether that is past.
  if (typeof end === "number" && Math.abs(end * MS_PER_SECOND) < 1e5 * MS_PER_DAY)
    notices.push(`the rate ends on ${new Date(end * MS_PER_SECOND).toISOString().slice(0, 10)}.`);
  const customers = given(CUSTOMERS);
  const unit = given([CUSTOMER_UNIT]);
  if (customers.length > 0)
    notices.push(
      "the rate is for customers of " +
        `${[...customers, ...unit].map((field) => `${field} ${said(urdb.get(field))}`).join(", ")}: see that ` +
        "the site is one.",
    );
  const part = urdb.get("servicetype");
  if (typeof part === "string" && /^(energy|delivery)/i.test(part))
    notices.push(`servicetype ${said(part)}: the rate is a part of the bill, and the other part is not in it.`);
  for (const field of given(ATTRIBUTES))
    notices.push(`${field} is not read, ${said(urdb.get(field))}: add what it charges.`);
  const comments = given(COMMENTS);
  if (comments.length > 0)
    notices.push(`words for you to read, which may name further charges: ${comments.join(", ")}.`);
  const rule = urdb.get("dgrules");
  const isNetMetered = urdb.get("usenetmetering") === true;
  if (!isEmpty(rule) || isNetMetered)
    notices.push(
      `${isEmpty(rule) ? "usenetmetering" : `dgrules ${said(rule)}`} is not read: give exportPriceUsdPerMwh ` +
        "for what is exported.",
    );
  return notices;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}
