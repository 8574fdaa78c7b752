import type { z } from "zod";
import { bare, definitionOf, isRequired } from "./shape.ts";

const texts = (variant: number): string[] => [
  `Texte ${variant}`,
  `texte-${variant}`,
  variant === 0 ? "EUR" : "CHF",
  variant === 0 ? "2026-05-04" : "2026-05-05",
  variant === 0 ? "fr" : "en",
  variant === 0 ? "FR" : "BE",
  `/chemin/${variant}`,
  `https://exemple.example/${variant}`,
  `personne.${variant}@exemple.example`,
  `12345${variant}`,
  `1${variant}.50`,
  variant === 0 ? "09:00" : "10:00",
  "Europe/Paris",
  variant === 0 ? "#4338ca" : "#0f766e",
  variant === 0 ? "AAAA" : "AAAB",
  "a".repeat(40 + variant),
  "a".repeat(64),
  variant === 0 ? "FR7630006000011234567890189" : "DE89370400440532013000",
  variant === 0 ? "732829320" : "552100554",
  variant === 0 ? "order.placed" : "invoice.issued",
  `data:image/png;base64,iVBORw0KGgo${variant === 0 ? "A" : "B"}`,
];
const numbers = (variant: number): number[] => [1 + variant, 0.5, 10 + variant, 100, 0, 1_000];

/**
 * A plausible value for a schema as it travels in JSON. `idOf` gives the id for a field ("customerId"); `variant` 1 gives
 * another value than 0 wherever there is a choice.
 */
export function sample(schema: z.ZodType, idOf: (field: string) => string, variant = 0, field = ""): unknown {
  const core = bare(schema);
  const definition = definitionOf(core);
  const below = (inner: z.ZodType, name = field) => sample(inner, idOf, variant, name);
  switch (definition.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(definition.shape ?? {})
          .filter(([name, inner]) => isRequired(inner) || /Ids?$/.test(name) || variant === 1)
          .map(([name, inner]) => [name, below(inner, name)]),
      );
    case "string": {
      if (definition.format === "uuid" || definition.format === "guid") return idOf(field);
      return texts(variant).find((text) => core.safeParse(text).success) ?? `Texte ${variant}`;
    }
    case "number":
    case "int":
      return numbers(variant).find((number) => core.safeParse(number).success) ?? 1;
    case "bigint":
      return String(1_000 + variant);
    case "boolean":
      return variant === 0;
    case "date":
      return `2026-03-0${3 + variant}T09:00:00.000Z`;
    case "enum": {
      const values = Object.values(definition.entries ?? {});
      return values[Math.min(variant, values.length - 1)];
    }
    case "literal":
      return definition.values?.[0];
    case "array":
      return [below(definition.element!)];
    case "tuple":
      return (definition.items ?? []).map((item) => below(item));
    case "record": {
      const key = definition.keyType ? below(definition.keyType) : "clef";
      return { [String(key)]: below(definition.valueType!) };
    }
    case "union":
      return below(definition.options![0]!);
    case "intersection":
      return below(definition.left!);
    case "null":
      return null;
    default:
      return `Texte ${variant}`;
  }
}
