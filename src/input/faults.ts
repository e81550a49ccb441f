/** Converts zod's issues to faults: where, what was given, what was wanted, how to fix it. */
import type * as z from "zod";
import { didYouMean } from "../catalogue/nearest-names.ts";
import { addFault, addFaultLazily, type ParseContext, type FaultText } from "./parse-context.ts";
import { instantFault } from "./instant.ts";
import { counterpartOf } from "./counterparts.ts";
import { isRecord, listed, literal, pathOf, quoted } from "./literal.ts";

/**
 * Parse settings that pass to `addIssues` what an issue alone does not contain: the faulty input and, for an unknown
 * key, the known keys. A schema's own `error` text takes precedence.
 */
export const parseSettings: z.core.ParseContext<z.core.$ZodIssue> = {
  reportInput: true,
  error: (issue) => {
    if (issue.code === "unrecognized_keys") return Object.keys((issue.inst as z.ZodObject).shape).join(" ");
    if (issue.code === "invalid_type" && typeof issue.input === "string") return variantWords(issue.inst, issue.input);
    // `wantedOf` describes what was wanted.
    return "";
  },
};

/** A variant given by its discriminator alone, where an object is wanted: how to write it. */
function variantWords(schema: unknown, word: string): string {
  const { discriminator, options = [] } =
    (
      schema as
        { readonly def?: { readonly discriminator?: string; readonly options?: readonly z.ZodObject[] } } | undefined
    )?.def ?? {};
  const key = discriminator ?? "";
  const isVariant = options.some((option) =>
    (option.shape[key] as Partial<z.ZodLiteral> | undefined)?.values?.has(word),
  );
  return isVariant ? `an object; write { ${key}: ${JSON.stringify(word)} }` : "";
}

const EXPECTED: Readonly<Record<string, string>> = {
  object: "an object",
  record: "an object",
  array: "an array",
  int: "a whole number",
  boolean: "true or false",
  string: "a text",
  // Zod's text for a missing field of any type, such as a curve.
  nonoptional: "a value",
};

/** Adds the faults of a failed parse of `path`. */
export function addIssues(issues: readonly z.core.$ZodIssue[], path: string, context: ParseContext): void {
  for (const issue of issues) addIssue(issue, pathOf(path, issue.path), context);
}

function addIssue(issue: z.core.$ZodIssue, path: string, context: ParseContext): void {
  const { input, message } = issue;
  if (issue.code === "unrecognized_keys") {
    const known = message.split(" ");
    for (const key of issue.keys) addFaultLazily(context, pathOf(path, [key]), () => unknownKey(key, known));
  } else if (issue.code === "invalid_key") addIssues(issue.issues, path, context);
  else if (issue.code === "invalid_union" && issue.errors.length > 0)
    addIssues(nearestBranch(issue.errors), path, context);
  else if (issue.code === "custom" && issue.params?.instant === true)
    addFault(context, path, ...instantFault(input, context));
  else {
    // NB: for an unknown discriminator zod reports the object around it.
    const given = "discriminator" in issue && isRecord(input) ? input[String(issue.discriminator)] : input;
    const [wanted, ...fix] = message.split("; ");
    addFault(context, path, literal(given), wanted || wantedOf(issue), fix.join("; ") || fixOf(issue));
  }
}

/** The fault of an unknown field, with the known field that was probably meant. */
export function unknownKey(key: string, known: readonly string[]): FaultText {
  return [
    `the unknown field ${quoted(key)}`,
    `one of the fields ${listed(known)}`,
    counterpartOf(key, known) ?? didYouMean(key, known) ?? "remove it",
  ];
}

/** The fault of a word outside a fixed list. */
export function unknownWord(given: unknown, known: readonly string[], fix: string): FaultText {
  const wanted =
    known.length === 0
      ? "nothing, because the list is empty"
      : (known.length > 1 ? "one of " : "") + listed(known.map(quoted));
  return [literal(given), wanted, (typeof given === "string" && didYouMean(given, known)) || fix];
}

/** The branch of a union that matched the input furthest; among several, the one with the fewest faults. */
function nearestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const depth = (branch: readonly z.core.$ZodIssue[]) => Math.max(...branch.map((issue) => issue.path.length));
  return [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
}

function wantedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return EXPECTED[issue.expected] ?? `a ${issue.expected}`;
    case "too_small":
      return `${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}${COUNTED[issue.origin] ?? ""}`;
    case "too_big":
      return `${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}${COUNTED[issue.origin] ?? ""}`;
    case "invalid_value":
      return anyOf(issue.values);
    default:
      return "options" in issue ? anyOf(issue.options as readonly unknown[]) : "another value";
  }
}

const COUNTED: Readonly<Record<string, string>> = { string: " characters", array: " entries" };

function anyOf(values: readonly unknown[]): string {
  return listed(values.map((value) => JSON.stringify(value)));
}

function fixOf(issue: z.core.$ZodIssue): string {
  const isNumber = issue.code === "invalid_type" && issue.expected === "number";
  return isNumber || issue.input === undefined || issue.input === null ? numberFix(issue.input) : "correct it";
}

/** The fix for a value that should be a number. */
export function numberFix(input: unknown): string {
  if (input === undefined) return "add it";
  if (input === null) return "give a value, or leave the field out if it is optional; null is not read as 0";
  if (typeof input === "number") return "give a finite number; if there is no limit, leave the field out";
  return typeof input === "string" && input.trim() !== "" && Number.isFinite(Number(input))
    ? "write it without quotation marks"
    : "correct it";
}
