import type { LedgerItemView } from "../planner/plan-view.ts";
import { numberText, signedText } from "../site/number-text.ts";
import { against, shown } from "../state/page-state.ts";

/** Amounts below this are rounding, USD. */
const LEAST_USD = 0.5;

interface Row {
  readonly asset: string;
  readonly item: string;
  readonly usd: number;
  readonly otherUsd: number;
}

/** The ledger: costs positive, income negative; beside it the change against the pinned case. */
export function MoneyTab() {
  const now = shown.value?.schedule;
  if (!now) return <p class="empty">There is no plan.</p>;
  const other = against.value;
  const rows = rowsOf(now.ledger, other?.schedule.ledger ?? []);
  const most = Math.max(...rows.map(({ usd, otherUsd }) => Math.abs(usd - otherUsd)), 1);
  return (
    <table class="ledger">
      <caption>
        {other ? `Now, and what changed against ${other.name}, USD` : "Costs and income over the plan, USD"}
      </caption>
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col" class="number">
            Now
          </th>
          {other && (
            <th scope="col" class="number">
              Change
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ asset, item, usd, otherUsd }) => (
          <tr key={`${asset} ${item}`}>
            <th scope="row">
              {item} <span class="kind">{asset}</span>
            </th>
            <td class="number">{numberText(usd, 0)}</td>
            {other && (
              <td
                class={`number change${usd - otherUsd > LEAST_USD ? " poor" : usd - otherUsd < -LEAST_USD ? " good" : ""}`}
              >
                <i class="bar" style={{ width: `${(100 * Math.abs(usd - otherUsd)) / most}%` }} aria-hidden="true" />
                {signedText(usd - otherUsd, 0)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Net cost</th>
          <td class="number">{numberText(now.objectiveUsd, 0)}</td>
          {other && <td class="number">{signedText(now.objectiveUsd - other.schedule.objectiveUsd, 0)}</td>}
        </tr>
      </tfoot>
    </table>
  );
}

function rowsOf(now: readonly LedgerItemView[], other: readonly LedgerItemView[]): Row[] {
  const rows = new Map<string, { -readonly [Field in keyof Row]: Row[Field] }>();
  const add = ({ asset, item, usd }: LedgerItemView, side: "usd" | "otherUsd"): void => {
    const key = JSON.stringify([asset, item]);
    const row = rows.get(key) ?? { asset, item, usd: 0, otherUsd: 0 };
    row[side] += usd;
    rows.set(key, row);
  };
  for (const line of now) add(line, "usd");
  for (const line of other) add(line, "otherUsd");
  return [...rows.values()]
    .filter(({ usd, otherUsd }) => Math.abs(usd) >= LEAST_USD || Math.abs(otherUsd) >= LEAST_USD)
    .toSorted((a, b) => Math.abs(b.usd) - Math.abs(a.usd));
}
