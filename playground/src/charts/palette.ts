import type { AssetView, Role } from "../planner/plan-view.ts";

/**
 * Colours of what is drawn, by name: Okabe and Ito's palette by role, which people with any colour blindness tell apart,
 * with shades that stay apart in grey. Each has one value on light paper and one on dark.
 */
const COLOURS = {
  "ai-1": ["#0072b2", "#3d9bdc"],
  "ai-2": ["#56b4e9", "#7cc4f0"],
  "ai-3": ["#a9d8f5", "#b9e0f8"],
  "mine-1": ["#d55e00", "#e06c14"],
  "mine-2": ["#f2a775", "#f6b88d"],
  "mine-3": ["#93430f", "#a35422"],
  "site-1": ["#e69f00", "#e8ab24"],
  "site-2": ["#009e73", "#1fb389"],
  "site-3": ["#7a5195", "#a97fc6"],
  "site-4": ["#c9bc00", "#dccf2e"],
  "grid-1": ["#5f6b77", "#8b97a4"],
  "grid-2": ["#98a3ae", "#b4bec8"],
  "contract-1": ["#cc79a7", "#cc79a7"],
  "contract-2": ["#e3b7cd", "#e3b7cd"],
  price: ["#8b97a4", "#7f8b98"],
  power: ["#17212b", "#e9edf1"],
  paper: ["#ffffff", "#171c22"],
  axis: ["#55606c", "#a7b1bc"],
  rule: ["#e8ebef", "#262e37"],
  "band-call": ["#cc79a740", "#cc79a74d"],
  "band-outage": ["#7f8b9733", "#9aa6b22e"],
  "band-conflict": ["#d5202066", "#ff4d4d73"],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type Shade = keyof typeof COLOURS;

export type Paper = "light" | "dark";

export function shadeOn(paper: Paper, shade: Shade): string {
  return COLOURS[shade][paper === "light" ? 0 : 1];
}

export const shades = Object.keys(COLOURS) as readonly Shade[];

/** Shades of a role, in the order of use. */
const ROLE_SHADES: Readonly<Record<Role, readonly [Shade, ...Shade[]]>> = {
  connection: ["grid-1", "grid-2"],
  "on-site": ["site-1", "site-2", "site-3", "site-4"],
  "ai-load": ["ai-1", "ai-2", "ai-3"],
  mining: ["mine-1", "mine-2", "mine-3"],
  contract: ["contract-1", "contract-2"],
};

/** Each asset's colour: shades of its role in the order of the assets, from the first on again. */
export function assetShades(assets: readonly Pick<AssetView, "name" | "role">[]): ReadonlyMap<string, Shade> {
  const used = new Map<Role, number>();
  return new Map(
    assets.map(({ name, role }) => {
      const k = used.get(role) ?? 0;
      used.set(role, k + 1);
      const own = ROLE_SHADES[role];
      return [name, own[k % own.length]];
    }),
  );
}
