/**
 * Mutated fleet inventories. The rigs read must be those of a plain reading, row by row; no rig may have figures that
 * no rig has, or figures that stand in the file in another unit.
 */
import { type Fleet, readFleet } from "../../../src/io/read-fleet.ts";
import type { Random } from "./random.ts";
import { simpleTable } from "./simple-table.ts";
import { mutated } from "./text-mutations.ts";
import { type Judgement, verdictOf, type Verdict } from "./verdict.ts";

const texts = [
  {
    kind: "models and numbers",
    text:
      "model,count,site\nAntminer S21 XP,5000,Hall 1\nAntminer S19,200,Hall 2\nWhatsminer M60S,0,Hall " +
      "2\nAntminer S19,30,Hall 3\n",
    model: "model",
    count: "count",
  },
  {
    kind: "kW and TH/s",
    text:
      "Model;Quantity;Power (kW);TH/s\r\nAntminer S19j Pro;10;3.1;104\r\nAntminer S19j Pro;20;;\r\nAntminer " +
      "S21;7;;195\r\n",
    model: "Model",
    count: "Quantity",
    power: "Power (kW)",
    factor: 1000,
  },
  {
    kind: "own models",
    text: '"rig model","rigs","W","TH/s"\n"House Rig 7","3","3000","200"\n"Antminer S21 XP","12","3600","268.5"\n',
    model: "rig model",
    count: "rigs",
    power: "W",
    factor: 1,
  },
  {
    kind: "a row for each machine",
    text:
      "Name,Model,Hashrate,Power (kW)\nrack1-01,Antminer S21,198.2 TH/s,3.49\nrack1-02,Antminer S21,201 " +
      "Th/s,3.52\nrack1-03,Antminer S19 XP 141T,141 TH/s,\n",
    model: "Model",
  },
] as const;

export function fleetCase(turn: number, random: Random): Omit<Verdict, "reader"> {
  const given = texts[turn % texts.length];
  const { text, mutations } = mutated(given.text, random);
  return {
    kind: given.kind,
    mutations,
    text,
    ...verdictOf(
      () => readFleet(text, { ownModels: ["House Rig 7"] }),
      (fleet) => judge(fleet, text, given),
    ),
  };
}

function judge({ assets, rigs, powerMw }: Fleet, text: string, given: (typeof texts)[number]): Judgement {
  if (
    !(powerMw > 0) ||
    assets.some((asset) => !(asset.rigs !== undefined && Number.isInteger(asset.rigs) && asset.rigs > 0))
  )
    return rigs === 0 ? {} : { wrong: `${rigs} rigs of ${powerMw} MW` };
  const own = assets.flatMap(({ rig }) => (typeof rig === "object" ? [rig] : []));
  for (const { powerW, hashrateThPerS } of own) {
    const jPerTh = powerW / hashrateThPerS;
    if (!(jPerTh >= 5 && jPerTh <= 200)) return { wrong: `a rig of ${jPerTh} J/TH` };
  }
  const needed = [given.model, ...("count" in given ? [given.count] : []), ...("power" in given ? [given.power] : [])];
  const table = simpleTable(text, (fields) =>
    needed.every((heading) => fields.indexOf(heading) >= 0 && fields.indexOf(heading) === fields.lastIndexOf(heading)),
  );
  if (!table) return {};
  const at = (heading: string) => table.headings.indexOf(heading);
  const counted =
    "count" in given ? table.rows.reduce((sum, row) => sum + Number(row[at(given.count)]), 0) : table.rows.length;
  if (counted !== rigs) return { wrong: `${rigs} rigs where a plain reading finds ${counted}`, isCounted: true };
  if (!("power" in given)) return { isCounted: true };
  const powers = new Set(
    table.rows
      .map((row) => row[at(given.power)] ?? "")
      .filter((field) => field !== "")
      .map((field) => Number((Number(field) * given.factor).toPrecision(12))),
  );
  const rated = table.rows.some((row) => (row[at(given.power)] ?? "") === "");
  const strange = own.find(({ powerW }) => !powers.has(Number(powerW.toPrecision(12))) && !rated);
  return { wrong: strange && `${strange.powerW} W stand nowhere in the file`, isCounted: true };
}
