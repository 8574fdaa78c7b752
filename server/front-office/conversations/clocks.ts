import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import { append } from "#events/append.ts";
import { addBusinessDuration, businessDurationMs } from "#platform/calendar/business-time.ts";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { businessCalendar } from "#record/organisation/business-calendar.ts";
import { businessDayMs } from "./conversation.ts";

export type ClockKind = "first_response" | "resolution";
type Clock = Selectable<DB["conversation_clocks"]>;

/** Starts promise clocks in business time: an answer within the hour, a solution within two days, as the settings say. */
export async function startClocks(tx: Tx, ctx: Context, conversationId: string, which: readonly ClockKind[]): Promise<void> {
  const settings = await tx.selectFrom("conversation_settings").selectAll().executeTakeFirstOrThrow();
  const calendar = await businessCalendar({ ...ctx, tx });
  for (const kind of which) {
    const targetMs =
      kind === "first_response"
        ? settings.first_response_minutes * 60_000
        : settings.resolution_days * businessDayMs(calendar.week as Record<number, { from: string; to: string }[]>);
    const id = newId();
    await tx
      .insertInto("conversation_clocks")
      .values({
        id,
        conversation_id: conversationId,
        kind,
        target_ms: BigInt(targetMs),
        state: "running",
        running_since: ctx.now,
        due_at: addBusinessDuration(calendar, ctx.now, targetMs),
        started_at: ctx.now,
      })
      .execute();
    await note(tx, ctx, id, "start", 0n);
  }
}

/** The customer owes us an answer: our time stands still. */
export const pauseClock = (tx: Tx, ctx: Context, conversationId: string, kind: ClockKind) =>
  halt(tx, ctx, conversationId, kind, "paused");

/** What was promised is done (or the matter is closed). */
export const stopClock = (tx: Tx, ctx: Context, conversationId: string, kind: ClockKind) =>
  halt(tx, ctx, conversationId, kind, "stopped");

async function halt(tx: Tx, ctx: Context, conversationId: string, kind: ClockKind, state: "paused" | "stopped"): Promise<void> {
  const clock = await liveClock(tx, conversationId, kind);
  if (!clock || clock.state === state) return;
  const calendar = await businessCalendar({ ...ctx, tx });
  const ran = clock.running_since ? BigInt(Math.max(0, businessDurationMs(calendar, clock.running_since, ctx.now))) : 0n;
  const spent = clock.spent_ms + ran;
  await breachIfLate(tx, ctx, clock);
  await tx
    .updateTable("conversation_clocks")
    .set({
      state,
      spent_ms: spent,
      running_since: null,
      due_at: null,
      ...(state === "stopped" ? { stopped_at: ctx.now } : {}),
    })
    .where("id", "=", clock.id)
    .execute();
  await note(tx, ctx, clock.id, state === "paused" ? "pause" : "stop", spent);
}

/** The customer answered: what is left of our time runs again. */
export async function resumeClock(tx: Tx, ctx: Context, conversationId: string, kind: ClockKind): Promise<void> {
  const clock = await liveClock(tx, conversationId, kind);
  if (clock?.state !== "paused") return;
  const left = Number(clock.target_ms > clock.spent_ms ? clock.target_ms - clock.spent_ms : 0n);
  const calendar = await businessCalendar({ ...ctx, tx });
  await tx
    .updateTable("conversation_clocks")
    .set({ state: "running", running_since: ctx.now, due_at: addBusinessDuration(calendar, ctx.now, left) })
    .where("id", "=", clock.id)
    .execute();
  await note(tx, ctx, clock.id, "resume", clock.spent_ms);
}

/** States once that a promised time has passed. */
export async function breachIfLate(tx: Tx, ctx: Context, clock: Clock): Promise<void> {
  if (clock.breached_at || !clock.due_at || clock.due_at >= ctx.now) return;
  await tx.updateTable("conversation_clocks").set({ breached_at: ctx.now }).where("id", "=", clock.id).execute();
  await note(tx, ctx, clock.id, "breach", clock.target_ms);
  const about = await tx
    .selectFrom("conversations")
    .select(["customer_id", "contact_id"])
    .where("id", "=", clock.conversation_id)
    .executeTakeFirstOrThrow();
  await append(tx, ctx, "clock.breached", {
    subjectId: clock.conversation_id,
    customerId: about.customer_id,
    contactId: about.contact_id,
    data: {
      clock: clock.kind === "first_response" ? "first response" : "resolution",
      dueAt: clock.due_at,
      conversationId: clock.conversation_id,
    },
  });
}

const liveClock = (tx: Tx, conversationId: string, kind: ClockKind) =>
  tx
    .selectFrom("conversation_clocks")
    .selectAll()
    .where("conversation_id", "=", conversationId)
    .where("kind", "=", kind)
    .where("state", "<>", "stopped")
    .forUpdate()
    .executeTakeFirst();

async function note(
  tx: Tx,
  ctx: Context,
  clockId: string,
  move: "start" | "pause" | "resume" | "stop" | "breach",
  spent: bigint,
) {
  await tx
    .insertInto("conversation_clock_moves")
    .values({ id: newId(), clock_id: clockId, move, spent_ms: spent, at: ctx.now })
    .execute();
}
