import { childrenOf, textOfNode, type TreeNode } from "./read-tree.ts";
import type { Source } from "./parse.ts";
import type { TypeSyntax } from "./syntax.ts";

const groups = (node: TreeNode): TreeNode[] => childrenOf(node).filter((child) => /^[A-Z]/.test(child.name));

/** A type as written after `instance of` or a parameter's colon. */
export function readType(node: TreeNode, source: Source): TypeSyntax {
  const inner = node.name === "Type" || node.name === "ArgumentType" ? groups(node)[0]! : node;
  if (inner.name === "Type") return readType(inner, source);
  switch (inner.name) {
    case "ListType": {
      const kind = source.ranges.has(inner.from) ? "range" : "list";
      return { kind, of: readType(groups(inner)[0]!, source) };
    }
    case "ContextType":
      return {
        kind: "context",
        entries: groups(groups(inner)[0]!).map((entry) => {
          const [name, type] = groups(entry);
          return { name: textOfNode(name!, source).replaceAll(/\s+/g, " "), type: readType(type!, source) };
        }),
      };
    case "FunctionType": {
      const parameters = groups(inner).find((child) => child.name === "ArgumentTypes");
      const result = groups(inner).at(-1)!;
      return {
        kind: "function",
        parameters: (parameters ? groups(parameters) : []).map((each) => readType(each, source)),
        result: readType(result, source),
      };
    }
  }
  return { kind: "name", name: textOfNode(inner, source).replaceAll(/\s+/g, " ").trim() };
}
