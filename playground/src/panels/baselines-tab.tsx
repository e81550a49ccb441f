import { useState } from "preact/hooks";
import type { Asked } from "../client/planner-client.ts";
import type { BaselinesView } from "../planner/baselines-view.ts";
import { numberText, signedText } from "../site/number-text.ts";
import { sentenceText } from "../site/sentence-text.ts";
import { side, tell, tellProblem } from "../state/actions.ts";
import { baselines, site, time } from "../state/page-state.ts";

/** The AI-only sites and the threshold rule beside the plan. */
export function BaselinesTab() {
  const [asking, setAsking] = useState<Asked<BaselinesView> | undefined>(undefined);
  const found = baselines.value;
  const isThrottled = found?.cases.some(({ id }) => id === "B3") === true;
  const ask = async (): Promise<void> => {
    const asked = site.value;
    const question = side().ask("baselines", { site: asked });
    setAsking(question);
    try {
      const answer = await question.answer;
      if (asked === site.value) baselines.value = answer;
      else tell("note", "The site has changed since: compare it again with the baselines.");
    } catch (error) {
      tellProblem(error);
    }
    setAsking(undefined);
  };
  if (!site.value.counterfactual)
    return (
      <p class="empty">
        This site has no <code>counterfactual</code>: it does not say what the site would be without mining. Load a site
        that states it, for example the Texas week.
      </p>
    );
  return (
    <>
      <p class="note">
        Plans the same days for the site without mining, with its own import limit and with the larger one, and with
        throttled AI where its loads have power modes; and runs today's threshold rule.
      </p>
      <button type="button" class="primary" onClick={() => void ask()} disabled={asking !== undefined}>
        {asking ? "Planning the baselines…" : found ? "Compare again" : "Compare with the baselines"}
      </button>
      {asking && (
        <button type="button" class="quiet" onClick={() => asking.cancel()}>
          Cancel
        </button>
      )}
      <div aria-live="polite">
        {found && (
          <>
            <h3>Diesel</h3>
            <p>{sentenceText(found.headline, time.value)}</p>
            <table class="ledger">
              <caption class="visually-hidden">Cases</caption>
              <thead>
                <tr>
                  <th scope="col">Case</th>
                  <th scope="col" class="number">
                    Diesel, MWh
                  </th>
                  {isThrottled && (
                    <th scope="col" class="number">
                      Throughput lost, MWh
                    </th>
                  )}
                  <th scope="col" class="number">
                    Net cost, USD
                  </th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">Hybrid, as planned</th>
                  <td class="number">{found.hybrid ? numberText(found.hybrid.dieselMwh, 1) : "–"}</td>
                  {isThrottled && (
                    <td class="number">{found.hybrid ? numberText(found.hybrid.lostThroughputMwh, 1) : "–"}</td>
                  )}
                  <td class="number">{found.hybrid ? numberText(found.hybrid.dispatchUsd, 0) : "–"}</td>
                </tr>
                {found.cases.map(({ id, what, figures, status, totalUsd }) => (
                  <tr key={id}>
                    <th scope="row">
                      {id} <span class="kind">{what}</span>
                    </th>
                    <td class="number">{figures ? numberText(figures.dieselMwh, 1) : status}</td>
                    {isThrottled && <td class="number">{figures ? numberText(figures.lostThroughputMwh, 1) : "–"}</td>}
                    <td class="number">{totalUsd === undefined ? "unknown" : numberText(totalUsd, 0)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <h3>Threshold rule</h3>
            {found.rule.planIsWorthUsd !== undefined && (
              <p>
                The plan is worth <strong>{numberText(found.rule.planIsWorthUsd, 0)} USD</strong> more than the rule. It
                knows all prices in advance; the rule does not.
              </p>
            )}
            <p class="note">{found.rule.detail}</p>
            {found.rule.differences.length > 0 && (
              <table class="ledger">
                <caption>Rule minus plan, USD</caption>
                <tbody>
                  {found.rule.differences
                    .toSorted((a, b) => Math.abs(b.usd) - Math.abs(a.usd))
                    .slice(0, 8)
                    .map(({ asset, item, usd }) => (
                      <tr key={`${asset} ${item}`}>
                        <th scope="row">
                          {item} <span class="kind">{asset}</span>
                        </th>
                        <td class="number">{signedText(usd, 0)}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            )}
          </>
        )}
      </div>
    </>
  );
}
