import ts from "typescript";
import { assetFolder } from "./asset-kinds.ts";
import { lineOf, walk, type SourceFile } from "./source-facts.ts";

/** Rules on the contents of the files of `src`. Every function returns one line per breach. */

/** The only files that may read a clock: they enforce time limits. */
export const clockReaders: readonly string[] = [
  "src/cli.ts",
  "src/solvers/budget/drain.ts",
  "src/solvers/budget/remaining-budget.ts",
  "src/solvers/budget/stopping-rule.ts",
  "src/solvers/budget/timed-steps.ts",
];

export const MAX_LINES = 300;

/** No host state, locale or clock: the same input gives the same answer to the last bit on every machine. */
export function purityBreaches(file: SourceFile): string[] {
  const breaches: string[] = [];
  walk(file.tree, (node) => {
    const what = impurity(node, file.path);
    if (what !== undefined) breaches.push(`${file.path}:${lineOf(file.tree, node)}: ${what}`);
  });
  return breaches;
}

const localTimeMethod = /^[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$/u;

function impurity(node: ts.Node, path: string): string | undefined {
  if (ts.isIdentifier(node) && node.text === "console" && !isMemberName(node)) return "uses console";
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && (node.arguments?.length ?? 0) === 0) {
    return "reads the clock by new Date()";
  }
  if (ts.isCallExpression(node) && node.expression.getText() === "Date") return "reads the clock by Date()";
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const text = node.getText();
  const member = node.name.text;
  if (text.endsWith("Math.random")) return "uses Math.random";
  const clock = /(?:Date|performance)\.now$/u.exec(text);
  if (clock !== null && !clockReaders.includes(path)) return `reads the clock by ${clock[0]}`;
  if (member.startsWith("toLocale")) return `depends on the host's locale by ${member}`;
  if (localTimeMethod.test(member) && !path.startsWith("src/input/")) {
    return `depends on the host's time zone by ${member}`;
  }
  return undefined;
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}

/** Only an asset's own files may test for its kind: comparisons, `switch`, and `[...].includes(x.kind)`. */
export function kindBreaches(file: SourceFile, kinds: ReadonlyMap<string, string>): string[] {
  const breaches: string[] = [];
  const isForeignKind = (node: ts.Node): boolean =>
    ts.isStringLiteralLike(node) &&
    kinds.has(node.text) &&
    assetFolder(kinds.get(node.text) as string) !== assetFolder(file.path);
  const blame = (node: ts.Node): void => {
    breaches.push(
      `${file.path}:${lineOf(file.tree, node)}: asks for an asset's kind (${node.getText()}); add a property ` +
        "to the protocol",
    );
  };
  walk(file.tree, (node) => {
    if (ts.isBinaryExpression(node) && /^[=!]==?$/u.test(node.operatorToken.getText())) {
      const sides = [node.left, node.right];
      if (sides.some(isNamedKind) && sides.some(isForeignKind)) blame(node);
    } else if (ts.isSwitchStatement(node) && isNamedKind(node.expression)) {
      for (const clause of node.caseBlock.clauses) {
        if (ts.isCaseClause(clause) && isForeignKind(clause.expression)) blame(clause.expression);
      }
    } else if (ts.isCallExpression(node) && node.arguments.some(isNamedKind)) {
      let foreign = false;
      walk(node.expression, (inner) => {
        if (isForeignKind(inner)) foreign = true;
      });
      if (foreign) blame(node);
    }
  });
  return breaches;
}

function isNamedKind(node: ts.Node): boolean {
  const name = ts.isPropertyAccessExpression(node) ? node.name.text : ts.isIdentifier(node) ? node.text : "";
  return /^kind$|Kind$/u.test(name);
}

/**
 * A tiny number is a tolerance, and a tolerance has a name: it may only be the value of a constant, field or default.
 */
export function toleranceBreaches(file: SourceFile): string[] {
  const breaches: string[] = [];
  walk(file.tree, (node) => {
    if (!ts.isNumericLiteral(node)) return;
    const size = Number(node.text);
    if (size === 0 || size > 1e-5) return;
    const { parent } = node;
    const named =
      ts.isVariableDeclaration(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isBindingElement(parent) ||
      ts.isParameter(parent);
    if (!named) breaches.push(`${file.path}:${lineOf(file.tree, node)}: ${node.getText()} has no name`);
  });
  return breaches;
}

/**
 * Assets see each other by typed ports. Nothing is passed between them under a free-text name: no `publish` or
 * `published`, and no map from texts to blocks in the model or in the ports.
 */
export function textRoleBreaches(file: SourceFile): string[] {
  if (!/^src\/(?:assets|model|plan)\//u.test(file.path)) return [];
  const breaches: string[] = [];
  const blame = (node: ts.Node): void => {
    breaches.push(`${file.path}:${lineOf(file.tree, node)}: ${node.getText().split("\n")[0]}; add a typed port`);
  };
  walk(file.tree, (node) => {
    const isNamed = ts.isPropertyAccessExpression(node) || ts.isMethodDeclaration(node);
    if (isNamed && /^publish(?:ed)?(?:$|[A-Z])/u.test(node.name.getText())) blame(node);
    const isShared = /^src\/(?:model|assets\/ports)\//u.test(file.path);
    if (!isShared || (!ts.isTypeReferenceNode(node) && !ts.isNewExpression(node))) return;
    const [key, value] = node.typeArguments ?? [];
    const isMap = /^(?:Readonly)?Map$|^Record$/u.test(
      (ts.isNewExpression(node) ? node.expression : node.typeName).getText(),
    );
    if (isMap && key?.getText() === "string" && /\b(?:Column|Row)Block\b|Float64Array/u.test(value?.getText() ?? ""))
      blame(node);
  });
  return breaches;
}

/** File names, lengths and forbidden words. */
export function shapeBreaches(file: SourceFile): string[] {
  const breaches: string[] = [];
  const name = file.path.split("/").at(-1) ?? "";
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/u.test(name)) breaches.push(`${file.path}: not kebab-case`);
  if (/(?:^|\/)(?:utils?|helpers?|common|misc|shared|types|manager)(?:\/|\.ts$)/u.test(file.path)) {
    breaches.push(`${file.path}: the name says nothing about the content; name the noun`);
  }
  if (file.numLines > MAX_LINES && !isGenerated(file)) {
    breaches.push(`${file.path}: ${file.numLines} lines, wanted at most ${MAX_LINES}; find the second noun and split`);
  }
  const text = file.tree.getFullText();
  if (/\bTODO\b|\bFIXME\b/u.test(text)) breaches.push(`${file.path}: contains a TODO`);
  if (/import\s*(?:type\s*)?\{[^}]*\bz\b[^}]*\}\s*from\s*"zod"/u.test(text)) {
    breaches.push(`${file.path}: import * as z from "zod" (the named z takes four times the bundle)`);
  }
  return breaches;
}

/** `src/a/b.ts` -> `test/a/b.test.ts`; files of types, tables and re-exports need none. */
export function mirrorBreaches(files: readonly SourceFile[], tests: ReadonlySet<string>): string[] {
  return files
    .filter((file) => file.hasLogic)
    .map((file) => ({ file, mirror: file.path.replace(/^src\//u, "test/").replace(/\.ts$/u, ".test.ts") }))
    .filter(({ mirror }) => !tests.has(mirror))
    .map(({ file, mirror }) => `${file.path}: no ${mirror}`);
}

/** Written by `npm run docs`, checked by `test/docs.test.ts`. */
function isGenerated(file: SourceFile): boolean {
  return file.tree.getFullText().startsWith("// Made by `npm run docs`");
}
