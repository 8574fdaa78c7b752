/** What was learnt of all customers, as it is kept. */
import type { Context } from "#platform/context.ts";
import { reader } from "#platform/context.ts";
import type { ValueModels } from "./expected-value.ts";
import type { LearntWeights } from "./score-customer.ts";

export interface KeptModels extends ValueModels {
  readonly churn: LearntWeights | null;
}

/** The models learnt last; null for those there was too little to learn from. */
export async function keptModels(ctx: Context): Promise<KeptModels> {
  const rows = await (ctx.tx ?? reader(ctx)).selectFrom("value_models").select(["kind", "parameters"]).execute();
  const of = <T>(kind: string) => (rows.find((row) => row.kind === kind)?.parameters ?? null) as T | null;
  return { renewals: of("renewals"), purchases: of("purchases"), spending: of("spending"), churn: of("churn") };
}
