import { useState } from "preact/hooks";
import { numberText, shortNumbers, signedText } from "../site/number-text.ts";
import { side, tellProblem } from "../state/actions.ts";
import { baselines, site } from "../state/page-state.ts";

/** The AI-only sites and the threshold rule beside the plan. */
export function BaselinesTab() {
  const [isAsking, setAsking] = useState(false);
  const found = baselines.value;
  const ask = async (): Promise<void> => {
    setAsking(true);
    const asked = site.value;
    try {
      const answer = await side().ask("baselines", { site: asked }).answer;
      if (asked === site.value) baselines.value = answer;
    } catch (error) {
      tellProblem(error);
    }
    setAsking(false);
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
        Plans the same days for the site without mining, with its own import limit and with the larger one, and runs
        today's threshold rule.
      </p>
      <button type="button" class="primary" onClick={() => void ask()} disabled={isAsking}>
        {isAsking ? "Planning the baselines…" : found ? "Compare again" : "Compare with the baselines"}
      </button>
      <div aria-live="polite">
        {found && (
          <>
            <h3>Diesel</h3>
            <p>{shortNumbers(found.headline)}</p>
            <table class="ledger">
              <caption class="visually-hidden">Cases</caption>
              <thead>
                <tr>
                  <th scope="col">Case</th>
                  <th scope="col" class="number">
                    Diesel, MWh
                  </th>
                  <th scope="col" class="number">
                    Net cost, USD
                  </th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">Hybrid, as planned</th>
                  <td class="number">{found.hybrid ? numberText(found.hybrid.dieselMwh, 1) : "–"}</td>
                  <td class="number">{found.hybrid ? numberText(found.hybrid.dispatchUsd, 0) : "–"}</td>
                </tr>
                {found.cases.map(({ id, what, figures, status, totalUsd }) => (
                  <tr key={id}>
                    <th scope="row">
                      {id} <span class="kind">{what}</span>
                    </th>
                    <td class="number">{figures ? numberText(figures.dieselMwh, 1) : status}</td>
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
