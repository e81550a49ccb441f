import { message } from "../state/page-state.ts";

/** What went wrong or was done; read aloud as it appears. */
export function MessageBar() {
  const told = message.value;
  return (
    <div aria-live="polite">
      {told && (
        <div class={`message ${told.tone}`} role={told.tone === "problem" ? "alert" : "status"}>
          <div>
            <p>{told.text}</p>
            {told.details && told.details.length > 0 && (
              <ul>
                {told.details.slice(0, 8).map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
                {told.details.length > 8 && <li>and {told.details.length - 8} more</li>}
              </ul>
            )}
          </div>
          <button type="button" class="quiet" aria-label="Dismiss" onClick={() => (message.value = undefined)}>
            ×
          </button>
        </div>
      )}
    </div>
  );
}
