/** One broken rule: its official id, the place in the invoice ("lines[2].netAmount"), what is wrong and what to do. */
export interface Problem {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

/** The invoice cannot be read, or cannot be written without breaking a rule. Carries every problem found. */
export class EInvoiceError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `[${problem.rule}] ${problem.path}: ${problem.message}`).join("\n"));
    this.name = "EInvoiceError";
    this.problems = problems;
  }
}
