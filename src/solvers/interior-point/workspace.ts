import { type BoundedForm, type FormOrigin } from "./form/bounded-form.ts";
import { eliminationPlan, type FactorWork } from "./linear-system/elimination-plan.ts";
import { orderForm } from "./form/order-form.ts";
import { type PredictorCorrector, predictorCorrector } from "./step/predictor-corrector.ts";
import { reducedKkt } from "./linear-system/reduced-kkt.ts";

/** A bounded form made ready for Newton steps: put in the order of elimination, symbolic factorisation done. */
export interface Workspace {
  readonly form: BoundedForm;
  readonly origin: FormOrigin;
  /** Column of the form given for each. */
  readonly colOf: Int32Array;
  readonly engine: PredictorCorrector;
}

/**
 * Undefined where every order fills in beyond use, or where `begins` says no. `numProgramCols` tells columns of the
 * program from row activities in `origin.varOf`.
 */
export function* prepareWorkspace(
  form: BoundedForm,
  origin: FormOrigin,
  numProgramCols: number,
  begins?: (work: FactorWork) => boolean,
): Generator<void, Workspace | undefined> {
  const story = new Int32Array(form.numCols);
  for (let j = 0; j < form.numCols; j++) story[j] = origin.varOf[j] < numProgramCols ? origin.varOf[j] : 0;
  const plan = yield* eliminationPlan(form, story, begins);
  if (plan === undefined) return undefined;
  yield;
  const ordered = orderForm(form, origin, plan);
  yield;
  const kkt = reducedKkt(ordered, plan.pattern);
  yield;
  return { form: ordered.form, origin: ordered.origin, colOf: ordered.colOf, engine: predictorCorrector(kkt) };
}
