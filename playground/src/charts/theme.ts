import { signal } from "@preact/signals";
import { type Paper, shadeOn, shades, type Shade } from "./palette.ts";

const darkPaper = matchMedia("(prefers-color-scheme: dark)");

/** What the charts are drawn on: as the reader's system has it. */
export const paper = signal<Paper>(darkPaper.matches ? "dark" : "light");

/** Gives the shades to the style sheet, now and whenever the reader's system changes. */
export function followTheme(): void {
  const apply = (): void => {
    paper.value = darkPaper.matches ? "dark" : "light";
    for (const shade of shades) document.documentElement.style.setProperty(`--${shade}`, colourOf(shade));
  };
  darkPaper.addEventListener("change", apply);
  apply();
}

export function colourOf(shade: Shade): string {
  return shadeOn(paper.value, shade);
}
