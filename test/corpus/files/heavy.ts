/**
 * Reads one case of the corpus by name. `files.test.ts` runs it in a process with limited memory:
 *
 *     npx tsx test/corpus/files/heavy.ts "carriage returns alone: 2.2 GB for 20 MB" 20000000
 */
import { corpus } from "./index.ts";

const [name, size] = process.argv.slice(2);
const found = corpus.find((each) => each.name === name);
if (!found) throw new RangeError(`no case ${name}`);
try {
  found.read(found.make(Number(size)));
} catch (error) {
  if (!(error instanceof Error) || !("faults" in error)) throw error;
}
process.stdout.write(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
