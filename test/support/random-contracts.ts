import { seededUniform } from "./random-programs.ts";
import type { AssetInput, SiteInput } from "./random-sites.ts";

/**
 * The site with one to four contracts: purchases of every shape, curtailment calls of every form. Same seed, same
 * contracts.
 */
export function withContracts(site: SiteInput, seed: number): SiteInput {
  const uniform = seededUniform(seed * 747796405 + 31);
  const chance = (p: number): boolean => uniform() < p;
  const whole = (from: number, to: number): number => from + Math.floor(uniform() * (to - from + 1));
  const { start, intervalMinutes, count } = site.horizon;
  const stamp = (t: number): string => new Date(Date.parse(start) + t * intervalMinutes * 60_000).toISOString();
  const price = (): number => whole(20, 70);
  const resale = (): object =>
    chance(0.6)
      ? {
          resale: {
            feeUsdPerMwh: whole(0, 4),
            ...(chance(0.3) ? { priceUsdPerMwh: price(), besideBuying: true } : {}),
          },
        }
      : {};
  const shapes = [
    () => ({ shape: "fixed-block", priceUsdPerMwh: price(), ...resale() }),
    () => ({ shape: "pay-as-produced", paid: "always", priceUsdPerMwh: price(), ...resale() }),
    () => ({
      shape: "pay-as-produced",
      paid: "if-taken",
      priceUsdPerMwh: price(),
      ...(chance(0.4) ? { untakenUsdPerMwh: whole(1, 30) } : {}),
    }),
    () => ({
      shape: "heat-rate-option",
      heatRateMmbtuPerMwh: whole(7, 12),
      gasUsdPerMmbtu: whole(2, 8),
      premiumUsdPerMwMonth: 2000,
    }),
    () => ({
      shape: "take-or-pay",
      priceUsdPerMwh: whole(40, 70),
      minimumMwh: whole(0, 600),
      periodEnd: stamp(whole(4, 2 * count)),
      behindUsdPerMwh: whole(0, 20),
      ...(chance(0.5) ? { makeUpUsdPerMwh: whole(0, 20) } : {}),
    }),
  ];
  const initialState: Record<string, Readonly<Record<string, unknown>>> = { ...site.initialState };
  const contracts: AssetInput[] = Array.from({ length: whole(1, 3) }, (_, k) => {
    const terms = shapes[whole(0, shapes.length - 1)]();
    const name = `contract ${k + 1}`;
    if ("makeUpUsdPerMwh" in terms && chance(0.7))
      initialState[name] = { takenMwh: whole(0, 100), makeUpMwh: whole(0, 60) };
    const volumeMw = chance(0.5) ? whole(2, 40) : Array.from({ length: count }, () => whole(0, 40));
    return { kind: "power-purchase", name, volumeMw, terms };
  });
  if (chance(0.5)) {
    const calls = Array.from({ length: whole(1, 2) }, () => {
      const from = whole(-2, count - 2);
      const form = whole(0, 2);
      const window = { start: stamp(from), end: stamp(from + whole(1, 6)) };
      return {
        ...window,
        ...(form === 0
          ? { capMw: whole(10, 60) }
          : { reduceByFraction: whole(0, 8) / 10, baseline: form === 1 ? "own-load" : whole(30, 80) }),
      };
    });
    contracts.push({
      kind: "curtailment-call",
      name: "utility",
      calls,
      ...(chance(0.7) ? { missUsdPerMwh: whole(50, 6000) } : {}),
    });
  }
  const assets = chance(0.5) ? [...site.assets, ...contracts] : [...contracts, ...site.assets];
  return { ...site, assets, initialState };
}
