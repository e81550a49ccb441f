import { intervalLabel } from "../site/plan-time.ts";
import { mendsOf } from "../site/mend.ts";
import { numberText } from "../site/number-text.ts";
import { sentenceText } from "../site/sentence-text.ts";
import { chooseInterval, editSite } from "../state/actions.ts";
import { present, time } from "../state/page-state.ts";

/** Where there is no plan: which limits conflict, when, and what would mend it. */
export function ConflictPanel() {
  const view = present.value?.view;
  if (!view || view.schedule) return null;
  const { conflicts, irreducible, status, detail } = view;
  const mends = mendsOf(conflicts, time.value);
  return (
    <section class="conflicts" aria-label="Why there is no plan" role="alert">
      <h2>
        {status === "infeasible" ? "No schedule meets all limits" : `There is no plan: ${status.replaceAll("-", " ")}`}
      </h2>
      {conflicts.length === 0 && <p>{sentenceText(detail, time.value)}</p>}
      <ul>
        {conflicts.slice(0, 4).map((conflict) => (
          <li key={conflict.sentence}>
            {conflict.interval !== undefined && (
              <button type="button" class="link" onClick={() => chooseInterval(conflict.interval ?? 0)}>
                {intervalLabel(time.value, conflict.interval)}
              </button>
            )}{" "}
            {sentenceText(conflict.sentence.split("; raise ")[0], time.value)}.
          </li>
        ))}
        {conflicts.length > 4 && <li>and {conflicts.length - 4} more</li>}
      </ul>
      {mends.length > 0 && (
        <div class="mends">
          <p>One of these is enough; each was verified on the changed site:</p>
          {mends.map(({ limit, apply }) => (
            <button key={`${limit.asset} ${limit.limit}`} type="button" class="primary" onClick={() => editSite(apply)}>
              Raise {limit.asset} {limit.limit} to {numberText(limit.raiseTo, digitsOf(limit.raiseTo))}
              {limit.unit === "1" || limit.unit === limit.limit ? "" : ` ${limit.unit}`}
            </button>
          ))}
        </div>
      )}
      {irreducible && (
        <details>
          <summary>The smallest set of limits that contradict each other (IIS)</summary>
          <p>{sentenceText(irreducible, time.value)}</p>
        </details>
      )}
    </section>
  );
}

/** The number on the button is the one that is set, as far as a reader needs it. */
function digitsOf(value: number): number {
  return Number.isInteger(value) ? 0 : 2;
}
