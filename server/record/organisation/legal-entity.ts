import type { Context } from "#platform/context.ts";
import { reader } from "#platform/context.ts";

/** The legal entity that sells and bills unless a customer is tied to another. There is always one after the first start. */
export const defaultLegalEntity = (ctx: Context) =>
  reader(ctx).selectFrom("legal_entities").selectAll().where("is_default", "=", true).executeTakeFirstOrThrow();

/** The business calendar that clocks run on unless a team has its own. */
export const defaultCalendar = (ctx: Context) =>
  reader(ctx).selectFrom("business_calendars").selectAll().where("is_default", "=", true).executeTakeFirstOrThrow();
