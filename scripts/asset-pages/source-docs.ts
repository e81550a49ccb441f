import ts from "typescript";

/**
 * Extracts what the pages take from the sources: header docstrings and the types of readings. Pure: text in, facts out.
 */
export class SourceDocs {
  private readonly trees: ReadonlyMap<string, ts.SourceFile>;

  /** `texts` by path from the root of the repository. */
  constructor(texts: ReadonlyMap<string, string>) {
    this.trees = new Map(
      [...texts].map(([path, text]) => [path, ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)]),
    );
  }

  /**
   * The file of an asset kind: `index.ts` of the folder whose schema has `kind: z.literal("battery")`, or the file of
   * the schema itself if it has no such folder.
   */
  fileOfKind(kind: string): string {
    const schema = this.only(`z.literal("${kind}")`, (tree) =>
      some(
        tree,
        (node) =>
          ts.isPropertyAssignment(node) &&
          node.name.getText() === "kind" &&
          node.initializer.getText() === `z.literal("${kind}")`,
      ),
    );
    const index = schema.replace(/[^/]*$/u, "index.ts");
    return this.trees.has(index) ? index : schema;
  }

  /** The file that exports a constant. */
  fileOfConst(name: string): string {
    return this.only(`export const ${name}`, (tree) =>
      tree.statements.some(
        (statement) => ts.isVariableStatement(statement) && statement.getText().startsWith(`export const ${name}:`),
      ),
    );
  }

  /**
   * The docstring at the start of a file, as Markdown: text indented by four spaces is mathematics and becomes code.
   */
  header(path: string): string {
    const text = this.tree(path).getFullText();
    const doc = /^\s*\/\*\*([\s\S]*?)\*\//u.exec(text)?.[1];
    if (doc === undefined)
      throw new Error(`${path} has no docstring at its head; describe the asset and its rows there.`);
    return toMarkdown(doc);
  }

  /** Files of the given folders whose name is in backticks in a text, e.g. `limits/ramp.ts`. */
  filesNamedIn(markdown: string): string[] {
    const names = [...markdown.matchAll(/`((?:[\w-]+\/)*[\w-]+\.ts)`/gu)].map(([, name]) => name);
    return [...this.trees.keys()].filter((path) => names.some((name) => path.endsWith(`/${name}`)));
  }

  /** The reading that a kind's file, or a file beside it, declares: `interface XReading extends AssetReading`. */
  readingOf(path: string): Member[] {
    const folder = path.replace(/[^/]*$/u, "");
    const reading = [...this.trees]
      .filter(([file]) => file === path || (path.endsWith("/index.ts") && file.startsWith(folder)))
      .flatMap(([, tree]) => [...tree.statements])
      .find(
        (node): node is ts.InterfaceDeclaration =>
          ts.isInterfaceDeclaration(node) &&
          (node.heritageClauses ?? []).some((clause) => clause.getText().includes("AssetReading")),
      );
    if (reading === undefined) throw new Error(`${path} declares no interface that extends AssetReading.`);
    return this.members(reading.members);
  }

  private members(nodes: ts.NodeArray<ts.TypeElement>): Member[] {
    return [...nodes].filter(ts.isPropertySignature).map((node) => {
      const inner = node.type && this.literalOf(node.type);
      return {
        name: node.name.getText(),
        optional: node.questionToken !== undefined,
        type: (node.type?.getText() ?? "").replaceAll(/\s+/gu, " "),
        doc: ts
          .getJSDocCommentsAndTags(node)
          .map((doc) => ts.getTextOfJSDocComment((doc as ts.JSDoc).comment) ?? "")
          .join(" ")
          .replaceAll(/\s+/gu, " ")
          .trim(),
        isList: node.type !== undefined && /^readonly .*\[\]$/su.test(node.type.getText()),
        members: inner ? this.members(inner) : [],
      };
    });
  }

  /** The members of a type literal, of a list of one, or of a named interface. */
  private literalOf(type: ts.TypeNode): ts.NodeArray<ts.TypeElement> | undefined {
    if (ts.isTypeLiteralNode(type)) return type.members;
    if (ts.isTypeOperatorNode(type) || ts.isParenthesizedTypeNode(type)) return this.literalOf(type.type);
    if (ts.isArrayTypeNode(type)) return this.literalOf(type.elementType);
    if (!ts.isTypeReferenceNode(type)) return undefined;
    const name = type.typeName.getText();
    for (const tree of this.trees.values()) {
      for (const node of tree.statements)
        if (ts.isInterfaceDeclaration(node) && node.name.text === name) return node.members;
    }
    return undefined;
  }

  private only(what: string, isIt: (tree: ts.SourceFile) => boolean): string {
    const found = [...this.trees].filter(([, tree]) => isIt(tree)).map(([path]) => path);
    if (found.length !== 1)
      throw new Error(`${what} is in ${found.length} files (${found.join(", ")}), wanted in one.`);
    return found[0];
  }

  private tree(path: string): ts.SourceFile {
    const tree = this.trees.get(path);
    if (tree === undefined) throw new Error(`${path} was not read.`);
    return tree;
  }
}

/** A field of a reading. */
export interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly type: string;
  readonly doc: string;
  readonly isList: boolean;
  /** Members of an object, or of each item of a list. */
  readonly members: readonly Member[];
}

function some(node: ts.Node, isIt: (node: ts.Node) => boolean): boolean {
  return isIt(node) || (ts.forEachChild(node, (child) => some(child, isIt) || undefined) ?? false);
}

export function toMarkdown(doc: string): string {
  const lines = doc.split("\n").map((line) => line.replace(/^\s*\* ?/u, "").trimEnd());
  const out: string[] = [];
  let inCode = false;
  for (const [i, line] of lines.entries()) {
    // A blank line between two lines of mathematics is part of it.
    const isMaths: boolean =
      line.startsWith("    ") || (inCode && line === "" && (lines[i + 1] ?? "").startsWith("    "));
    if (isMaths !== inCode) out.push("```", ...(isMaths ? [] : [""]));
    inCode = isMaths;
    out.push(isMaths ? line.slice(4) : line.trim());
  }
  if (inCode) out.push("```");
  return out
    .join("\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}
