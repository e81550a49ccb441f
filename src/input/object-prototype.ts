/**
 * Fields that a host or a careless merge of JSON planted on `Object.prototype`. Every object has them then, so that a
 * field the user left out reads as given: `Object.prototype.permit = 5` is a permit of every genset. No plan can be
 * made beside them, and the error names the cause.
 */
import { MAX_FAULTS_LISTED, PlanInputError, type PlanInputFault } from "../errors.ts";
import { literal, pathOf } from "./literal.ts";

/**
 * @throws PlanInputError where `Object.prototype` has data of its own. Methods and getters that are not enumerable are
 * those of the language and of polyfills, and are left alone.
 */
export function checkObjectPrototype(): void {
  const faults: PlanInputFault[] = [];
  for (const name of Object.getOwnPropertyNames(Object.prototype)) {
    // NB: a descriptor is an object as well: what is planted may be called `get` or `value`.
    const descriptor = Object.getOwnPropertyDescriptor(Object.prototype, name) as PropertyDescriptor;
    const isData = Object.hasOwn(descriptor, "value");
    const isMethod = !isData || typeof descriptor.value === "function";
    if ((isMethod && !descriptor.enumerable) || faults.length === MAX_FAULTS_LISTED) continue;
    faults.push({
      path: pathOf("Object.prototype", [name]),
      given: isData ? literal(descriptor.value) : "a getter",
      wanted: "no field there: every object of this program has it, the plan input too",
      fix: "delete it; a merge of JSON with a field __proto__ may have planted it",
    });
  }
  if (faults.length > 0) throw new PlanInputError(faults);
}
