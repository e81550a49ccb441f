/**
 * Mutates files of the four readers, far more of them than the test does, and prints what the readers made of them:
 *
 *     npx tsx test/io/fuzz.ts 100000 [first seed, default 0]
 *
 * The same numbers give the same files. `counted` are files that other code read too, to the same values. Ends with
 * exit code 1 where a file crashed or hung its reader, or was read wrongly.
 */
import { fuzzCase } from "../support/fuzz/file-fuzz.ts";

const [count, first] = process.argv.slice(2);
const from = Number(first ?? 0);
const to = from + Number(count ?? 1000);
if (!Number.isInteger(from) || !Number.isInteger(to))
  throw new RangeError("wanted whole numbers: how many files, and the first seed");

const counts = new Map<string, number>();
const print = (text: string): void => void process.stdout.write(`${text}\n`);
let numWrong = 0;
for (let seed = from; seed < to; seed++) {
  const { reader, kind, mutations, outcome, wrong } = fuzzCase(seed);
  for (const key of [`all: ${outcome}`, `${reader}: ${outcome}`, `${reader}, ${kind}: ${outcome}`])
    counts.set(key, (counts.get(key) ?? 0) + 1);
  if (wrong !== undefined) {
    numWrong++;
    print(`seed ${seed}, ${reader}, ${kind}, ${mutations.join(" + ")}: ${wrong}`);
  }
  if ((seed + 1 - from) % 5000 === 0) print(`... ${seed + 1 - from} files, ${numWrong} wrong`);
}
print(`\n${to - from} files from seed ${from}, ${numWrong} wrong`);
for (const [what, number] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) print(`  ${what} ${number}`);
process.exitCode = numWrong === 0 ? 0 : 1;
