import type { Context } from "#platform/context.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import { localDay } from "./quote.ts";

/** Today where the company is: validity and prices go by its calendar day. */
export const today = async (ctx: Context): Promise<string> => localDay(ctx.now, (await defaultLegalEntity(ctx)).time_zone);
