import { useState } from "preact/hooks";
import type { SiteField } from "../site/site-fields.ts";
import { editSite } from "../state/actions.ts";
import { faults } from "../state/page-state.ts";

/** A number of the site as a slider and as text; a fault of the planner stands below it. */
export function NumberField({ field, loaded }: { readonly field: SiteField; readonly loaded: number }) {
  const { path, label, unit, value, note } = field;
  // What is typed and is not a number yet stays as typed.
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const id = `field-${path.replaceAll(/[^\w]/gu, "-")}`;
  const most = Math.max(value, rangeEnd(loaded, unit));
  const own = faults.value.filter((fault) => fault.path === path || fault.path.startsWith(`${path}[`));
  const isBad = own.length > 0 || typed !== undefined;

  const change = (text: string): void => {
    const number = Number(text);
    if (text.trim() === "" || !Number.isFinite(number)) return setTyped(text);
    setTyped(undefined);
    editSite((site) => field.set(site, number));
  };

  return (
    <div class={`field${isBad ? " bad" : ""}`}>
      <label for={id}>
        {label} <span class="unit">{unit}</span>
      </label>
      <input
        id={id}
        class="amount"
        type="text"
        inputMode="decimal"
        value={typed ?? String(rounded(value))}
        aria-invalid={isBad}
        aria-describedby={isBad ? `${id}-fault` : note ? `${id}-note` : undefined}
        onInput={(event) => change(event.currentTarget.value.replaceAll(",", ""))}
      />
      <input
        type="range"
        aria-label={`${label}${unit ? `, ${unit}` : ""}`}
        min={Math.min(0, value)}
        max={most}
        step={stepOf(most)}
        value={value}
        style={{ "--filled": `${most > 0 ? (100 * Math.max(0, value)) / most : 0}%` }}
        onInput={(event) => change(event.currentTarget.value)}
      />
      {note && (
        <p class="note" id={`${id}-note`}>
          {note}
        </p>
      )}
      {isBad && (
        <p class="fault" id={`${id}-fault`} role="alert">
          {typed === undefined
            ? own.map(({ given, wanted, fix }) => `Got ${given}, wanted ${wanted}; ${fix}.`).join(" ")
            : "This is not a number."}
        </p>
      )}
    </div>
  );
}

/** A slider goes to about twice what was loaded; from 0 it goes to what is usual for the unit. */
function rangeEnd(loaded: number, unit: string): number {
  if (unit === "share") return 1;
  if (loaded === 0) return unit.startsWith("USD") ? 100 : 50;
  const twice = 2 * loaded;
  const tenth = 10 ** Math.floor(Math.log10(twice));
  return Math.ceil(twice / tenth) * tenth;
}

function stepOf(most: number): number {
  return 10 ** (Math.floor(Math.log10(most || 1)) - 2);
}

function rounded(value: number): number {
  return Number(value.toPrecision(8));
}
