import ts from "typescript";

/** Functions of the schema vocabulary whose second argument describes a field. */
const DESCRIBED = new Set(["curve", "monthlyNumber", "number", "usedByPeriod"]);

/**
 * The text of a source without the descriptions in its schemas. The planner never shows them: they are used for the
 * JSON Schema, the types and the pages, which are generated and committed. Leaving them out of the build saves 5 kB of
 * its entry point, gzipped. Line numbers are preserved for the source maps.
 */
export function withoutDescriptions(text: string): string {
  if (!/\bdescribe\(|\bnumber\(|\bcurve\(|\bmonthlyNumber\(|\busedByPeriod\(|\bdescription\b/u.test(text)) return text;
  const tree = ts.createSourceFile("schema.ts", text, ts.ScriptTarget.ES2022, true);
  const cuts: { from: number; to: number; put: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression, arguments: given } = node;
      if (ts.isPropertyAccessExpression(expression) && expression.name.text === "describe" && isText(given[0]))
        cuts.push({ from: expression.expression.end, to: node.end, put: "" });
      if (ts.isIdentifier(expression) && DESCRIBED.has(expression.text) && isText(given[1])) {
        const isLast = given.length === 2;
        cuts.push({ from: isLast ? given[0].end : given[1].getStart(), to: given[1].end, put: isLast ? "" : "void 0" });
      }
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === "description" && isText(node.initializer))
      cuts.push({ from: node.initializer.getStart(), to: node.initializer.end, put: "void 0" });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  let remaining = text;
  for (const { from, to, put } of cuts.toSorted((a, b) => b.from - a.from)) {
    const lines = remaining.slice(from, to).replaceAll(/[^\n]/gu, "");
    remaining = remaining.slice(0, from) + put + lines + remaining.slice(to);
  }
  return remaining;
}

/** A string, a template without substitutions, or a concatenation of them. */
function isText(node: ts.Node | undefined): node is ts.Expression {
  if (node === undefined) return false;
  if (ts.isBinaryExpression(node)) return isText(node.left) && isText(node.right);
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}
