import { useState } from "preact/hooks";
import { present } from "../state/page-state.ts";
import { BaselinesTab } from "./baselines-tab.tsx";
import { LimitsTab } from "./limits-tab.tsx";
import { MoneyTab } from "./money-tab.tsx";
import { NoticesTab } from "./notices-tab.tsx";
import { WhyTab } from "./why-tab.tsx";

const TABS = [
  { id: "why", label: "Why", body: WhyTab },
  { id: "money", label: "Money", body: MoneyTab },
  { id: "limits", label: "Limits", body: LimitsTab },
  { id: "baselines", label: "Baselines", body: BaselinesTab },
  { id: "notices", label: "Notices", body: NoticesTab },
] as const;

/** What stands behind the charts, a tab each. */
export function DetailTabs() {
  const [active, setActive] = useState(0);
  const Body = TABS[active].body;
  const warnings = present.value?.view.warnings.length ?? 0;
  const move = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = (active + by + TABS.length) % TABS.length;
    setActive(next);
    document.querySelector<HTMLElement>(`#tab-${TABS[next].id}`)?.focus();
  };
  return (
    <section class="details" id="details" aria-label="Details">
      <div class="tabs" role="tablist" aria-label="Details of the plan" onKeyDown={move}>
        {TABS.map(({ id, label }, k) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={k === active}
            aria-controls="tab-body"
            tabIndex={k === active ? 0 : -1}
            onClick={() => setActive(k)}
          >
            {label}
            {id === "notices" && warnings > 0 && <span class="badge">{warnings}</span>}
          </button>
        ))}
      </div>
      <div class="tab-body" id="tab-body" role="tabpanel" aria-labelledby={`tab-${TABS[active].id}`} tabIndex={0}>
        <Body />
      </div>
    </section>
  );
}
