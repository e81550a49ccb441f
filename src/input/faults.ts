/** Zod's issues in the words of the house: where, what was given, what was wanted, how to mend it. */
import type * as z from "zod";
import { nearestNames } from "../catalogue/nearest-names.ts";
import type { PlanInputFault } from "../errors.ts";
import { instantAdvice } from "./instant.ts";
import { isRecord, listed, literal, pathOf, quoted } from "./literal.ts";

/**
 * Parse settings that carry to `faultsOf` what an issue alone does not say: the input at fault and, for an unknown key,
 * the keys that are known. A schema's own `error` text goes before these.
 */
export const parseSettings: z.core.ParseContext<z.core.$ZodIssue> = {
  reportInput: true,
  error: (issue) => {
    if (issue.code === "unrecognized_keys") return Object.keys((issue.inst as z.ZodObject).shape).join(" ");
    return SPOKEN_HERE.has(issue.code) ? "" : undefined;
  },
};

const SPOKEN_HERE = new Set<string | undefined>(["invalid_type", "too_big", "too_small", "invalid_union", "invalid_value", "custom"]);

const EXPECTED: Readonly<Record<string, string>> = {
  object: "an object",
  record: "an object",
  array: "an array",
  int: "a whole number",
  boolean: "true or false",
  string: "a text",
  nonoptional: "a value",
  never: "nothing",
};

/** The faults of a failed parse of `path`. `timeZone` serves the advice on local times. */
export function faultsOf(issues: readonly z.core.$ZodIssue[], path: string, timeZone: string | undefined): PlanInputFault[] {
  return issues.flatMap((issue) => faultsOfIssue(issue, pathOf(path, issue.path), timeZone));
}

function faultsOfIssue(issue: z.core.$ZodIssue, path: string, timeZone: string | undefined): PlanInputFault[] {
  const { input, message } = issue;
  if (issue.code === "unrecognized_keys") {
    const known = message.split(" ");
    return issue.keys.map((key) => unknownKey(pathOf(path, [key]), key, known));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) return faultsOf(nearestBranch(issue.errors), path, timeZone);
  // NB: of an unknown discriminator zod reports the object around it.
  const given = literal("discriminator" in issue && isRecord(input) ? input[String(issue.discriminator)] : input);
  if (issue.code === "custom" && issue.params?.instant === true) {
    return [{ path, given, wanted: "an ISO-8601 date and time with its UTC offset", fix: instantAdvice(String(input), timeZone) }];
  }
  const [own, ownFix] = split(message);
  return [{ path, given, wanted: own || wantedOf(issue), fix: ownFix || fixOf(issue) }];
}

/** A field nobody knows, with the known one that was probably meant. */
export function unknownKey(path: string, key: string, known: readonly string[]): PlanInputFault {
  const [nearest] = nearestNames(key, known);
  return {
    path,
    given: `the unknown field ${quoted(key)}`,
    wanted: `one of the fields ${listed(known)}`,
    fix: nearest === undefined ? "remove it" : `did you mean ${nearest}?`,
  };
}

/** A word outside a fixed list. */
export function unknownWord(path: string, given: unknown, known: readonly string[], fix: string): PlanInputFault {
  const [nearest] = typeof given === "string" ? nearestNames(given, known) : [];
  const wanted = known.length === 0 ? "nothing, since there is none to name" : known.length === 1 ? quoted(known[0]) : `one of ${listed(known.map(quoted))}`;
  return { path, given: literal(given), wanted, fix: nearest === undefined ? fix : `did you mean ${quoted(nearest)}?` };
}

/** The branch of a union that the input got furthest into. */
function nearestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const depth = (branch: readonly z.core.$ZodIssue[]) => Math.max(...branch.map((issue) => issue.path.length));
  return branches.reduce((best, branch) => (depth(branch) > depth(best) || (depth(branch) === depth(best) && branch.length < best.length) ? branch : best));
}

function split(message: string): [string, string] {
  const at = message.indexOf("; ");
  return at < 0 ? [message, ""] : [message.slice(0, at), message.slice(at + 2)];
}

function wantedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return EXPECTED[issue.expected] ?? `a ${issue.expected}`;
    case "too_small":
      return bound(issue.origin, issue.inclusive === false ? "more than" : "at least", issue.minimum);
    case "too_big":
      return bound(issue.origin, issue.inclusive === false ? "less than" : "at most", issue.maximum);
    case "invalid_value":
      return listed(issue.values.map((value) => (typeof value === "string" ? quoted(value) : String(value))));
    case "invalid_union":
      return listed(("options" in issue ? (issue.options as readonly unknown[]) : []).map((option) => quoted(String(option))));
    default:
      return "another value";
  }
}

function bound(origin: string, comparison: string, limit: number | bigint): string {
  const of = origin === "string" ? " characters" : origin === "array" ? " entries" : "";
  return `${comparison} ${limit}${of}`;
}

function fixOf(issue: z.core.$ZodIssue): string {
  const { input } = issue;
  if (input === undefined) return "add it";
  if (input === null) return "give a value, or leave the field out where it is optional; null is not read as 0";
  if (issue.code === "invalid_type" && issue.expected === "number") {
    if (typeof input === "number") return "give a finite number; where there is no limit, leave the field out";
    if (typeof input === "string" && input.trim() !== "" && Number.isFinite(Number(input))) return "write the number without quotation marks";
  }
  return "correct it";
}
