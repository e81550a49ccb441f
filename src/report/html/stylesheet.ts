/** The look of a report: readable at 400 px, on A4 paper and by the reader's own choice of light or dark. */
export const STYLESHEET = `
:root {
  color-scheme: light dark;
  --ink: #1b1b1b; --paper: #ffffff; --pale: #f3f4f6; --line: #d5d8dd; --alarm: #a33b00;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --paper: #17191c; --pale: #23262b; --line: #41464e; --alarm: #ff9a5c; }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem; max-width: 60rem; font: 16px/1.5 system-ui, sans-serif;
  color: var(--ink); background: var(--paper);
}
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.answer { font-size: 1.1rem; } .period { opacity: .75; margin: 0 0 1rem; }
.warnings { border-left: 4px solid var(--alarm); background: var(--pale); padding: .5rem 1rem; }
.warnings h2 { margin-top: .25rem; color: var(--alarm); }
figure { margin: 1.25rem 0; padding: .5rem; background: #ffffff; border: 1px solid var(--line); break-inside: avoid; }
figure svg { max-width: 100%; height: auto; display: block; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .9rem; width: 100%; }
th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { background: var(--pale); }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
footer { margin-top: 2rem; font-size: .85rem; opacity: .75; }
@page { size: A4; margin: 16mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 11px; }
  section { break-inside: auto; } tr { break-inside: avoid; }
}
`;
