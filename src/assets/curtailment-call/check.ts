import type { FaultReport } from "../asset.ts";
import type { Spec, State } from "./schema.ts";

export function checkCurtailmentCall(spec: Spec, _initial: State | undefined, report: FaultReport): void {
  spec.calls.forEach(({ start, end, capMw, reduceByFraction, baseline, aiOnlyBaselineMw }, j) => {
    const fault = (field: string, given: string, wanted: string, fix: string) =>
      report(`calls[${j}].${field}`, given, wanted, fix);
    if (end <= start) fault("end", "an end at or before the start", "a later instant", "correct the call");
    const both = capMw !== undefined && reduceByFraction !== undefined;
    if (both || (capMw === undefined && reduceByFraction === undefined))
      fault(
        "capMw",
        both ? "capMw and reduceByFraction" : "neither",
        "exactly one of capMw and reduceByFraction",
        "state the call in one way",
      );
    if ((reduceByFraction === undefined) !== (baseline === undefined)) {
      fault(
        "baseline",
        baseline === undefined ? "nothing" : "a baseline beside capMw",
        "a baseline with reduceByFraction, none with capMw",
        baseline === undefined ? 'give "own-load", or the MW' : "leave it out",
      );
    }
    if (aiOnlyBaselineMw !== undefined && typeof baseline !== "number")
      fault(
        "aiOnlyBaselineMw",
        "a value without a baseline in MW",
        "none",
        "leave it out; own load is each case's own",
      );
  });
}
