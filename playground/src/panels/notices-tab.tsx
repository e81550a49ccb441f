import { sentenceText } from "../site/sentence-text.ts";
import { present, time } from "../state/page-state.ts";

/** Warnings, then what the planner assumed. */
export function NoticesTab() {
  const view = present.value?.view;
  if (!view) return <p class="empty">There is no plan yet.</p>;
  const { warnings, notices, schedule } = view;
  return (
    <>
      {warnings.length > 0 && <h3>Read first</h3>}
      <ul class="warnings">
        {warnings.map(({ text, fix }) => (
          <li key={text}>
            {sentenceText(text, time.value)} <strong>To do:</strong> {fix}.
          </li>
        ))}
      </ul>
      <h3>Assumed</h3>
      <ul class="notices">
        {notices.map((notice) => (
          <li key={notice}>{sentenceText(notice, time.value)}</li>
        ))}
      </ul>
      {schedule && (
        <p class="note">
          Linear program of {schedule.programSize}.{" "}
          {schedule.isProven
            ? `The proof of optimality was recomputed from the program itself; relative gap ${schedule.relativeGap.toExponential(1)}.`
            : "The proof of optimality did not hold. Do not rely on this plan."}
        </p>
      )}
    </>
  );
}
