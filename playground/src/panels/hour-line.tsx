import { numberText } from "../site/number-text.ts";
import { sentenceText } from "../site/sentence-text.ts";
import { intervalLabel } from "../site/plan-time.ts";
import { explanation } from "../state/explain.ts";
import { chosenInterval, isPriceEdited, shown, time, describedInterval } from "../state/page-state.ts";

/** The told hour in one line, at the charts: where it is, what power is worth, what the asset in focus does. */
export function HourLine() {
  const t = describedInterval.value;
  const schedule = shown.value?.schedule;
  if (t === undefined || !schedule)
    return (
      <p class="hint">
        {isPriceEdited.value
          ? "Drag on the price chart, or choose an hour and press ↑ ↓."
          : "Click or tap an hour to ask why. Drag across hours, or hold Shift with → , to change them."}
      </p>
    );
  const lead = explanation.value?.interval === t ? explanation.value.reasons[0]?.sentence.split("; ")[0] : undefined;
  return (
    <p class="hour-line">
      <strong>{intervalLabel(time.value, t)}</strong> power is worth {numberText(schedule.powerUsdPerMwh[t], 1)} USD/MWh
      {lead && <> · {sentenceText(lead, time.value)}</>}
      {chosenInterval.value !== undefined && (
        <>
          {" "}
          <a class="to-why" href="#details">
            Why
          </a>
        </>
      )}
    </p>
  );
}
