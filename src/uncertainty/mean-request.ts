/**
 * The scenario of mean values. Curves are averaged interval by interval, and numbers where every scenario wrote a
 * number. Texts (instants, names) and lists of different lengths have no mean: then there is no such scenario.
 */
import type { PlanRequest } from "../plan/plan-request.ts";

/** A scenario as written and as parsed. */
export interface ParsedScenario {
  readonly input: { readonly assets: readonly unknown[]; readonly initialState?: unknown };
  readonly request: PlanRequest;
  readonly probability: number;
}

interface Variant {
  readonly parsed: unknown;
  readonly written: unknown;
  readonly probability: number;
}

/** The mean of the scenarios, or the place of what has none, e.g. `utility.calls[0].start`. */
export function meanRequest(
  scenarios: readonly ParsedScenario[],
): { readonly request: PlanRequest } | { readonly without: string } {
  const missing: string[] = [];
  const variants = (of: (scenario: ParsedScenario) => Pick<Variant, "parsed" | "written">) =>
    scenarios.map((scenario) => ({ ...of(scenario), probability: scenario.probability }));
  const [first] = scenarios;
  const assets = first.request.assets.map((asset, i) => {
    const spec = mean(
      variants(({ request, input }) => ({ parsed: request.assets[i].spec, written: input.assets[i] })),
      asset.name,
      missing,
    );
    const initial = mean(
      variants(({ request, input }) => ({
        parsed: request.assets[i].initial,
        written: fieldOf(input.initialState, asset.name),
      })),
      `initialState.${asset.name}`,
      missing,
    );
    return { ...asset, spec, initial };
  });
  const hashpriceUsdPerPhDay = mean(
    variants(({ request }) => ({ parsed: request.hashpriceUsdPerPhDay, written: undefined })),
    "bitcoin",
    missing,
  ) as Float64Array | undefined;
  if (missing.length > 0) return { without: missing[0] };
  const { name, time, notices } = first.request;
  return { request: { name, time, assets, notices, ...(hashpriceUsdPerPhDay && { hashpriceUsdPerPhDay }) } };
}

function mean(variants: readonly Variant[], path: string, missing: string[]): unknown {
  const [{ parsed: first }] = variants;
  if (variants.every(({ parsed }) => Object.is(parsed, first))) return first;
  const hasNone = (): unknown => {
    missing.push(path);
    return first;
  };
  if (typeof first === "number") {
    const areNumbers = variants.every(({ parsed, written }) => typeof parsed === "number" && isNumeric(written));
    return areNumbers ? weighted(variants, ({ parsed }) => parsed as number) : hasNone();
  }
  if (first instanceof Float64Array) {
    const count = first.length;
    if (variants.some(({ parsed }) => !(parsed instanceof Float64Array) || parsed.length !== count)) return hasNone();
    return first.map((_, t) => weighted(variants, ({ parsed }) => (parsed as Float64Array)[t]));
  }
  if (typeof first !== "object" || first === null) return hasNone();
  const keys = Object.keys(first);
  const isLike = ({ parsed }: Variant) =>
    typeof parsed === "object" &&
    parsed !== null &&
    Array.isArray(parsed) === Array.isArray(first) &&
    sameKeys(keys, Object.keys(parsed));
  if (!variants.every(isLike)) return hasNone();
  const ofKey = (key: string) =>
    mean(
      variants.map(({ parsed, written, probability }) => ({
        parsed: fieldOf(parsed, key),
        written: fieldOf(written, key),
        probability,
      })),
      Array.isArray(first) ? `${path}[${key}]` : `${path}.${key}`,
      missing,
    );
  if (Array.isArray(first)) return keys.map(ofKey);
  return Object.fromEntries(keys.map((key) => [key, ofKey(key)]));
}

/** NB: an instant is written as a text and parsed to a number. Absent: a default. */
function isNumeric(written: unknown): boolean {
  return written === undefined || typeof written === "number";
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key) => b.includes(key));
}

function weighted(variants: readonly Variant[], of: (variant: Variant) => number): number {
  return variants.reduce((sum, variant) => sum + variant.probability * of(variant), 0);
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
