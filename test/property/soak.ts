/**
 * Runs many more random programs of the soak than the test does, and prints the results of each engine:
 *
 *     npx tsx test/property/soak.ts 20000 [first seed, default 0] [class or all] [engine or all]
 *
 * The same numbers give the same programs; case 17 is case 17 in every run. Each program has a minute in a process that
 * is killed if it does not end. The exit code is 1 if a result was wrong or missing.
 */
import { soakClasses } from "../support/soak/cases.ts";
import { soakEngines } from "../support/soak/judge.ts";
import { judgeSeeds, type SeedRequest } from "../support/soak/solve-seeds.ts";

const PATIENCE_MS = 60_000;

const [count, first, kind = "all", engine = "all"] = process.argv.slice(2);
const from = Number(first ?? 0);
const to = from + Number(count ?? 1000);
const engines = engine === "all" ? Object.keys(soakEngines) : [engine];
if (!Number.isInteger(from) || !Number.isInteger(to))
  throw new RangeError("wanted whole numbers: how many programs, and the first seed");
if (kind !== "all" && soakClasses[kind] === undefined)
  throw new RangeError(`got class "${kind}", wanted one of ${Object.keys(soakClasses).join(", ")}`);
if (engines.some((name) => !(name in soakEngines)))
  throw new RangeError(`got engine "${engine}", wanted one of ${Object.keys(soakEngines).join(", ")}`);

const counts = new Map<string, number>();
const worst = new Map<string, number>();
const truths = new Map<string, number>();
const bump = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
let numWrong = 0;
let numDone = 0;
const print = (text: string): void => void process.stdout.write(`${text}\n`);

function* requests(): Generator<SeedRequest> {
  for (let seed = from; seed < to; seed++) yield { seed, kind, engines };
}

for await (const { seed, kind: of, status, objective, judgements } of judgeSeeds(requests(), PATIENCE_MS)) {
  bump(truths, `${of}: ${status}`);
  for (const [name, { verdict, said, difference }] of Object.entries(judgements)) {
    bump(counts, `${name}: ${verdict}`);
    if (verdict === "right") worst.set(name, Math.max(worst.get(name) ?? 0, difference));
    if (verdict === "right" || verdict === "unjudged") continue;
    const isMiss = verdict !== "declined" || !name.endsWith("alone");
    if (isMiss) numWrong++;
    if (isMiss) print(`${verdict}: seed ${seed}, ${of}, ${name} said ${said}; truth ${status} ${objective}`);
  }
  if (++numDone % 1000 === 0) print(`... ${numDone} programs, ${numWrong} misses`);
}
print(`\n${to - from} programs from seed ${from}`);
for (const map of [truths, counts])
  for (const [what, number] of [...map].sort(([a], [b]) => (a < b ? -1 : 1))) print(`  ${what} ${number}`);
for (const [name, difference] of worst)
  print(`  ${name}: greatest relative difference of a right objective ${difference.toExponential(1)}`);
process.exitCode = numWrong === 0 ? 0 : 1;
