import { cpSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { describe, expect, inject, it } from "vitest";
import { bundle } from "./bundle.ts";
import { repository } from "./consumer-project.ts";
import program from "./fixtures/small-program.json" with { type: "json" };
import { measureSizes, overBudget, sizeTable } from "./sizes.ts";

const { folder } = inject("consumer");
const names =
  "compare explain report handoff schema finance replay years sweep sizing uncertainty connections lp lp/io io";
const subpaths = `${names} javascript-lp-solver`.split(" ");
const entries = ["wattsplit", ...subpaths.map((name) => `wattsplit/${name}`)];
const everything = Object.fromEntries(
  await Promise.all(entries.map(async (entry) => [entry, await bundle(`export * from "${entry}";`, folder)] as const)),
);

/** Runs a script with the globals of a web page and without Node's own; returns what it printed. */
function runAsPage(script: string): string {
  const printed: string[] = [];
  const print = (...words: unknown[]): void => void printed.push(words.join(" "));
  const page = {
    console: { log: print, info: print, error: print, warn: print },
    performance,
    URL,
    TextEncoder,
    TextDecoder,
    structuredClone,
  };
  runInContext(script, createContext(page), { timeout: 60_000 });
  return printed.join("\n");
}

describe("in a browser", () => {
  it.each(entries)("%s bundles whole and needs no Node built-in", (entry) => {
    const { externals, modules } = everything[entry];
    // Optional peers write charts and workbooks; a bundler leaves them as imports where they are not installed.
    const optional: Readonly<Record<string, readonly string[]>> = {
      "wattsplit/report": ["vega", "vega-lite"],
      "wattsplit/finance": ["write-excel-file/universal"],
    };
    expect(externals.toSorted()).toEqual(optional[entry] ?? []);
    expect(modules.filter((path) => path.startsWith("node:") || builtinModules.includes(path))).toEqual([]);
  });

  it("wattsplit/lp solves there", async () => {
    const code =
      `import { solveLp } from "wattsplit/lp"; import { readMps } from "wattsplit/lp/io"; ` +
      `console.log(solveLp(readMps(${JSON.stringify(program)})).objective);`;
    const { text } = await bundle(code, folder, { format: "iife" });
    expect(runAsPage(text)).toBe("-11");
  });

  it("the demo plans its week there", async () => {
    cpSync(join(repository, "examples"), join(folder, "examples"), { recursive: true });
    const { text } = await bundle('import "./examples/week-at-a-texas-site.ts";', folder, { format: "iife" });
    const printed = runAsPage(text);
    expect(printed).toMatch(/optimal/u);
    expect(printed).toMatch(/diesel/u);
  });

  it("the page has no Node globals, so the runs above prove something", () => {
    expect(runAsPage("console.log(typeof process, typeof require, typeof Buffer)")).toBe(
      "undefined undefined undefined",
    );
    expect(() => runAsPage("process.exit()")).toThrow("process is not defined");
  });
});

describe("what an import pulls in", () => {
  const rooms = (sources: readonly string[]): string[] =>
    [...new Set(sources.filter((path) => path.startsWith("src/")).map((path) => path.split("/")[1]))].toSorted();
  const packages = (modules: readonly string[]): string[] =>
    [
      ...new Set(
        modules.flatMap(
          (path) =>
            /node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path.replace(/^.*node_modules/u, "node_modules"))?.[1] ?? [],
        ),
      ),
    ].toSorted();

  it("wattsplit/lp contains only our own code, from the solver's folders", () => {
    const { modules, sources } = everything["wattsplit/lp"];
    expect(packages(modules)).toEqual(["wattsplit"]);
    expect(rooms(sources)).toEqual(expect.arrayContaining(["lp", "solvers", "sparse"]));
    expect(rooms(sources).filter((room) => !["errors.ts", "lp", "lp.ts", "solvers", "sparse"].includes(room))).toEqual(
      [],
    );
  });

  const energyWord =
    /\b(?:zod|date-fns|batter(?:y|ies)|diesel|mining|miners?|bitcoin|hashprice|hashrate|megawatts?|tariff|electricity|energy)\b|[a-z]Mwh?\b|Usd/iu;

  it("wattsplit/lp contains no energy words", () => {
    expect(everything["wattsplit/lp"].text.match(energyWord)?.[0]).toBeUndefined();
    // The same search finds them in the planner.
    expect(everything.wattsplit.text).toMatch(energyWord);
    expect("a determined minimum, examining").not.toMatch(energyWord);
    expect("importLimitMw").toMatch(energyWord);
  });

  it("the main entry does not load javascript-lp-solver", () => {
    expect(packages(everything.wattsplit.modules)).toEqual(["date-fns", "wattsplit", "zod"]);
    expect(packages(everything["wattsplit/javascript-lp-solver"].modules)).toEqual([
      "javascript-lp-solver",
      "wattsplit",
    ]);
  });

  it("wattsplit leaves comparisons, explanations, reports and JSON Schemas to their own entries", () => {
    const others =
      /^src\/(?:explain|report|schema|plan\/(?:compare-cases|ai-only-cases|threshold-rule|diesel-headline))\b/u;
    expect(everything.wattsplit.sources.filter((path) => others.test(path))).toEqual([]);
    for (const name of ["compare", "explain", "report", "schema"])
      expect(everything[`wattsplit/${name}`].sources.filter((path) => others.test(path))).not.toEqual([]);
    expect(packages(everything["wattsplit/schema"].modules)).toEqual(["wattsplit"]);
    expect(packages(everything["wattsplit/report"].modules)).toEqual(["wattsplit"]);
    expect(packages(everything["wattsplit/finance"].modules)).toEqual(["wattsplit"]);
  });

  it("wattsplit/handoff is its own code alone, without a planner", () => {
    const { modules, sources } = everything["wattsplit/handoff"];
    expect(packages(modules)).toEqual(["wattsplit"]);
    expect(rooms(sources).filter((room) => !["errors.ts", "handoff", "handoff.ts"].includes(room))).toEqual([]);
  });

  it("descriptions of fields are in the JSON Schema and in no code of the planner", () => {
    const description = "At the POI; 0 in an outage";
    expect(everything["wattsplit/schema"].text).toContain(description);
    expect(everything.wattsplit.text).not.toContain(description);
  });

  it("wattsplit/lp contains no reader of texts, and wattsplit/lp/io no solver", () => {
    const textFiles = (sources: readonly string[]): string[] => sources.filter((path) => path.startsWith("src/lp/io/"));
    expect(textFiles(everything["wattsplit/lp"].sources)).toEqual([]);
    const { modules, sources } = everything["wattsplit/lp/io"];
    expect(textFiles(sources)).toContain("src/lp/io/read-mps.ts");
    expect(packages(modules)).toEqual(["wattsplit"]);
    expect(rooms(sources)).toEqual(["errors.ts", "lp"]);
  });

  it("checkSolution alone leaves the solver behind", async () => {
    const { sources } = await bundle(
      'import { checkSolution } from "wattsplit/lp"; console.log(checkSolution);',
      folder,
    );
    expect(sources).toContain("src/lp/check-solution.ts");
    expect(sources.filter((path) => /^src\/(?:solvers|sparse|lp\/io)\//u.test(path))).toEqual([]);
  });
});

it("sizes are within their budgets", async () => {
  const sizes = await measureSizes(folder);
  expect(overBudget(sizes), sizeTable(sizes)).toEqual([]);
  // The measurement is not empty, and the planner alone is smaller than planner and solver.
  const sizeOf = (entry: string): number => sizes.find(({ what }) => what === entry)?.gzipBytes ?? 0;
  const [beyond, lp, all] = ["wattsplit beyond wattsplit/lp", "wattsplit/lp", "wattsplit, solver core included"].map(
    sizeOf,
  );
  expect(Math.min(all, lp, beyond), sizeTable(sizes)).toBeGreaterThan(5_000);
  expect(beyond).toBeLessThan(all);
});

it("the table says what is over", () => {
  const sizes = [{ what: "wattsplit", minifiedBytes: 90_000, gzipBytes: 31_500, budgetBytes: 30_000 }];
  expect(sizeTable(sizes)).toContain("31.5 kB   30.0 kB  over by 1.5 kB");
  expect(overBudget(sizes)).toHaveLength(1);
});
