/**
 * Writes inputs and results of plans to files and reads them back, without loss (`lossless-json.ts`). A file states
 * what it contains and the version of the format, so that one is not read as the other:
 *
 *     { "wattsplit": "plan", "version": 1, "content": { ... } }
 */
import type { BaselineComparison } from "../plan/compare-cases.ts";
import type { PlanResult } from "../plan/plan-result.ts";
import { fromLosslessJson, refuseJson, toLosslessJson } from "./lossless-json.ts";
import { shortJson, describeValue } from "./describe-value.ts";

const VERSION = 1;

/**
 * Writes the input of a plan as JSON text.
 * @throws InputFileError if the input is not plain data (`lossless-json.ts`), or is nested on more than 100 levels.
 */
export function planToJson(input: object): string {
  return write("plan", input);
}

/**
 * Reads the input that `planToJson` wrote; `planPower` validates it.
 * @throws InputFileError if the text is something else, or is nested on more than 100 levels.
 */
export function planFromJson(text: string): unknown {
  return read("plan", text);
}

/** Writes the result of a plan as JSON text, with its series and its proof. */
export function resultToJson(result: PlanResult): string {
  return write("result", result);
}

/**
 * Reads the result that `resultToJson` wrote.
 * @throws InputFileError if the text is something else, or is nested on more than 100 levels.
 */
export function resultFromJson(text: string): PlanResult {
  const result = read("result", text);
  if (typeof result !== "object" || result === null || !("status" in result))
    refuseJson("content", "no status", "a plan's result", "write the file again with resultToJson");
  return result as PlanResult;
}

/** Writes a comparison of `compareBaselines` as JSON text, with the results of all its cases. */
export function comparisonToJson(comparison: BaselineComparison): string {
  return write("comparison", comparison);
}

/**
 * Reads the comparison that `comparisonToJson` wrote.
 * @throws InputFileError if the text is something else, or is nested on more than 100 levels.
 */
export function comparisonFromJson(text: string): BaselineComparison {
  const comparison = read("comparison", text);
  if (typeof comparison !== "object" || comparison === null || !("hybrid" in comparison))
    refuseJson("content", "no hybrid", "a comparison of baselines", "write the file again with comparisonToJson");
  return comparison as BaselineComparison;
}

/** What a file may contain: how messages call it, and the function that gives it. */
const CONTENTS: Readonly<Record<string, { readonly name: string; readonly from: string }>> = {
  plan: { name: "the input of a plan", from: "planPower takes" },
  result: { name: "a plan's result", from: "planPower returns" },
  comparison: { name: "a comparison of baselines", from: "compareBaselines returns" },
};

function write(what: string, content: object): string {
  if (typeof content !== "object" || content === null || Array.isArray(content))
    refuseJson("", describeValue(content), CONTENTS[what].name, `give the object that ${CONTENTS[what].from}`);
  return toLosslessJson({ wattsplit: what, version: VERSION, content });
}

function read(wanted: string, text: string): unknown {
  const file = fromLosslessJson(text);
  const { wattsplit, version, content } = (typeof file === "object" && file !== null ? file : {}) as Readonly<
    Record<string, unknown>
  >;
  if (wattsplit !== wanted) {
    const isOther = typeof wattsplit === "string" && Object.hasOwn(CONTENTS, wattsplit);
    const fix = isOther ? `read it with ${wattsplit}FromJson` : "for JSON written by hand, JSON.parse is enough";
    refuseJson(
      "",
      isOther ? `a ${wattsplit}` : "JSON without wattsplit's format tag",
      `a ${wanted}, as ${wanted}ToJson writes it`,
      fix,
    );
  }
  if (version !== VERSION)
    refuseJson("version", shortJson(version), `${VERSION}`, "read it with the release that wrote it");
  return content;
}
