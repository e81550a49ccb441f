/**
 * A case: JSON that says what to plan and nothing else, with an id that names its content. Queues, files and other
 * machines can carry it; two cases with one id have one answer.
 *
 * The id is SHA-256, by `@noble/hashes` (audited, without dependencies). Rejected: Web Crypto, which is asynchronous
 * and which browsers offer to secure contexts only.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { PlanInput } from "../plan-input/index.ts";
import type { PlanOptions } from "../plan/plan-options.ts";
import { canonicalJson, type JsonObject, jsonOf } from "./json-value.ts";

/** What is asked of a site: a plan (`planPower`), or the comparison with AI-only sites (`compareBaselines`). */
export type CaseQuestion = "plan" | "compare";

/** Limits of solving that a case carries; meaning and default as in `PlanOptions`. */
export type CaseLimits = Pick<
  PlanOptions,
  "timeLimitMs" | "iterationLimit" | "nodeLimit" | "branchingTimeLimitMs" | "relativeGap"
>;

/** The value of an axis at one case, or the name of a value that is more than a number or a text. */
export type AxisLabel = string | number | boolean | null;

/** One case: JSON in. */
export interface Case {
  /** SHA-256 of the canonical JSON (RFC 8785) of `question`, `input` and `limits`: 64 hexadecimal digits. */
  readonly id: string;
  readonly question: CaseQuestion;
  /** Input of a plan as JSON. */
  readonly input: PlanInput;
  readonly limits?: CaseLimits;
  /** Where the case is in a sweep: the label of each axis by its name. Not part of the id. */
  readonly at: Readonly<Record<string, AxisLabel>>;
}

/** What the id is made of. */
export interface CaseContent {
  /** Default `plan`. */
  readonly question?: CaseQuestion;
  readonly input: PlanInput;
  /** Default: none. */
  readonly limits?: CaseLimits;
}

/**
 * The id of a case: the same for equal content, whatever the order of fields, and whether curves are arrays or typed
 * arrays.
 *
 * @throws PlanInputError if the content is not JSON: a NaN, an infinity, a function.
 * @example
 * caseId({ input }); // "f5a9...": 64 hexadecimal digits
 */
export function caseId({ question = "plan", input, limits }: CaseContent): string {
  return idOf({ question, input: jsonOf(input, "input"), ...(limits && { limits: jsonOf(limits, "limits") }) });
}

/** As `caseId`, of content that is JSON already. */
export function idOf(content: JsonObject): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(content))));
}
