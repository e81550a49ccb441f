import { fieldLabel } from "../site/field-words.ts";
import { numberText } from "../site/number-text.ts";
import { sentenceText } from "../site/sentence-text.ts";
import { askWorth, limitWorth, worthDetail } from "../state/explain.ts";
import { hasPlan, present, time } from "../state/page-state.ts";

/** The limits of the site, those that bind first; a click tells what one unit is worth. */
export function LimitsTab() {
  const limits = present.value?.view.schedule?.limits;
  if (!hasPlan.value || !limits) return <p class="empty">There is no plan to price limits of.</p>;
  const binding = limits.filter(({ usdPerUnit }) => usdPerUnit > 1e-6).toSorted((a, b) => b.usdPerUnit - a.usdPerUnit);
  const worth = limitWorth.value;
  return (
    <>
      <p class="note">
        The value of one unit more over the plan, from shadow prices. Choose a limit for what one more and one less are
        worth, and how far that holds.
      </p>
      <table class="ledger limits">
        <caption class="visually-hidden">Limits that bind</caption>
        <thead>
          <tr>
            <th scope="col">Limit</th>
            <th scope="col" class="number">
              USD per unit
            </th>
          </tr>
        </thead>
        <tbody>
          {binding.map(({ asset, limit, usdPerUnit }) => (
            <tr key={`${asset} ${limit}`}>
              <th scope="row">
                <button type="button" class="link" onClick={() => void askWorth(asset, limit)}>
                  {fieldLabel(limit.split(".").at(-1) ?? limit)}
                </button>{" "}
                <span class="kind">{[asset, ...limit.split(".").slice(0, -1)].join(" ")}</span>
              </th>
              <td class="number">{numberText(usdPerUnit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div aria-live="polite">
        {worth && (
          <div class="worth">
            <h3>
              {fieldLabel(worth.limit)} <span class="kind">{worth.asset}</span>
            </h3>
            <p>{sentenceText(worth.sentence, time.value)}.</p>
          </div>
        )}
        {worthDetail.value !== "" && <p class="worth">{worthDetail.value}</p>}
      </div>
      <p class="note">{limits.length - binding.length} other limits never bind in this plan.</p>
    </>
  );
}
