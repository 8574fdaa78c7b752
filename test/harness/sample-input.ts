import { z } from "zod";

interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  minItems?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  default?: unknown;
}

/**
 * The least an operation takes: every required field, filled with something its schema allows. `idOf` gives the value of
 * each field that holds an id (a uuid), by its name.
 */
export function sampleOf(schema: z.ZodType, idOf: (field: string) => string): unknown {
  const json = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const kind = zodSchema._zod.def.type;
      if (kind === "bigint") Object.assign(jsonSchema, { type: "string", format: "bigint" });
      if (kind === "date") Object.assign(jsonSchema, { type: "string", format: "date-time" });
    },
  });
  return valueOf(json as Schema, "", idOf);
}

function valueOf(schema: Schema, field: string, idOf: (field: string) => string): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return valueOf(choice[0]!, field, idOf);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => valueOf(part, field, idOf)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object") {
    const wanted = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name));
    return Object.fromEntries(wanted.map(([name, part]) => [name, valueOf(part, name, idOf)]));
  }
  if (type === "array") return Array.from({ length: schema.minItems ?? 0 }, () => valueOf(schema.items ?? {}, field, idOf));
  if (type === "boolean") return true;
  if (type === "number" || type === "integer") return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
  if (type === "string") return textOf(schema, field, idOf);
  return "sample";
}

function textOf(schema: Schema, field: string, idOf: (field: string) => string): string {
  const byFormat: Record<string, string> = {
    uuid: "",
    email: "someone@ailleurs.example",
    date: "2026-03-03",
    "date-time": "2026-03-03T09:00:00Z",
    uri: "https://ailleurs.example/",
    bigint: "100",
  };
  if (schema.format === "uuid") return idOf(field);
  if (schema.format && schema.format in byFormat) return byFormat[schema.format]!;
  if (/\\d\{6\}|\[0-9\]\{6\}/.test(schema.pattern ?? "")) return "123456";
  if (/A-Z\]\{3\}/.test(schema.pattern ?? "")) return "EUR";
  return "sample".repeat(Math.ceil((schema.minLength ?? 1) / 6)).slice(0, Math.max(schema.minLength ?? 1, 6));
}
