/** Whether a rule touches a line, and whether it holds on a day. */
import type { Scope, Validity } from "./case.ts";

/** In scope when no products and families are named, or when the line's product or family is. */
export function inScope(scope: Scope, product: string | null, family: string | null): boolean {
  if (scope.products === null && scope.families === null) return true;
  if (product !== null && scope.products?.has(product)) return true;
  return family !== null && scope.families?.has(family) === true;
}

export const holdsOn = (validity: Validity, day: number): boolean =>
  (validity.from === null || validity.from <= day) && (validity.until === null || day <= validity.until);
