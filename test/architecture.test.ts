import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { assetKinds } from "./architecture/asset-kinds.ts";
import {
  clockReaders,
  kindBreaches,
  MAX_LINES,
  mirrorBreaches,
  purityBreaches,
  shapeBreaches,
  textRoleBreaches,
  toleranceBreaches,
} from "./architecture/code-rules.ts";
import { importBreaches, importCycles } from "./architecture/import-rules.ts";
import { readSourceFile, type SourceFile } from "./architecture/source-facts.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

function listTypeScript(folder: string): string[] {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts") && !path.includes("/node_modules/"))
    .toSorted();
}

const read = (path: string): SourceFile => readSourceFile(path, readFileSync(`${root}${path}`, "utf8"));
const source = listTypeScript("src").map(read);
const outside = [...listTypeScript("examples"), ...listTypeScript("bench"), ...listTypeScript("test/package")].map(
  read,
);
const tests = new Set(listTypeScript("test"));

describe("the rules of this project hold", () => {
  it("reads the whole of src", () => {
    expect(source.length).toBeGreaterThan(30);
    expect(source.map((file) => file.path)).toContain("src/lp/linear-program.ts");
  });

  it("imports follow the table", () => {
    expect(importBreaches(source)).toEqual([]);
  });

  it("no import cycles at run time (cycles of types alone are printed)", ({ annotate }) => {
    const atRunTime = importCycles(source, false);
    for (const cycle of importCycles(source, true)) {
      if (!atRunTime.includes(cycle)) void annotate(`types only: ${cycle}`);
    }
    expect(atRunTime).toEqual([]);
  });

  it("every file with logic has its mirror test", () => {
    expect(mirrorBreaches(source, tests)).toEqual([]);
  });

  it("no console, random number, clock, locale or host time zone", () => {
    expect(source.flatMap(purityBreaches)).toEqual([]);
  });

  it("the files allowed to read the clock are there and do", () => {
    const readers = source.filter((file) => /\b(?:Date|performance)\.now\(/u.test(file.tree.getFullText()));
    expect(readers.map((file) => file.path)).toEqual(clockReaders);
  });

  it("nobody asks an asset for its kind", () => {
    const kinds = assetKinds(source);
    expect([...kinds.keys()]).toEqual(expect.arrayContaining(["battery", "diesel", "grid"]));
    expect(source.flatMap((file) => kindBreaches(file, kinds))).toEqual([]);
  });

  it("assets see each other by typed ports, not by texts", () => {
    expect(source.flatMap(textRoleBreaches)).toEqual([]);
  });

  it("tolerances have names", () => {
    expect(source.flatMap(toleranceBreaches)).toEqual([]);
  });

  it("names, lengths and words", () => {
    expect(source.flatMap(shapeBreaches)).toEqual([]);
  });

  it("examples, benchmarks and package tests import only public entry points", () => {
    const inside = outside.flatMap((file) =>
      file.imports
        .filter((fact) => fact.target.startsWith("src/"))
        .map((fact) => `${file.path}:${fact.line}: ${fact.target}`),
    );
    expect(inside).toEqual([]);
  });
});

// Every rule on a few lines that break it and a few that do not: a rule that cannot fail proves nothing.
describe("the rules can fail", () => {
  const file = (path: string, text: string): SourceFile => readSourceFile(path, text);
  const breach = (path: string, text: string, ...others: SourceFile[]): string[] =>
    importBreaches([file(path, text), ...others]).map((line) => line.replace(/^[^ ]+ /u, ""));
  const lpBasis = file("src/lp/basis.ts", "export interface LpBasis {}");
  const grid = file(
    "src/assets/grid/index.ts",
    'export const grid = { kind: "grid", schema: z.strictObject({ kind: z.literal("grid") }) };',
  );

  it("the import table", () => {
    expect(breach("src/sparse/a.ts", 'import type { B } from "../lp/basis.ts";', lpBasis)).toEqual([
      "sparse may not import lp",
    ]);
    expect(breach("src/time/a.ts", 'export * from "../lp/basis.ts";', lpBasis)).toEqual(["time may not import lp"]);
    expect(breach("src/lp/a.ts", 'import * as z from "zod";')).toEqual(["lp may not import zod"]);
    expect(breach("src/plan/a.ts", 'import { parse } from "date-fns/parse";')).toEqual([
      "plan may not import date-fns",
    ]);
    expect(
      breach(
        "src/input/a.ts",
        'import { parseISO } from "date-fns/parseISO"; import type { B } from "../lp/basis.ts";',
        lpBasis,
      ),
    ).toEqual(["input may not import lp"]);
    expect(breach("src/plan/a.ts", 'const m = await import("javascript-lp-solver");')).toEqual([
      "plan may not import javascript-lp-solver",
    ]);
    expect(breach("src/plan/a.ts", 'let s: import("zod").ZodType;')).toEqual(["plan may not import zod"]);
    expect(
      breach("src/solvers/a.ts", 'import type { B } from "../lp/basis.ts"; import { c } from "./a.ts";', lpBasis),
    ).toEqual([]);
  });

  it("types only", () => {
    expect(breach("src/model/a.ts", 'import type { B } from "../lp/basis.ts";', lpBasis)).toEqual([]);
    const wanted = ["model may import only types from lp (import type)"];
    expect(breach("src/model/a.ts", 'import { b } from "../lp/basis.ts";', lpBasis)).toEqual(wanted);
    // Still loads the module at run time under verbatimModuleSyntax.
    expect(breach("src/model/a.ts", 'import { type B } from "../lp/basis.ts";', lpBasis)).toEqual(wanted);
  });

  it("Node built-ins, unknown rooms, endings, missing files, ways out of src", () => {
    expect(breach("src/lp/a.ts", 'import fs from "node:fs";')).toEqual(["imports the Node built-in node:fs"]);
    expect(breach("src/lp/a.ts", 'import fs from "fs/promises";')).toEqual(["imports the Node built-in fs/promises"]);
    expect(breach("src/misc/a.ts", "")).toEqual(["src/misc has no line in the import table; add one"]);
    expect(breach("src/lp/a.ts", 'import "./basis";', lpBasis)).toEqual([
      "imports src/lp/basis without its .ts ending",
    ]);
    expect(breach("src/lp/a.ts", 'import "./gone.ts";')).toEqual(["imports src/lp/gone.ts, which does not exist"]);
    expect(breach("src/lp/a.ts", 'import "../../test/x.ts";')).toEqual(["imports test/x.ts, outside src"]);
  });

  it("one asset does not know another, but knows the vocabulary and its own parts", () => {
    const battery = (text: string, ...others: SourceFile[]): string[] =>
      breach(
        "src/assets/battery/index.ts",
        `${text} export const battery = { kind: z.literal("battery") };`,
        ...others,
      );
    const meter = file("src/assets/grid/meter.ts", 'import { grid } from "./index.ts";');
    const fields = file("src/assets/fields/fields.ts", "export const a = 1;");
    const foreign = "which belongs to another asset";
    expect(battery('import { grid } from "../grid/index.ts";', grid)).toEqual([
      `battery/index.ts may not import grid/index.ts, ${foreign}`,
    ]);
    expect(battery('import { m } from "../grid/meter.ts";', grid, meter)).toEqual([
      `battery/index.ts may not import grid/meter.ts, ${foreign}`,
    ]);
    expect(battery('import { a } from "../fields/fields.ts";', fields)).toEqual([]);
    expect(breach("src/assets/gridlock/a.ts", 'import { grid } from "../grid/index.ts";', grid)).toEqual([
      `gridlock/a.ts may not import grid/index.ts, ${foreign}`,
    ]);
    expect(breach("src/assets/index.ts", 'import { grid } from "./grid/index.ts";', grid, meter)).toEqual([]);
  });

  it("one part of a tariff does not know another, but what all parts share", () => {
    const tiers = file("src/assets/tariff/energy-tiers/index.ts", "export const a = 1;");
    const peak = file("src/assets/tariff/peak/highest.ts", "export const a = 1;");
    const bill = file("src/assets/tariff/bill/bill.ts", "export const a = 1;");
    const part = (text: string): string[] => breach("src/assets/tariff/peak/index.ts", text, tiers, peak, bill);
    expect(part('import { a } from "../energy-tiers/index.ts";')).toEqual([
      "tariff/peak/index.ts may not import tariff/energy-tiers/index.ts, part of energy-tiers",
    ]);
    expect(part('import { a } from "./highest.ts"; import { a as b } from "../bill/bill.ts";')).toEqual([]);
    expect(breach("src/assets/tariff/bill/line.ts", 'import { a } from "../energy-tiers/index.ts";', tiers)).toEqual([
      "tariff/bill/line.ts may not import tariff/energy-tiers/index.ts, part of energy-tiers",
    ]);
    expect(breach("src/assets/tariff/index.ts", 'import { a } from "./energy-tiers/index.ts";', tiers)).toEqual([]);
  });

  it("cycles, at run time and of types", () => {
    const a = file("src/lp/a.ts", 'import { b } from "./b.ts"; export const x = b;');
    const b = file("src/lp/b.ts", 'import { c } from "./c.ts"; export const b = c;');
    const c = file("src/lp/c.ts", 'export { x as c } from "./a.ts";');
    expect(importCycles([b, c, a], false)).toEqual(["src/lp/a.ts -> src/lp/b.ts -> src/lp/c.ts -> src/lp/a.ts"]);
    const typed = file("src/lp/c.ts", 'export type { X as c } from "./a.ts";');
    expect(importCycles([a, b, typed], false)).toEqual([]);
    expect(importCycles([a, b, typed], true)).toHaveLength(1);
  });

  it("mirror tests, which files of types, tables and re-exports do not need", () => {
    const logic = [
      "export function a() {}",
      "export const a = () => 1;",
      "export class A {}",
      "export const a = { b() { return 1; } };",
      "export const a = { get b() { return 1; } };",
    ];
    for (const text of logic) {
      const code = file("src/lp/a.ts", text);
      expect(mirrorBreaches([code], new Set())).toEqual(["src/lp/a.ts: no test/lp/a.test.ts"]);
      expect(mirrorBreaches([code], new Set(["test/lp/a.test.ts"]))).toEqual([]);
    }
    const types =
      '/** Words. */ import type { B } from "./b.ts"; export interface T extends B { f(): void } export type ' +
      "U = () => 1;";
    const tables =
      'export { b } from "./b.ts"; export declare function f(): void; export const TABLE = [{ at: 1 }, { at: ' +
      "2 }] as const;";
    expect(mirrorBreaches([file("src/lp/t.ts", types), file("src/lp/u.ts", tables)], new Set())).toEqual([]);
  });

  it.each([
    ["console.log(1)", "uses console"],
    ["const { log } = console", "uses console"],
    ["Math.random()", "uses Math.random"],
    ["Date.now()", "reads the clock by Date.now"],
    ["new Date()", "reads the clock by new Date()"],
    ["Date()", "reads the clock by Date()"],
    ["globalThis.performance.now()", "reads the clock by performance.now"],
    ["(5).toLocaleString()", "depends on the host's locale by toLocaleString"],
    ["new Date(0).getHours()", "depends on the host's time zone by getHours"],
  ])("purity: %s", (text, wanted) => {
    expect(purityBreaches(file("src/plan/a.ts", text))).toEqual([`src/plan/a.ts:1: ${wanted}`]);
  });

  it("purity lets the harmless pass", () => {
    const harmless =
      "// console.log\nconst a = { console: 1 }; a.console; new Date(0).getUTCHours(); Date.UTC(2026, 0); " +
      "Math.fround(1);";
    expect(purityBreaches(file("src/plan/a.ts", harmless))).toEqual([]);
    expect(purityBreaches(file(clockReaders[0], "Date.now()"))).toEqual([]);
  });

  it.each([
    'asset.kind === "grid"',
    '"grid" !== kind',
    'kind == "grid"',
    'switch (asset.kind) { case "solar": break; case "grid": break; }',
    '["solar", "grid"].includes(asset.kind)',
    'new Set(["grid"]).has(assetKind)',
  ])("kinds: %s", (text) => {
    const kinds = assetKinds([grid]);
    expect([...kinds]).toEqual([["grid", "src/assets/grid/index.ts"]]);
    expect(kindBreaches(file("src/plan/a.ts", text), kinds)).toHaveLength(1);
    expect(kindBreaches(file("src/assets/grid/index.ts", text), kinds)).toEqual([]);
  });

  it("kinds of other things may be asked for", () => {
    const text = 'term.kind === "cash"; flow.role === "grid"; kinds.find((k) => k.kind === asset.kind);';
    expect(kindBreaches(file("src/plan/a.ts", text), assetKinds([grid]))).toEqual([]);
  });

  it.each([
    ["src/assets/grid/declare.ts", 'site.publish("import", importMw);'],
    ["src/assets/diesel/declare.ts", 'const own = site.published("export");'],
    ["src/model/site-model.ts", "class SiteModel { publishFigure(role: string) {} }"],
    ["src/model/site-model.ts", "const columns = new Map<string, ColumnBlock[]>();"],
    ["src/assets/ports/site-ports.ts", "interface SitePorts { figures: Readonly<Record<string, Float64Array>> }"],
  ])("roles as texts: %s %s", (path, text) => {
    expect(textRoleBreaches(file(path, text))).toHaveLength(1);
  });

  it("lets typed ports and other maps pass", () => {
    const ports = "const headrooms = new Map<string, Headroom>(); ports.connections.map(({ importMw }) => importMw);";
    expect(textRoleBreaches(file("src/assets/ports/site-ports.ts", ports))).toEqual([]);
    expect(textRoleBreaches(file("src/io/read-fleet.ts", "const byName = new Map<string, Float64Array>();"))).toEqual(
      [],
    );
  });

  it("tolerances", () => {
    const bad = file("src/plan/a.ts", "if (Math.abs(x) < 1e-9) f(0.000001);");
    expect(toleranceBreaches(bad)).toEqual([
      "src/plan/a.ts:1: 1e-9 has no name",
      "src/plan/a.ts:1: 0.000001 has no name",
    ]);
    const good =
      "const EPS = 1e-9; const { tolerance = 1e-7 } = options; const o = { gap: 1e-8 }; const half = 0.5 * 1e-3;";
    expect(toleranceBreaches(file("src/plan/a.ts", good))).toEqual([]);
  });

  it("shape", () => {
    expect(shapeBreaches(file("src/plan/runPlan.ts", ""))).toEqual(["src/plan/runPlan.ts: not kebab-case"]);
    expect(shapeBreaches(file("src/plan/utils.ts", ""))).toHaveLength(1);
    expect(shapeBreaches(file("src/common/a.ts", ""))).toHaveLength(1);
    expect(shapeBreaches(file("src/plan/a.ts", "// TODO later"))).toEqual(["src/plan/a.ts: contains a TODO"]);
    expect(shapeBreaches(file("src/plan/a.ts", 'import { z } from "zod";'))).toHaveLength(1);
    expect(shapeBreaches(file("src/plan/a.ts", 'import * as z from "zod";'))).toEqual([]);
    expect(shapeBreaches(file("src/plan/a.ts", "//\n".repeat(MAX_LINES)))).toEqual([]);
    expect(shapeBreaches(file("src/plan/a.ts", "//\n".repeat(MAX_LINES + 1)))).toHaveLength(1);
  });
});
