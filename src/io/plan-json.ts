/**
 * Inputs and results of plans as files, without loss (`lossless-json.ts`). A file says what it holds and in which
 * version of the format, so that neither is read as the other:
 *
 *     { "wattsplit": "plan", "version": 1, "content": { ... } }
 */
import type { PlanResult } from "../plan/plan-result.ts";
import { fromLosslessJson, refuseJson, toLosslessJson } from "./lossless-json.ts";
import { said, valueWords } from "./value-words.ts";

const VERSION = 1;

/**
 * The input of a plan as JSON text.
 * @throws InputFileError for what is no plain data (`lossless-json.ts`), or nested on more than 100 levels.
 */
export function planToJson(input: object): string {
  return write("plan", input);
}

/**
 * The input that `planToJson` wrote; `planPower` judges what stands in it.
 * @throws InputFileError where the text is something else, or nested on more than 100 levels.
 */
export function planFromJson(text: string): unknown {
  return read("plan", text);
}

/** A plan's result as JSON text, series and proof included. */
export function resultToJson(result: PlanResult): string {
  return write("result", result);
}

/**
 * The result that `resultToJson` wrote.
 * @throws InputFileError where the text is something else, or nested on more than 100 levels.
 */
export function resultFromJson(text: string): PlanResult {
  const result = read("result", text);
  if (typeof result !== "object" || result === null || !("status" in result))
    refuseJson("content", "no status", "a plan's result", "write the file anew by resultToJson");
  return result as PlanResult;
}

function write(what: string, content: object): string {
  if (typeof content !== "object" || content === null || Array.isArray(content))
    refuseJson(
      "",
      valueWords(content),
      what === "plan" ? "the input of a plan" : "a plan's result",
      `give the object that planPower ${what === "plan" ? "takes" : "returns"}`,
    );
  return toLosslessJson({ wattsplit: what, version: VERSION, content });
}

function read(wanted: string, text: string): unknown {
  const file = fromLosslessJson(text);
  const { wattsplit, version, content } = (typeof file === "object" && file !== null ? file : {}) as Readonly<
    Record<string, unknown>
  >;
  if (wattsplit !== wanted) {
    const isOther = wattsplit === "plan" || wattsplit === "result";
    const fix = isOther ? `read it by ${wattsplit}FromJson` : "of JSON written by hand, JSON.parse is enough";
    refuseJson(
      "",
      isOther ? `a ${wattsplit}` : "JSON of another origin",
      `a ${wanted}, as ${wanted}ToJson writes it`,
      fix,
    );
  }
  if (version !== VERSION) refuseJson("version", said(version), `${VERSION}`, "read it by the release that wrote it");
  return content;
}
