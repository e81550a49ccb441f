/** All combinations of several axes, each as a case. */
import { PlanInputError } from "../errors.ts";
import { isRecord, literal } from "../input/literal.ts";
import type { PlanInput } from "../plan-input/index.ts";
import { checkPlanOptions } from "../plan/plan-options.ts";
import { type Axis, type CheckedAxis, checkAxis } from "./axis.ts";
import { type AxisLabel, type Case, type CaseLimits, type CaseQuestion, idOf } from "./case.ts";
import { type JsonObject, jsonOf } from "./json-value.ts";

/** What is asked of each case. */
export interface SweepOptions {
  /** Default `plan`. */
  readonly question?: CaseQuestion;
  /** Limits of solving; part of each case and of its id. Default: none. */
  readonly limits?: CaseLimits;
}

/**
 * Cases in a fixed order: the last axis varies fastest. They are made when they are read, so a sweep of a million cases
 * takes the memory of one site.
 */
export interface Sweep extends Iterable<Case> {
  readonly axes: readonly { readonly name: string; readonly labels: readonly AxisLabel[] }[];
  readonly count: number;
  /** The case at an index from 0 to `count - 1`: another machine can make one case without the others. */
  case(index: number): Case;
}

/**
 * All combinations of the axes' values on one site. A combination that is not a valid input is a case too: its answer
 * has the faults.
 *
 * @throws PlanInputError for axes that do not fit the input, and for an input that is not JSON.
 * @example
 * import { runCases, sweep } from "wattsplit/sweep";
 *
 * const cases = sweep(input, [
 *   { path: "bitcoin.hashpriceUsdPerPhDay", values: [30, 40, 50] },
 *   { path: "grid.importPriceUsdPerMwh", factors: [0.8, 1, 1.2] },
 * ]);
 * const { answers } = await runCases(cases); // 9 answers, in the order of the cases
 */
export function sweep(input: PlanInput, axes: readonly Axis[], options: SweepOptions = {}): Sweep {
  const base = jsonOf(input, "input");
  if (!isRecord(base)) refuse("input", literal(base), "an object with horizon and assets", "pass parsed JSON");
  const { question, limits } = checkSweepOptions(options);
  if (!Array.isArray(axes)) refuse("axes", literal(axes), "a list of axes", "give [] for the site as it is");
  const checked = (axes as readonly Axis[]).map((axis, k) => checkAxis(base as JsonObject, axis, `axes[${k}]`));
  refuseOverlaps(checked);
  const count = checked.reduce((product, { labels }) => product * labels.length, 1);
  if (!Number.isSafeInteger(count)) refuse("axes", `${count} cases`, "fewer than 2^53", "leave axes or values out");
  const caseAt = (index: number): Case => {
    if (!(Number.isInteger(index) && index >= 0 && index < count))
      refuse("index", String(index), `a whole number from 0 to ${count - 1}`, "correct it");
    let site = base as JsonObject;
    const place: (readonly [string, AxisLabel])[] = [];
    let stride = count;
    for (const { name, labels, apply } of checked) {
      stride /= labels.length;
      const k = Math.floor(index / stride) % labels.length;
      place.push([name, labels[k]]);
      site = apply(site, k);
    }
    const at: Readonly<Record<string, AxisLabel>> = Object.fromEntries(place);
    const content = { question, input: site, ...(limits && { limits }) };
    const id = idOf(content as unknown as JsonObject);
    return { id, question, input: site as unknown as PlanInput, ...(limits && { limits }), at };
  };
  return {
    axes: checked.map(({ name, labels }) => ({ name, labels })),
    count,
    case: caseAt,
    *[Symbol.iterator]() {
      for (let index = 0; index < count; index++) yield caseAt(index);
    },
  };
}

/** @throws PlanInputError for another question, or faulty limits. */
function checkSweepOptions({ question = "plan", limits }: SweepOptions): SweepOptions & { question: CaseQuestion } {
  if (question !== "plan" && question !== "compare")
    refuse("options.question", literal(question), "plan or compare", "choose one");
  if (limits === undefined) return { question };
  checkPlanOptions(limits);
  return { question, limits: jsonOf(limits, "options.limits") as CaseLimits };
}

/** Two axes that set one field, or a field and a part of it, would overwrite each other. */
function refuseOverlaps(axes: readonly CheckedAxis[]): void {
  for (const [k, { name, place }] of axes.entries())
    for (const other of axes.slice(0, k)) {
      if (other.name === name) refuse(`axes[${k}].name`, JSON.stringify(name), "a name for each axis", "give another");
      if (place === undefined || other.place === undefined) continue;
      const [outer, inner] = [place, other.place]
        .map((text) => text.slice(0, -1))
        .toSorted((a, b) => a.length - b.length);
      if (inner === outer || inner.startsWith(`${outer},`))
        refuse(
          `axes[${k}].path`,
          `the field of ${other.name}, or a part of it`,
          "another field",
          "make one axis of both",
        );
    }
}

function refuse(path: string, given: string, wanted: string, fix: string): never {
  throw new PlanInputError([{ path, given, wanted, fix }]);
}
