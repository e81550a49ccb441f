import type { Explanation } from "wattsplit/explain";
import { assetShades } from "../charts/palette.ts";
import { importPrices } from "../charts/chart-data.ts";
import { numberText } from "../site/number-text.ts";
import { intervalLabel } from "../site/plan-time.ts";
import { capitalised, sentenceText } from "../site/sentence-text.ts";
import { askWorth, explanation, explanationDetail, limitWorth, worthDetail } from "../state/explain.ts";
import { focusAsset, hasPlan, shown, site, time, describedInterval } from "../state/page-state.ts";

/** The told hour: all values, and why the asset in focus does what it does. */
export function WhyTab() {
  const t = describedInterval.value;
  const schedule = shown.value?.schedule;
  if (!schedule) return <p class="empty">There is no plan to explain.</p>;
  if (t === undefined)
    return (
      <p class="empty">
        Point at an hour of a chart, tap it, or reach it with the arrow keys, to see what happens there and why.
      </p>
    );
  const shades = assetShades(schedule.assets);
  const price = importPrices(site.value)?.[t];
  return (
    <>
      <h2 class="hour">{intervalLabel(time.value, t)}</h2>
      <p class="prices">
        Power is worth <strong>{numberText(schedule.powerUsdPerMwh[t], 1)}</strong> USD/MWh
        {price !== undefined && Number.isFinite(price) && <>; the import price is {numberText(price, 1)}</>}.
      </p>
      <table class="values">
        <caption class="visually-hidden">Power of each asset at this hour; choose one to explain it</caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">Asset</th>
            <th scope="col">Power, MW</th>
          </tr>
        </thead>
        <tbody>
          {schedule.assets
            .filter(({ role }) => role !== "contract")
            .map(({ name, netMw }) => (
              <tr key={name} class={focusAsset.value === name ? "in-focus" : ""}>
                <th scope="row">
                  <button
                    type="button"
                    class="asset"
                    aria-pressed={focusAsset.value === name}
                    onClick={() => (focusAsset.value = name)}
                  >
                    <i class="swatch area" style={{ "--swatch": `var(--${shades.get(name)})` }} />
                    {name}
                  </button>
                </th>
                <td class="number">
                  {netMw[t] > 0.005 ? "gives " : netMw[t] < -0.005 ? "takes " : ""}
                  {numberText(Math.abs(netMw[t]), 1)} MW
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <Reasons />
    </>
  );
}

function Reasons() {
  const answer = explanation.value;
  if (!hasPlan.value) return <p class="empty">These values are of the last plan; the site as edited has none.</p>;
  if (!answer) return <p class="empty">{explanationDetail.value}</p>;
  return (
    <div class="reasons" aria-live="polite">
      <h3>Why {answer.asset} does this</h3>
      {answer.powerSetBy.length > 0 && (
        <p class="note">One more MWh would come from, or go to: {answer.powerSetBy.join(", ")}.</p>
      )}
      {answer.reasons.slice(0, 1).map((reason) => (
        <OneReason key={reason.quantity} answer={answer} reason={reason} />
      ))}
      {answer.reasons.length > 1 && (
        <details class="more">
          <summary>Its other quantities ({answer.reasons.length - 1})</summary>
          {answer.reasons.slice(1).map((reason) => (
            <OneReason key={reason.quantity} answer={answer} reason={reason} />
          ))}
        </details>
      )}
      {limitWorth.value && <p class="worth">{readable(limitWorth.value.sentence)}.</p>}
      {worthDetail.value !== "" && <p class="worth">{worthDetail.value}</p>}
      {answer.directionsFixed && <p class="note">Prices and moves hold for the directions of this plan.</p>}
    </div>
  );
}

interface OneReasonProps {
  readonly answer: Explanation;
  readonly reason: Explanation["reasons"][number];
}

function OneReason({ answer, reason }: OneReasonProps) {
  const [lead, ...rest] = sentencesOf(reason.sentence);
  const { bindingLimit } = reason;
  return (
    <div class="reason">
      <p class="lead">{lead}</p>
      {[...rest, ...movesOf(answer.text, reason.sentence)].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {bindingLimit !== undefined && (
        <button type="button" onClick={() => void askWorth(answer.asset, bindingLimit)}>
          What is {bindingLimit} worth?
        </button>
      )}
    </div>
  );
}

function sentencesOf(text: string): string[] {
  return text.split("; ").map((part) => readable(part));
}

/** The line of the answer that begins with the reason goes on with what would move it. */
function movesOf(text: string, sentence: string): string[] {
  const line = text.split("\n").find((one) => one.startsWith(sentence));
  const rest = line?.slice(sentence.length).replace(/^; /u, "") ?? "";
  return rest === "" ? [] : rest.split(/, (?=it )/u).map((part) => `${readable(part)}.`);
}

function readable(text: string): string {
  return capitalised(sentenceText(text, time.value));
}
