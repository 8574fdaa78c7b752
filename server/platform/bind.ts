import type { AnyContractProcedure, AnyContractRouter, InferSchemaInput, InferSchemaOutput } from "@orpc/contract";
import { implement } from "@orpc/server";
import type { Context } from "./context.ts";

/** For each operation of a contract, the command or query behind it: (ctx, input) => output. */
export type Handlers<C> = {
  [K in keyof C]: C[K] extends AnyContractProcedure
    ? (
        ctx: Context,
        input: InferSchemaOutput<NonNullable<C[K]["~orpc"]["inputSchema"]>>,
      ) => Promise<InferSchemaInput<NonNullable<C[K]["~orpc"]["outputSchema"]>>>
    : never;
};

/** Ties a flat contract to its functions, one line each in routes.ts: `bind(quotesContract, { send: sendQuote })`. */
export function bind<C extends Record<string, AnyContractProcedure>>(contract: C, handlers: Handlers<C>): unknown {
  const builders = implement(contract as AnyContractRouter).$context<Context>() as unknown as Record<
    string,
    { handler(run: (options: { context: Context; input: never }) => unknown): unknown }
  >;
  return Object.fromEntries(
    Object.entries(handlers).map(([name, run]) => [
      name,
      builders[name]!.handler(({ context, input }) => (run as (ctx: Context, input: never) => unknown)(context, input)),
    ]),
  );
}
