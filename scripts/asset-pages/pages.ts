import type { AnyAssetKind } from "../../src/assets/asset.ts";
import { z } from "../../src/assets/fields/fields.ts";
import { fieldsOf, fieldTable, type Field, type SchemaNode } from "./field-table.ts";
import type { Member, SourceDocs } from "./source-docs.ts";
import { table } from "./table.ts";
import { unitOfName } from "./units.ts";

/** A part of the tariff: a field of the connection with its own folder. */
export interface PartToDocument {
  readonly schema: z.ZodType;
  readonly state: z.ZodRawShape;
}

const ROLES: Readonly<Record<AnyAssetKind["role"], string>> = {
  connection: "connection (the AI-only site has it, with its own import limit)",
  "ai-load": "AI load (the AI-only site has it)",
  "on-site": "on site (the AI-only site has it where `assetsAiOnlyKeeps` says so)",
  mining: "mining (the AI-only site has none)",
  contract: "contract (no power of its own; the AI-only site has it where `assetsAiOnlyKeeps` says so)",
};

const MADE = "<!-- Made by `npm run docs` from the sources; edit those. -->";
const WORDS: Readonly<Record<string, string>> = {
  curve: "A `curve` is one number, a list with one number per interval, or a list of `{ start, value, minutes? }`.",
  instant: "An `instant` is ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.",
};

/** The text of every page by its path below `docs/assets/`. */
export function assetPages(
  kinds: readonly AnyAssetKind[],
  parts: Readonly<Record<string, PartToDocument>>,
  docs: SourceDocs,
): Map<string, string> {
  const pages = new Map<string, string>();
  for (const kind of kinds) pages.set(`${kind.kind}.md`, kindPage(kind, Object.keys(parts), docs));
  for (const [key, part] of Object.entries(parts)) pages.set(`tariff/${kebab(key)}.md`, partPage(key, part, docs));
  pages.set("index.md", indexPage(kinds, parts, docs));
  return pages;
}

function kindPage(
  { kind, role, schema, stateSchema, stateRequired }: AnyAssetKind,
  parts: readonly string[],
  docs: SourceDocs,
): string {
  const path = docs.fileOfKind(kind);
  const all = fieldsOf(schemaOf(schema));
  // A part of the tariff has its own page.
  const own = all.filter(
    ({ path: field }) => !parts.some((part) => field.startsWith(`${part}.`) || field.startsWith(`${part}[`)),
  );
  const fields = own.map((field) =>
    parts.includes(field.path) ? { ...field, meaning: `see [${field.path}](tariff/${kebab(field.path)}.md)` } : field,
  );
  const state = fieldsOf(schemaOf(stateSchema));
  return page([
    `# ${kind}`,
    MADE,
    docs.header(path),
    `Role: ${ROLES[role]}.`,
    ...symbols(docs.header(path), all),
    "## Input fields",
    fieldTable(fields),
    ...wordsUsed(fields),
    ...stateSection(
      state,
      stateRequired === true
        ? "It is required."
        : "It is optional. Without it the plan starts from default states, and a notice says so if that matters.",
    ),
    "## Result fields",
    ...reading(docs.readingOf(path)),
    ...seeAlso(docs.header(path), path, docs),
  ]);
}

function partPage(key: string, { schema, state }: PartToDocument, docs: SourceDocs): string {
  const path = docs.fileOfConst(key);
  const fields = fieldsOf(schemaOf(schema));
  return page([
    `# ${key}`,
    MADE,
    `A part of the tariff: the field \`${key}\` of a connection.`,
    docs.header(path),
    ...symbols(docs.header(path), fields),
    "## Input fields",
    fieldTable(fields),
    ...wordsUsed(fields),
    ...stateSection(fieldsOf(schemaOf(z.strictObject(state))), "Everything in it is optional."),
    ...seeAlso(docs.header(path), path, docs),
  ]);
}

function indexPage(
  kinds: readonly AnyAssetKind[],
  parts: Readonly<Record<string, PartToDocument>>,
  docs: SourceDocs,
): string {
  return page([
    "# Assets",
    MADE,
    "The parts of a plan: one page for each kind of asset and each part of a tariff, with its rows of the linear " +
      "program, its input fields and its result fields. In the rows, dt is the length of an interval in hours and " +
      "t an interval; powers are means over an interval in MW, and stored quantities are those at its end.",
    table(
      ["kind", "role", "what it is"],
      kinds.map(({ kind, role }) => [`[${kind}](${kind}.md)`, role, firstSentence(docs.header(docs.fileOfKind(kind)))]),
    ),
    "## Parts of a tariff",
    table(
      ["field of the connection", "what it is"],
      Object.keys(parts).map((key) => [
        `[${key}](tariff/${kebab(key)}.md)`,
        firstSentence(docs.header(docs.fileOfConst(key))),
      ]),
    ),
  ]);
}

function wordsUsed(fields: readonly Field[]): string[] {
  const used = Object.entries(WORDS)
    .filter(([word]) => fields.some(({ type }) => type.includes(word)))
    .map(([, sentence]) => sentence);
  return used.length === 0 ? [] : [used.join(" ")];
}

/** The fields that occur in the rows by name, or as the symbol of a curve: `importLimitMw_t`. */
function symbols(header: string, fields: readonly Field[]): string[] {
  const maths = [...header.matchAll(/```\n([\s\S]*?)\n```/gu)].map(([, block]) => block).join("\n");
  const rows = fields
    .filter(({ path, type }) => !/^(kind|name)$/u.test(path) && type !== "object")
    .flatMap(({ path, unit, meaning }) => {
      const name = path.split(/[.[\]*]+/u).at(-1) as string;
      const symbol =
        name.length > 1 ? new RegExp(`(?<![\\w.])${name}(_\\w+)?(?!\\w)`, "u").exec(maths)?.[0] : undefined;
      return symbol === undefined ? [] : [[`\`${symbol}\``, `\`${path}\``, unit, meaning]];
    });
  return rows.length === 0 ? [] : ["## Symbols that are fields", table(["symbol", "field", "unit", "meaning"], rows)];
}

function stateSection(state: readonly Field[], owed: string): string[] {
  if (state.length === 0) return [];
  return [
    "## Initial state",
    `Under the asset's name in \`initialState\`; a plan's \`endState\` has the same shape. ${owed}`,
    fieldTable(state),
  ];
}

/** One table: series, totals, and the other result fields. */
function reading(members: readonly Member[]): string[] {
  const rows = members
    .filter(({ name }) => name !== "kind" && name !== "endState")
    .flatMap((member) => rowsOf(member, ""));
  return [table(["field", "unit", "meaning"], rows), "`series` have one value per interval."];
}

function rowsOf({ name, optional, type, doc, isList, members }: Member, prefix: string): string[][] {
  const path = `${prefix}${name}${isList ? "[]" : ""}`;
  const inner = members.flatMap((member) => rowsOf(member, `${path}.`));
  const meaning = [doc, optional && !/absent/iu.test(doc) ? "May be absent." : ""].filter(Boolean).join(" ");
  const isFigure = /^(number|Float64Array)\b/u.test(type);
  if (inner.length > 0 && meaning === "") return inner;
  return [[`\`${path}\``, isFigure ? unitOfName(name) : "", meaning], ...inner];
}

/** The headers of other files that the text refers to. */
function seeAlso(header: string, path: string, docs: SourceDocs): string[] {
  return docs
    .filesNamedIn(header)
    .filter((file) => file !== path)
    .flatMap((file) => [`## From \`${file.replace(/^src\/(?:assets\/)?/u, "")}\``, docs.header(file)]);
}

function schemaOf(schema: z.ZodType): SchemaNode {
  return z.toJSONSchema(schema, { io: "input" }) as SchemaNode;
}

/** The text up to its first full stop before the mathematics, without files named in brackets. */
export function firstSentence(header: string): string {
  const prose = header
    .split("```")[0]
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/ \([^()]*\.ts`[^()]*\)/gu, "")
    .trim();
  return (/^.*?(?<!e\.g)\.(?=\s|$)/u.exec(prose)?.[0] ?? prose).replace(/[:,]$/u, ".");
}

function kebab(key: string): string {
  return key.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

function page(blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}
