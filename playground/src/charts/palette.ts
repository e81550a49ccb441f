import { signal } from "@preact/signals";
import type { AssetView, Role } from "../planner/plan-view.ts";

/** Counts changes of the theme; charts read their colours again. */
export const themeCount = signal(0);

/** Shades of a role in the style sheet: `--ai-1`, ... */
const SHADES: Readonly<Record<Role, readonly [string, number]>> = {
  connection: ["grid", 2],
  "on-site": ["site", 4],
  "ai-load": ["ai", 3],
  mining: ["mine", 3],
  contract: ["contract", 2],
};

/** A colour of the style sheet in the present theme. */
export function colourOf(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** The name of each asset's colour: shades of its role in the order of the assets, from the first on again. */
export function assetShades(assets: readonly Pick<AssetView, "name" | "role">[]): ReadonlyMap<string, string> {
  const used = new Map<Role, number>();
  return new Map(
    assets.map(({ name, role }) => {
      const k = used.get(role) ?? 0;
      used.set(role, k + 1);
      const [stem, count] = SHADES[role];
      return [name, `${stem}-${(k % count) + 1}`];
    }),
  );
}
