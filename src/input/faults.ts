/** Zod's issues in the words of the house: where, what was given, what was wanted, how to mend it. */
import type * as z from "zod";
import { didYouMean } from "../catalogue/nearest-names.ts";
import { addFault, addFaultBy, type Edge, type Words } from "./edge.ts";
import { instantWords } from "./instant.ts";
import { nearRelative } from "./near-relatives.ts";
import { isRecord, listed, literal, pathOf, quoted } from "./literal.ts";

/**
 * Parse settings that carry to `addIssues` what an issue alone does not say: the input at fault and, for an unknown
 * key, the keys that are known. A schema's own `error` text goes before these.
 */
export const parseSettings: z.core.ParseContext<z.core.$ZodIssue> = {
  reportInput: true,
  error: (issue) => {
    if (issue.code === "unrecognized_keys") return Object.keys((issue.inst as z.ZodObject).shape).join(" ");
    if (issue.code === "invalid_type" && typeof issue.input === "string") return variantWords(issue.inst, issue.input);
    // `wantedOf` says what was wanted.
    return "";
  },
};

/** A variant named by its word alone, where an object with that word is wanted: how to write it. */
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
  // What zod says of a field that is missing where any type would do, such as a curve.
  nonoptional: "a value",
};

/** Adds the faults of a failed parse of `path`. */
export function addIssues(issues: readonly z.core.$ZodIssue[], path: string, edge: Edge): void {
  for (const issue of issues) addIssue(issue, pathOf(path, issue.path), edge);
}

function addIssue(issue: z.core.$ZodIssue, path: string, edge: Edge): void {
  const { input, message } = issue;
  if (issue.code === "unrecognized_keys") {
    const known = message.split(" ");
    for (const key of issue.keys) addFaultBy(edge, pathOf(path, [key]), () => unknownKey(key, known));
  } else if (issue.code === "invalid_key") addIssues(issue.issues, path, edge);
  else if (issue.code === "invalid_union" && issue.errors.length > 0)
    addIssues(nearestBranch(issue.errors), path, edge);
  else if (issue.code === "custom" && issue.params?.instant === true)
    addFault(edge, path, ...instantWords(input, edge));
  else {
    // NB: of an unknown discriminator zod reports the object around it.
    const given = "discriminator" in issue && isRecord(input) ? input[String(issue.discriminator)] : input;
    const [wanted, ...fix] = message.split("; ");
    addFault(edge, path, literal(given), wanted || wantedOf(issue), fix.join("; ") || fixOf(issue));
  }
}

/** Of a field nobody knows, with the known one that was probably meant. */
export function unknownKey(key: string, known: readonly string[]): Words {
  return [
    `the unknown field ${quoted(key)}`,
    `one of the fields ${listed(known)}`,
    nearRelative(key, known) ?? didYouMean(key, known) ?? "remove it",
  ];
}

/** Of a word outside a fixed list. */
export function unknownWord(given: unknown, known: readonly string[], fix: string): Words {
  const wanted =
    known.length === 0
      ? "nothing, since there is none"
      : (known.length > 1 ? "one of " : "") + listed(known.map(quoted));
  return [literal(given), wanted, (typeof given === "string" && didYouMean(given, known)) || fix];
}

/** The branch of a union that the input got furthest into, of several the one with the fewest faults. */
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
  return isNumber || issue.input === undefined || issue.input === null ? numberAdvice(issue.input) : "correct it";
}

/** What to do about something that should be a number. */
export function numberAdvice(input: unknown): string {
  if (input === undefined) return "add it";
  if (input === null) return "give a value, or leave the field out where it is optional; null is not read as 0";
  if (typeof input === "number") return "give a finite number; where there is no limit, leave the field out";
  return typeof input === "string" && input.trim() !== "" && Number.isFinite(Number(input))
    ? "write it without quotation marks"
    : "correct it";
}
