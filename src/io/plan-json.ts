/**
 * Inputs and results of plans as files, without loss (`lossless-json.ts`). A file says what it holds and in which version of
 * the format, so that neither is read as the other:
 *
 *     { "wattsplit": "plan", "version": 1, "content": { ... } }
 */
import type { PlanResult } from "../plan/plan-result.ts";
import { fromLosslessJson, refuseJson, toLosslessJson } from "./lossless-json.ts";

const VERSION = 1;

/** The input of a plan as JSON text. */
export function planToJson(input: object): string {
  return write("plan", input);
}

/** The input that `planToJson` wrote; `planPower` judges what stands in it. */
export function planFromJson(text: string): unknown {
  return read("plan", text);
}

/** A plan's result as JSON text, series and proof included. */
export function resultToJson(result: PlanResult): string {
  return write("result", result);
}

/**
 * The result that `resultToJson` wrote.
 * @throws InputFileError where the text is something else.
 */
export function resultFromJson(text: string): PlanResult {
  const result = read("result", text);
  if (typeof result !== "object" || result === null || !("status" in result)) refuseJson("content", "no status", "a plan's result", "write the file anew by resultToJson");
  return result as PlanResult;
}

function write(what: string, content: object): string {
  return toLosslessJson({ wattsplit: what, version: VERSION, content });
}

function read(wanted: string, text: string): unknown {
  const file = fromLosslessJson(text);
  const { wattsplit, version, content } = (typeof file === "object" && file !== null ? file : {}) as Readonly<Record<string, unknown>>;
  if (wattsplit !== wanted) {
    const given = typeof wattsplit === "string" ? `a ${wattsplit}` : "JSON of another origin";
    refuseJson("", given, `a ${wanted}, as ${wanted}ToJson writes it`, typeof wattsplit === "string" ? `read it by ${wattsplit}FromJson` : "of JSON written by hand, JSON.parse is enough");
  }
  if (version !== VERSION) refuseJson("version", JSON.stringify(version) ?? "nothing", `${VERSION}`, "read it by the release that wrote it");
  return content;
}
