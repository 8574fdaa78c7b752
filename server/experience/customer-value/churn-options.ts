import { parseArgs } from "node:util";

export const churnUsage = `usage: throughline churn <customers.csv> [--json]

Learns from customers who left and who stayed what makes people leave, judges itself on customers it has not seen, and gives every
customer a chance of leaving with its reasons. The file is a CSV (, ; tab or |) with a heading, one customer a line, and a column that says who left.
options
  --target <column>        who left (default: a column called churn, exited, attrition, left, résilié ...)    --yes <value>  what means left
  --id <column>            the customers' names (default: customerID and the like)
  --exclude a,b            columns not to use            --keep a,b    columns to use although they seem to give the answer away
  --test <other.csv>       judge on this file (default: on a share of the first that is held back)   --test-share 0.3   --seed 1
  --explain <customer id>  the reasons of one customer   --top 10      lines of the table
Definitions and formulas: docs/engines/value.md.`;

export interface ChurnOptions {
  readonly file: string;
  readonly target: string | undefined;
  readonly yes: string | undefined;
  readonly id: string | undefined;
  readonly exclude: readonly string[];
  readonly keep: readonly string[];
  readonly test: string | undefined;
  readonly testShare: number;
  readonly seed: number;
  readonly explain: string | undefined;
  readonly top: number;
  readonly json: boolean;
}

const text = { type: "string" } as const;

/** The command line read; a sentence where it is wrong. */
export function readChurnOptions(args: string[]): ChurnOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        target: text,
        yes: text,
        id: text,
        exclude: text,
        keep: text,
        test: text,
        "test-share": text,
        seed: text,
        explain: text,
        top: text,
        json: { type: "boolean" },
      },
    });
    if (positionals.length !== 1) return "Name one file.";
    const testShare = Number(values["test-share"] ?? 0.3);
    if (!(testShare > 0.02 && testShare < 0.9)) return "--test-share is a share such as 0.3.";
    const seed = Number(values.seed ?? 1);
    const top = Number(values.top ?? 10);
    if (!Number.isInteger(seed) || !Number.isInteger(top) || top < 0) return "--seed and --top are whole numbers.";
    const list = (value: string | undefined) => (value === undefined ? [] : value.split(",").map((each) => each.trim()));
    return {
      file: positionals[0]!,
      target: values.target,
      yes: values.yes,
      id: values.id,
      exclude: list(values.exclude),
      keep: list(values.keep),
      test: values.test,
      testShare,
      seed,
      explain: values.explain,
      top,
      json: values.json ?? false,
    };
  } catch (error) {
    return (error as Error).message;
  }
}
