import { useRef } from "preact/hooks";
import { presets } from "../site/presets/index.ts";
import { loadSite } from "../state/actions.ts";
import { copyLink, saveExport } from "../state/take-away.ts";
import { openFile } from "../state/load-file.ts";
import { loadedSite, site } from "../state/page-state.ts";

const TAKEN_AWAY: readonly { readonly label: string; take(): Promise<void> }[] = [
  { label: "Copy a link to this site", take: copyLink },
  { label: "Schedule, CSV", take: () => saveExport("schedule") },
  { label: "Statement by load and month, CSV", take: () => saveExport("statement") },
  { label: "Site, JSON", take: () => saveExport("site") },
  { label: "Result, JSON", take: () => saveExport("result") },
  { label: "Report, HTML", take: () => saveExport("report") },
];

/** Name, choice of a site, and what can be taken away. */
export function HeaderBar() {
  const chooser = useRef<HTMLInputElement>(null);
  const menu = useRef<HTMLDetailsElement>(null);
  const preset = presets.find((one) => one.site === loadedSite.value);
  return (
    <header class="header">
      <p class="brand">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="7" />
          <path d="M7 22h5v-8h4v5h4V9h5" />
        </svg>
        wattsplit <span>playground</span>
      </p>
      <label class="site-choice">
        <span class="visually-hidden">Site</span>
        <select
          value={preset?.id ?? ""}
          onChange={(event) => {
            const chosen = presets.find(({ id }) => id === event.currentTarget.value);
            if (chosen) loadSite(chosen.site);
          }}
        >
          {!preset && <option value="">{site.value.name ?? "Your site"}</option>}
          {presets.map(({ id, site: { name } }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => chooser.current?.click()}>
        Open a file
      </button>
      <input
        ref={chooser}
        type="file"
        accept=".csv,.json,.txt,.xml,.tsv"
        class="visually-hidden"
        tabIndex={-1}
        aria-label="Prices CSV, site JSON, fleet CSV or tariff JSON"
        onChange={async (event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) await openFile(file);
          input.value = "";
        }}
      />
      <details
        class="menu"
        ref={menu}
        onFocusOut={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) event.currentTarget.open = false;
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.currentTarget.open = false;
          event.currentTarget.querySelector("summary")?.focus();
        }}
      >
        <summary>Take away</summary>
        <ul>
          {TAKEN_AWAY.map(({ label, take }) => (
            <li key={label}>
              <button
                type="button"
                onClick={() => {
                  if (menu.current) menu.current.open = false;
                  void take();
                }}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </header>
  );
}
