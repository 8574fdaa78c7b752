import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { quotesInScope } from "./lock-quote.ts";
import { renderQuote } from "./quote-document.ts";

/** The PDF of a version: the very bytes that were sent, or for staff a preview of the draft. Customers find what was sent only. */
export async function readDocument(ctx: Context, input: { quoteId: string; version: number }): Promise<File> {
  const db = reader(ctx);
  const quote = found(
    await db
      .selectFrom("quotes")
      .selectAll()
      .where("id", "=", input.quoteId)
      .where(quotesInScope(ctx, "quotes"))
      .executeTakeFirst(),
    "quote",
    input.quoteId,
  );
  const version = found(
    await db
      .selectFrom("quote_versions")
      .select(["version", "document_key"])
      .where("quote_id", "=", quote.id)
      .where("version", "=", input.version)
      .executeTakeFirst(),
    "quote version",
    String(input.version),
  );
  const name = `${quote.number}-v${version.version}.pdf`;
  if (version.document_key) {
    const bytes = found(await ctx.app.files.get(version.document_key), "document", version.document_key);
    return asPdf(bytes, name);
  }
  if (ctx.actor.kind === "customer") found(undefined, "quote version", String(input.version));
  return asPdf((await renderQuote(ctx, quote, version.version, null)).bytes, name);
}

const asPdf = (bytes: Uint8Array, name: string): File => new File([Uint8Array.from(bytes)], name, { type: "application/pdf" });
