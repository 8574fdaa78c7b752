import { sql } from "kysely";
import type { Context } from "./context.ts";
import { json, type Tx } from "./database.ts";
import { refuse, Refusal } from "./errors.ts";

const retryable = new Set(["40001", "40P01"]); // serialization failure, deadlock
const maxAttempts = 4;

/**
 * The only road for writes: one transaction, all or nothing, retried when two writers collide, and answered from memory
 * when the same idempotency key comes again. Inside another write it joins the open transaction. `secretAnswer`: the answer
 * holds a secret that is not kept, so a repeat changes nothing and is refused rather than answered.
 */
export async function write<T>(ctx: Context, work: (tx: Tx) => Promise<T>, options: { secretAnswer?: boolean } = {}): Promise<T> {
  if (ctx.tx) return work(ctx.tx);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ctx.app.db.transaction().execute((tx) => once(ctx, tx, work, options.secretAnswer ?? false));
    } catch (error) {
      const code = (error as { code?: string }).code ?? "";
      if (retryable.has(code) && attempt < maxAttempts) continue;
      throw retryable.has(code) ? new Refusal("write.conflict", {}) : asRefusal(error);
    }
  }
}

async function once<T>(ctx: Context, tx: Tx, work: (tx: Tx) => Promise<T>, secretAnswer: boolean): Promise<T> {
  const { idempotency } = ctx;
  if (!idempotency) return work(tx);
  const actor = `${ctx.actor.kind}:${ctx.actor.id}`;
  const claimed = await sql<{ claimed: boolean }>`
    insert into idempotency_keys (actor, key, operation, input_hash) values (${actor}, ${idempotency.key}, ${idempotency.operation}, ${idempotency.inputHash})
    on conflict (actor, key) do nothing returning true as claimed`.execute(tx);
  if (claimed.rows.length === 0) {
    const kept = await tx
      .selectFrom("idempotency_keys")
      .selectAll()
      .where("actor", "=", actor)
      .where("key", "=", idempotency.key)
      .executeTakeFirstOrThrow();
    if (kept.input_hash !== idempotency.inputHash || kept.operation !== idempotency.operation) refuse("idempotency.mismatch");
    if (secretAnswer) refuse("idempotency.answered_once");
    return revive(kept.result) as T;
  }
  const result = await work(tx);
  if (secretAnswer) return result;
  await sql`update idempotency_keys set result = ${json(preserve(result))}::jsonb where actor = ${actor} and key = ${idempotency.key}`.execute(
    tx,
  );
  return result;
}

/** Dates and bigints survive the trip through JSON, so a repeated request gets the very same answer. */
function preserve(value: unknown): unknown {
  if (typeof value === "bigint") return { $bigint: value.toString() };
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map(preserve);
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, preserve(part)]));
  return value;
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (value !== null && typeof value === "object") {
    if ("$bigint" in value) return BigInt(String(value.$bigint));
    if ("$date" in value) return new Date(String(value.$date));
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revive(part)]));
  }
  return value ?? undefined;
}

/** A broken foreign key or unique key is the sender's to mend, not a bug: it names the constraint. */
function asRefusal(error: unknown): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === "23503") return new Refusal("reference.missing", { constraint });
  if (code === "23505") return new Refusal("value.duplicate", { constraint });
  return error;
}
