import { parseArgs } from "node:util";
import { type AssociationRule, associationRules } from "./engine/association-rules.ts";
import { BasketError, type BasketSet } from "./engine/basket-set.ts";
import { type Suggestion, suggest, trainEase } from "./engine/ease.ts";
import { evaluate } from "./engine/evaluate.ts";
import { TooManySets } from "./engine/frequent-sets.ts";
import { pairsWith } from "./engine/pairs.ts";
import { readBaskets } from "./engine/read-baskets.ts";

interface Io {
  out(text: string): void;
  err(text: string): void;
  readBytes(path: string): Promise<Uint8Array>;
}

const usage = `usage: throughline recommend rules <baskets> --support 0.006 --confidence 0.25 [--min-length 2] [--max-length 10] [--top 20] [columns] [--json]
       throughline recommend evaluate <transactions.csv> [--max-items 3000] [--keep-back 0.2] [--seed 1] [columns] [--json]
       throughline recommend for <transactions.csv> --have <article,article> [--top 10] [columns] [--json]

Files: one basket a line, or a row per article with a heading. Columns: [--basket <column>] [--item <column>] [--customer <column>] [--by basket|customer];
those not named are found by usual headings (InvoiceNo, StockCode, CustomerID ...). Definitions: docs/engines/recommendations.md.`;

/** `throughline recommend`: what goes with what. 0 done, 1 a file that cannot be read, 2 wrong use. */
export const recommendCommand = {
  name: "recommend",
  summary: "what is bought together: rules with support, confidence and lift; recommendations and how often they are right",
  usage,
  async run(args: string[], io: Io): Promise<number> {
    const asked = readArgs(args);
    if (typeof asked === "string") {
      io.err(`${asked}\n${usage}`);
      return 2;
    }
    try {
      const set = readBaskets(await io.readBytes(asked.file), asked.columns);
      const { data, page } = verbs[asked.verb](set, asked);
      io.out(asked.json ? JSON.stringify(data) : page);
      return 0;
    } catch (error) {
      if (!(error instanceof BasketError || error instanceof TooManySets || error instanceof RangeError)) throw error;
      const line = error instanceof BasketError ? error.line : null;
      if (asked.json) io.out(JSON.stringify({ error: { line, message: error.message } }));
      else io.err(`${asked.file}: ${error.message}`);
      return 1;
    }
  },
};

type Asked = Exclude<ReturnType<typeof readArgs>, string>;

const verbs = {
  rules(set: BasketSet, { support, confidence, minLength, maxLength, top }: Asked) {
    const rules = associationRules(set, { support, confidence, minLength, maxLength });
    const data = { baskets: set.baskets.length, items: set.items.length, rules: rules.length, top: rules.slice(0, top) };
    return {
      data,
      page: [
        `${data.baskets} baskets, ${data.items} articles, ${data.rules} rules.`,
        "",
        "support  confidence   lift",
        ...data.top.map(ruleLine),
      ].join("\n"),
    };
  },
  evaluate(set: BasketSet, { maxItems, keepBack, seed }: Asked) {
    const data = evaluate(set, { maxItems, keepBack, seed });
    return {
      data,
      page: [
        `${data.baskets} baskets, ${data.items} articles; trained on ${data.trainedOn}, one article hidden in each of ${data.tested}.`,
        `Among the first ten: ${(data.hitRate10 * 100).toFixed(1)} % (what is bought most: ${(data.popular.hitRate10 * 100).toFixed(1)} %).`,
        `Mean reciprocal rank: ${data.mrr} (${data.popular.mrr}).`,
      ].join("\n"),
    };
  },
  for(set: BasketSet, { have, top, maxItems }: Asked) {
    const unknown = have.filter((item) => !set.items.includes(item));
    if (unknown.length === have.length) throw new BasketError(null, `No basket holds ${unknown.join(", ")}.`);
    const found = suggest(trainEase(set, { maxItems }), have, top);
    const pairs = pairsWith(set, have);
    const rows = found.map((each: Suggestion) => ({ ...each, why: pairs(each.because.item, each.item) }));
    return {
      data: { baskets: set.baskets.length, have, unknown, recommendations: rows },
      page: rows
        .map(
          ({ item, score, why }) =>
            `${score.toFixed(3)}  ${item}  (${(why.confidence * 100).toFixed(0)} % of baskets with ${why.antecedent[0]} have it, ${why.lift.toFixed(1)} times the usual)`,
        )
        .join("\n"),
    };
  },
};

const ruleLine = (rule: AssociationRule): string =>
  `${rule.support.toFixed(4).padStart(7)}  ${rule.confidence.toFixed(4).padStart(10)}  ${rule.lift.toFixed(2).padStart(5)}   ${rule.antecedent.join(" + ")} -> ${rule.consequent}`;

function readArgs(args: string[]) {
  const [verb, ...rest] = args;
  if (verb !== "rules" && verb !== "evaluate" && verb !== "for")
    return verb ? `There is no "recommend ${verb}".` : "Say what to do.";
  try {
    const text = { type: "string" } as const;
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        support: text,
        confidence: text,
        "min-length": text,
        "max-length": text,
        top: text,
        "max-items": text,
        "keep-back": text,
        seed: text,
        have: text,
        basket: text,
        item: text,
        customer: text,
        by: text,
        json: { type: "boolean", default: false },
      },
    });
    if (positionals.length !== 1) return "Name one file of baskets.";
    const share = (name: "support" | "confidence" | "keep-back", usual?: number): number => {
      const value = values[name] === undefined ? usual : Number(values[name]);
      if (value === undefined || !(value > 0 && value <= 1)) throw new Error(`--${name} is a share above 0, up to 1.`);
      return value;
    };
    const whole = (name: "min-length" | "max-length" | "top" | "max-items" | "seed", usual: number): number => {
      const value = values[name] === undefined ? usual : Number(values[name]);
      if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number above 0.`);
      return value;
    };
    const { by } = values;
    if (by !== undefined && by !== "basket" && by !== "customer") return "--by is basket or customer.";
    const have = (values.have ?? "")
      .split(",")
      .map((item) => item.trim())
      .filter(Boolean);
    if (verb === "for" && have.length === 0) return "Say with --have what is in the basket.";
    return {
      verb,
      file: positionals[0]!,
      columns: { basket: values.basket, item: values.item, customer: values.customer, by },
      support: share("support", verb === "rules" ? undefined : 1),
      confidence: share("confidence", verb === "rules" ? undefined : 1),
      keepBack: share("keep-back", 0.2),
      minLength: whole("min-length", 2),
      maxLength: whole("max-length", 10),
      top: whole("top", verb === "for" ? 10 : 20),
      maxItems: whole("max-items", 3_000),
      seed: whole("seed", 1),
      have,
      json: values.json,
    } as const;
  } catch (error) {
    return (error as Error).message;
  }
}
