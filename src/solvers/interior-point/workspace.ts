import { type BoundedForm, type FormOrigin } from "./form/bounded-form.ts";
import { eliminationPlan, type FactorWork } from "./linear-system/elimination-plan.ts";
import { orderForm } from "./form/order-form.ts";
import { type PredictorCorrector, predictorCorrector } from "./step/predictor-corrector.ts";
import { reducedKkt } from "./linear-system/reduced-kkt.ts";

/** A bounded form prepared for Newton steps: in elimination order, after symbolic factorisation. */
export interface Workspace {
  readonly form: BoundedForm;
  readonly origin: FormOrigin;
  /** The column of the given form that is each column of this one. */
  readonly colOf: Int32Array;
  readonly engine: PredictorCorrector;
}

/**
 * Undefined if every order fills in too much, or if `begins` returns false. In `origin.varOf`, variables from
 * `numProgramCols` on are row activities.
 */
export function* prepareWorkspace(
  form: BoundedForm,
  origin: FormOrigin,
  numProgramCols: number,
  begins?: (work: FactorWork) => boolean,
): Generator<void, Workspace | undefined> {
  const programOrder = new Int32Array(form.numCols);
  for (let j = 0; j < form.numCols; j++) programOrder[j] = origin.varOf[j] < numProgramCols ? origin.varOf[j] : 0;
  const plan = yield* eliminationPlan(form, programOrder, begins);
  if (plan === undefined) return undefined;
  yield;
  const ordered = orderForm(form, origin, plan);
  yield;
  const kkt = reducedKkt(ordered, plan.pattern);
  yield;
  return { form: ordered.form, origin: ordered.origin, colOf: ordered.colOf, engine: predictorCorrector(kkt) };
}
