import type { Problem } from "./values/evaluation.ts";

/** A model, expression or input that cannot be read, or (strict) a decision without all it needs. */
export class RuleError extends Error {
  readonly code: "rules.unreadable" | "rules.unknown" | "rules.input" | "rules.missing";
  readonly where: string;
  readonly problems: readonly Problem[];
  constructor(code: RuleError["code"], message: string, where = "", problems: readonly Problem[] = []) {
    super(message);
    this.code = code;
    this.where = where;
    this.problems = problems;
  }
}
