import { numberText, signedText } from "../site/number-text.ts";
import { restore, unpin } from "../state/actions.ts";
import { against, againstId, isSideBySide, pins, shown } from "../state/page-state.ts";

/** The pinned cases: compare with one, look at it beside the present one, go back to it. */
export function CasesPanel() {
  if (pins.value.length === 0) return null;
  const now = shown.value?.schedule.objectiveUsd;
  return (
    <section class="cases" aria-label="Pinned cases">
      <div class="cases-scroll">
        <table>
          <caption class="visually-hidden">Pinned cases and their net cost</caption>
          <thead>
            <tr>
              <th scope="col">Compare with</th>
              <th scope="col" class="number">
                Net cost, USD
              </th>
              <th scope="col" class="number">
                Now minus it, USD
              </th>
              <th scope="col">
                <span class="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {pins.value.map(({ id, name, schedule, site }) => (
              <tr key={id}>
                <td>
                  <label>
                    <input
                      type="radio"
                      name="against"
                      checked={againstId.value === id}
                      onChange={() => (againstId.value = id)}
                    />{" "}
                    {name}
                  </label>
                </td>
                <td class="number">{numberText(schedule.objectiveUsd, 0)}</td>
                <td class="number">{now === undefined ? "" : signedText(now - schedule.objectiveUsd, 0)}</td>
                <td class="actions">
                  <button type="button" class="quiet" onClick={() => restore(site)}>
                    Go back
                  </button>
                  <button type="button" class="quiet" aria-label={`Unpin ${name}`} onClick={() => unpin(id)}>
                    ×
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button
        type="button"
        aria-pressed={isSideBySide.value}
        disabled={!against.value}
        onClick={() => (isSideBySide.value = !isSideBySide.value)}
      >
        Side by side
      </button>
    </section>
  );
}
