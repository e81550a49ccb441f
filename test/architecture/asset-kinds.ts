import ts from "typescript";
import { walk, type SourceFile } from "./source-facts.ts";

/** Asset kinds by the file that declares them: `kind: z.literal("battery")` in a file of `src/assets`. */
export function assetKinds(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  for (const file of files) {
    if (!file.path.startsWith("src/assets/")) continue;
    walk(file.tree, (node) => {
      if (!ts.isPropertyAssignment(node) || node.name.getText() !== "kind") return;
      const { initializer } = node;
      if (!ts.isCallExpression(initializer) || initializer.expression.getText() !== "z.literal") return;
      const literal = initializer.arguments[0];
      if (ts.isStringLiteralLike(literal)) kinds.set(literal.text, file.path);
    });
  }
  return kinds;
}

/** `src/assets/battery/` for `src/assets/battery/end.ts`; a file directly in `src/assets` is its own unit. */
export function assetFolder(path: string): string {
  const [folder, ...below] = path.slice("src/assets/".length).split("/");
  return below.length > 0 ? `src/assets/${folder}/` : path;
}
