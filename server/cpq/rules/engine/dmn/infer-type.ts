/** The names inside a value whose type nobody declared, as far as its expression shows them. Only the reader of names needs them. */
import { parseExpression } from "../feel/parse.ts";
import { entriesOf, namesIn, type Scope } from "../feel/scope.ts";
import type { Syntax } from "../feel/syntax.ts";
import { RuleError } from "../rule-error.ts";
import { any, type FeelType, listOf } from "../types/type.ts";
import type { Expression } from "./model.ts";

const typesOf = (scope: Scope): ((name: string) => FeelType | undefined) =>
  scope.kind === "root" ? scope.types : typesOf(scope.up);

export function inferType(expression: Expression, scope: Scope): FeelType {
  const declared =
    expression.typeRef === undefined || expression.kind === "function" ? undefined : typesOf(scope)(expression.typeRef);
  if (declared) return declared;
  switch (expression.kind) {
    case "context": {
      const result = expression.entries.find(({ name }) => name === undefined);
      if (result) return inferType(result.value, scope);
      return contextOf(
        expression.entries.map(({ name, typeRef, value }) => [
          name!,
          (typeRef && typesOf(scope)(typeRef)) || inferType(value, scope),
        ]),
      );
    }
    case "relation":
      return listOf(
        contextOf(expression.columns.map(({ name, typeRef }) => [name, (typeRef && typesOf(scope)(typeRef)) || any])),
      );
    case "table":
      return expression.outputs.length > 1 ? contextOf(expression.outputs.map(({ name }) => [name ?? "", any])) : any;
    case "list":
      return listOf(expression.items[0] ? inferType(expression.items[0], scope) : any);
    case "filter":
      return inferType(expression.in, scope);
    case "literal":
      return ofText(expression.text, scope);
    case "function":
      return expression.body ? inferType(expression.body, scope) : any;
    default:
      return any;
  }
}

const contextOf = (entries: [string, FeelType][]): FeelType => ({ kind: "context", entries: new Map(entries) });

function ofText(text: string, scope: Scope): FeelType {
  if (!/[{[.]/.test(text) && !/^[\s\w]+$/.test(text)) return any;
  try {
    return ofSyntax(parseExpression(text, namesIn(scope)), scope);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return any;
  }
}

function ofSyntax(syntax: Syntax, scope: Scope): FeelType {
  switch (syntax.kind) {
    case "context":
      return contextOf(syntax.entries.map(({ key, value }) => [key, ofSyntax(value, scope)]));
    case "list":
      return listOf(syntax.items[0] ? ofSyntax(syntax.items[0], scope) : any);
    case "filter":
      return ofSyntax(syntax.of, scope);
    case "name":
      return typeInScope(syntax.name, scope);
    case "path":
      return entriesOf(ofSyntax(syntax.of, scope)).get(syntax.name) ?? any;
    case "for":
      return listOf(ofSyntax(syntax.body, scope));
    case "if":
      return ofSyntax(syntax.whenTrue, scope);
    default:
      return any;
  }
}

function typeInScope(name: string, scope: Scope): FeelType {
  for (let at: Scope | null = scope; at; at = at.kind === "root" ? null : at.up) {
    if (at.kind === "variable" && at.name === name) return at.type;
    if (at.kind === "record" || at.kind === "root") {
      const found = at.names.get(name);
      if (found) return found;
    }
  }
  return any;
}
