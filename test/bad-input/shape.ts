import type { z } from "zod";

/** What the walk below needs to know of a schema, read from its definition. */
interface Definition {
  type: string;
  format?: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
  items?: z.ZodType[];
  left?: z.ZodType;
  entries?: Record<string, string | number>;
  values?: unknown[];
  getter?: () => z.ZodType;
}

export const definitionOf = (schema: z.ZodType): Definition => (schema as unknown as { _zod: { def: Definition } })._zod.def;

/** The schema below optional, nullable, default, lazy and pipes. */
export function bare(schema: z.ZodType): z.ZodType {
  const definition = definitionOf(schema);
  const inner = definition.innerType ?? definition.in ?? definition.getter?.();
  return inner ? bare(inner) : schema;
}

export const isRequired = (schema: z.ZodType): boolean =>
  !["optional", "default", "prefault"].includes(definitionOf(schema).type) && !schema.safeParse(undefined).success;

export type Path = readonly (string | number)[];

/** Every field below a schema with its path; elements of arrays at index 0, the first option of unions. */
export function* fieldsOf(schema: z.ZodType, path: Path = []): Generator<{ path: Path; schema: z.ZodType }> {
  if (path.length > 8) return;
  const definition = definitionOf(bare(schema));
  if (path.length > 0) yield { path, schema };
  for (const [name, field] of Object.entries(definition.shape ?? {})) yield* fieldsOf(field, [...path, name]);
  if (definition.element) yield* fieldsOf(definition.element, [...path, 0]);
  for (const [index, item] of (definition.items ?? []).entries()) yield* fieldsOf(item, [...path, index]);
  if (definition.type === "union" && definition.options?.[0]) {
    for (const field of fieldsOf(definition.options[0], path)) if (field.path !== path) yield field;
  }
}

/** A deep copy of `document` with `value` at `path` (taken out when undefined); undefined when the path is not there to change. */
export function withAt(document: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(document);
  let place = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) {
    place = place[step] as Record<string | number, unknown>;
    if (place === null || typeof place !== "object") return undefined;
  }
  if (value === undefined) delete place[path.at(-1)!];
  else place[path.at(-1)!] = value;
  return copy;
}

export function at(document: unknown, path: Path): unknown {
  let place = document;
  for (const step of path) {
    if (place === null || typeof place !== "object") return undefined;
    place = (place as Record<string | number, unknown>)[step];
  }
  return place;
}
