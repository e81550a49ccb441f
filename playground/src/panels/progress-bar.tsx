import { useEffect, useState } from "preact/hooks";
import { cancelPlan } from "../state/actions.ts";
import { busy, time } from "../state/page-state.ts";

/** Work shorter than this is not announced, ms. */
const SHOWN_AFTER_MS = 400;

/** Progress of a plan that takes long, and the button that ends it. */
export function ProgressBar() {
  const [nowMs, setNowMs] = useState(0);
  const work = busy.value;
  useEffect(() => {
    if (!work) return undefined;
    const timer = setInterval(() => setNowMs(performance.now()), 200);
    return () => clearInterval(timer);
  }, [work === undefined]);
  if (!work || nowMs - work.sinceMs < SHOWN_AFTER_MS) return null;
  const { progress, sinceMs } = work;
  return (
    <div class="progress" role="status">
      <div class="progress-line" aria-hidden="true" />
      <p>
        Planning {time.value.count.toLocaleString("en-US")} intervals
        {progress ? `: ${progress.phase}, ${progress.iterations.toLocaleString("en-US")} iterations` : ""},{" "}
        {((nowMs - sinceMs) / 1000).toFixed(0)} s
      </p>
      <button type="button" onClick={cancelPlan}>
        Cancel
      </button>
    </div>
  );
}
