/**
 * A sizing beside the dispatch of the same site: `npx tsx bench/sizing.ts [hours]`, a year by default. Six sizes of the
 * benchmark's site are chosen, with the dispatch planned again at them. CPU time of one run each in one process, the
 * dispatch first and last, since code is compiled meanwhile. Units are not ranged (`unitWorths`), as is the default for
 * a program of this length. The target is 2.5 times the dispatch.
 */
import { planPower, type PlanInput } from "wattsplit";
import { sizeSite, type SizeChoice } from "wattsplit/sizing";
import { plannerSiteInput } from "./generators/planner-site-input.ts";

const HOURS_OF_A_YEAR = 8760;
const DEMAND_CHARGE = 9500;

/** Prices of 2026 in round numbers. */
const choices: readonly SizeChoice[] = [
  { asset: "battery A", size: "energyMwh", capexUsdPerUnit: 180_000, lifeYears: 15, most: 400 },
  { asset: "battery A", size: "powerMw", capexUsdPerUnit: 90_000, lifeYears: 20, most: 100 },
  {
    asset: "solar",
    size: "capacityMw",
    capexUsdPerUnit: 1_000_000,
    fixedOmUsdPerUnitYear: 15_000,
    lifeYears: 25,
    most: 200,
  },
  { asset: "S21 XP", size: "rigs", capexUsdPerUnit: 4000, lifeYears: 4, most: 20_000 },
  { asset: "gensets", size: "capacityMw", capexUsdPerUnit: 700_000, lifeYears: 20, most: 80 },
  { asset: "grid", size: "importMw", capexUsdPerUnit: 250_000, lifeYears: 30, most: 250 },
];

const hours = Number(process.argv[2] ?? HOURS_OF_A_YEAR);
const input = plannerSiteInput(hours, 60, DEMAND_CHARGE) as PlanInput;

function cpuS<Result>(run: () => Result): { readonly result: Result; readonly seconds: number } {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

const first = cpuS(() => planPower(input));
const sizing = cpuS(() => sizeSite(input, { rate: { realPerYear: 0.08 }, choices, unitWorths: false }));
const last = cpuS(() => planPower(input));
const { result } = sizing;
if (!result.sizes || first.result.status !== "optimal") throw new Error(`${result.status}, ${first.result.status}`);
for (const { asset, size, chosen, unit, at } of result.sizes)
  console.log(`${asset} ${size}: ${chosen.toFixed(2)} ${unit} (${at})`);
console.log(`planned again at these sizes, the cost differs by ${result.redispatchGap.toExponential(1)}`);
const dispatch = Math.min(first.seconds, last.seconds);
console.log(
  `${hours} hours: dispatch ${dispatch.toFixed(1)} s, sizing ${sizing.seconds.toFixed(1)} s, ` +
    `ratio ${(sizing.seconds / dispatch).toFixed(2)}`,
);
