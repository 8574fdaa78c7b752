/** The elements of models, found by reference, and the names by which one model sees those of another. */
import { normalName } from "../feel/parse.ts";
import type { TypeNames } from "../feel/scope.ts";
import { RuleError } from "../rule-error.ts";
import type { FeelType } from "../types/type.ts";
import { typesOfModel } from "./item-types.ts";
import type { Decision, InputData, Knowledge, Model, Service } from "./model.ts";

export type Element = { readonly owner: Linked; readonly name: string } & (
  | { readonly kind: "input"; readonly is: InputData }
  | { readonly kind: "decision"; readonly is: Decision }
  | { readonly kind: "knowledge"; readonly is: Knowledge }
  | { readonly kind: "service"; readonly is: Service }
);

export interface Linked {
  readonly model: Model;
  readonly types: TypeNames;
  readonly byId: ReadonlyMap<string, Element>;
  /** Imported models by the name they are imported under. */
  readonly imports: ReadonlyMap<string, Linked>;
}

const dmnImport = /DMN\/\d{8}\/MODEL/;

/** A model with what it imports, directly and further. Throws RuleError when an import is not among the models given, or goes round. */
export function linkModel(model: Model, others: readonly Model[], above: readonly string[] = []): Linked {
  if (above.includes(model.namespace)) throw new RuleError("rules.unreadable", `${model.name} imports itself, by way of others`);
  const imports = new Map<string, Linked>();
  for (const { name, namespace, importType } of model.imports) {
    if (importType !== undefined && !dmnImport.test(importType)) continue;
    const found = others.find((each) => each.namespace === namespace);
    if (!found) throw new RuleError("rules.unreadable", `${model.name} imports ${namespace}, which was not given`);
    imports.set(normalName(name), linkModel(found, others, [...above, model.namespace]));
  }
  const byId = new Map<string, Element>();
  const types = typesOfModel(model.types, (name) => importedType(name, imports));
  const linked: Linked = { model, types, byId, imports };
  const note = (element: Element) => byId.set(element.is.id, element);
  for (const is of model.inputs) note({ kind: "input", owner: linked, name: normalName(is.name), is });
  for (const is of model.decisions) note({ kind: "decision", owner: linked, name: normalName(is.name), is });
  for (const is of model.knowledge) note({ kind: "knowledge", owner: linked, name: normalName(is.name), is });
  for (const is of model.services) note({ kind: "service", owner: linked, name: normalName(is.name), is });
  return linked;
}

/** `import.tAge`, also through imports of imports; a model imported without a name gives its types bare. */
function importedType(name: string, imports: ReadonlyMap<string, Linked>): FeelType | undefined {
  for (const [prefix, linked] of imports) {
    if (prefix === "") {
      const found = linked.types(name);
      if (found) return found;
    } else if (name.startsWith(`${prefix}.`)) return linked.types(name.slice(prefix.length + 1));
  }
  return undefined;
}

/** The element a reference means, seen from a model: `#id`, `id` or `namespace#id`. */
export function elementAt(href: string, from: Linked): { element: Element; prefix: string | null } | undefined {
  const at = href.lastIndexOf("#");
  const namespace = at > 0 ? href.slice(0, at) : "";
  const id = href.slice(at + 1);
  if (namespace === "" || namespace === from.model.namespace) {
    const element = from.byId.get(id);
    if (element) return { element, prefix: null };
  }
  for (const [name, linked] of from.imports) {
    if (namespace !== "" && linked.model.namespace !== namespace) continue;
    const element = linked.byId.get(id);
    if (element) return { element, prefix: name === "" ? null : name };
  }
  for (const [name, linked] of from.imports) {
    const further = elementAt(href, linked);
    if (further) return { element: further.element, prefix: [name, further.prefix].filter(Boolean).join(".") || null };
  }
  return undefined;
}

/** The ways by which a model is reached from another, as names of imports, outermost first: its own way, then those to the same model elsewhere. */
export function pathsTo(target: Linked, from: Linked): string[][] {
  const own: string[][] = [];
  const others: string[][] = [];
  const visit = (at: Linked, path: string[]): void => {
    if (at === target) own.push(path);
    else if (at.model.namespace === target.model.namespace) others.push(path);
    for (const [name, linked] of at.imports) visit(linked, name === "" ? path : [...path, name]);
  };
  visit(from, []);
  return [...own, ...others];
}
