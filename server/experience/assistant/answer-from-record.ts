import { sql } from "kysely";
import { currentUsage } from "#back-office/usage/queries.ts";
import { type Context, type Locale, reader } from "#platform/context.ts";
import { formatDate, formatDateTime, formatMoney, formatNumber } from "#platform/i18n/format.ts";
import { translate } from "#platform/i18n/translate.ts";
import { defaultCalendar } from "#record/organisation/legal-entity.ts";
import { type Evidence, eventEvidence } from "./evidence.ts";
import type { Intent } from "./understand.ts";

export interface Answer {
  text: string;
  evidence: Evidence[];
}

/** Answers a matter from what the record says of this customer; undefined when it says nothing about it. */
export function answerFromRecord(ctx: Context, intent: Intent, customerId: string, locale: Locale): Promise<Answer | undefined> {
  return { technician, order, invoice, usage }[intent](ctx, customerId, locale);
}

const say = (locale: Locale, key: string, params: Record<string, string | number> = {}) =>
  translate(locale, `assistant:${key}`, params);

async function technician(ctx: Context, customerId: string, locale: Locale): Promise<Answer | undefined> {
  const db = reader(ctx);
  const visit = await db
    .selectFrom("appointment_list")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("status", "in", ["booked", "dispatched", "arrived", "completed", "confirmed"])
    .orderBy(sql`status in ('completed', 'confirmed')`)
    .orderBy(sql`case when status in ('completed', 'confirmed') then starts_at end desc`)
    .orderBy("starts_at")
    .limit(1)
    .executeTakeFirst();
  if (!visit) return order(ctx, customerId, locale);
  const { time_zone: zone } = await defaultCalendar(ctx);
  const clock = (at: Date) =>
    new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(
      at,
    );
  const dayOf = (at: Date) => formatDate(new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(at), locale);
  const values = {
    name: visit.technician_name!,
    day: dayOf(visit.starts_at!),
    from: clock(visit.starts_at!),
    to: clock(visit.ends_at!),
    eta: visit.eta_at ? clock(visit.eta_at) : "",
    at: visit.arrived_at ? clock(visit.arrived_at) : "",
  };
  return {
    text: say(locale, `technician.${visit.status}`, values),
    evidence: await eventEvidence(
      ctx,
      customerId,
      [
        "appointment.booked",
        "appointment.rescheduled",
        "technician.dispatched",
        "technician.arrived",
        "installation.completed",
        "installation.confirmed",
      ],
      locale,
      `/portal/orders/${visit.order_id}`,
    ),
  };
}

async function order(ctx: Context, customerId: string, locale: Locale): Promise<Answer | undefined> {
  const db = reader(ctx);
  const row = await db
    .selectFrom("order_list")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("status", "<>", "cancelled")
    .orderBy("placed_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const tasks = await db.selectFrom("task_list").selectAll().where("order_id", "=", row.id).orderBy("position").execute();
  const done = tasks.filter((task) => task.status === "completed").length;
  const next = tasks.find((task) => !["completed", "cancelled"].includes(task.status!));
  const state = row.status === "completed" ? "completed" : tasks.length === 0 ? "placed" : "running";
  return {
    text: say(locale, `order.${state}`, {
      number: row.number!,
      done,
      total: tasks.length,
      next: next?.name ?? "",
      day: row.expected_on ? formatDate(row.expected_on, locale) : "",
    }),
    evidence: await eventEvidence(
      ctx,
      customerId,
      [
        "order.placed",
        "order.planned",
        "shipment.dispatched",
        "shipment.delivered",
        "task.completed",
        "order.promise_moved",
        "order.completed",
      ],
      locale,
      `/portal/orders/${row.id}`,
    ),
  };
}

async function invoice(ctx: Context, customerId: string, locale: Locale): Promise<Answer | undefined> {
  const rows = await reader(ctx)
    .selectFrom("invoice_list")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("kind", "=", "invoice")
    .orderBy("issued_at", "desc")
    .limit(50)
    .execute();
  const due = rows.filter((row) => row.open_minor! > 0n);
  const shown = due.at(-1) ?? rows[0];
  if (!shown) return undefined;
  const sameCurrency = due.filter((row) => row.currency === shown.currency);
  return {
    text: say(locale, due.length === 0 ? "invoice.paid" : due.length === 1 ? "invoice.due" : "invoice.several", {
      number: shown.number!,
      total: formatMoney(shown.total_minor!, shown.currency!, locale),
      open: formatMoney(
        sameCurrency.reduce((sum, row) => sum + row.open_minor!, 0n),
        shown.currency!,
        locale,
      ),
      day: formatDate(shown.due_on!, locale),
      count: due.length,
    }),
    evidence: await eventEvidence(
      ctx,
      customerId,
      due.length === 0 ? ["payment.received"] : ["invoice.issued", "invoice.sent"],
      locale,
      `/portal/invoices/${shown.id}`,
      due.length === 0 ? undefined : shown.id!,
    ),
  };
}

async function usage(ctx: Context, customerId: string, locale: Locale): Promise<Answer | undefined> {
  const { rows, asOf } = await currentUsage(ctx, { customerId });
  if (rows.length === 0) return undefined;
  const { time_zone: zone } = await defaultCalendar(ctx);
  const lines = rows.map((row) =>
    say(locale, "usage.line", {
      name: row.name,
      used: formatNumber(row.used, locale, 2),
      included: formatNumber(row.included, locale, 2),
      unit: row.unit,
      to: formatDate(row.periodTo.slice(0, 10), locale),
    }),
  );
  return {
    text: lines.join("\n"),
    evidence: [{ label: say(locale, "usage.asOf", { at: formatDateTime(asOf, locale, zone, "medium") }), href: "/portal/usage" }],
  };
}
