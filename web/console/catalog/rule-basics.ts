import type { T } from "../../i18n/use-t.ts";
import { today } from "../day.ts";
import type { RuleBasics } from "./rule-frame.tsx";

export const emptyBasics = (): RuleBasics => ({
  name: "",
  products: [],
  families: [],
  validFrom: today(),
  validUntil: null,
});

export const basicsProblems = (values: RuleBasics, t: T): Record<string, string> => ({
  ...(!values.name.trim() && { name: t("field.required") }),
  ...(!values.validFrom && { validFrom: t("field.required") }),
  ...(values.validFrom && values.validUntil && values.validUntil < values.validFrom && { validUntil: t("field.daysBackwards") }),
});

/** What the rule applies to; nothing said means everything. */
export const scopeOf = ({ products, families }: RuleBasics): { products?: string[]; families?: string[] } => ({
  ...(products.length > 0 && { products }),
  ...(families.length > 0 && { families }),
});
