import { AnswerStrip } from "./panels/answer-strip.tsx";
import { CasesPanel } from "./panels/cases-panel.tsx";
import { ChartsPanel } from "./panels/charts-panel.tsx";
import { ConflictPanel } from "./panels/conflict-panel.tsx";
import { DetailTabs } from "./panels/detail-tabs.tsx";
import { DropTarget } from "./panels/drop-target.tsx";
import { HeaderBar } from "./panels/header-bar.tsx";
import { InputsPanel } from "./panels/inputs-panel.tsx";
import { MessageBar } from "./panels/message-bar.tsx";
import { ProgressBar } from "./panels/progress-bar.tsx";
import { busy, present } from "./state/page-state.ts";

export function App() {
  return (
    <DropTarget>
      <a class="skip" href="#answer">
        Skip to the plan
      </a>
      <HeaderBar />
      <div class="columns">
        <InputsPanel />
        <main
          class="plan"
          id="answer"
          tabIndex={-1}
          data-case={present.value?.id ?? 0}
          data-is-busy={busy.value !== undefined}
        >
          <h1 class="visually-hidden">The plan of the site</h1>
          <MessageBar />
          <ProgressBar />
          <AnswerStrip />
          <ConflictPanel />
          <CasesPanel />
          <div class="charts-and-details">
            <ChartsPanel />
            <DetailTabs />
          </div>
        </main>
      </div>
    </DropTarget>
  );
}
