import { numberText, signedText } from "../site/number-text.ts";
import { against, hasPlan, present, shown } from "../state/page-state.ts";
import type { ScheduleView } from "../planner/plan-view.ts";
import { pinPresent } from "../state/actions.ts";

interface Figure {
  readonly label: string;
  readonly unit: string;
  of(schedule: ScheduleView): number;
}

const FIGURES: readonly Figure[] = [
  { label: "AI served", unit: "MWh", of: ({ totals }) => totals.aiMwh },
  { label: "AI unserved", unit: "MWh", of: ({ totals }) => totals.unservedMwh },
  { label: "Mining", unit: "MWh", of: ({ totals }) => totals.miningMwh },
  { label: "Import", unit: "MWh", of: ({ totals }) => totals.importMwh },
  { label: "Peak import", unit: "MW", of: ({ totals }) => totals.peakImportMw },
  { label: "Diesel", unit: "MWh", of: ({ totals }) => totals.dieselMwh },
];

/** The answer: what the plan earns, where the energy goes, and the change against the pinned case. */
export function AnswerStrip() {
  const schedule = shown.value?.schedule;
  if (!schedule) return null;
  const other = against.value?.schedule;
  const net = schedule.objectiveUsd;
  return (
    <section class={`answer${hasPlan.value ? "" : " stale"}`} aria-label="Answer">
      <div class="headline">
        <p class="figure-label">{net > 0 ? "The plan costs" : "The plan earns"}</p>
        <p class="headline-figure">
          {numberText(Math.abs(net), 0)} <span class="unit">USD</span>
        </p>
        {other && <Delta value={other.objectiveUsd - net} unit="USD" isGood={other.objectiveUsd >= net} />}
        <p class="proof">
          {schedule.isProven ? "Proven optimal" : "Not proven"} · {(present.value?.view.tookMs ?? 0).toFixed(0)} ms
        </p>
      </div>
      <dl class="figures">
        {FIGURES.map(({ label, unit, of }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {numberText(of(schedule))} <span class="unit">{unit}</span>
            </dd>
            {other && (
              <dd class="delta-line">
                <Delta value={of(schedule) - of(other)} unit={unit} />
              </dd>
            )}
          </div>
        ))}
      </dl>
      <button type="button" class="primary" onClick={pinPresent} disabled={!hasPlan.value}>
        Pin this case
      </button>
    </section>
  );
}

function Delta({ value, unit, isGood }: { readonly value: number; readonly unit: string; readonly isGood?: boolean }) {
  const tone = isGood === undefined || Math.abs(value) < 0.5 ? "" : isGood ? " good" : " poor";
  return (
    <span class={`delta${tone}`}>
      {signedText(value)} {unit} <span class="visually-hidden">against {against.value?.name}</span>
    </span>
  );
}
