import ts from "typescript";
import { posix } from "node:path";

/**
 * The facts about one source file that the rules need, read from its syntax tree. Pure: text in, facts out, so every
 * rule can be tested on a few lines of bad code.
 */

export interface ImportFact {
  /**
   * Path from the root of the repository for relative imports (`src/lp/basis.ts`), otherwise the specifier as written.
   */
  readonly target: string;
  readonly relative: boolean;
  /**
   * `import type` or `export type ... from`. NB: under `verbatimModuleSyntax` `import { type A } from "b"` still loads
   * b at run time, so it does not count.
   */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface SourceFile {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly numLines: number;
  /** False for files of types, tables and re-exports: they have no function or class to test. */
  readonly hasLogic: boolean;
  readonly imports: readonly ImportFact[];
  readonly tree: ts.SourceFile;
}

export function readSourceFile(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return {
    path,
    numLines: text.replace(/\n$/u, "").split("\n").length,
    hasLogic: hasLogic(tree),
    imports: readImports(path, tree),
    tree,
  };
}

export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** Calls `visit` on every node below `root`, parents first. */
export function walk(root: ts.Node, visit: (node: ts.Node) => void): void {
  ts.forEachChild(root, (child) => {
    visit(child);
    walk(child, visit);
  });
}

function hasLogic(tree: ts.SourceFile): boolean {
  let found = false;
  walk(tree, (node) => {
    if (ts.isClassDeclaration(node) || ts.isClassExpression(node)) found = true;
    else if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined) found = true;
  });
  return found;
}

function readImports(path: string, tree: ts.SourceFile): ImportFact[] {
  const imports: ImportFact[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier === undefined) return;
    if (!ts.isStringLiteralLike(specifier)) {
      imports.push({ target: specifier.getText(tree), relative: false, typeOnly, line: lineOf(tree, specifier) });
      return;
    }
    const relative = specifier.text.startsWith(".");
    const target = relative ? posix.join(posix.dirname(path), specifier.text) : specifier.text;
    imports.push({ target, relative, typeOnly, line: lineOf(tree, specifier) });
  };
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    }
  });
  return imports;
}
