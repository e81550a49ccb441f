import { FinanceInputError, MAX_FAULTS_LISTED, type PlanInputFault } from "../../errors.ts";
import { plainSteps } from "../../input/plain-input.ts";

/** The faults of one call. They are collected, so that a reader learns of all of them at once. */
export class FaultList {
  readonly #faults: PlanInputFault[] = [];
  #numUnlisted = 0;

  add(path: string, given: string, wanted: string, fix: string): void {
    if (this.#faults.length < MAX_FAULTS_LISTED) this.#faults.push({ path, given, wanted, fix });
    else this.#numUnlisted++;
  }

  get isEmpty(): boolean {
    return this.#faults.length === 0;
  }

  /** The listed faults; the last one counts those that are not listed. */
  get listed(): readonly PlanInputFault[] {
    const last = this.#faults.length - 1;
    return this.#faults.map((fault, i) =>
      i === last && this.#numUnlisted > 0 ? { ...fault, more: this.#numUnlisted } : fault,
    );
  }

  /** @throws FinanceInputError if there is a fault. */
  throwIfAny(): void {
    if (!this.isEmpty) throw new FinanceInputError(this.listed);
  }
}

/**
 * The argument of a public function as plain data, read once: getters that throw, proxies and circular references end
 * as faults.
 */
export function plainData(given: unknown, faults: FaultList): unknown {
  const steps = plainSteps(given, (path, ...words) => faults.add(path, ...words));
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
