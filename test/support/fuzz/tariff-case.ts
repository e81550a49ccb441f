/**
 * Mutated rates, as text and as the JSON they are. What is read must bill each hour and month as the rate says by a
 * plain reading of its arrays; units that no linear program holds, and rates no utility has, must be refused.
 */
import { readTariff, type Tariff } from "../../../src/io/read-tariff.ts";
import { allMonths, coincident, energy, flat, touDemand } from "../urdb-rates.ts";
import { oneOf, type Random } from "./random.ts";
import { mutated } from "./text-mutations.ts";
import { type Judgement, verdictOf, type Verdict } from "./verdict.ts";

type Rate = Readonly<Record<string, unknown>>;

const POWER_FACTOR = 0.8;
const tiers = [
  [
    { rate: 0.04, max: 1e6, unit: "kWh" },
    { rate: 0.05, adj: 0.001, unit: "kWh" },
  ],
  [
    { rate: 0.09, max: 1e6, unit: "kWh" },
    { rate: 0.1, adj: 0.001, unit: "kWh" },
  ],
];
const rates: readonly { readonly kind: string; readonly rate: Rate }[] = [
  {
    kind: "time of use",
    rate: {
      utility: "Plains Electric",
      name: "Large Power",
      ...energy,
      ...touDemand,
      demandwindow: 15,
      fixedchargefirstmeter: 310,
      fixedchargeunits: "$/month",
      fueladjustmentsmonthly: allMonths(0.002),
    },
  },
  {
    kind: "flat demand, ratchet",
    rate: {
      label: "0",
      ...energy,
      ...flat,
      lookbackpercent: 0.8,
      lookbackrange: 11,
      mincharge: 500,
      minchargeunits: "$/month",
      peakkwcapacitymin: 500,
      demandunits: "kW",
    },
  },
  {
    kind: "tiers, coincident",
    rate: {
      ...energy,
      energyratestructure: tiers,
      ...coincident,
      usenetmetering: false,
      fixedchargefirstmeter: 12,
      fixedchargeunits: "$/day",
    },
  },
];
const UNITS = ["kW", "kVA", "hp", "kW daily", "kWh", "kWh daily", "kWh/kW", "$/month", "$/day", "$/year"];

export function tariffCase(turn: number, random: Random): Omit<Verdict, "reader"> {
  const { kind, rate } = rates[turn % rates.length];
  const isText = random(4) === 0;
  const changed = structuredClone(rate);
  const steps = isText ? [] : Array.from({ length: 1 + random(3) }, () => changeIn(changed, random));
  const { text, mutations } = isText
    ? mutated(JSON.stringify(rate), random)
    : { text: JSON.stringify(changed), mutations: steps };
  const options = {
    powerFactor: POWER_FACTOR,
    coincident: { intervalMinutes: 15 as const, intervals: [{ start: "2026-07-14T17:00:00-05:00" }] },
  };
  return {
    kind,
    mutations,
    text,
    ...verdictOf(
      () => readTariff(text, options),
      (tariff) => judge(tariff, JSON.parse(text) as Rate),
    ),
  };
}

/** Changes one thing somewhere in the tree, and says what. */
function changeIn(root: object, random: Random): string {
  let node = root as Record<string, unknown>;
  for (;;) {
    const keys = Object.keys(node);
    if (keys.length === 0) return "nothing";
    const key = oneOf(keys, random);
    const value = node[key];
    if (typeof value === "object" && value !== null && random(6) !== 0) {
      node = value as Record<string, unknown>;
      continue;
    }
    return change(node, key, value, random);
  }
}

function change(node: Record<string, unknown>, key: string, value: unknown, random: Random): string {
  const kind = random(7);
  if (kind === 0) delete node[key];
  else if (kind === 1) node[key] = oneOf([null, "", "x", true, -1, 1e9, [], {}, [[]], Number.MAX_SAFE_INTEGER], random);
  else if (kind === 2 && !Array.isArray(node)) {
    node[oneOf([key.toUpperCase(), `${key}s`, "zz"], random)] = value;
    delete node[key];
  } else if (kind === 3 && Array.isArray(value)) value.splice(random(value.length + 1), random(2), value[0]);
  else if (typeof value === "number")
    node[key] = oneOf([value * 1000, value / 1000, -value, value + 1, random(3)], random);
  else if (typeof value === "string") node[key] = oneOf(UNITS, random);
  else return change(node, key, value, (below) => (below === 7 ? 1 : random(below)));
  return `${["drop", "replace", "rename", "splice"][kind] ?? "alter"} ${key}`;
}

function judge({ fields, notices }: Tariff, given: Rate): Judgement {
  const rate = Object.fromEntries(Object.entries(given).map(([key, value]) => [key.toLowerCase(), value]));
  const firstOf = (structure: unknown, period: unknown): number => {
    const [{ rate: base = 0, adj = 0 }] = (structure as { rate?: number | null; adj?: number | null }[][])[
      period as number
    ];
    return ((base ?? 0) + (adj ?? 0)) * 1000;
  };
  const isNear = (read: number | undefined, plain: number) =>
    Math.abs((read ?? Number.NaN) - plain) <= 1e-6 * (1 + Math.abs(plain));
  const factor = (unit: unknown) => (typeof unit === "string" && unit.toLowerCase() === "kva" ? 1 / POWER_FACTOR : 1);
  for (const unit of ["demandrateunit", "flatdemandunit", "coincidentrateunit"]) {
    const structure = rate[unit.replace("rateunit", "ratestructure").replace("demandunit", "demandstructure")];
    if (
      structure !== undefined &&
      structure !== null &&
      typeof rate[unit] === "string" &&
      !/^k(w|va)$/i.test(rate[unit] as string)
    )
      return { wrong: `read though ${unit} is ${JSON.stringify(rate[unit])}` };
  }
  for (let month = 0; month < 12; month++) {
    for (const [day, name] of [
      ["weekday", "energyweekdayschedule"],
      ["weekend", "energyweekendschedule"],
    ] as const) {
      for (let hour = 0; fields.touEnergyCharge && hour < 24; hour++) {
        const plain =
          firstOf(rate.energyratestructure, (rate[name] as number[][])[month][hour]) +
          ((rate.fueladjustmentsmonthly as number[] | undefined)?.[month] ?? 0) * 1000;
        const read = fields.touEnergyCharge.usdPerMwh[fields.touEnergyCharge[day][month][hour]];
        if (!isNear(read, plain))
          return {
            wrong:
              `energy at ${read} USD/MWh in month ${month + 1}, ${day} hour ${hour}, where a plain reading ` +
              `finds ${plain}`,
          };
        if (Math.abs(read) > 10_000) return { wrong: `energy at ${read} USD/MWh` };
      }
    }
    for (let hour = 0; rate.demandratestructure && fields.touDemandCharge && hour < 24; hour++) {
      const plain =
        firstOf(rate.demandratestructure, (rate.demandweekdayschedule as number[][])[month][hour]) *
        factor(rate.demandrateunit);
      const read = fields.touDemandCharge.usdPerMwMonth[fields.touDemandCharge.weekday[month][hour]] as number;
      if (!isNear(read, plain)) return { wrong: `demand at ${read} USD/MW where a plain reading finds ${plain}` };
    }
    if (
      Object.values(fields.touDemandCharge?.usdPerMwMonth ?? {}).some(
        (usd) => !((usd as number) >= 0 && (usd as number) <= 1_250_000),
      )
    )
      return { wrong: "a demand rate beyond any utility's" };
    if (
      fields.demandCharge &&
      !isNear(
        fields.demandCharge.usdPerMwMonth as number,
        firstOf(rate.flatdemandstructure, (rate.flatdemandmonths as number[])[month]) * factor(rate.flatdemandunit),
      )
    )
      return { wrong: "flat demand at another rate" };
  }
  for (const [key, charge] of [
    ["energyratestructure", fields.touEnergyCharge],
    ["demandratestructure", fields.touDemandCharge],
    ["flatdemandstructure", fields.demandCharge ?? fields.touDemandCharge],
  ] as const) {
    if (rate[key] !== undefined && rate[key] !== null && charge === undefined) return { wrong: `${key} is lost` };
  }
  if (rate.fixedchargefirstmeter && !fields.fixedCharge) return { wrong: "the fixed charge is lost" };
  if (rate.zz !== undefined && rate.zz !== null && !notices.some((notice) => notice.toLowerCase().includes("zz")))
    return { wrong: "zz is in no notice" };
  return { isCounted: true };
}
