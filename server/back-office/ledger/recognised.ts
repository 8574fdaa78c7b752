import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";

interface Recognised {
  subjectId: string;
  customerId: string | null;
  /** The fact it goes back to, from which the way leads to the first click. */
  causedBy: string;
  name: string;
  /** Negative when revenue is taken back. */
  amountMinor: bigint;
  currency: string;
  on: string;
  invoiceLineId: string | null;
  entryId: string;
}

/** States that revenue was recognised (or taken back). */
export const sayRecognised = (tx: Tx, ctx: Context, { subjectId, customerId, causedBy, ...data }: Recognised) =>
  append(tx, ctx, "revenue.recognised", { subjectId, customerId, causedBy, data });
