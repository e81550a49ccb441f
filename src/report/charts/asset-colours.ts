import type { Reading } from "../../assets/index.ts";

/**
 * Colours by what an asset is to the site, from the palette of M. Okabe and K. Ito ("Color Universal Design", 2008),
 * which people with any colour blindness tell apart; steps in lightness keep neighbours apart in grey as well.
 */
type Role = Reading["role"];

const COLOURS: Readonly<Record<Role, readonly string[]>> = {
  connection: ["#4d4d4d", "#8c8c8c"],
  "on-site": ["#e69f00", "#009e73", "#7a5195", "#f0e442"],
  "ai-load": ["#0072b2", "#56b4e9", "#a6d5f5"],
  mining: ["#d55e00", "#f0a070", "#f7cdb5"],
  contract: ["#cc79a7", "#e3b7cd"],
};

/** A colour for every asset, by name: the roles' colours in the order of the assets, from the first on again. */
export function assetColours(assets: Readonly<Record<string, Pick<Reading, "role">>>): ReadonlyMap<string, string> {
  const used = new Map<Role, number>();
  return new Map(
    Object.entries(assets).map(([name, { role }]) => {
      const k = used.get(role) ?? 0;
      used.set(role, k + 1);
      return [name, COLOURS[role][k % COLOURS[role].length]];
    }),
  );
}
