import type { FaultReport } from "../asset.ts";
import type { Spec, State } from "./schema.ts";

export function checkFlexibilityProduct(spec: Spec, initial: State | undefined, report: FaultReport): void {
  const { backedBy, blockHours, windows, calls = [], committedMw, limitMw } = spec;
  backedBy.forEach((name, j) => {
    if (backedBy.indexOf(name) < j)
      report(`backedBy[${j}]`, `"${name}" twice`, "every asset once", "remove one of the two");
  });
  if (blockHours !== undefined && 24 % blockHours !== 0)
    report("blockHours", `${blockHours}`, "1, 2, 3, 4, 6, 8, 12 or 24", "list the blocks as windows");
  if (blockHours !== undefined && windows)
    report("windows", "windows beside blockHours", "one of the two", "leave blockHours out: each window is a block");
  for (const [field, list] of [
    ["windows", windows ?? []],
    ["calls", calls],
  ] as const) {
    list.forEach(({ start, end }, j) => {
      if (end <= start) report(`${field}[${j}].end`, "an end at or before the start", "a later instant", "correct it");
      if (list.some((other, i) => i < j && other.start < end && start < other.end))
        report(
          `${field}[${j}].start`,
          "a time that an earlier entry holds too",
          "times that do not overlap",
          "correct one of the two",
        );
    });
  }
  const over = committedMw?.findIndex((mw, t) => mw > (limitMw?.[t] ?? Infinity)) ?? -1;
  if (over >= 0)
    report(
      "committedMw",
      `${committedMw?.[over]} in interval ${over}`,
      `at most limitMw there, ${limitMw?.[over]}`,
      "correct one of the two",
    );
  const sold = initial?.soldMw;
  if (sold !== undefined && (sold < (committedMw?.[0] ?? 0) || sold > (limitMw?.[0] ?? Infinity))) {
    report("initialState.soldMw", `${sold}`, "a value from committedMw to limitMw of the first interval", "correct it");
  }
}
