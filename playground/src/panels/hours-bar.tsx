import { useState } from "preact/hooks";
import { addCall, clearHours, gridOf, setImportLimit, setPrices } from "../site/edit-hours.ts";
import { intervalLabel } from "../site/plan-time.ts";
import { editSite } from "../state/actions.ts";
import { chosenRange, site, time } from "../state/page-state.ts";

/** What can be done with the chosen hours. */
export function HoursBar() {
  const [mw, setMw] = useState(0);
  const [usd, setUsd] = useState(200);
  const hours = chosenRange.value;
  if (!hours || !gridOf(site.value)) return null;
  const axis = time.value;
  return (
    <div class="hours-bar" role="group" aria-label="Change the chosen hours">
      <p>
        <strong>{intervalLabel(axis, hours.from)}</strong> to{" "}
        <strong>{intervalLabel(axis, hours.from + hours.count)}</strong>
      </p>
      <label>
        Import at most{" "}
        <input
          type="number"
          min="0"
          value={mw}
          onInput={(event) => setMw(Math.max(0, Number(event.currentTarget.value)))}
        />{" "}
        MW
      </label>
      <span class="buttons">
        <button type="button" onClick={() => editSite((edited) => setImportLimit(edited, axis, hours, mw))}>
          Outage
        </button>
        <button type="button" onClick={() => editSite((edited) => addCall(edited, axis, hours, mw))}>
          Curtailment call
        </button>
      </span>
      <label>
        Price <input type="number" value={usd} onInput={(event) => setUsd(Number(event.currentTarget.value))} /> USD/MWh
      </label>
      <span class="buttons">
        <button type="button" onClick={() => editSite((edited) => setPrices(edited, axis, hours, () => usd))}>
          Set price
        </button>
        <button type="button" onClick={() => editSite((edited) => clearHours(edited, axis, hours))}>
          Remove calls and outages
        </button>
        <button type="button" class="quiet" onClick={() => (chosenRange.value = undefined)}>
          Done
        </button>
      </span>
    </div>
  );
}
