/**
 * Passes steps on and reports the milliseconds that each took, with the value it yielded (undefined for the last). Time
 * that the caller spends between two steps is not counted.
 */
export function* timedSteps<Step, Result>(
  steps: Iterator<Step, Result>,
  report: (ms: number, step?: Step) => void,
): Generator<Step, Result> {
  for (;;) {
    const startMs = performance.now();
    const next = steps.next();
    const ms = performance.now() - startMs;
    if (next.done === true) {
      report(ms);
      return next.value;
    }
    report(ms, next.value);
    yield next.value;
  }
}

/** In every browser and in Node. */
declare const performance: { now(): number };
