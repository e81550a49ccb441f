import type { Band, ChartSeries } from "./chart-data.ts";

const BAND_WORDS = { call: "curtailment call", outage: "less connection", conflict: "conflict" } as const;

/** Names and colours of what is drawn; idle mining has the name of its fleet, in pale. */
export function ChartLegend({
  series,
  bands,
}: {
  readonly series: readonly ChartSeries[];
  readonly bands: readonly Band[];
}) {
  const kinds = [...new Set(bands.map(({ kind }) => kind))];
  return (
    <ul class="legend" aria-hidden="true">
      {series
        .filter(({ look }) => look !== "pale")
        .map(({ label, shade, look }) => (
          <li key={label}>
            <i class={`swatch ${look}`} style={{ "--swatch": `var(--${shade})` }} />
            {label}
          </li>
        ))}
      {series.some(({ look }) => look === "pale") && (
        <li>
          <i class="swatch pale" style={{ "--swatch": "var(--mine-1)" }} />
          idle
        </li>
      )}
      {kinds.map((kind) => (
        <li key={kind}>
          <i class="swatch band" style={{ "--swatch": `var(--band-${kind})` }} />
          {BAND_WORDS[kind]}
        </li>
      ))}
    </ul>
  );
}
